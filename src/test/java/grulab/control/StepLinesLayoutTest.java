package grulab.control;

import static org.assertj.core.api.Assertions.assertThat;

import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.arithmetic.Line;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;

/** Which lines are open, how high they are, and whose they are. */
class StepLinesLayoutTest extends StepLinesFixture {
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
            lines.show(
                    CellType.LSTM,
                    Convention.PYTORCH,
                    13,
                    12,
                    SampleCells.lines(CellType.LSTM),
                    List.of(),
                    null,
                    false);
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
            lines.show(CellType.GRU, Convention.PYTORCH, 13, 12, back, List.of(), null, true);
            lines.microStep(2);
            return null;
        });
        draw(532, 760);
        assertThat(text("step-lines-unit"))
                .isEqualTo("gradients in units of "
                        + "10"
                        + Numbers.superscript(back.get(0).exponent()));
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
}
