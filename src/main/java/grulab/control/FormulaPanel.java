package grulab.control;

import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.arithmetic.Line;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Background;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * The arithmetic of the selected unit, line by line. In little height the lines scroll and the active one is in view;
 * in projector mode it is the only one.
 */
public final class FormulaPanel extends Region {
    /** From this width of the design on, two lines have room beside each other. */
    private static final double WIDE = 700;

    private final Text title = new Text();
    private final Text note = new Text();
    /** The t of "t = 13" is a letter of the formulas. */
    private final Text time = new Text();

    private final LineColumns rows = new LineColumns();
    private final ScrollPane scroll = LineScroll.of(rows);
    private final List<FormulaRow> lines = new ArrayList<>();
    private final FocusRing ring = new FocusRing();
    private final LineLight light = new LineLight(this::draw);
    private Look look = Look.STANDARD;
    private FormulaWords words = new FormulaWords(key -> "");
    private List<Line> shown = List.of();
    private List<Line> between = List.of();
    private CellType cell = CellType.GRU;
    private Convention convention = Convention.PYTORCH;
    private int unit;
    private int t;
    private int microStep = MicroSteps.count(cell);

    public FormulaPanel() {
        setId("formula-panel");
        getStyleClass().add("formula-panel");
        setAccessibleRole(AccessibleRole.TEXT);
        title.setId("formula-title");
        build();
        setFocusTraversable(true);
        ring.setId("formula-panel-focus");
        ring.follow(List.of(this));
        getChildren().addAll(title, time, note, scroll, ring);
        look(look);
    }

    private void build() {
        lines.clear();
        FormulaKind.of(cell).forEach(kind -> lines.add(new FormulaRow(kind)));
        rows.lines(lines);
    }

    public void look(Look newLook) {
        finish();
        look = newLook;
        rows.setBackground(Background.fill(look.palette().surface));
        ring.look(look);
        lines.forEach(line -> line.look(look));
        header();
        show();
    }

    public void words(FormulaWords newWords) {
        words = newWords;
        header();
        show();
    }

    /**
     * Shows a unit's lines; symbols are typeset again only for another unit, convention or cell.
     *
     * @param newUnit from 0
     * @param newT from 0
     * @param newLines those of the cell, in any order; empty before anything is computed
     * @param newBetween what the micro-steps make that have no line of their own
     */
    public void show(
            int newUnit,
            int newT,
            CellType newCell,
            Convention newConvention,
            List<Line> newLines,
            List<Line> newBetween) {
        boolean other = unit != newUnit || t != newT || cell != newCell;
        cell(newCell);
        unit = newUnit;
        t = newT;
        convention = newConvention;
        shown = List.copyOf(newLines);
        between = List.copyOf(newBetween);
        if (other) {
            finish();
            header();
        }
        show();
    }

    /** Makes room for the lines of another cell, which are still to come. A whole step stays whole. */
    public void cell(CellType newCell) {
        if (cell != newCell) {
            finish();
            shown = List.of();
            between = List.of();
            microStep = MicroSteps.carried(microStep, cell, newCell);
            cell = newCell;
            build();
            lines.forEach(line -> line.look(look));
            header();
            show();
        }
    }

    /** How much of the step is done, from 1 to the last of the cell; later lines have no numbers yet. */
    public void microStep(int step) {
        MicroSteps.check(step, cell);
        finish();
        boolean forward = MicroSteps.runs(cell, microStep, step);
        microStep = step;
        header();
        show();
        if (forward && !look.reducedMotion() && getScene() != null) {
            light.rise();
        }
        reveal();
    }

    /** Ends the movement under way at once. */
    public void finish() {
        light.finish();
    }

    private void show() {
        for (FormulaRow row : lines) {
            row.symbols(unit, convention);
            boolean leadsTo = row.kind() == FormulaKind.at(cell, microStep);
            row.numbers(lineOf(row.kind()), leadsTo ? LineSteps.between(cell, microStep, between) : null, words);
        }
        draw();
        setAccessibleText(
                String.join("; ", lines.stream().map(FormulaRow::spoken).toList()));
    }

    private @Nullable Line lineOf(FormulaKind kind) {
        if (microStep < kind.microStep) {
            return null;
        }
        return shown.stream()
                .filter(l -> l.symbol().equals(kind.symbol))
                .findFirst()
                .orElse(null);
    }

    private void draw() {
        FormulaKind active = FormulaKind.at(cell, microStep);
        boolean whole = microStep == MicroSteps.count(cell);
        for (FormulaRow row : lines) {
            boolean here = row.kind() == active;
            // a whole step and one with nothing computed are pictures at rest: nothing is marked in them
            row.draw(
                    here && !whole && !(cell == CellType.GRU && microStep == 1),
                    here && row.kind().microStep == microStep ? light.get() : 1);
            boolean seen = here || !look.projector();
            row.setVisible(seen);
            row.setManaged(seen);
        }
    }

    private void header() {
        Palette palette = look.palette();
        time.setVisible(look.projector());
        if (look.projector()) {
            String where = words.where(unit, t);
            int at = where.indexOf("t =");
            title.setText(words.count(microStep, MicroSteps.count(cell)) + "   " + words.name(cell, microStep) + ", "
                    + (at < 0 ? where : where.substring(0, at)));
            time.setText(at < 0 ? "" : "t");
            note.setText(at < 0 ? "" : where.substring(at + 1));
            title.setFont(Fonts.ui(look.px(20)));
            time.setFont(Fonts.math(look.px(22)));
            note.setFont(Fonts.ui(look.px(20)));
            title.setFill(palette.text2);
            time.setFill(palette.text2);
        } else {
            title.setText(words.title(unit));
            note.setText(words.note());
            title.setFont(Fonts.semiBold(look.px(13)));
            note.setFont(Fonts.ui(look.px(12)));
            title.setFill(palette.ink);
        }
        note.setFill(palette.text2);
        requestLayout();
    }

    private double headerHeight() {
        return look.px(25, 40);
    }

    @Override
    protected double computePrefHeight(double width) {
        double inner = look.projector()
                ? lines.get(0).prefHeight(-1)
                : lines.stream().mapToDouble(l -> l.prefHeight(-1)).sum();
        return headerHeight() + inner;
    }

    /**
     * The height that it fills best of what there is: all its lines, else as many whole ones as fit, and one at least. A
     * wide panel has two of them side by side.
     */
    public double heightWithin(double room, double width) {
        double line = lines.get(0).prefHeight(-1);
        int all = (lines.size() + columns(width) - 1) / columns(width);
        int fitting = (int) Math.floor((room - headerHeight()) / line);
        return headerHeight() + Math.max(1, Math.min(all, fitting)) * line;
    }

    private int columns(double width) {
        return look.projector() || width < look.px(WIDE) ? 1 : 2;
    }

    @Override
    protected double computeMinHeight(double width) {
        return headerHeight() + lines.get(0).prefHeight(-1);
    }

    @Override
    protected double computePrefWidth(double height) {
        return look.px(456);
    }

    @Override
    protected void layoutChildren() {
        double baseline = look.px(16, 26);
        title.relocate(0, baseline - title.getBaselineOffset());
        double x = title.getLayoutBounds().getWidth();
        if (look.projector()) {
            time.relocate(x, baseline - time.getBaselineOffset());
            x += time.getLayoutBounds().getWidth();
        } else {
            x += look.px(6);
        }
        note.relocate(x, baseline - note.getBaselineOffset());
        note.setVisible(look.projector() || x + note.getLayoutBounds().getWidth() <= getWidth());
        double bleed = look.px(FormulaRow.BLEED);
        rows.columns(columns(getWidth()), bleed);
        scroll.resizeRelocate(-bleed, headerHeight(), getWidth() + 2 * bleed, getHeight() - headerHeight());
        reveal();
    }

    /** Brings the active line into view. */
    private void reveal() {
        double room = getHeight() - headerHeight();
        double all = rows.prefHeight(-1);
        if (all <= room || look.projector()) {
            scroll.setVvalue(0);
            return;
        }
        int each = (lines.size() + columns(getWidth()) - 1) / columns(getWidth());
        double above = FormulaKind.of(cell).indexOf(FormulaKind.at(cell, microStep))
                % each
                * lines.get(0).prefHeight(-1);
        scroll.setVvalue(Math.min(1, above / (all - room)));
    }
}
