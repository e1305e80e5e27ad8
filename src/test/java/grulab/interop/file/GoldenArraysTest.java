package grulab.interop.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import grulab.model.Array;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** golden/files/arrays.json holds what safetensors 0.8 and NumPy 2.4 read from these files; dump_arrays.py there wrote it. */
class GoldenArraysTest {
    static final Path GOLDEN = Path.of("src/test/resources/golden");

    static Stream<String> files() throws IOException {
        List<String> names = new ArrayList<>();
        arrays().fieldNames().forEachRemaining(names::add);
        return names.stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyNumberIsTheOneThatTheLibraryReads(String name) throws Exception {
        ArrayFile file = open(path(name));
        JsonNode expected = arrays().get(name);
        assertThat(file.entries()).hasSize(expected.size());
        for (ArrayEntry entry : file.entries()) {
            JsonNode array = expected.get(entry.name());
            assertThat(entry.type()).hasToString(array.get("type").textValue());
            assertThat(entry.shape()).isEqualTo(ints(array.get("shape")));
            Array read = file.read(entry.name());
            assertThat(read.shape()).isEqualTo(entry.shape());
            // bit for bit: −0 is not 0
            assertThat(bits(read.values())).isEqualTo(bits(doubles(array.get("values"))));
        }
    }

    @ParameterizedTest
    @CsvSource({"f16, 0x3p-24", "bf16, 0x1p-130", "f64, 0x1p-160"})
    void numbersThatAreSpecialAreAmongThem(String type, String tiny) throws Exception {
        ArrayFile file = open(path("st_gru_" + type + ".safetensors"));
        List<Long> bits = new ArrayList<>();
        for (ArrayEntry entry : file.entries()) {
            for (long value : bits(file.read(entry.name()).values())) {
                bits.add(value);
            }
        }
        assertThat(bits)
                .contains(Double.doubleToRawLongBits(Double.parseDouble(tiny)), Double.doubleToRawLongBits(-0.0));
    }

    @ParameterizedTest
    @MethodSource("files")
    void writtenAgainAFileHasTheBytesThatItsLibraryWrote(String name, @TempDir Path folder) throws Exception {
        ArrayFile file = open(path(name));
        Map<String, Array> arrays = new LinkedHashMap<>();
        for (ArrayEntry entry : file.entries()) {
            arrays.put(entry.name(), file.read(entry.name()));
        }
        Path copy = folder.resolve(name);
        ElementType type = file.entries().get(0).type();
        if (type != ElementType.F32 && type != ElementType.F64) {
            return;
        }
        if (name.endsWith(".npz")) {
            NpzFile.write(copy, arrays, type);
            for (ArrayEntry entry : file.entries()) {
                if (!name.contains("bigendian") && !name.contains("fortran")) {
                    assertThat(Archive.content(copy, entry.name() + ".npy"))
                            .isEqualTo(Archive.content(path(name), entry.name() + ".npy"));
                }
            }
        } else if (!name.equals("torch_state_dict_3_4.safetensors")) {
            boolean plain =
                    Files.readString(path(name), StandardCharsets.ISO_8859_1).contains("__metadata__");
            SafetensorsFile.write(copy, arrays, type, plain ? Map.of("format", "pt") : Map.of());
            assertThat(copy).hasSameBinaryContentAs(path(name));
        }
    }

    static ArrayFile open(Path file) throws BadModel {
        return file.toString().endsWith(".npz") ? NpzFile.open(file) : SafetensorsFile.open(file);
    }

    static Path path(String name) {
        Path inside = GOLDEN.resolve("files").resolve(name);
        return Files.exists(inside) ? inside : GOLDEN.resolve(name);
    }

    private static JsonNode arrays() throws IOException {
        return new ObjectMapper()
                .readTree(GOLDEN.resolve("files").resolve("arrays.json").toFile());
    }

    private static int[] ints(JsonNode list) {
        int[] ints = new int[list.size()];
        for (int i = 0; i < ints.length; i++) {
            ints[i] = list.get(i).intValue();
        }
        return ints;
    }

    private static double[] doubles(JsonNode list) {
        double[] doubles = new double[list.size()];
        for (int i = 0; i < doubles.length; i++) {
            doubles[i] = list.get(i).doubleValue();
        }
        return doubles;
    }

    private static long[] bits(double[] values) {
        long[] bits = new long[values.length];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = Double.doubleToRawLongBits(values[i]);
        }
        return bits;
    }
}
