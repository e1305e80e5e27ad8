package grulab.presentation;

import static org.assertj.core.api.Assertions.assertThat;

import grulab.interop.file.ModelHints;
import grulab.interop.file.ModelLayer;
import grulab.interop.layout.Conversion;
import grulab.interop.weights.ModelFile;
import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.FrameworkRow;
import grulab.model.ResetPosition;
import grulab.model.Snapshot;
import grulab.model.UpdateMeaning;
import grulab.model.Weights;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Weights written for a framework")
class ExportModelTest {
    private static final Convention CHUNG = new Convention(ResetPosition.BEFORE, UpdateMeaning.ADMIT);

    @TempDir
    Path folder;

    private @Nullable Snapshot shown;
    private final ExportModel model = new ExportModel(() -> shown, Runnable::run, Runnable::run);

    @Test
    @DisplayName("are the weights on the screen, and the notice says what was done to them")
    void written() throws Exception {
        shown = StepFixture.snapshot(StepFixture.of(CellType.GRU, CHUNG, 6), 1, 1);
        Path file = folder.resolve("gru.npz");
        model.export(row("onnx"), file);
        assertThat(model.notice().get())
                .isEqualTo(Message.done(
                        "export.written",
                        "gru.npz",
                        "ONNX GRU, linear_before_reset=0",
                        Message.of("export.relabelled")));
        ModelLayer read =
                ModelFile.open(file, new ModelHints(null, null, null, "onnx")).layer(null);
        Weights expected = Conversion.of(shown.weights(), CHUNG, row("onnx"));
        expected.arrays()
                .forEach((name, values) ->
                        assertThat(read.weights().get(name)).as(name).isEqualTo(values));
    }

    @Test
    @DisplayName("are not written where no weights of the framework are the same function")
    void refused() {
        shown = StepFixture.snapshot(StepFixture.small(), 1, 1);
        model.export(row("chung"), folder.resolve("gru.npz"));
        Message said = model.notice().get();
        assertThat(said.key()).isEqualTo("export.no.reset");
        assertThat(said.arguments())
                .startsWith("Chung et al. 2014", Message.of("convention.before"), "W_hn[0][1]")
                .endsWith(Message.of("convention.after"));
        model.export(row("nd4j-gru"), folder.resolve("gru.npz"));
        assertThat(model.notice().get().key()).isEqualTo("export.no.bias-outside");
        model.export(row("keras"), folder.resolve("gru.onnx"));
        assertThat(model.notice().get()).isEqualTo(Message.of("export.onnx", "Keras GRU, reset_after=True"));
        assertThat(folder.toFile().list()).isEmpty();
    }

    @Test
    @DisplayName("need something to be trained, and a place that can be written to")
    void nothing() {
        model.export(row("keras"), folder.resolve("gru.npz"));
        assertThat(model.notice().get()).isEqualTo(Message.of("export.nothing"));
        shown = StepFixture.snapshot(StepFixture.small(), 1, 1);
        model.export(row("keras"), folder.resolve("none").resolve("gru.npz"));
        assertThat(model.notice().get().key()).isEqualTo("plain");
        assertThat(model.notice().get().arguments().get(0).toString()).contains("gru.npz");
    }

    private static FrameworkRow row(String id) {
        return FrameworkRow.byId(CellType.GRU, id).orElseThrow();
    }
}
