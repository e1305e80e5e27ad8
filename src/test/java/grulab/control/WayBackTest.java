package grulab.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.Edit;
import grulab.model.Quantity;
import grulab.model.ResetPosition;
import grulab.model.Snapshot;
import grulab.model.StepTrace;
import grulab.model.Weights;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The way back through the diagram: wires that run the other way, micro-steps, and what flows, against the reference. */
class WayBackTest {
    private static final int HIDDEN = 6;
    private static final int T = 5;
    private static final Map<CellType, List<DiagramPart>> ORDER = Map.of(
            CellType.GRU,
            List.of(GruPart.STATE, GruPart.Z, GruPart.CANDIDATE, GruPart.PRODUCT, GruPart.R, GruPart.PREVIOUS),
            CellType.LSTM,
            List.of(LstmPart.STATE, LstmPart.O, LstmPart.CELL, LstmPart.G, LstmPart.I, LstmPart.F),
            CellType.RNN,
            List.of(RnnPart.STATE, RnnPart.PREVIOUS));

    static Stream<Convention> conventions() {
        return Convention.ALL.stream();
    }

    @ParameterizedTest
    @EnumSource(CellType.class)
    void microStepsGoFromTheNewStateToTheOldOne(CellType cell) {
        List<DiagramPart> parts = ORDER.get(cell);
        for (Convention c : Convention.ALL) {
            for (int i = 0; i < parts.size(); i++) {
                assertThat(parts.get(i).backStep(c)).as("%s", parts.get(i)).isEqualTo(i + 1);
            }
        }
        assertThat(LstmPart.PREVIOUS.backStep(Convention.PYTORCH)).isEqualTo(6);
        assertThat(LstmPart.PREVIOUS_CELL.backStep(Convention.PYTORCH)).isEqualTo(6);
    }

    @Test
    void theProductsGradientHasPassedTheWeightsOrTheResetGate() {
        Convention after = Convention.PYTORCH;
        Convention before = after.with(ResetPosition.BEFORE);
        assertThat(GruPart.U_N.backStep(before)).isEqualTo(4);
        assertThat(GruPart.TIMES_R.backStep(before)).isEqualTo(5);
        assertThat(GruPart.U_N.backStep(after)).isEqualTo(6);
        assertThat(GruPart.TIMES_R.backStep(after)).isEqualTo(4);
    }

    @ParameterizedTest
    @EnumSource(CellType.class)
    void everyWireRunsTheOtherWay(CellType cell) {
        Snapshot snapshot = SampleCells.of(cell, HIDDEN);
        List<Wire> there = drawn(DiagramMoment.of(snapshot, T, 0, UnitOrder.index(HIDDEN)));
        List<Wire> back = drawn(DiagramMoment.backward(snapshot, T, 0, UnitOrder.index(HIDDEN)));
        assertThat(back).hasSameSizeAs(there);
        for (int i = 0; i < there.size(); i++) {
            assertThat(back.get(i).part()).isEqualTo(there.get(i).part());
            assertThat(back.get(i).source()).isEqualTo(there.get(i).target());
            assertThat(back.get(i).target()).isEqualTo(there.get(i).source());
            assertThat(back.get(i).length()).isCloseTo(there.get(i).length(), within(1e-9));
        }
    }

    private static List<Wire> drawn(DiagramMoment moment) {
        return Screens.onFx(() -> {
            GateDiagram diagram = new GateDiagram();
            diagram.show(moment);
            Screens.draw(diagram, 876, 404, Look.STANDARD);
            CellDrawing drawing =
                    (CellDrawing) diagram.getChildrenUnmodifiable().get(0);
            return drawing.wires().stream().map(WireNode::wire).toList();
        });
    }

    @ParameterizedTest
    @MethodSource("conventions")
    void theProductsGradientExplainsThatOfTheResetGate(Convention convention) {
        Snapshot snapshot = SampleCells.of(CellType.GRU, convention, HIDDEN);
        StepTrace trace = snapshot.trace();
        StepSlopes slopes = slopes(snapshot, T);
        for (int u = 0; u < HIDDEN; u++) {
            double product = slopes.of(Quantity.PRODUCT).applyAsDouble(u);
            double reset = trace.gradient(Quantity.RESET)[T * HIDDEN + u];
            double r = trace.at(Quantity.RESET, T, u);
            // before: dr = dq ⊙ h; after: dr = da_n ⊙ m and dm = da_n ⊙ r, so dr ⊙ r = dm ⊙ m
            double expected = convention.reset() == ResetPosition.BEFORE
                    ? product * trace.before(T, u)
                    : product * trace.at(Quantity.PRODUCT, T, u) / (r * r);
            assertThat(expected).isCloseTo(reset, within(1e-6 * slopes.scale()));
        }
    }

    @ParameterizedTest
    @MethodSource("conventions")
    void aGruSendsBackWhatTheReferenceHasThereBesideTheHeadsShare(Convention convention) {
        sendsBack(SampleCells.of(CellType.GRU, convention, HIDDEN));
    }

    @ParameterizedTest
    @EnumSource(CellType.class)
    void everyCellSendsBackWhatTheReferenceHasThereBesideTheHeadsShare(CellType cell) {
        sendsBack(SampleCells.of(cell, HIDDEN));
    }

    private static void sendsBack(Snapshot snapshot) {
        for (int t : new int[] {1, T, snapshot.trace().steps() - 1}) {
            StepSlopes slopes = slopes(snapshot, t);
            double[] head = head(snapshot, t - 1);
            for (int u = 0; u < HIDDEN; u++) {
                double total = snapshot.trace().gradient(Quantity.STATE)[(t - 1) * HIDDEN + u];
                assertThat(slopes.before()[u]).isCloseTo(total - head[u], within(1e-6));
            }
        }
    }

    /** ∂L/∂h_t by the logits of step t alone: W_hq (p − target) / T. */
    private static double[] head(Snapshot snapshot, int t) {
        Weights w = snapshot.weights();
        double[] p = w.get("b_q").clone();
        for (int j = 0; j < w.hidden(); j++) {
            for (int o = 0; o < p.length; o++) {
                p[o] += w.get("W_hq")[j * p.length + o] * snapshot.trace().at(Quantity.STATE, t, j);
            }
        }
        double sum = 0;
        for (int o = 0; o < p.length; o++) {
            p[o] = Math.exp(p[o]);
            sum += p[o];
        }
        double[] share = new double[w.hidden()];
        for (int o = 0; o < p.length; o++) {
            double d = p[o] / sum - (snapshot.passage().targets()[t] == o ? 1 : 0);
            for (int j = 0; j < share.length; j++) {
                share[j] +=
                        w.get("W_hq")[j * p.length + o] * d / snapshot.trace().steps();
            }
        }
        return share;
    }

    @Test
    void theCellStateGetsWhatTheForgetGateKeeps() {
        Snapshot snapshot = SampleCells.of(CellType.LSTM, HIDDEN);
        StepTrace trace = snapshot.trace();
        StepSlopes slopes = slopes(snapshot, T);
        for (int u = 0; u < HIDDEN; u++) {
            double o = trace.at(Quantity.OUTPUT, T - 1, u);
            double shown = Math.tanh(trace.at(Quantity.CELL, T - 1, u));
            double own = trace.gradient(Quantity.STATE)[(T - 1) * HIDDEN + u] * o * (1 - shown * shown);
            double total = trace.gradient(Quantity.CELL)[(T - 1) * HIDDEN + u];
            assertThat(slopes.cellBefore()[u]).isCloseTo(total - own, within(1e-6));
        }
    }

    @Test
    void whatWasSetByHandSendsNothingBack() {
        Snapshot snapshot = SampleCells.of(CellType.RNN, HIDDEN);
        Edit edit = new Edit.Value(Quantity.STATE, T, T, Edit.EVERY, 0.5);
        assertThat(StepSlopes.of(snapshot.trace(), T, snapshot.weights(), List.of(edit))
                        .before())
                .containsOnly(0);
        assertThat(slopes(snapshot, T).before()).doesNotContain(0);
    }

    @ParameterizedTest
    @EnumSource(CellType.class)
    void theScaleIsTheLargestOfAllStrips(CellType cell) {
        Snapshot snapshot = SampleCells.of(cell, HIDDEN);
        DiagramMoment moment = DiagramMoment.backward(snapshot, T, 0, UnitOrder.index(HIDDEN));
        double most = 0;
        for (DiagramPart part : ORDER.get(cell)) {
            for (int u = 0; u < HIDDEN; u++) {
                most = Math.max(most, Math.abs(part.slopes(moment.slopes()).applyAsDouble(u)));
            }
        }
        assertThat(most).isPositive().isLessThanOrEqualTo(moment.slopes().scale());
        double scale = moment.slopes().scale();
        assertThat(Screens.onFx(() -> {
                    GateDiagram diagram = new GateDiagram();
                    diagram.show(moment);
                    return diagram.backwardScale();
                }))
                .isEqualTo(scale);
    }

    @Test
    void aTraceWithoutGradientsIsRefused() {
        Snapshot s = SampleCells.of(CellType.RNN, HIDDEN);
        StepTrace old = s.trace();
        StepTrace forward = new StepTrace(
                old.cell(),
                old.convention(),
                old.steps(),
                HIDDEN,
                old.start(),
                old.startCell(),
                old.values(),
                Map.of());
        assertThatThrownBy(() -> StepSlopes.of(forward, T, s.weights(), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no gradient of STATE");
    }

    private static StepSlopes slopes(Snapshot snapshot, int t) {
        return StepSlopes.of(snapshot.trace(), t, snapshot.weights(), List.of());
    }
}
