package grulab.interop.fuzz;

import static java.util.concurrent.TimeUnit.MINUTES;

import grulab.interop.CaseFile;
import grulab.interop.file.ArrayEntry;
import grulab.interop.file.ArrayFile;
import grulab.interop.file.BadModel;
import grulab.interop.file.ForeignFile;
import grulab.interop.file.LabWeights;
import grulab.interop.file.ModelHints;
import grulab.interop.file.NpzFile;
import grulab.interop.file.SafetensorsFile;
import grulab.interop.onnx.OnnxFile;
import grulab.interop.weights.LayerOutline;
import grulab.interop.weights.ModelFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Every reader of files against damaged ones: 2,000 each here, 100,000 each by mvn -Pfuzz verify. */
@Tag("fuzz")
@Timeout(value = 30, unit = MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ReadersFuzzTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/files");

    @TempDir
    Path folder;

    @Test
    void safetensors() throws IOException {
        golden("fuzz.safetensors", ".safetensors").read(file -> all(SafetensorsFile.open(file)));
    }

    @Test
    void npz() throws IOException {
        golden("fuzz.npz", ".npz").read(file -> all(NpzFile.open(file)));
    }

    @Test
    void foreign() throws IOException {
        golden("fuzz.foreign", "").read(file -> {
            Optional<BadModel> refusal = ForeignFile.refusal(file);
            if (refusal.isPresent()) {
                throw refusal.get();
            }
        });
    }

    @Test
    void weightsOfTheLab() throws IOException {
        cells(new ReaderFuzz(folder.resolve("fuzz.weights.json"))).read(LabWeights::read);
    }

    @Test
    void casesWithExpectedNumbers() throws IOException {
        ReaderFuzz fuzz = new ReaderFuzz(folder.resolve("fuzz.case.json"));
        for (String cell : List.of(RNN, LSTM, GRU)) {
            String rest = ",'x':[[[1,2]],[[3,4]]],'h0':[[1]],'targets':[[0],[1]],'train':{'steps':2,'lr':0.5,'clip':1},"
                    + "'expected':{'h':[[[1]],[[2]]],'loss':1,'gradients':{'x':[[[1,2]],[[3,4]]]},"
                    + "'training':{'loss':[1,2]}},'tolerance':1e-6,'rtol':0}";
            fuzz.from(json(cell.substring(0, cell.length() - 1) + rest));
        }
        fuzz.read(CaseFile::read);
    }

    @Test
    void onnx() throws IOException {
        besideItsWeights();
        golden("fuzz.onnx", ".onnx").read(file -> OnnxFile.open(file, null));
    }

    /** Of any kind, and every layer in it. */
    @Test
    void models() throws IOException {
        besideItsWeights();
        cells(golden("fuzz.model", "")).read(file -> {
            ModelFile model = ModelFile.open(file, ModelHints.NONE);
            for (LayerOutline layer : model.layers()) {
                model.layer(layer.name());
            }
        });
    }

    private void besideItsWeights() throws IOException {
        String weights = "onnx_gru_default.onnx.data";
        Files.copy(GOLDEN.resolve(weights), folder.resolve(weights));
    }

    private static final String HEAD = ",'head':{'W_hq':[[1,2]],'b_q':[0,-1.5e-3]},'name':'a','meta':{'x':[1,{}]}}";
    private static final String RNN =
            "{'cell':'rnn','weights':{'W_ih':[[1,2]],'W_hh':[[3]],'b_ih':[4],'b_hh':[5]}" + HEAD;
    private static final String LSTM =
            "{'cell':'lstm','weights':{'W_ii':[[1,2]],'W_if':[[1,2]],'W_ig':[[1,2]],'W_io':[[1,2]],'W_hi':[[3]],"
                    + "'W_hf':[[3]],'W_hg':[[3]],'W_ho':[[3]]}" + HEAD;
    private static final String GRU =
            "{'cell':'gru','reset':'before','update':'admit','weights':{'W_ir':[[1,2]],'W_iz':[[1,2]],'W_in':[[1,2]],"
                    + "'W_hr':[[3]],'W_hz':[[3]],'W_hn':[[3]],'b_hn':[0.25]}" + HEAD;

    private static ReaderFuzz cells(ReaderFuzz fuzz) {
        return fuzz.from(json(RNN)).from(json(LSTM)).from(json(GRU));
    }

    private static byte[] json(String text) {
        return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    private ReaderFuzz golden(String name, String end) throws IOException {
        ReaderFuzz fuzz = new ReaderFuzz(folder.resolve(name));
        try (Stream<Path> files = Files.list(GOLDEN)) {
            for (Path good : files.filter(file -> file.toString().endsWith(end) && Files.isRegularFile(file))
                    // what the tests compare with is no model
                    .filter(file -> !file.endsWith("arrays.json"))
                    .sorted()
                    .toList()) {
                fuzz.from(good);
            }
        }
        return fuzz;
    }

    private static void all(ArrayFile file) throws BadModel {
        for (ArrayEntry entry : file.entries()) {
            if (entry.type() != null) {
                file.read(entry.name());
            }
        }
    }
}
