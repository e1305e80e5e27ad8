package grulab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import grulab.cli.Shell.Outcome;
import grulab.interop.file.NpzFile;
import grulab.model.Array;
import grulab.model.CellType;
import grulab.model.Framework;
import grulab.model.Snapshot;
import grulab.service.LabFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CodeCommandTest {
    @TempDir
    Path folder;

    private final Shell shell = new Shell();
    private String file = "";

    @BeforeEach
    void writeCase() throws IOException {
        file = GoldenCase.write(GoldenCase.read("gru_pytorch_3_4"), folder.resolve("case.json"))
                .toString();
    }

    @ParameterizedTest
    @EnumSource(Framework.class)
    void aProgramItsWeightsInputAndTraceAreInTheFolder(Framework framework) throws Exception {
        Path out = folder.resolve("a/b");
        Outcome outcome = shell.run("code", "--case", file, "--framework", framework.id(), "--out", out.toString());
        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(outcome.out().lines()).hasSize(4).allMatch(line -> Files.isRegularFile(Path.of(line)));
        assertThat(out.resolve(framework.file())).isRegularFile();
        double golden =
                GoldenCase.read("gru_pytorch_3_4").at("/expected/h/5/1/3").asDouble();
        double[] h = NpzFile.open(out.resolve("trace.npz")).read("h").values();
        assertThat(Math.abs(h[h.length - 1] - golden)).isLessThan(1e-12);
    }

    @Test
    void ofALabItIsTheWatchedPassageAsTheEngineComputesIt() throws Exception {
        String lab = folder.resolve("copy.grulab").toString();
        shell.run(("train --corpus copy --cell lstm --hidden 6 --batch 4 --steps 9 --max-batches 5 --threads 1 --save "
                        + lab)
                .split(" "));
        Path out = folder.resolve("out");
        Outcome outcome = shell.run("code", "--lab", lab, "--framework", "numpy", "--out", out.toString());
        assertThat(outcome.code()).as(outcome.err()).isZero();
        Snapshot snapshot = LabFile.read(Path.of(lab)).snapshot();
        assertThat(snapshot.trace().cell()).isEqualTo(CellType.LSTM);
        NpzFile trace = NpzFile.open(out.resolve("trace.npz"));
        for (var quantity : CellType.LSTM.quantities()) {
            Array written = trace.read(quantity.id());
            assertThat(written.shape()).containsExactly(9, 1, 6);
            float[] shown = snapshot.trace().of(quantity);
            for (int i = 0; i < shown.length; i++) {
                assertThat(written.values()[i]).isEqualTo((double) shown[i]);
            }
        }
        assertThat(trace.read("logits").shape()[2]).isEqualTo(snapshot.weights().outputs());
        double[] x = NpzFile.open(out.resolve("input.npz")).read("x").values();
        int[] symbols = snapshot.passage().inputs();
        for (int t = 0; t < symbols.length; t++) {
            assertThat(x[t * snapshot.weights().inputs() + symbols[t]]).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    --framework torch --out OUT --case CASE             | --framework must be pytorch or keras or flax or numpy or nd4j, not 'torch'
                    --framework numpy --out OUT                         | give either --case FILE or --lab FILE
                    --framework numpy --out OUT --case CASE --lab x     | give either --case FILE or --lab FILE
                    --framework numpy --out CASE --case CASE            | is a file; give the name of a folder
                    --framework numpy --out CASE/in --case CASE         | choose another place
                    --framework numpy --out OUT --case nowhere.json     | there is no such file
                    --framework numpy --out OUT --lab CASE              | choose a .grulab file that the lab saved
                    """)
    void aWrongRequestIsRefusedInOneSentence(String options, String sentence) {
        Path out = folder.resolve("out");
        Outcome outcome = shell.run(("code " + options)
                .replace("OUT", out.toString())
                .replace("CASE", file)
                .split(" "));
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains(sentence).hasLineCount(1);
        assertThat(out).doesNotExist();
    }
}
