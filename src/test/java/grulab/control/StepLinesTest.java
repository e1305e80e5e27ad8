package grulab.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.arithmetic.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StepLinesTest {
    private static final Look STILL = Look.STANDARD.withReducedMotion(true);
    private static final List<Line> PICTURE = PictureLines.all();

    private final List<String> heard = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private final StepLines lines = on(() -> {
        StepLines all = new StepLines();
        all.look(STILL);
        all.words(new StepLineWords(SampleWords::of));
        all.onHoverTerm(term -> heard.add(term == null ? "–" : term));
        all.onAsk(asked::add);
        all.show(CellType.GRU, Convention.PYTORCH, 13, 12, PICTURE, PictureLines.other(), false);
        return all;
    });

    @Test
    void everyLineHasItsNumbersAndItsResult() {
        draw(532, 760);
        for (Line line : PICTURE) {
            assertThat(text("line-" + line.symbol() + "-numbers")).isEqualTo(line.substituted());
            assertThat(text("line-" + line.symbol() + "-result")).isEqualTo(line.result());
        }
        assertThat(text("line-other-numbers")).isEqualTo("0.322·0.688 + 0.678·(−0.789)");
        assertThat(text("line-other-result")).isEqualTo("−0.31");
        assertThat(on(lines::getAccessibleText)).contains("r: σ(1.440 − 0.975 − 0.530) = 0.48");
    }

    @Test
    void numbersOfFactorsHaveTheirColours() {
        draw(532, 760);
        List<Text> parts = all(node("line-h-numbers"), Text.class);
        assertThat(parts.stream().map(Text::getFill))
                .containsExactly(
                        Palette.LIGHT.z,
                        Palette.LIGHT.ink,
                        Palette.LIGHT.h,
                        Palette.LIGHT.ink,
                        Palette.LIGHT.z,
                        Palette.LIGHT.ink,
                        Palette.LIGHT.candidate);
        assertThat(((Text) node("line-n-result")).getFill()).isEqualTo(Palette.LIGHT.candidate);
    }

    @Test
    void barsLieEndToEndOnAnAxisThatHoldsEveryPartialSum() {
        draw(532, 760);
        SumBars bars = (SumBars) node("line-r-bars");
        Rectangle wx = (Rectangle) bars.lookup("#bar-0");
        Rectangle uh = (Rectangle) bars.lookup("#bar-1");
        double unit = bars.x(1) - bars.x(0);
        assertThat(wx.getX()).isCloseTo(bars.x(0), within(1e-6));
        assertThat(wx.getWidth()).isCloseTo(1.440 * unit, within(1e-6));
        assertThat(uh.getX() + uh.getWidth()).isCloseTo(wx.getX() + wx.getWidth(), within(1e-6));
        assertThat(uh.getWidth()).isCloseTo(0.975 * unit, within(1e-6));
        assertThat(bars.x(3) - bars.x(-3)).isCloseTo(240, within(1e-6));
        assertThat(bars.x(3))
                .isLessThan(node("line-r-curve").getBoundsInParent().getMinX());
    }

    @Test
    void thePointOnTheCurveIsWhereTheSumArrives() {
        draw(532, 760);
        CurveBox curve = (CurveBox) node("line-r-curve");
        Circle point = all(curve, Circle.class).get(0);
        assertThat(point.getCenterX()).isCloseTo(curve.x(1.440 - 0.975 - 0.530), within(1e-6));
        assertThat(point.getCenterY()).isCloseTo(curve.y(0.48375), within(0.01));
    }

    @Test
    void theLeverIsAsLongAsTheShareOfTheWay() {
        draw(532, 760);
        Lever lever = (Lever) node("line-h-lever");
        Rectangle bar = (Rectangle) lever.lookup("#lever-bar");
        assertThat(bar.getX()).isCloseTo(lever.x(-0.789), within(1e-6));
        assertThat(bar.getWidth()).isCloseTo(0.678 * (lever.x(0.688) - lever.x(-0.789)), within(1e-6));
        Bounds triangle = lever.lookup("#lever-result").getBoundsInParent();
        assertThat(triangle.getCenterX()).isCloseTo(bar.getX() + bar.getWidth(), within(0.5));
        assertThat(node("line-h-bars").isVisible()).isFalse();
    }

    @Test
    void underTheOtherMeaningTheRestOfZLeadsTowardsTheOldState() {
        LeverSpan span = LeverSpan.of(PictureLines.other(), false);
        assertThat(span).isNotNull();
        assertThat(span.share()).isEqualTo("1 − z");
        assertThat(span.from()).isEqualTo(-0.789);
        assertThat(span.end()).isCloseTo(PictureLines.other().value(), within(1e-12));
    }

    @Test
    void laterLinesSayWhenTheyWillBeComputed() {
        microStep(4);
        draw(532, 760);
        assertThat(text("line-n-result")).isEqualTo("−0.79");
        assertThat(text("line-z-numbers")).isEqualTo("computed at micro-step 5");
        assertThat(text("line-z-result")).isEqualTo("–");
        assertThat(node("line-z-bars").isVisible()).isFalse();
        assertThat(node("line-other").isVisible()).isFalse();
        assertThat(marked()).containsExactly("line-n");
        microStep(3);
        assertThat(text("line-n-result")).isEqualTo("–");
        assertThat(marked()).containsExactly("line-n");
        microStep(6);
        assertThat(marked()).isEmpty();
    }

    @Test
    void aLineThatDisagreesSaysBothValues() {
        show(PictureLines.wrong(), PictureLines.other());
        draw(532, 760);
        assertThat(text("line-z-numbers")).isEqualTo("Cell 0.6780882, recomputed 0.6791500.");
        assertThat(((Text) node("line-z-result")).getFill()).isEqualTo(Palette.LIGHT.bad);
        assertThat(((Text) node("line-r-result")).getFill()).isEqualTo(Palette.LIGHT.r);
    }

    @Test
    void aValueThatWasSetByHandHasNoSum() {
        show(PictureLines.given(), PictureLines.other());
        draw(532, 760);
        assertThat(text("line-r-note")).isEqualTo("set by hand");
        assertThat(open()).containsExactly("n", "z", "h");
        assertThat(((Path) node("line-r-result-sign")).getElements()).isEmpty();
        assertThat(((Path) node("line-z-result-sign")).getElements()).isNotEmpty();
    }

    @Test
    void hoveringATermTellsItsNameAndLeavingTellsNone() {
        draw(532, 760);
        TermFormula formula = all(node("line-r"), TermFormula.class).get(0);
        TexNode tex = all(formula, TexNode.class).get(0);
        Node h = tex.terms().get(7);
        Bounds place = on(() -> formula.sceneToLocal(h.localToScene(h.getBoundsInLocal())));
        mouse(formula, MouseEvent.MOUSE_MOVED, place.getCenterX(), place.getCenterY());
        mouse(formula, MouseEvent.MOUSE_EXITED, -1, -1);
        assertThat(heard).containsExactly("U_r h", "–");
        heard.clear();
        mouse(node("line-n-bars").lookup("#bar-1"), MouseEvent.MOUSE_ENTERED, 1, 1);
        mouse(all(node("line-h-numbers"), Text.class).get(6), MouseEvent.MOUSE_ENTERED, 1, 1);
        mouse(node("line-h-lever").lookup("#lever-result"), MouseEvent.MOUSE_ENTERED, 1, 1);
        assertThat(heard).containsExactly("q", "n", "h′");
    }

    @Test
    void aLitTermIsMarkedWhereverItStands() {
        draw(532, 760);
        assertThat(lit("r")).isZero();
        light("U_r h");
        assertThat(lit("r")).isEqualTo(1);
        assertThat(lit("z")).isZero();
        light("h");
        assertThat(lit("r")).isEqualTo(1);
        assertThat(lit("n")).isEqualTo(1);
        assertThat(lit("h")).isEqualTo(1);
        light("z");
        assertThat(lit("h")).isEqualTo(2);
        light("n");
        assertThat(lit("h")).isEqualTo(1);
        light("q");
        assertThat(lit("n")).isEqualTo(1);
        light(null);
        assertThat(lit("h")).isZero();
    }

    @Test
    void aClickAsksForTheLine() {
        draw(532, 760);
        mouse(node("line-z"), MouseEvent.MOUSE_CLICKED, 5, 5);
        assertThat(asked).containsExactly("z");
    }

    @Test
    void inLittleHeightOnlyTheActiveLineIsOpen() {
        draw(440, 430);
        assertThat(open()).containsExactly("h");
        microStep(2);
        draw(440, 430);
        assertThat(open()).containsExactly("r");
        draw(440, 760);
        microStep(6);
        draw(440, 760);
        assertThat(open()).containsExactly("r", "n", "z", "h");
    }

    @Test
    void linesKeepTheirHeightFromMicroStepToMicroStep() {
        List<Double> heights = new ArrayList<>();
        for (int step = 1; step <= 6; step++) {
            microStep(step);
            draw(440, 430);
            int now = step;
            for (String symbol : List.of("r", "n", "z", "h")) {
                if (!symbol.equals(List.of("r", "r", "n", "n", "z", "h").get(now - 1))) {
                    heights.add(((LineBlock) node("line-" + symbol)).getHeight());
                }
            }
        }
        assertThat(heights).containsOnly(38.0);
    }

    @Test
    void aProjectorShowsOnlyTheActiveLine() {
        on(() -> {
            lines.look(STILL.withProjector(true));
            lines.microStep(4);
            return null;
        });
        draw(560, 420);
        assertThat(all(lines, LineBlock.class).stream().filter(Node::isVisible).map(LineBlock::symbol))
                .containsExactly("n");
        assertThat(((Text) node("line-n-result")).getFont().getSize()).isEqualTo(40);
        assertThat(open()).containsExactly("n");
    }

    @Test
    void newNumbersTypesetNothing() {
        draw(532, 760);
        List<TexNode> before = all(lines, TexNode.class);
        show(PictureLines.wrong(), PictureLines.other());
        draw(532, 760);
        show(PICTURE, PictureLines.other());
        draw(532, 760);
        assertThat(all(lines, TexNode.class)).containsExactlyElementsOf(before);
    }

    @Test
    void anLstmHasItsLinesInTheOrderOfItsDiagramAndACurveForItsState() {
        on(() -> {
            lines.show(CellType.LSTM, Convention.PYTORCH, 13, 12, SampleCells.lines(CellType.LSTM), null, false);
            return null;
        });
        draw(532, 960);
        assertThat(all(lines, LineBlock.class).stream().map(LineBlock::symbol))
                .containsExactly("f", "i", "g", "c", "o", "h");
        assertThat(node("line-c-curve").isVisible()).isFalse();
        assertThat(node("line-c-bars").isVisible()).isTrue();
        assertThat(node("line-h-curve").isVisible()).isTrue();
        assertThat(node("line-h-lever").isVisible()).isTrue();
    }

    @Test
    void theWayBackHasItsUnitOnceAndItsOwnMicroSteps() {
        SampleWindow window = SampleWindow.of(CellType.GRU, Convention.PYTORCH, 24);
        List<Line> back = window.backward();
        on(() -> {
            lines.show(CellType.GRU, Convention.PYTORCH, 13, 12, back, null, true);
            lines.microStep(2);
            return null;
        });
        draw(532, 760);
        assertThat(text("step-lines-unit"))
                .isEqualTo("gradients in units of "
                        + StepLineWords.power10(back.get(0).exponent()));
        assertThat(marked()).containsExactly("line-dz", "line-da_z");
        assertThat(text("line-dz-numbers")).isEqualTo(back.get(1).substituted());
        assertThat(text("line-dn-numbers")).isEqualTo("computed at micro-step 3");
        microStep(6);
        draw(532, 760);
        assertThat(open()).contains("dh_prev");
        light("dn");
        assertThat(lit("da_n")).isEqualTo(1);
    }

    @Test
    void beforeAnythingIsComputedThereIsRoomForTheLinesOfTheCell() {
        on(() -> {
            lines.clear(CellType.RNN);
            return null;
        });
        draw(532, 760);
        assertThat(all(lines, LineBlock.class).stream().map(LineBlock::symbol)).containsExactly("h");
        assertThat(text("line-h-result")).isEqualTo("–");
    }

    private List<String> open() {
        return all(lines, LineBlock.class).stream()
                .filter(Node::isVisible)
                .filter(b -> all(b, LinePicture.class).get(0).isVisible())
                .map(LineBlock::symbol)
                .toList();
    }

    /** How many marks there are in a line's formula. */
    private int lit(String symbol) {
        return (int) all(node("line-" + symbol), Rectangle.class).stream()
                        .filter(r -> r.getStyleClass().contains("lit"))
                        .count()
                / 2;
    }

    private List<String> marked() {
        return all(lines, LineBlock.class).stream()
                .filter(b -> b.getChildrenUnmodifiable().get(0).isVisible())
                .map(Node::getId)
                .toList();
    }

    private void light(@Nullable String term) {
        on(() -> {
            lines.lit(term);
            return null;
        });
    }

    private void show(List<Line> all, Line other) {
        on(() -> {
            lines.show(CellType.GRU, Convention.PYTORCH, 13, 12, all, other, false);
            return null;
        });
    }

    private void microStep(int step) {
        on(() -> {
            lines.microStep(step);
            return null;
        });
        draw(532, 760);
    }

    private void draw(double width, double height) {
        on(() -> {
            Screens.draw(lines, width, height, STILL);
            return Screens.draw(lines, width, height, STILL);
        });
    }

    private static void mouse(Node node, EventType<MouseEvent> type, double x, double y) {
        on(() -> {
            Point2D at = node.localToScene(x, y);
            Event.fireEvent(
                    node,
                    new MouseEvent(
                            type,
                            at.getX(),
                            at.getY(),
                            at.getX(),
                            at.getY(),
                            MouseButton.PRIMARY,
                            1,
                            false,
                            false,
                            false,
                            false,
                            false,
                            false,
                            false,
                            false,
                            false,
                            true,
                            null));
            return null;
        });
    }

    private Node node(String id) {
        return on(() -> lines.lookup("#" + id));
    }

    private String text(String id) {
        Node node = node(id);
        if (node instanceof Text text) {
            return text.getText();
        }
        StringBuilder all = new StringBuilder();
        all(node, Text.class).forEach(t -> all.append(t.getText()));
        return all.toString();
    }

    private static <T extends Node> List<T> all(Node root, Class<T> type) {
        List<T> found = new ArrayList<>();
        on(() -> {
            collect(root, type, found);
            return null;
        });
        return found;
    }

    private static <T extends Node> void collect(Node node, Class<T> type, List<T> found) {
        if (type.isInstance(node)) {
            found.add(type.cast(node));
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, type, found));
        }
    }

    private static <T> T on(Callable<T> work) {
        return Screens.onFx(work);
    }
}
