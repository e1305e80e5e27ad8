package grulab.interop.file;

import static grulab.interop.file.Archive.floats;
import static grulab.interop.file.Archive.safetensors;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import grulab.model.Array;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken and refused here was tried with safetensors 0.8 itself, which does the same. */
class SafetensorsFileTest {
    /** As large as the files of this test. */
    private static final Limits FEW = new Limits(8, 2, 200);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]}}",
                "  {'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]}}\n ",
                "{'b':{'dtype':'F32','shape':[1],'data_offsets':[4,8]},'a':{'dtype':'F32','shape':[],'data_offsets':[0,4]}}",
                "{'a':{'dtype':'F32','shape':[1,2],'data_offsets':[0,8],'note':{'x':[1]}},'__metadata__':{'format':'pt'}}",
                "{'__metadata__':null,'e':{'dtype':'F32','shape':[0,9],'data_offsets':[4,4]},"
                        + "'a':{'dtype':'F32','shape':[1],'data_offsets':[0,4]},'b':{'dtype':'F32','shape':[1],'data_offsets':[4,8]}}",
            })
    void whatTheLibraryTakesIsRead(String header) throws Exception {
        Path file = file(safetensors(json(header), floats(1, -2)));
        SafetensorsFile open = SafetensorsFile.open(file);
        double[] all = new double[0];
        for (String name : new String[] {"a", "b"}) {
            if (open.entries().stream().anyMatch(entry -> entry.name().equals(name))) {
                double[] values = open.read(name).values();
                double[] longer = Arrays.copyOf(all, all.length + values.length);
                System.arraycopy(values, 0, longer, all.length, values.length);
                all = longer;
            }
        }
        assertThat(all).containsExactly(1, -2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "[]                                                     | the header must be a JSON object",
                "{'a':[]}                                               | array a in the header must be an object",
                "{'a':{'dtype':'F32','shape':[2]}}                      | array a in the header needs dtype, shape and data_offsets",
                "{'a':{'dtype':'F33','shape':[2],'data_offsets':[0,8]}} | array a in the header has the dtype \"F33\"",
                "{'a':{'dtype':32,'shape':[2],'data_offsets':[0,8]}}    | array a in the header has the dtype",
                "{'a':{'dtype':'F32','shape':[-2],'data_offsets':[0,8]}}  | array a in the header shape must be a list of whole numbers from 0 on",
                "{'a':{'dtype':'F32','shape':[2.0],'data_offsets':[0,8]}} | array a in the header shape must be a list of whole numbers from 0 on",
                "{'a':{'dtype':'F32','shape':2,'data_offsets':[0,8]}}     | array a in the header shape must be a list of whole numbers",
                "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8,8]}} | array a in the header must have two data_offsets",
                "{'a':{'dtype':'F32','shape':[2],'data_offsets':[8,0]}}   | array a: data_offsets 8 to 0 do not fit F32 numbers of shape [2]",
                "{'a':{'dtype':'F32','shape':[3],'data_offsets':[0,8]}}   | array a: data_offsets 0 to 8 do not fit F32 numbers of shape [3]",
                "{'a':{'dtype':'F32','shape':[1],'data_offsets':[0,4]}}   | the arrays take 4 bytes, but 8 follow the header",
                "{'a':{'dtype':'F32','shape':[3],'data_offsets':[0,12]}}  | the arrays take 12 bytes, but 8 follow the header",
                "{'a':{'dtype':'F32','shape':[1],'data_offsets':[4,8]}}   | array a begins at byte 4 of the data, not at 0",
                "{'a':{'dtype':'F4','shape':[1],'data_offsets':[0,1]}}    | array a: data_offsets 0 to 1 do not fit F4 numbers of shape [1]",
                "{'a':{'dtype':'F32','dtype':'F32','shape':[2],'data_offsets':[0,8]}} | the header is not valid JSON: Duplicate field 'dtype'",
                "{'a':{'dtype':'F32','shape':[4611686018427387904,4611686018427387904],'data_offsets':[0,8]}} | array a in the header has an axis of more than",
                "{'a':{'dtype':'F32','shape':[65536,65536,65536,65536,65536],'data_offsets':[0,8]}} | array a: data_offsets 0 to 8 do not fit",
                "{'a':{'dtype':'F32','shape':[2147483647,2147483647,2],'data_offsets':[0,9223372036854775807]}} | array a: data_offsets 0 to 9223372036854775807 do not fit",
                "{'a':{'dtype':'F32','shape':[65536,65536,65536,65536],'data_offsets':[0,0]},'b':{'dtype':'F32','shape':[2],'data_offsets':[0,8]}} | array a: data_offsets 0 to 0 do not fit",
                "{'a':{'dtype':'F32','shape':[18446744073709551616],'data_offsets':[0,8]}} | array a in the header shape must be a list of whole numbers",
                "{'__metadata__':{'a':1}}   | __metadata__ in the header must be an object with texts",
                "{}                         | the arrays take 0 bytes, but 8 follow the header",
                "{'\\ud800':{}}             | array \\ud800: the name is not Unicode",
                "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]}}x | the header is not valid JSON",
                "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]}}{} | something follows the JSON object in the header",
                "{'a':{'dtype':'F32','shape':[1],'data_offsets':[0,4]},'b':{'dtype':'F32','shape':[1],'data_offsets':[0,4]}} | array b begins at byte 0 of the data, not at 4",
                "{'a':{'dtype':'F32','shape':[1],'data_offsets':[0,4]},'b':{'dtype':'F32','shape':[2],'data_offsets':[2,10]}} | array b begins at byte 2 of the data, not at 4",
                "{'a':{'dtype':'F32','shape':[1],'data_offsets':[0,4]},'a':{'dtype':'F32','shape':[1],'data_offsets':[4,8]}} | the header is not valid JSON: Duplicate field 'a'",
            })
    void whatTheLibraryRefusesIsRefused(String header, String sentence) throws IOException {
        Path file = file(safetensors(json(header), new byte[8]));
        assertThat(Cost.ofRefusal(file, Cost::everything)).startsWith(sentence);
    }

    @Test
    void aFileCutOffAnywhereIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(GoldenArraysTest.path("st_gru.safetensors"));
        for (int length = 0; length < whole.length; length++) {
            Path file = file(Arrays.copyOf(whole, length));
            assertThat(Cost.ofRefusal(file, Cost::everything))
                    .containsAnyOf("cut off", "no safetensors file", "must be", "fit");
        }
    }

    @Test
    void lengthsAreNotBelieved() throws IOException {
        byte[] header = "{}".getBytes(StandardCharsets.UTF_8);
        assertThat(Cost.ofRefusal(file(safetensors(3, header, new byte[0])), Cost::everything))
                .isEqualTo(
                        "no safetensors file, or one that was cut off: its header should have 3 bytes, but 2 follow");
        assertThat(Cost.ofRefusal(file(safetensors(-1, header, new byte[0])), Cost::everything))
                .contains("its header should have 18446744073709551615 bytes");
        String promise = "{\"a\":{\"dtype\":\"F32\",\"shape\":[25],\"data_offsets\":[0,100]}}";
        assertThat(Cost.ofRefusal(file(safetensors(promise, new byte[8])), Cost::everything))
                .startsWith("the arrays take 100 bytes, but 8 follow the header");
    }

    @Test
    void anArrayThatIsTooLargeIsListedAndNotRead() throws Exception {
        String header = "{\"a\":{\"dtype\":\"F32\",\"shape\":[3,3],\"data_offsets\":[0,36]}}";
        Path file = file(safetensors(header, new byte[36]));
        assertThat(SafetensorsFile.open(file, FEW).entries().get(0).shape()).containsExactly(3, 3);
        assertThat(refusedByFew(file)).isEqualTo("array a of shape [3][3] is too large; an array may have 8 numbers");
    }

    @Test
    void aHeaderHasItsLimits() throws IOException {
        byte[] blank = " ".repeat(201).getBytes(StandardCharsets.UTF_8);
        assertThat(refusedByFew(file(safetensors(201, blank, new byte[0]))))
                .isEqualTo("a header of 201 bytes is too long; at most 200");
        String many = IntStream.range(0, 3)
                .mapToObj(i -> "\"" + i + "\":{\"dtype\":\"F32\",\"shape\":[],\"data_offsets\":[0,4]}")
                .collect(Collectors.joining(",", "{", "}"));
        assertThat(refusedByFew(file(safetensors(many, new byte[4]))))
                .isEqualTo("the file holds too many arrays; at most 2");
        Path unfinished = file(safetensors("{\"a\":{\"x\":[[[", new byte[0]));
        assertThat(Cost.ofRefusal(unfinished, Cost::everything)).startsWith("the header is not valid JSON: ");
        String metadata = "{\"__metadata__\":{\"a\":\"\",\"b\":\"\"}}";
        assertThat(Cost.ofRefusal(file(safetensors(metadata, new byte[4])), Cost::everything))
                .isEqualTo(
                        "the arrays take 0 bytes, but 4 follow the header; the file was cut off or something was added");
    }

    private static String refusedByFew(Path file) {
        return Cost.ofRefusal(file, path -> Cost.everything(SafetensorsFile.open(path, FEW)));
    }

    @Test
    void numbersThatAreNoWeightsAreRefusedWithTheirPlace() throws IOException {
        String header = "{\"b\":{\"dtype\":\"F32\",\"shape\":[2,3],\"data_offsets\":[0,24]}}";
        assertThat(Cost.ofRefusal(file(safetensors(header, floats(1, 2, 3, 4, 5, Double.NaN))), Cost::everything))
                .isEqualTo("array b: [1][2] is NaN; a weight must be a finite number");
        assertThat(Cost.ofRefusal(
                        file(safetensors(header, floats(1, Double.NEGATIVE_INFINITY, 3, 4, 5, 6))), Cost::everything))
                .isEqualTo("array b: [0][1] is -Infinity; a weight must be a finite number");
        byte[] large = ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putDouble(1e39)
                .array();
        String wide = "{\"b\":{\"dtype\":\"F64\",\"shape\":[],\"data_offsets\":[0,8]}}";
        assertThat(Cost.ofRefusal(file(safetensors(wide, large)), Cost::everything))
                .isEqualTo("array b: its only number is 1.0E39; at most ±3.4e38 fits float32");
        for (String type : new String[] {"F16 007c", "F16 017e", "BF16 807f", "BF16 c07f"}) {
            String half = "{\"b\":{\"dtype\":\"%s\",\"shape\":[1],\"data_offsets\":[0,2]}}"
                    .formatted(type.substring(0, type.length() - 5));
            int bits = Integer.parseInt(type.substring(type.length() - 4), 16);
            assertThat(Cost.ofRefusal(
                            file(safetensors(half, new byte[] {(byte) (bits >> 8), (byte) bits})), Cost::everything))
                    .startsWith("array b: [0] is ");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"I64 8", "U64 8", "C64 8", "I32 4", "U32 4", "I16 2", "U16 2", "I8 1", "BOOL 1", "F8_E4M3 1"})
    void wholeNumbersAreListedAndNotRead(String type) throws Exception {
        String name = type.substring(0, type.indexOf(' '));
        int bytes = Integer.parseInt(type.substring(type.indexOf(' ') + 1));
        String header = "{\"ids\":{\"dtype\":\"%s\",\"shape\":[1],\"data_offsets\":[0,%d]}}".formatted(name, bytes);
        SafetensorsFile file = SafetensorsFile.open(file(safetensors(header, new byte[bytes])));
        assertThat(file.entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.type()).isNull());
        assertThatThrownBy(() -> file.read("ids"))
                .isInstanceOf(BadModel.class)
                .hasMessageEndingWith(
                        "array ids holds type " + name + "; weights are floating point numbers of 16, 32 or 64 bits");
    }

    @Test
    void whatIsNoFileIsRefused() {
        assertThat(Cost.ofRefusal(folder, SafetensorsFile::open)).isEqualTo("this is a folder; a model file is needed");
        assertThat(Cost.ofRefusal(folder.resolve("none"), SafetensorsFile::open))
                .isEqualTo("there is no such file");
        assertThatThrownBy(() -> SafetensorsFile.open(GoldenArraysTest.path("st_rnn.safetensors"))
                        .read("weight_ih_l1"))
                .isInstanceOf(BadModel.class)
                .hasMessageContaining(
                        "there is no array weight_ih_l1; the file has bias_hh_l0 bias_ih_l0 weight_hh_l0");
    }

    @Test
    void whatCannotBeReadAgainIsNotWrittenAndLeavesWhatWasThere() throws Exception {
        Path file = folder.resolve("kept.safetensors");
        SafetensorsFile.write(file, Map.of("w", Array.of(new double[] {1}, 1)), ElementType.F32);
        byte[] before = Files.readAllBytes(file);
        BadModel refusal = catchThrowableOfType(
                BadModel.class,
                () -> SafetensorsFile.write(file, Map.of("w", Array.of(new double[] {1, 1e39}, 2)), ElementType.F32));
        assertThat(refusal).hasMessage(file + ": array w: [1] is 1.0E39; at most ±3.4e38 fits float32");
        assertThat(file).hasBinaryContent(before);
        assertThat(folder).isDirectoryNotContaining(path -> path.toString().endsWith(".part"));
        assertThat(Cost.ofRefusal(
                        folder.resolve("no/folder.safetensors"),
                        path -> SafetensorsFile.write(path, Map.of(), ElementType.F32)))
                .isEqualTo("the file cannot be written; choose another place for it");
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("x.safetensors"), bytes);
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
