package grulab.presentation;

import static org.assertj.core.api.Assertions.assertThat;

import grulab.model.CellOptions;
import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.Diagnosis;
import grulab.model.Finding;
import grulab.model.FrameworkRow;
import grulab.model.ResetPosition;
import grulab.model.Snapshot;
import grulab.model.StoredStart;
import grulab.model.Transposed;
import grulab.model.UpdateMeaning;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Queue;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Why mine does not match")
class DiagnosisModelTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/frameworks/torch_gru_4_6.json");

    @TempDir
    Path folder;

    private static final FrameworkRow PYTORCH = FrameworkRow.ALL.get(0);

    private final ObjectProperty<@Nullable Snapshot> running = new SimpleObjectProperty<>(null);
    private final Queue<Runnable> worker = new ArrayDeque<>();
    private final DiagnosisModel model = new DiagnosisModel(running, worker::add, Runnable::run);

    private void finish() {
        while (!worker.isEmpty()) {
            worker.remove().run();
        }
    }

    private Diagnosis result() {
        DiagnosisReport result = model.result().get();
        assertThat(model.problem().get()).isNull();
        assertThat(result).isNotNull();
        return java.util.Objects.requireNonNull(result).diagnosis();
    }

    private String problem() {
        Message problem = java.util.Objects.requireNonNull(model.problem().get());
        return problem.key().equals("plain") ? problem.arguments().get(0).toString() : problem.key();
    }

    @ParameterizedTest
    @EnumSource(CellType.class)
    @DisplayName("has an example at one press, of the running experiment, and finds what was done")
    void example(CellType cell) {
        running.set(StepFixture.snapshot(StepFixture.of(cell, Convention.PYTORCH, 6), 30, 1));
        model.example();
        finish();
        Finding best = result().findings().get(0);
        assertThat(result().decided()).isTrue();
        switch (cell) {
            case GRU -> {
                assertThat(best.convention()).isEqualTo(new Convention(ResetPosition.BEFORE, UpdateMeaning.ADMIT));
                assertThat(best.gateOrder()).isEqualTo("z r n");
            }
            case LSTM -> assertThat(best.gateOrder()).isEqualTo("i o g f");
            case RNN -> assertThat(best.transposed()).isEqualTo(Transposed.RECURRENT);
        }
        assertThat(result().parting()).isNotNull();
    }

    @Test
    @DisplayName("takes weights and input from a case, and numbers as PyTorch prints them")
    void pasted() throws IOException {
        model.openCase(GOLDEN);
        finish();
        model.expected().set(TorchPrint.of(GOLDEN, "h_last"));
        model.diagnose();
        finish();
        Finding best = result().findings().get(0);
        assertThat(result().decided()).isTrue();
        assertThat(best.convention()).isEqualTo(Convention.PYTORCH);
        assertThat(best.gateOrder()).isEqualTo("r z n");
        assertThat(result().parting()).isNull();
        assertThat(result().tolerance()).isBetween(5e-5, 6e-5);
    }

    @Test
    @DisplayName("forgets its result as soon as anything that it was made of changes")
    void stale() {
        running.set(StepFixture.snapshot(StepFixture.small(), 3, 1));
        model.example();
        finish();
        assertThat(model.result().get()).isNotNull();
        model.start().set("1 2 3");
        assertThat(model.result().get()).isNull();
        model.diagnose();
        assertThat(model.busy().get()).isTrue();
        finish();
        assertThat(problem()).isEqualTo("h0 has 3 numbers; it must have B·H = 1·6 = 6");
    }

    @Test
    @DisplayName("of questions asked while one is worked out answers the newest")
    void newest() {
        running.set(StepFixture.snapshot(StepFixture.small(), 3, 1));
        model.useRunning();
        model.expected().set("0.1 0.2 0.3 0.4 0.5 0.6");
        model.diagnose();
        model.expected().set("0.1");
        model.diagnose();
        finish();
        assertThat(model.result().get()).isNull();
        assertThat(problem()).startsWith("1 numbers are neither the states of every step");
        assertThat(model.busy().get()).isFalse();
    }

    @Test
    @DisplayName("says what is missing")
    void missing() {
        model.diagnose();
        assertThat(problem()).isEqualTo("diagnosis.need.cell");
        model.example();
        assertThat(problem()).isEqualTo("diagnosis.need.running");
        Snapshot snapshot = StepFixture.snapshot(StepFixture.small(), 1, 1);
        running.set(snapshot);
        model.use(new LoadedWeights(
                "a.npz",
                "gru",
                Convention.PYTORCH,
                snapshot.weights(),
                StoredStart.NONE,
                true,
                CellOptions.PLAIN,
                PYTORCH));
        assertThat(problem()).isEqualTo("diagnosis.reverse");
        model.use(new LoadedWeights(
                "a.npz",
                "gru",
                Convention.PYTORCH,
                snapshot.weights(),
                StoredStart.NONE,
                false,
                CellOptions.PLAIN,
                PYTORCH));
        model.diagnose();
        assertThat(problem()).isEqualTo("diagnosis.need.input");
        model.useRunning();
        model.diagnose();
        assertThat(problem()).isEqualTo("diagnosis.need.expected");
    }

    @Test
    @DisplayName("says what is wrong with a file, and keeps what was there")
    void badFiles() throws IOException {
        model.openCase(GOLDEN);
        finish();
        DiagnosisCell cell = model.cell().get();
        Path bad = Files.writeString(folder.resolve("bad.json"), "{ \"h\": [[1]] }");
        model.openCase(bad);
        finish();
        assertThat(problem()).contains("$.h is unknown");
        assertThat(model.cell().get()).isSameAs(cell);
        model.openExpected(bad);
        model.diagnose();
        finish();
        assertThat(problem()).endsWith("$.h[0][0] must be a list, not a number: the shape must be [T][B][H]");
    }
}
