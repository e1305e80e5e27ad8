package grulab.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitForAsyncFx;

import grulab.control.Look;
import grulab.control.UnitOrder;
import grulab.engine.train.CaseRun;
import grulab.model.Case;
import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.Experiment;
import grulab.model.Passage;
import grulab.model.Snapshot;
import grulab.model.StepTrace;
import grulab.model.Weights;
import grulab.presentation.LabPreferences;
import grulab.presentation.TrainModel;
import grulab.service.LabListener;
import grulab.service.LabService;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Pane;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/** The panel while experiments with other cells come and go. */
class OneStepTest {
    private static final int INPUTS = 7;
    private final ReadOnlyObjectWrapper<UnitOrder> order = new ReadOnlyObjectWrapper<>(UnitOrder.index(6));
    private LabListener told;
    private TrainModel model;
    private OneStep panel;

    @BeforeEach
    void open() throws Exception {
        FxToolkit.registerPrimaryStage();
        fx(() -> {
            model = new TrainModel(
                    Experiment.standard(),
                    l -> {
                        told = l;
                        return new LabService(Platform::runLater, l, 1);
                    },
                    Platform::runLater,
                    Runnable::run);
            Look look = Look.STANDARD.withReducedMotion(true);
            Workbench bench = new Workbench(
                    model,
                    new Texts(LabPreferences.passing(Locale.ENGLISH, false).language()),
                    new ReadOnlyObjectWrapper<>(look).getReadOnlyProperty(),
                    new SystemDialogs());
            panel = new OneStep(bench, order.getReadOnlyProperty());
            panel.setManaged(false);
            new Scene(new Pane(panel), 488, 594);
        });
    }

    @AfterEach
    void close() {
        fx(model::close);
    }

    @Test
    void everyCellHasItsDiagramItsMicroStepsAndItsLines() {
        tell(CellType.LSTM, 6, 9);
        assertThat(rows()).containsExactly("f", "i", "g", "c", "o", "h");
        assertThat(has("#diagram-cell")).isTrue();
        assertThat(has("#micro-6")).isTrue();
        assertThat(results()).doesNotContain("–");
        tell(CellType.RNN, 6, 9);
        assertThat(rows()).containsExactly("h");
        assertThat(has("#diagram-sum")).isTrue();
        assertThat(has("#micro-3")).isFalse();
        assertThat(results()).doesNotContain("–");
        tell(CellType.GRU, 6, 9);
        assertThat(rows()).containsExactly("r", "n", "z", "h");
        assertThat(has("#diagram-z")).isTrue();
        assertThat(results()).doesNotContain("–");
    }

    @Test
    void theSelectionStaysWithinWhatTheNewCellHas() {
        tell(CellType.LSTM, 6, 9);
        fx(() -> {
            model.selection().unit(5);
            model.selection().time(8);
            model.selection().microStep(4);
        });
        fx(() -> order.set(UnitOrder.index(3)));
        tell(CellType.RNN, 3, 4);
        assertThat(model.selection().unit().get()).isEqualTo(2);
        assertThat(model.selection().time().get()).isEqualTo(3);
        assertThat(model.selection().microStep().get()).isEqualTo(2);
        assertThat(spoken("#gate-diagram")).contains("Micro-step 2 of 2", "Unit 3, time 4");
        fx(() -> model.selection().microStep(1));
        assertThat(spoken("#gate-diagram")).contains("Micro-step 1 of 2. Sum");
        fx(() -> order.set(UnitOrder.index(6)));
        tell(CellType.LSTM, 6, 9);
        assertThat(spoken("#gate-diagram")).contains("Micro-step 1 of 6. Forget gate");
        fx(() -> model.selection().microStep(6));
        assertThat(spoken("#gate-diagram")).contains("Micro-step 6 of 6");
    }

    @Test
    void linesAndDiagramAreOfTheSameMicroStepAfterTheChange() {
        tell(CellType.GRU, 6, 9);
        fx(() -> model.selection().microStep(3));
        tell(CellType.LSTM, 6, 9);
        assertThat(model.selection().microStep().get()).isEqualTo(3);
        assertThat(results()).filteredOn("–"::equals).hasSize(3);
        assertThat(spoken("#gate-diagram")).contains("Micro-step 3 of 6. Cell candidate");
        assertThat(spoken("#micro-3")).contains("Cell candidate");
    }

    @Test
    void asManyWholeLinesAsThereIsRoomFor() {
        tell(CellType.LSTM, 6, 9);
        assertThat(height("#formula-panel", 488, 594)).isBetween(25 + 4 * 51.0, 25 + 5 * 52.0);
        assertThat(height("#formula-panel", 488, 900)).isGreaterThanOrEqualTo(25 + 6 * 51.0);
        assertThat(height("#formula-panel", 440, 452)).isBetween(76.0, 25 + 2 * 54.0);
        assertThat(height("#gate-diagram", 440, 452)).isGreaterThan(200);
        tell(CellType.RNN, 6, 9);
        assertThat(height("#gate-diagram", 488, 594)).isGreaterThan(300);
    }

    private double height(String id, double width, double height) {
        fx(() -> {
            panel.resize(width, height);
            panel.applyCss();
            panel.layout();
        });
        return get(() -> panel.lookup(id).getLayoutBounds().getHeight());
    }

    private void tell(CellType cell, int hidden, int steps) {
        Snapshot snapshot = snapshot(cell, hidden, steps);
        fx(() -> told.snapshot(snapshot));
    }

    private static Snapshot snapshot(CellType cell, int hidden, int steps) {
        Random random = new Random(3);
        Map<String, double[]> arrays = new LinkedHashMap<>();
        for (String gate : cell.gates()) {
            arrays.put("W_i" + gate, random.doubles(hidden * INPUTS, -1, 1).toArray());
            arrays.put(
                    "W_h" + gate, random.doubles((long) hidden * hidden, -1, 1).toArray());
            arrays.put("b_i" + gate, random.doubles(hidden, -1, 1).toArray());
            arrays.put("b_h" + gate, random.doubles(hidden, -1, 1).toArray());
        }
        Weights weights = new Weights(cell, INPUTS, hidden, 0, arrays);
        int[] read = random.ints(steps, 0, INPUTS).toArray();
        double[] x = new double[steps * INPUTS];
        for (int t = 0; t < steps; t++) {
            x[t * INPUTS + read[t]] = 1;
        }
        double[] none = new double[hidden];
        Case given = new Case("", Convention.PYTORCH, weights, steps, 1, x, none, none, null, null);
        StepTrace trace = CaseRun.trace(given, 0);
        List<String> labels = Collections.nCopies(steps, "a");
        Passage passage = new Passage(0, read, read, labels);
        return new Snapshot(1, 3, Experiment.standard(), passage, trace, weights, 1);
    }

    private List<String> rows() {
        return get(() -> lines().stream()
                .map(row -> row.getId().substring("formula-".length()))
                .toList());
    }

    private List<String> results() {
        return rows().stream()
                .map(id -> get(() -> {
                    Node row = lines().stream()
                            .filter(line -> line.getId().endsWith("-" + id))
                            .findFirst()
                            .orElseThrow();
                    return ((Text) row.lookup("#formula-" + id + "-result")).getText();
                }))
                .toList();
    }

    private List<Node> lines() {
        ScrollPane scroll = (ScrollPane) panel.lookup("ScrollPane");
        return ((Parent) scroll.getContent()).getChildrenUnmodifiable();
    }

    private boolean has(String id) {
        return get(() -> panel.lookup(id) != null);
    }

    private String spoken(String id) {
        return get(() -> {
            Node node = panel.lookup(id);
            return node.getAccessibleText();
        });
    }

    private static <T> T get(Callable<T> work) {
        return waitForAsyncFx(30_000, work);
    }

    private static void fx(Runnable work) {
        waitForAsyncFx(30_000, work);
    }
}
