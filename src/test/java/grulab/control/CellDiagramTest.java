package grulab.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.Quantity;
import grulab.model.Snapshot;
import grulab.model.StepTrace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The diagrams of LSTM and plain RNN, and the change from one cell to another. */
class CellDiagramTest {
    private static final Look STILL = Look.STANDARD.withReducedMotion(true).withPixelRatio(2);

    @ParameterizedTest
    @EnumSource(Palette.class)
    void stripsOfAnLstmHaveTheColoursOfTheMaps(Palette palette) {
        DiagramMoment m = SampleCells.moment(CellType.LSTM, 24);
        DiagramPicture picture = new DiagramPicture(diagram(STILL.with(palette), m, 6), STILL.with(palette));
        StepTrace trace = m.trace();
        for (int unit : new int[] {0, 5, 12, 13, 23}) {
            picture.holds("diagram-previous-cell", unit, state(palette, trace.cellBefore(12, unit)));
            picture.holds("diagram-previous", unit, state(palette, trace.before(12, unit)));
            picture.holds("diagram-f-strip", unit, palette.gates.color(trace.at(Quantity.FORGET, 12, unit)));
            picture.holds("diagram-i-strip", unit, palette.gates.color(trace.at(Quantity.INPUT, 12, unit)));
            picture.holds("diagram-g-strip", unit, state(palette, trace.at(Quantity.CELL_CANDIDATE, 12, unit)));
            picture.holds("diagram-cell", unit, state(palette, trace.at(Quantity.CELL, 12, unit)));
            picture.holds("diagram-o-strip", unit, palette.gates.color(trace.at(Quantity.OUTPUT, 12, unit)));
            picture.holds("diagram-state", unit, state(palette, trace.at(Quantity.STATE, 12, unit)));
        }
    }

    @Test
    void anInkDotMarksWhatIsBeyondTheEndsOfTheMap() {
        DiagramMoment m = SampleCells.moment(CellType.LSTM, 24);
        DiagramPicture picture = new DiagramPicture(diagram(STILL, m, 6), STILL);
        int clipped = 0;
        for (int unit = 0; unit < 24; unit++) {
            boolean beyond = Math.abs(m.trace().at(Quantity.CELL, 12, unit)) > 1;
            clipped += beyond ? 1 : 0;
            assertThat(picture.row("diagram-cell", unit, 24).contains(Palette.LIGHT.ink))
                    .as("unit %d", unit)
                    .isEqualTo(beyond);
        }
        assertThat(clipped).isBetween(1, 23);
    }

    @Test
    void theSumOfAnRnnIsWhatItsWeightsMake() {
        DiagramMoment m = SampleCells.moment(CellType.RNN, 24);
        double[] sums = new double[24];
        Snapshot snapshot = SampleCells.of(CellType.RNN, 24);
        int x = snapshot.passage().inputs()[12];
        for (int unit = 0; unit < 24; unit++) {
            sums[unit] = snapshot.weights().get("W_ih")[unit * 37 + x]
                    + snapshot.weights().get("b_ih")[unit]
                    + snapshot.weights().get("b_hh")[unit];
            for (int j = 0; j < 24; j++) {
                sums[unit] += snapshot.weights().get("W_hh")[unit * 24 + j]
                        * m.trace().before(12, j);
            }
        }
        DiagramPicture picture = new DiagramPicture(diagram(STILL, m, 2), STILL);
        for (int unit = 0; unit < 24; unit++) {
            assertThat(RnnPart.SUM.values(m).applyAsDouble(unit)).isCloseTo(sums[unit], byTanh(sums[unit]));
            picture.holds("diagram-sum", unit, state(Palette.LIGHT, sums[unit]));
            picture.holds("diagram-state", unit, state(Palette.LIGHT, Math.tanh(sums[unit])));
        }
    }

    @Test
    void aSaturatedSumIsClippedAndABrokenOneIsBroken() {
        StepTrace trace = SampleCells.of(CellType.RNN, 4).trace();
        float[] h = trace.of(Quantity.STATE);
        h[0] = 1;
        h[1] = -1;
        h[2] = Float.NaN;
        DiagramMoment m = new DiagramMoment(trace, 0, 3, UnitOrder.index(4), "t", 37);
        StripColumn column = StripColumn.of(m, RnnPart.SUM, Palette.LIGHT);
        assertThat(column.colors()).startsWith(Palette.LIGHT.states.argb(1), Palette.LIGHT.states.argb(0), 0);
        assertThat(column.clipped()).startsWith(true, true);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void laterMicroStepsOfAnLstmAreFaintAndEmpty(int step) {
        DiagramMoment m = SampleCells.moment(CellType.LSTM, 24);
        DiagramPicture picture = new DiagramPicture(diagram(STILL, m, step), STILL);
        List<String> strips = List.of("f-strip", "i-strip", "g-strip", "cell", "o-strip", "state");
        for (int i = 0; i < strips.size(); i++) {
            assertThat(empty(picture, "diagram-" + strips.get(i)))
                    .as(strips.get(i))
                    .isEqualTo(i >= step);
        }
    }

    @ParameterizedTest
    @EnumSource(CellType.class)
    void forwardAndBackIsTheSamePicture(CellType cell) {
        GateDiagram diagram = diagram(STILL, moment(cell), 1);
        int[] there = pixels(diagram);
        DiagramFrame from = Screens.onFx(diagram::frame);
        DiagramMotion forward = DiagramMotion.toLevel(from, 2, cell);
        DiagramMotion back = DiagramMotion.toLevel(forward.end(), 1, cell);
        Screens.onFx(() -> {
            for (double ms = 0; ms <= 600; ms += 60) {
                diagram.draw(forward.at(ms));
            }
            for (double ms = 0; ms <= 150; ms += 30) {
                diagram.draw(back.at(ms));
            }
            return null;
        });
        assertThat(pixels(diagram)).isEqualTo(there);
    }

    @ParameterizedTest
    @EnumSource(CellType.class)
    void everyPartIsUnderThePointerAndSaysWhatItCarries(CellType cell) {
        GateDiagram diagram = diagram(STILL, moment(cell), 1);
        List<DiagramPart> missing = new ArrayList<>();
        Screens.onFx(() -> {
            Screens.draw(diagram, DiagramPicture.WIDTH, DiagramPicture.HEIGHT, STILL);
            for (DiagramPart part : parts(cell)) {
                Node node = diagram.lookup("#" + part.id());
                if (node == null || node.getOnMouseEntered() == null) {
                    missing.add(part);
                }
                assertThat(diagram.tip(part)).matches("(?s).+  \\[\\d+(×\\d+)?]\n.+");
            }
            return null;
        });
        assertThat(missing).isEmpty();
    }

    @Test
    void tipsOfLstmAndRnn() {
        GateDiagram lstm = diagram(STILL, SampleCells.moment(CellType.LSTM, 24), 6);
        assertThat(lstm.tip(LstmPart.U_F)).isEqualTo("U_f  [24×24]\nweights of the old state");
        assertThat(lstm.tip(LstmPart.W_O)).startsWith("W_o  [24×37]");
        assertThat(lstm.tip(LstmPart.OLD_TO_PLUS)).startsWith("f⊙c  [24]");
        assertThat(lstm.tip(LstmPart.TANH)).startsWith("tanh(c_t)  [24]");
        GateDiagram rnn = diagram(STILL, SampleCells.moment(CellType.RNN, 24), 2);
        assertThat(rnn.tip(RnnPart.U)).startsWith("U  [24×24]");
        assertThat(rnn.tip(RnnPart.W)).startsWith("W  [24×37]");
        assertThat(rnn.tip(RnnPart.INPUT)).startsWith("x_t  [37]");
    }

    @Test
    void anotherCellIsAnotherDiagramAtOnce() {
        Look moving = STILL.withReducedMotion(false);
        GateDiagram diagram = diagram(moving, SampleTrace.moment(Convention.PYTORCH, 24), 6);
        DiagramMoment lstm = SampleCells.moment(CellType.LSTM, 24);
        DiagramMoment rnn = SampleCells.moment(CellType.RNN, 5);
        Screens.onFx(() -> {
            Screens.draw(diagram, 456, 263, moving);
            diagram.microStep(5);
            diagram.show(lstm);
            assertThat(diagram.isMoving()).isFalse();
            assertThat(diagram.frame()).isEqualTo(DiagramFrame.still(lstm, 5));
            assertThat(diagram.lookup("#diagram-cell")).isNotNull();
            assertThat(diagram.lookup("#diagram-z")).isNull();
            assertThat(diagram.getAccessibleText()).contains("Micro-step 5 of 6", "Output gate");
            diagram.show(rnn);
            assertThat(diagram.frame()).isEqualTo(DiagramFrame.still(rnn, 2));
            assertThat(diagram.getAccessibleText()).contains("Micro-step 2 of 2", "tanh");
            assertThatThrownBy(() -> diagram.microStep(3)).hasMessage("micro-steps are 1 to 2, not 3");
            diagram.show(lstm);
            assertThat(diagram.frame().level()).isEqualTo(6);
            return null;
        });
    }

    @Test
    void aDiagramWithoutNumbersHasThePartsOfItsCell() {
        GateDiagram diagram = diagram(STILL, SampleTrace.moment(Convention.PYTORCH, 24), 6);
        Screens.onFx(() -> {
            diagram.cell(CellType.LSTM);
            Screens.draw(diagram, 456, 263, STILL);
            assertThat(diagram.lookup("#diagram-f")).isNotNull();
            assertThat(diagram.getAccessibleText()).contains("Nothing is computed yet");
            return null;
        });
    }

    @Test
    void onlyAGruIsRewired() {
        DiagramMoment lstm = SampleCells.moment(CellType.LSTM, 24);
        StepTrace t = lstm.trace();
        StepTrace other = new StepTrace(
                t.cell(),
                Convention.ALL.get(0),
                t.steps(),
                t.hidden(),
                t.start(),
                t.startCell(),
                t.values(),
                t.gradients());
        DiagramMoment same = new DiagramMoment(other, 12, 13, lstm.order(), lstm.label(), 37);
        assertThat(DiagramMotion.between(DiagramFrame.still(lstm, 6), same)).isNull();
        DiagramMoment gru = SampleTrace.moment(Convention.PYTORCH, 24);
        assertThat(DiagramMotion.between(DiagramFrame.still(gru, 6), lstm)).isNull();
    }

    @Test
    void aWholeLstmBeginsAgainByComputingItsFirstGate() {
        DiagramMoment m = SampleCells.moment(CellType.LSTM, 24);
        DiagramMotion again = DiagramMotion.toLevel(DiagramFrame.still(m, 6), 1, CellType.LSTM);
        assertThat(again.duration()).isEqualTo(DiagramFrame.FORWARD);
        assertThat(again.at(0).run(1)).isZero();
        assertThat(again.at(0).strength(0)).isEqualTo(1);
        assertThat(again.at(300).fill(1)).isBetween(0.01, 0.99);
        DiagramMotion back = DiagramMotion.toLevel(DiagramFrame.still(m, 2), 1, CellType.LSTM);
        assertThat(back.duration()).isEqualTo(DiagramMotion.BACK);
    }

    private static Offset<Double> byTanh(double sum) {
        // a float32 h of size near 1 leaves so much of the sum open
        double open = 1.2e-7 / (1 - Math.pow(Math.tanh(sum), 2));
        return within(1e-6 + 2 * open);
    }

    private static Color state(Palette palette, double value) {
        return palette.states.color((value + 1) / 2);
    }

    private static List<? extends DiagramPart> parts(CellType cell) {
        return switch (cell) {
            case GRU -> Arrays.asList(GruPart.values());
            case LSTM -> Arrays.asList(LstmPart.values());
            case RNN -> Arrays.asList(RnnPart.values());
        };
    }

    /** Whether a strip is hatched: no cell of it has a colour far from the surface. */
    private static boolean empty(DiagramPicture picture, String id) {
        return picture.column(id).stream().allMatch(c -> c.getSaturation() < 0.12);
    }

    private static int[] pixels(GateDiagram diagram) {
        return Screens.onFx(() -> {
            WritableImage image = Screens.draw(diagram, 456, 263, STILL);
            int width = (int) image.getWidth();
            int height = (int) image.getHeight();
            int[] all = new int[width * height];
            image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), all, 0, width);
            return all;
        });
    }

    private static DiagramMoment moment(CellType cell) {
        return cell == CellType.GRU ? SampleTrace.moment(Convention.PYTORCH, 24) : SampleCells.moment(cell, 24);
    }

    private static GateDiagram diagram(Look look, DiagramMoment moment, int step) {
        return Screens.onFx(() -> {
            GateDiagram diagram = new GateDiagram();
            diagram.words(SampleWords.diagram());
            diagram.look(look);
            diagram.show(moment);
            diagram.microStep(step);
            return diagram;
        });
    }
}
