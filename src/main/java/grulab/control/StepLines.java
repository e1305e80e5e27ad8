package grulab.control;

import grulab.control.LineBlock.Depth;
import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.arithmetic.Line;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Background;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * The arithmetic of one unit at one step, line by line, with bars and curves. Where there is too little height, only
 * the active line has them; in projector mode it is the only line.
 */
public final class StepLines extends Region {
    /** Between the edges of the control and what is written. */
    static final double PADDING = 20;

    private final Text unitOfNumbers = new Text();
    private final VBox rows = new VBox();
    private final ScrollPane scroll = LineScroll.of(rows);
    private final List<LineBlock> blocks = new ArrayList<>();
    private final OtherMeaning other = new OtherMeaning();
    private final FocusRing ring = new FocusRing();
    private final LineLight light = new LineLight(this::mark);
    private Look look = Look.STANDARD;
    private StepLineWords words = new StepLineWords(key -> "");
    private List<Line> lines = List.of();
    private List<Line> between = List.of();
    private @Nullable Line otherLine;
    private CellType cell = CellType.GRU;
    private Convention convention = Convention.PYTORCH;
    private boolean backward;
    private int unit;
    private int microStep = MicroSteps.count(cell);
    private Consumer<@Nullable String> hover = term -> {};
    private Consumer<String> ask = symbol -> {};
    private @Nullable String lit;

    public StepLines() {
        setId("step-lines");
        getStyleClass().add("step-lines");
        setAccessibleRole(AccessibleRole.TEXT);
        unitOfNumbers.setId("step-lines-unit");
        unitOfNumbers.setManaged(false);
        setFocusTraversable(true);
        ring.setId("step-lines-focus");
        ring.follow(List.of(this));
        getChildren().addAll(unitOfNumbers, scroll, ring);
        heightProperty().addListener((o, was, now) -> arrange());
        setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER && !lines.isEmpty()) {
                ask.accept(active().get(0).shown());
                e.consume();
            }
        });
        build(symbols());
    }

    public void look(Look newLook) {
        finish();
        look = newLook;
        rows.setBackground(Background.fill(look.palette().surface));
        ring.look(look);
        show();
    }

    public void words(StepLineWords newWords) {
        words = newWords;
        setAccessibleHelp(words.ask());
        show();
    }

    /**
     * Shows a unit's lines; symbols are typeset again only for another unit or formula.
     *
     * @param newUnit from 0
     * @param t from 0
     * @param newLines in order of computation
     * @param newBetween what the micro-steps make that have no line of their own
     * @param otherMeaning the last line under the other meaning of the update gate; null where there is none
     * @param newBackward whether the lines are slopes
     */
    public void show(
            CellType newCell,
            Convention newConvention,
            int newUnit,
            int t,
            List<Line> newLines,
            List<Line> newBetween,
            @Nullable Line otherMeaning,
            boolean newBackward) {
        finish();
        cell(newCell);
        convention = newConvention;
        unit = newUnit;
        lines = newBackward ? List.copyOf(newLines) : ordered(newCell, newLines);
        between = List.copyOf(newBetween);
        otherLine = otherMeaning;
        boolean turned = backward != newBackward;
        backward = newBackward;
        if (turned || !symbols().equals(blocks.stream().map(LineBlock::symbol).toList())) {
            build(symbols());
        }
        show();
    }

    /** Makes room for the lines of a cell, which are still to come. */
    public void clear(CellType newCell) {
        finish();
        cell(newCell);
        lines = List.of();
        between = List.of();
        otherLine = null;
        backward = false;
        build(symbols());
        show();
    }

    private void cell(CellType newCell) {
        microStep = MicroSteps.carried(microStep, cell, newCell);
        cell = newCell;
    }

    /** As the diagram has them: an LSTM's forget gate comes first. */
    private static List<Line> ordered(CellType cell, List<Line> lines) {
        List<String> order =
                FormulaKind.of(cell).stream().map(kind -> kind.symbol).toList();
        return lines.stream()
                .sorted(Comparator.comparingInt(l -> order.indexOf(l.symbol())))
                .toList();
    }

    private List<String> symbols() {
        return lines.isEmpty()
                ? FormulaKind.of(cell).stream().map(kind -> kind.symbol).toList()
                : lines.stream().map(Line::symbol).toList();
    }

    private void build(List<String> symbols) {
        blocks.clear();
        for (String symbol : symbols) {
            LineBlock block = new LineBlock(symbol, backward);
            block.onHover(id -> hover.accept(id));
            block.setOnMouseClicked(e -> ask.accept(block.shown()));
            block.lit(lit);
            blocks.add(block);
        }
        rows.getChildren().setAll(blocks);
        rows.getChildren().add(other);
    }

    /** How much of the step is done, from 1 to the last of the cell; later lines have no numbers yet. */
    public void microStep(int step) {
        MicroSteps.check(step, cell);
        finish();
        boolean forward = MicroSteps.runs(cell, microStep, step);
        microStep = step;
        show();
        if (forward && !look.reducedMotion() && getScene() != null) {
            light.rise();
        }
    }

    /** Ends the movement under way at once. */
    public void finish() {
        light.finish();
    }

    /** Marks a term wherever it stands: the plain name of a term, or the id of a quantity. */
    public void lit(@Nullable String term) {
        lit = term;
        blocks.forEach(block -> block.lit(term));
        other.lit(term);
    }

    /** Told which term the pointer is over; null when it leaves. */
    public void onHoverTerm(Consumer<@Nullable String> handler) {
        hover = handler;
    }

    /** Told the symbol of a line that is clicked. */
    public void onAsk(Consumer<String> handler) {
        ask = handler;
    }

    private int microStepOf(LineBlock block) {
        return LineSteps.of(cell, block.symbol(), backward);
    }

    /** The lines that the micro-step works at, or leads to. */
    private List<LineBlock> active() {
        int step = blocks.stream()
                .mapToInt(this::microStepOf)
                .filter(s -> s >= microStep)
                .min()
                .orElse(MicroSteps.count(cell));
        return blocks.stream().filter(b -> microStepOf(b) == step).toList();
    }

    private boolean whole() {
        return microStep == MicroSteps.count(cell);
    }

    private void show() {
        double reach = BarRun.reach(lines.stream()
                .filter(l -> LeverSpan.of(l, backward) == null && !l.given())
                .map(SumBars::runOf)
                .toList());
        Line part = lines.isEmpty() || backward ? null : LineSteps.between(cell, microStep, between);
        LineBlock leadsTo = active().get(0);
        for (int i = 0; i < blocks.size(); i++) {
            LineBlock block = blocks.get(i);
            Line line = lines.isEmpty() ? null : lines.get(i);
            int step = microStepOf(block);
            block.look(look, look.projector() || blocks.size() == 1);
            block.show(
                    part != null && block == leadsTo
                            ? LineMoment.between(line, part)
                            : line == null || step > microStep
                                    ? LineMoment.later(line, words.later(step), backward)
                                    : LineMoment.of(line, words, reach, backward),
                    unit);
        }
        Line last = otherLine;
        boolean others = last != null && !lines.isEmpty() && whole() && !look.projector();
        other.setVisible(others);
        other.setManaged(others);
        other.look(look);
        if (last != null && others) {
            other.show(last, lines.get(lines.size() - 1), convention.update().opposite(), words);
        }
        header();
        arrange();
        mark();
        setAccessibleText(
                String.join("; ", blocks.stream().map(LineBlock::spoken).toList()));
    }

    private void header() {
        int exponent = lines.isEmpty() ? 0 : lines.get(0).exponent();
        unitOfNumbers.setVisible(exponent != 0);
        unitOfNumbers.setText(exponent == 0 ? "" : words.power(exponent));
        unitOfNumbers.setFont(Fonts.ui(look.px(13, 18)));
        unitOfNumbers.setFill(look.palette().text2);
        requestLayout();
    }

    private double headerHeight() {
        return unitOfNumbers.isVisible() ? look.px(28, 36) : 0;
    }

    /** Which lines are open in the height that there is. */
    private void arrange() {
        double room = getHeight() - headerHeight();
        double below = otherLine == null ? 0 : other.heightAt(false);
        List<LineBlock> active = active();
        double open = blocks.stream().mapToDouble(LineBlock::potential).sum();
        double pairs = blocks.stream().mapToDouble(b -> b.heightAt(Depth.PAIR)).sum() + largest();
        Depth rest =
                look.projector() || open + below <= room ? Depth.OPEN : pairs + below <= room ? Depth.PAIR : Depth.ROW;
        // a projector shows one line: the first that the micro-step makes
        List<LineBlock> opened = look.projector() ? active.subList(0, 1) : active;
        for (LineBlock block : blocks) {
            block.depth(opened.contains(block) ? Depth.OPEN : rest);
            boolean seen = !look.projector() || opened.contains(block);
            block.setVisible(seen);
            block.setManaged(seen);
        }
        other.low(rest == Depth.ROW);
        reveal();
    }

    /** What the pictures of one micro-step take at most. */
    private double largest() {
        return IntStream.rangeClosed(1, MicroSteps.count(cell))
                .mapToDouble(step -> blocks.stream()
                        .filter(b -> microStepOf(b) == step)
                        .mapToDouble(b -> b.potential() - b.heightAt(Depth.PAIR))
                        .sum())
                .max()
                .orElse(0);
    }

    /** Brings the active lines into view. */
    private void reveal() {
        double all = rows.getChildren().stream()
                .filter(n -> n.isManaged())
                .mapToDouble(n -> n.prefHeight(-1))
                .sum();
        double room = getHeight() - headerHeight();
        if (all <= room || look.projector()) {
            scroll.setVvalue(0);
            return;
        }
        List<LineBlock> active = active();
        double end = blocks.subList(0, blocks.indexOf(active.get(active.size() - 1)) + 1).stream()
                .mapToDouble(b -> b.prefHeight(-1))
                .sum();
        scroll.setVvalue(Math.max(0, Math.min(1, (end - room) / (all - room))));
    }

    private void mark() {
        List<LineBlock> active = active();
        boolean rest = whole() || lines.isEmpty() || cell == CellType.GRU && !backward && microStep == 1;
        for (LineBlock block : blocks) {
            boolean here = active.contains(block);
            block.draw(here && !rest, here && microStepOf(block) == microStep ? light.get() : 1);
        }
    }

    @Override
    protected double computePrefWidth(double height) {
        return look.px(532);
    }

    @Override
    protected double computeMinHeight(double width) {
        return look.px(120);
    }

    @Override
    protected void layoutChildren() {
        unitOfNumbers.setX(look.px(PADDING));
        unitOfNumbers.setY(look.px(18, 24));
        scroll.resizeRelocate(0, headerHeight(), getWidth(), getHeight() - headerHeight());
        reveal();
    }
}
