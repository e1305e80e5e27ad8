package grulab.interop.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForeignFileTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "torch_state_dict.pt     | this is a pickle of PyTorch, which can run code when it is read; save it as safetensors",
                "torch_state_dict_old.pt | this is a pickle of PyTorch before 1.6, which can run code",
                "torch_module.pt         | this is a pickle of PyTorch, which can run code",
                "keras_char.keras        | this is a .keras file, which the lab does not read; save the weights by name",
                "keras_char.weights.h5   | this is HDF5, as .h5 of Keras is, which the lab does not read",
            })
    void filesOfFrameworksAreKnownWhateverTheyAreCalled(String name, String sentence) throws Exception {
        Path file = Files.copy(GoldenArraysTest.path(name), folder.resolve("model.onnx"));
        assertThat(ForeignFile.refusal(file).orElseThrow()).hasMessageStartingWith(file + ": " + sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x.gguf    | 4747554603000000             | this is GGUF",
                "x.npy     | 934e554d50590100             | this is a single .npy array",
                "x.npz     | 1f8b080000000000             | this is packed (gzip); unpack it first",
                "x.h5      | 894844460d0a1a0a00           | this is HDF5",
                "x.tflite  | 1c00000054464c3300000000     | this is TensorFlow Lite",
                "x.pkl     | 80049500000000               | this is a pickle, which can run code",
                "x.pb      | 0802120a                     | this is a model or checkpoint of TensorFlow",
                "x.msgpack | 82a67061                     | this is MessagePack",
                "x.html    | 3c21444f43545950453e         | this is a web page",
                "x.csv     | 302e312c302e32               | this is text",
                "x.bin     | 76657273696f6e2068747470733a2f2f6769742d6c6673 | this is a pointer of Git LFS",
                "x.zip     | 504b0506000000000000000000000000000000000000 | this is a zip archive without any .npy",
            })
    void othersAreKnownByHowTheyBegin(String name, String hex, String sentence) throws Exception {
        assertThat(refusal(name, HexFormat.of().parseHex(hex))).startsWith(sentence);
        assertThat(refusal("empty", new byte[0])).startsWith("the file is empty");
    }

    @Test
    void whatTheLabReadsIsNotForeign() throws Exception {
        for (String name :
                new String[] {"st_gru.safetensors", "npz_gru_after.npz", "npz_keras_char_names.npz", "manifest.json"}) {
            assertThat(ForeignFile.refusal(GoldenArraysTest.path(name))).isEmpty();
        }
        assertThat(refusal("x.onnx", HexFormat.of().parseHex("0808120770797465")))
                .isEmpty();
        assertThat(refusal("cut.npz", Arrays.copyOf(Files.readAllBytes(GoldenArraysTest.path("npz_lstm.npz")), 900)))
                .isEmpty();
    }

    /** A header of 640 bytes begins like a pickle, one of 35,615 like gzip, one of 19,280 like a zip archive. */
    @ParameterizedTest
    @CsvSource({"640", "896", "1152", "35615", "19280", "2130699"})
    void aLengthThatLooksLikeTheStartOfSomethingElseIsALength(int length) throws Exception {
        byte[] header = new byte[length];
        Arrays.fill(header, (byte) ' ');
        header[0] = '{';
        header[1] = '}';
        byte[] file = ByteBuffer.allocate(8 + length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(length)
                .put(header)
                .array();
        assertThat(refusal("x.safetensors", file)).isEmpty();
        assertThat(SafetensorsFile.open(folder.resolve("x.safetensors")).entries())
                .isEmpty();
    }

    @Test
    void textOfAnyLanguageIsNoModel() throws Exception {
        assertThat(refusal("x.txt", "die Größe der Schicht".getBytes(StandardCharsets.UTF_8)))
                .startsWith("this is text");
    }

    private String refusal(String name, byte[] bytes) throws IOException, BadModel {
        Path file = Files.write(folder.resolve(name), bytes);
        return ForeignFile.refusal(file)
                .map(refusal -> refusal.getMessage().substring(file.toString().length() + 2))
                .orElse("");
    }
}
