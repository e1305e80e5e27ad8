package grulab.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import grulab.model.arithmetic.Line;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;

class StepLinesTest extends StepLinesFixture {
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
}
