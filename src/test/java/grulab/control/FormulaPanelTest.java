package grulab.control;

import static org.assertj.core.api.Assertions.assertThat;

import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.ResetPosition;
import grulab.model.arithmetic.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;

class FormulaPanelTest {
    private static final Look STILL = Look.STANDARD.withReducedMotion(true);
    private final FormulaPanel panel = on(() -> {
        FormulaPanel p = new FormulaPanel();
        p.words(SampleWords.formulas());
        p.look(STILL);
        p.show(13, 12, CellType.GRU, Convention.PYTORCH, SampleLines.of(Convention.PYTORCH, true), List.of());
        return p;
    });

    @Test
    void aLineHasNumbersResultAndMark() {
        layout(240);
        assertThat(text("formula-h-numbers")).isEqualTo("0.678·0.688 + 0.322·(−0.789)");
        assertThat(result("h")).isEqualTo("0.21");
        assertThat(color("h")).isEqualTo(Palette.LIGHT.h);
        assertThat(on(panel::getAccessibleText)).contains("r: σ(1.440 − 0.975 − 0.530) = 0.48");
        Text title = on(() -> (Text) panel.lookup("#formula-title"));
        assertThat(title.getText()).isEqualTo("Unit 14 in numbers");
    }

    @Test
    void aLineThatDisagreesSaysBothValues() {
        on(() -> {
            panel.show(13, 12, CellType.GRU, Convention.PYTORCH, SampleLines.of(Convention.PYTORCH, false), List.of());
            return null;
        });
        layout(240);
        assertThat(text("formula-z-numbers")).isEqualTo("Cell 0.678123, recomputed 0.679150.");
        assertThat(color("z")).isEqualTo(Palette.LIGHT.bad);
        assertThat(result("h")).isEqualTo("≈ 0.21");
        assertThat(color("r")).isEqualTo(Palette.LIGHT.r);
    }

    @Test
    void laterLinesHaveNoNumbersYet() {
        on(() -> {
            panel.microStep(4);
            return null;
        });
        layout(240);
        assertThat(result("n")).isEqualTo("−0.79");
        assertThat(text("formula-z-numbers")).isEqualTo("computed at micro-step 5");
        assertThat(result("h")).isEqualTo("–");
        assertThat(marked()).containsExactly("formula-n");
    }

    @Test
    void aWholeStepMarksNoLine() {
        layout(240);
        assertThat(marked()).isEmpty();
    }

    @Test
    void newNumbersTypesetNothing() {
        layout(240);
        List<TexNode> before = symbols();
        on(() -> {
            panel.show(13, 12, CellType.GRU, Convention.PYTORCH, SampleLines.of(Convention.PYTORCH, false), List.of());
            panel.show(13, 14, CellType.GRU, Convention.PYTORCH, SampleLines.of(Convention.PYTORCH, true), List.of());
            return null;
        });
        assertThat(symbols()).containsExactlyElementsOf(before);
        Convention other = Convention.PYTORCH.with(ResetPosition.BEFORE);
        on(() -> {
            panel.show(13, 14, CellType.GRU, other, SampleLines.of(other, true), List.of());
            panel.show(13, 14, CellType.GRU, Convention.PYTORCH, SampleLines.of(Convention.PYTORCH, true), List.of());
            return null;
        });
        assertThat(symbols()).containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    void inLittleHeightTheActiveLineIsInView() {
        layout(25 + 60);
        ScrollPane scroll = on(() -> (ScrollPane) panel.lookup("ScrollPane"));
        on(() -> {
            panel.microStep(2);
            return null;
        });
        assertThat(scroll.getVvalue()).isZero();
        on(() -> {
            panel.microStep(6);
            return null;
        });
        assertThat(scroll.getVvalue()).isEqualTo(1);
    }

    @Test
    void aProjectorShowsOnlyTheActiveLine() {
        on(() -> {
            panel.look(STILL.withProjector(true));
            panel.microStep(4);
            return null;
        });
        layout(260);
        List<String> shown =
                rows().stream().filter(Node::isVisible).map(Node::getId).toList();
        assertThat(shown).containsExactly("formula-n");
        assertThat(text("formula-n-numbers")).isEqualTo("= tanh(−0.072 + 0.484·(−2.063))= ");
        Text result = on(() -> (Text) panel.lookup("#formula-n-result"));
        assertThat(result.getFont().getSize()).isEqualTo(40);
        Text title = on(() -> (Text) panel.lookup("#formula-title"));
        assertThat(title.getText()).startsWith("4 of 6").contains("candidate, unit 14");
    }

    @Test
    void beforeAnythingIsComputedLinesAreEmpty() {
        on(() -> {
            panel.show(0, 0, CellType.GRU, Convention.PYTORCH, List.of(), List.of());
            return null;
        });
        layout(240);
        assertThat(result("r")).isEqualTo("–");
    }

    @Test
    void anLstmHasSixLinesInTheOrderOfItsDiagram() {
        on(() -> {
            panel.show(13, 12, CellType.LSTM, Convention.PYTORCH, SampleCells.lines(CellType.LSTM), List.of());
            return null;
        });
        layout(25 + 6 * 51);
        assertThat(shownRows())
                .containsExactly("formula-f", "formula-i", "formula-g", "formula-c", "formula-o", "formula-h");
        for (Line line : SampleCells.lines(CellType.LSTM)) {
            assertThat(text("formula-" + line.symbol() + "-numbers")).isEqualTo(line.substituted());
            assertThat(result(line.symbol())).isEqualTo(line.result());
            assertThat(color(line.symbol())).isEqualTo(line.symbol().equals("h") ? Palette.LIGHT.h : Palette.LIGHT.ink);
        }
        on(() -> {
            panel.microStep(1);
            return null;
        });
        layout(25 + 6 * 51);
        assertThat(result("f")).isNotEqualTo("–");
        assertThat(text("formula-i-numbers")).isEqualTo("computed at micro-step 2");
        assertThat(markedOf("f")).isTrue();
    }

    @Test
    void anotherCellShowsNothingOfTheCellBefore() {
        on(() -> {
            panel.microStep(5);
            panel.cell(CellType.RNN);
            return null;
        });
        layout(240);
        assertThat(shownRows()).containsExactly("formula-h");
        assertThat(result("h")).isEqualTo("–");
        on(() -> {
            panel.show(13, 12, CellType.RNN, Convention.PYTORCH, SampleCells.lines(CellType.RNN), List.of());
            return null;
        });
        layout(240);
        Line line = SampleCells.lines(CellType.RNN).get(0);
        assertThat(result("h")).isEqualTo(line.result());
        on(() -> {
            panel.microStep(1);
            return null;
        });
        assertThat(result("h")).isEqualTo("–");
        assertThat(markedOf("h")).isTrue();
    }

    @Test
    void thereAreAsManyWholeLinesAsFitAndTwoBesideEachOtherWhereItIsWide() {
        assertThat(heights()).containsExactly(76.0, 25 + 3 * 51.0, 25 + 4 * 51.0, 25 + 4 * 51.0);
        assertThat(on(() -> panel.heightWithin(200, 720))).isEqualTo(25 + 2 * 51.0);
        on(() -> {
            panel.cell(CellType.LSTM);
            return null;
        });
        assertThat(heights()).containsExactly(76.0, 25 + 3 * 51.0, 25 + 5 * 51.0, 25 + 6 * 51.0);
        on(() -> {
            panel.cell(CellType.RNN);
            return null;
        });
        assertThat(heights()).containsOnly(76.0);
    }

    private List<Double> heights() {
        return on(() -> List.of(
                panel.heightWithin(0, 426),
                panel.heightWithin(25 + 4 * 51 - 1, 426),
                panel.heightWithin(25 + 6 * 51 - 1, 426),
                panel.heightWithin(25 + 6 * 51, 426)));
    }

    private List<String> shownRows() {
        ScrollPane scroll = on(() -> (ScrollPane) panel.lookup("ScrollPane"));
        return on(() -> ((Parent) scroll.getContent())
                .getChildrenUnmodifiable().stream().map(Node::getId).toList());
    }

    private boolean markedOf(String symbol) {
        return on(() -> ((FormulaRow) panel.lookup("#formula-" + symbol))
                .getChildrenUnmodifiable()
                .get(0)
                .isVisible());
    }

    private void layout(double height) {
        on(() -> Screens.draw(panel, 456, height, STILL));
    }

    private List<FormulaRow> rows() {
        return on(() -> {
            List<FormulaRow> rows = new ArrayList<>();
            for (String id : List.of("r", "n", "z", "h")) {
                rows.add((FormulaRow) panel.lookup("#formula-" + id));
            }
            return rows;
        });
    }

    private List<String> marked() {
        return rows().stream()
                .filter(r -> r.getChildrenUnmodifiable().get(0).isVisible())
                .map(Node::getId)
                .toList();
    }

    private List<TexNode> symbols() {
        return rows().stream()
                .flatMap(r -> r.getChildrenUnmodifiable().stream())
                .filter(TexNode.class::isInstance)
                .map(TexNode.class::cast)
                .toList();
    }

    private String text(String id) {
        return on(() -> {
            StringBuilder text = new StringBuilder();
            for (Node part : ((Group) panel.lookup("#" + id)).getChildren()) {
                text.append(((Text) part).getText());
            }
            return text.toString();
        });
    }

    private String result(String symbol) {
        return on(() -> ((Text) panel.lookup("#formula-" + symbol + "-result")).getText());
    }

    private Color color(String symbol) {
        return on(() -> (Color) ((Text) panel.lookup("#formula-" + symbol + "-result")).getFill());
    }

    private static <T> T on(Callable<T> work) {
        return Screens.onFx(work);
    }
}
