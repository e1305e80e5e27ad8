package grulab.control;

import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.arithmetic.Line;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** The arithmetic of one unit at one step, line by line, with bars and curves. */
public final class StepLines extends Region {
    private final VBox rows = new VBox();
    private Look look = Look.STANDARD;
    private StepLineWords words = new StepLineWords(key -> "");
    private List<Line> lines = List.of();
    private CellType cell = CellType.GRU;
    private int microStep = MicroSteps.count(cell);
    private Consumer<@Nullable String> hover = term -> {};
    private Consumer<String> ask = symbol -> {};

    public StepLines() {
        setId("step-lines");
        getStyleClass().add("step-lines");
        getChildren().add(rows);
    }

    public void look(Look newLook) {
        look = newLook;
        draw();
    }

    public void words(StepLineWords newWords) {
        words = newWords;
        draw();
    }

    /**
     * Shows a unit's lines; symbols are typeset again only for another unit or formula.
     *
     * @param unit from 0
     * @param t from 0
     * @param newLines in order of computation
     * @param otherMeaning the last line under the other meaning of the update gate; null where there is none
     * @param backward whether the lines are slopes
     */
    public void show(
            CellType newCell,
            Convention convention,
            int unit,
            int t,
            List<Line> newLines,
            @Nullable Line otherMeaning,
            boolean backward) {
        cell = newCell;
        lines = List.copyOf(newLines);
        draw();
    }

    /** Makes room for the lines of a cell, which are still to come. */
    public void clear(CellType newCell) {
        cell = newCell;
        lines = List.of();
        draw();
    }

    /** How much of the step is done, from 1 to the last of the cell; later lines have no numbers yet. */
    public void microStep(int step) {
        MicroSteps.check(step, cell);
        microStep = step;
        draw();
    }

    /** Marks a term wherever it stands: the plain name of a term, or the id of a quantity. */
    public void lit(@Nullable String term) {}

    /** Told which term the pointer is over; null when it leaves. */
    public void onHoverTerm(Consumer<@Nullable String> handler) {
        hover = handler;
    }

    /** Told the symbol of a line that is clicked. */
    public void onAsk(Consumer<String> handler) {
        ask = handler;
    }

    private void draw() {
        rows.getChildren().clear();
        for (Line line : lines) {
            Text text = new Text(
                    line.symbol() + " = " + line.formula() + "\n" + line.substituted() + " = " + line.result());
            text.setFont(Fonts.mono(look.px(13)));
            text.setFill(look.palette().ink);
            text.setOnMouseClicked(e -> ask.accept(line.symbol()));
            text.setOnMouseEntered(e -> hover.accept(line.symbol()));
            text.setOnMouseExited(e -> hover.accept(null));
            rows.getChildren().add(text);
        }
        setAccessibleText(words.given() + microStep);
    }

    @Override
    protected void layoutChildren() {
        rows.resizeRelocate(0, 0, getWidth(), getHeight());
    }
}
