package grulab.interop.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import grulab.interop.file.BadModel;
import grulab.model.CellType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import onnx.format.StringStringEntryProto;
import onnx.format.TensorProto;
import onnx.format.TensorProto.DataLocation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Weights in a second file: from the folder of the model, and from nowhere else. */
class ExternalFilesTest {
    @TempDir
    Path outside;

    private Path folder;
    private Path model;
    private byte[] numbers;

    @BeforeEach
    void folderWithAModel() throws IOException {
        folder = Files.createDirectory(outside.resolve("models"));
        model = folder.resolve("model.onnx");
        numbers = EditedModel.of(CellType.GRU).stored("W").getRawData().toByteArray();
        Files.write(outside.resolve("beside"), new byte[1000]);
    }

    @Test
    void theyAreReadFromWhereTheModelSays() throws IOException, BadModel {
        byte[] padded = new byte[numbers.length + 64];
        System.arraycopy(numbers, 0, padded, 48, numbers.length);
        Files.createDirectory(folder.resolve("weights"));
        Files.write(folder.resolve("weights/w.bin"), padded);
        write("weights/w.bin", "48", "" + numbers.length);
        assertThat(OnnxFile.open(model, null).layers().get(0).weights().get("W_iz"))
                .isEqualTo(RandomModel.of(CellType.GRU).weights().get("W_iz"));
    }

    @Test
    void aFileThatIsNotThereIsNamed() throws IOException {
        write("w.bin", "0", "" + numbers.length);
        assertThat(refusal()).contains("lie in w.bin, which is not beside the model");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../beside", "weights/../../beside", "..\\beside", "", "link"})
    void noOtherFolderIsReached(String location) throws IOException {
        Files.createSymbolicLink(folder.resolve("link"), outside.resolve("beside"));
        Files.createDirectory(folder.resolve("weights"));
        write(location, "0", "" + numbers.length);
        assertThat(refusal()).contains("only files in the folder of the model are read");
    }

    @Test
    void noPlaceThatBeginsAtARootIsReached() throws IOException {
        write(outside.resolve("beside").toString(), "0", "" + numbers.length);
        assertThat(refusal()).contains("only files in the folder of the model are read");
    }

    @ParameterizedTest
    @CsvSource({
        "1,            180, 'from byte 1 on are not in w.bin, which has 180'",
        "181,          180, 'are not in w.bin'",
        "-1,           180, 'its offset is -1'",
        "many,         180, 'its offset is many'",
        "0,            179, '179 are said to be stored'",
        "0,            181, '181 are said to be stored'",
    })
    void noPlaceBeyondTheFileIsBelieved(String offset, String length, String sentence) throws IOException {
        Files.write(folder.resolve("w.bin"), numbers);
        write("w.bin", offset, length);
        assertThat(refusal()).contains(sentence);
    }

    @Test
    void aFolderOrAPipeIsNoFile() throws IOException {
        Files.createDirectory(folder.resolve("w.bin"));
        write("w.bin", "0", "" + numbers.length);
        assertThat(refusal()).contains("w.bin");
    }

    private void write(String location, String offset, String length) throws IOException {
        EditedModel edited = EditedModel.of(CellType.GRU);
        TensorProto.Builder w = edited.stored("W").clearRawData().setDataLocation(DataLocation.EXTERNAL);
        w.addExternalData(entry("location", location));
        w.addExternalData(entry("offset", offset));
        w.addExternalData(entry("length", length));
        Files.write(model, edited.bytes());
    }

    private String refusal() {
        BadModel refused = catchThrowableOfType(BadModel.class, () -> OnnxFile.open(model, null));
        return String.valueOf(refused.getMessage());
    }

    private static StringStringEntryProto entry(String key, String value) {
        return StringStringEntryProto.newBuilder().setKey(key).setValue(value).build();
    }
}
