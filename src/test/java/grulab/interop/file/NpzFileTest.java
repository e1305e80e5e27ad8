package grulab.interop.file;

import static grulab.interop.file.Archive.floats;
import static grulab.interop.file.Archive.npy;
import static grulab.interop.file.Archive.npyHeader;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import grulab.model.Array;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NpzFileTest {
    private static final byte[] TWO = npy(npyHeader("<f4", "(2,)"), floats(1, 2));

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'descr': '<f4', 'fortran_order': False, 'shape': (2,), }                     \n",
                "{\"shape\":(2,),\"fortran_order\":True,\"descr\":\"<f4\"}",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (2L, 1L), }",
                "{'descr': '=f4', 'fortran_order': False, 'shape': (1, 2)}",
            })
    void headersAreReadAsNumPyReadsThem(String header) throws Exception {
        Path file = file(new Archive().with("w.npy", npy(header, floats(1, -0.0))));
        assertThat(NpzFile.open(file).read("w").values()).containsExactly(1, -0.0);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void laterVersionsHaveALongerLength(int version) throws Exception {
        byte[] header = npyHeader("<f4", "(2,)").getBytes(StandardCharsets.UTF_8);
        byte[] npy = ByteBuffer.allocate(12 + header.length + 8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', (byte) version, 0})
                .putInt(header.length)
                .put(header)
                .put(floats(3, 4))
                .array();
        assertThat(NpzFile.open(file(new Archive().with("w.npy", npy)))
                        .read("w")
                        .values())
                .containsExactly(3, 4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{}                                                            | has a header without descr, fortran_order and shape",
                "[]                                                            | has a header that cannot be read at its character 1",
                "{'descr': '<f4', 'fortran_order': False}                      | has a header without",
                "{'descr': '<f4', 'fortran_order': 0, 'shape': (2,)}           | has a header that cannot be read at its character 35",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (2)}        | has a header that cannot be read",
                "{'descr': '<f4', 'fortran_order': False, 'shape': [2]}        | has a header that cannot be read",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (-2,)}      | has a header that cannot be read",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (1+1,)}     | has a header that cannot be read",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (2,), 'x': 1} | has the unknown field x in its header",
                "{'descr': '<f4', 'descr': '<f4', 'fortran_order': False, 'shape': (2,)} | has a field twice in its header",
                "{'descr': 'evil()', 'fortran_order': False, 'shape': (2,)}    | has numbers of the unknown type evil()",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (2,)} + x   | has a header that cannot be read",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (3,)}       | has 8 bytes where its shape [3] needs another number",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (9999999999,)} | has an axis of more than",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (2147483647,2147483647,2147483647)} | has 8 bytes where its shape",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (65536,65536,65536,65536)} | has 8 bytes where its shape",
                "{'descr': [('a', '<f4', 'fortran_order': False, 'shape': (2,)} | has a header",
                "{'descr': '<f4                                                | has a header that cannot be read",
            })
    void anythingElseInAHeaderIsRefused(String header, String sentence) throws IOException {
        Path file = file(new Archive().with("g/w.npy", npy(header, floats(1, 2))));
        assertThat(Cost.ofRefusal(file, Cost::everything)).startsWith("array g/w " + sentence);
    }

    /** 2^64 numbers are 0 in 64 bits, and 0 bytes follow. */
    @Test
    void aProductOfSizesDoesNotOverflow() throws IOException {
        assertThat(refusal("w.npy", npy(npyHeader("<f4", "(65536, 65536, 65536, 65536)"), new byte[0])))
                .isEqualTo("array w has 0 bytes where its shape [65536][65536][65536][65536] needs another number");
    }

    @Test
    void headersOfAnotherKindAreRefused() throws IOException {
        byte[] future = TWO.clone();
        future[6] = 4;
        byte[] endless = TWO.clone();
        endless[6] = 2;
        endless[10] = (byte) 0xff;
        endless[11] = (byte) 0xff;
        assertThat(refusal("w.npy", future)).startsWith("array w is of version 4.0 of the .npy format");
        assertThat(refusal("w.npy", endless))
                .startsWith("array w has a header of ")
                .endsWith(" bytes; at most 10,000");
        assertThat(refusal("w.npy", "hello".getBytes(StandardCharsets.UTF_8))).isEqualTo("array w is no .npy file");
        assertThat(refusal("w.npy", new byte[0])).isEqualTo("array w is no .npy file");
        assertThat(refusal("w.txt", new byte[9]))
                .isEqualTo("a zip archive without any .npy; write it with numpy.savez");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "'|O'  ; objects of Python (a pickle, which can run code)",
                "'<i8' ; type <i8",
                "'|b1' ; type |b1",
                "'<U2' ; type <U2",
                "'|V8' ; type |V8",
                "'<V2' ; type <V2 (if it was bfloat16, save it as float32)",
                "'<c8' ; type <c8",
                "'<M8[ns]' ; a time, <M8[ns]",
                "[('a', '<f4'), ('b', '<i4', (2, 3))] ; a structure with several fields",
            })
    void whatHoldsNoWeightsIsListedAndRefusedByName(String descr, String what) throws Exception {
        String header = "{'descr': " + descr + ", 'fortran_order': False, 'shape': (1,)}";
        byte[] npy = npy(header, new byte[descr.contains("b1") ? 1 : descr.contains("V2") ? 2 : 8]);
        NpzFile file = NpzFile.open(file(new Archive().with("w.npy", TWO).with("vocabulary.npy", npy)));
        assertThat(file.entries()).extracting(ArrayEntry::type).containsExactly(ElementType.F32, null);
        assertThat(file.read("w").values()).containsExactly(1, 2);
        assertThatThrownBy(() -> file.read("vocabulary"))
                .isInstanceOf(BadModel.class)
                .hasMessageEndingWith(
                        "array vocabulary holds " + what + "; weights are floating point numbers of 16, 32 or 64 bits");
    }

    @Test
    void aPlaceIsThatOfTheArrayWhicheverWayItLies() throws IOException {
        String columns = "{'descr': '<f4', 'fortran_order': True, 'shape': (2, 3)}";
        assertThat(refusal("k.npy", npy(columns, floats(1, 2, 3, Double.NaN, 5, 6))))
                .isEqualTo("array k: [1][1] is NaN; a weight must be a finite number");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../w.npy",
                "/w.npy",
                "a/../../w.npy",
                "..\\w.npy",
                "\\w.npy",
                "C:\\w.npy",
                "c:w.npy",
                "a/..",
                "w\0.npy"
            })
    void namesThatClimbOutAreRefused(String name) throws IOException {
        assertThat(Cost.ofRefusal(file(new Archive().with("ok.npy", TWO).with(name, TWO)), Cost::everything))
                .startsWith("entry ");
        assertThatThrownBy(() -> NpzFile.write(
                        folder.resolve("w.npz"), Map.of(name, Array.of(new double[1], 1)), ElementType.F32))
                .isInstanceOf(BadModel.class);
    }

    @Test
    void namesWithSlashesAndColonsAreOrdinary() throws Exception {
        Map<String, Array> arrays = new LinkedHashMap<>();
        for (String name : List.of("gru/gru_cell/kernel", "w:0", "a.b..c/d", "权重", "")) {
            arrays.put(name, Array.of(new double[] {arrays.size(), 0x1p-149}, 2, 1));
        }
        Path file = folder.resolve("names.npz");
        NpzFile.write(file, arrays, ElementType.F32);
        NpzFile read = NpzFile.open(file);
        assertThat(read.entries()).extracting(ArrayEntry::name).containsExactlyElementsOf(arrays.keySet());
        for (String name : arrays.keySet()) {
            assertThat(read.read(name).values()).isEqualTo(arrays.get(name).values());
            assertThat(read.read(name).shape()).containsExactly(2, 1);
        }
    }

    @Test
    void aFileCutOffAnywhereIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(GoldenArraysTest.path("npz_gru_after_compressed.npz"));
        for (int length = 0; length < whole.length; length++) {
            Path file = Files.write(folder.resolve("x.npz"), Arrays.copyOf(whole, length));
            assertThat(Cost.ofRefusal(file, Cost::everything)).isNotBlank();
        }
    }

    private String refusal(String name, byte[] content) throws IOException {
        return Cost.ofRefusal(file(new Archive().with(name, content)), Cost::everything);
    }

    private Path file(Archive archive) throws IOException {
        return Files.write(folder.resolve("x.npz"), archive.bytes());
    }
}
