package grulab.control;

import grulab.control.ResultMark.Sign;
import grulab.control.TermDigits.Span;
import grulab.model.arithmetic.Curve;
import grulab.model.arithmetic.Line;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** One line of a step: symbols, the same with numbers, the result, and, where it is open, its bars and curve. */
final class LineBlock extends Region {
    /** How much of a line there is room for. */
    enum Depth {
        /** One row: symbol, numbers, result. */
        ROW,
        /** Formula, numbers, result. */
        PAIR,
        /** With bars and curve. */
        OPEN
    }

    private final String symbol;
    private final Rectangle active = new Rectangle();
    private final Rectangle bar = new Rectangle();
    private final Rectangle rule = new Rectangle();
    private final Rectangle headMark = new Rectangle();
    private final DigitRow digits = new DigitRow();
    private final Text note = new Text();
    private final ResultMark result;
    private final SumBars bars = new SumBars();
    private final CurveBox curve = new CurveBox();
    private final Lever lever = new Lever();
    private final Map<String, TermFormula> bodies = new HashMap<>();
    private final boolean backward;
    private TexNode head;
    private int headUnit;
    private @Nullable TermFormula body;
    private Look look = Look.STANDARD;
    private LineMoment moment = LineMoment.EMPTY;
    private Depth depth = Depth.OPEN;
    private boolean large;
    private boolean marked;
    private double light = 1;
    private Consumer<@Nullable String> hover = term -> {};
    private @Nullable String lit;

    LineBlock(String symbol, boolean backward) {
        this.symbol = symbol;
        this.backward = backward;
        setId("line-" + symbol);
        getStyleClass().add("step-line");
        setAccessibleRole(AccessibleRole.TEXT);
        setCursor(Cursor.HAND);
        result = new ResultMark("line-" + symbol + "-result");
        digits.setId("line-" + symbol + "-numbers");
        note.setId("line-" + symbol + "-note");
        bars.setId("line-" + symbol + "-bars");
        curve.setId("line-" + symbol + "-curve");
        lever.setId("line-" + symbol + "-lever");
        head = new TexNode(LineHeads.of(symbol, 1), 24);
        headMark.setVisible(false);
        for (Node node : new Node[] {active, bar, rule, headMark, note}) {
            node.setManaged(false);
            node.setMouseTransparent(true);
        }
        getChildren().addAll(active, bar, rule, headMark, head, digits, note, result, bars, curve, lever);
        digits.onHover(id -> hover.accept(id));
        bars.onHover(id -> hover.accept(id));
        lever.onHover(id -> hover.accept(id));
        for (Region made : new Region[] {head, result}) {
            made.setOnMouseEntered(e -> hover.accept(made()));
            made.setOnMouseExited(e -> hover.accept(null));
        }
    }

    String symbol() {
        return symbol;
    }

    private String made() {
        return !backward && List.of("h", "c").contains(symbol) ? symbol + "′" : symbol;
    }

    void onHover(Consumer<@Nullable String> handler) {
        hover = handler;
    }

    /** @param newLarge whether it is the only line, in the sizes of a projector */
    void look(Look newLook, boolean newLarge) {
        look = newLook;
        large = newLarge;
        requestLayout();
    }

    /** @param unit from 0 */
    void show(LineMoment now, int unit) {
        moment = now;
        if (unit != headUnit) {
            headUnit = unit;
            TexNode fresh = new TexNode(LineHeads.of(symbol, unit + 1), 24);
            fresh.setOnMouseEntered(head.getOnMouseEntered());
            fresh.setOnMouseExited(head.getOnMouseExited());
            getChildren().set(getChildren().indexOf(head), fresh);
            head = fresh;
        }
        Line line = now.line();
        if (line != null) {
            TermFormula next = bodies.computeIfAbsent(line.formula(), f -> formula(line));
            if (next != body) {
                getChildren().remove(body);
                body = next;
                body.lit(lit);
                getChildren().add(body);
            }
        }
        requestLayout();
    }

    private TermFormula formula(Line line) {
        List<String> names = Stream.concat(line.terms().stream(), line.parts().stream())
                .map(t -> t.name())
                .distinct()
                .toList();
        TermFormula formula = new TermFormula("= " + line.formula(), names);
        formula.onHover(id -> hover.accept(id));
        return formula;
    }

    void depth(Depth newDepth) {
        depth = newDepth;
        requestLayout();
    }

    /** @param newLight 0 as if still to come, 1 computed */
    void draw(boolean newMarked, double newLight) {
        marked = newMarked;
        light = newLight;
        color();
    }

    void lit(@Nullable String id) {
        lit = id;
        if (body != null) {
            body.lit(id);
        }
        digits.lit(id);
        bars.lit(id);
        lever.lit(id);
        headMark.setVisible(Objects.equals(id, made()));
    }

    private boolean opens() {
        return depth == Depth.OPEN && moment.computed() && (moment.lever() != null || moment.hasBars());
    }

    double heightAt(Depth at) {
        if (at == Depth.ROW) {
            return look.px(38);
        }
        double text = large ? look.px(176) : look.px(78);
        if (at == Depth.PAIR || !moment.computed()) {
            return text;
        }
        if (moment.lever() != null) {
            return text + look.px(3, 10) + Lever.height(sized()) + look.px(10);
        }
        Line line = moment.line();
        return line == null || !moment.hasBars()
                ? text
                : text + look.px(3, 10) + SumBars.height(line.parts().size(), sized()) + look.px(4);
    }

    /** The look in which parts are drawn: the only line's are as large as a projector's. */
    private Look sized() {
        return look.withProjector(large);
    }

    @Override
    protected double computePrefHeight(double width) {
        return heightAt(depth);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefWidth(double height) {
        return look.px(532);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        double left = look.px(StepLines.PADDING);
        double width = getWidth() - 2 * left;
        active.setWidth(getWidth());
        active.setHeight(getHeight());
        bar.setWidth(look.px(4));
        bar.setHeight(getHeight());
        rule.setX(left);
        rule.setWidth(width);
        rule.setHeight(1);
        boolean row = depth == Depth.ROW;
        double end = left + width - look.px(10);
        double size = large ? look.px(40) : row ? look.px(19) : look.px(28);
        Color ink = moment.computed() ? LineHeads.ink(symbol).in(look.palette()) : look.palette().text3;
        result.show(moment.result(), moment.sign(), size, ink, look.palette());
        result.equation(large && moment.computed(), look.palette());
        double room = large ? width : width - look.px(10) - result.extent() - look.px(12);
        boolean fits = symbols(left, room, row);
        // a formula that does not fit beside the result has the whole width above it
        result.relocate(
                large ? left + result.extent() : end,
                large ? look.px(156) : row ? look.px(25) : fits ? look.px(51) : look.px(66));
        double baseline = large ? look.px(99) : row ? look.px(24) : look.px(64);
        double start = row ? left + head.getPrefWidth() + look.px(10) : left;
        digits(start, baseline, room - (start - left), row);
        picture(left, width);
        color();
        lit(lit);
    }

    /** Whether the formula leaves room for the result beside it. */
    private boolean symbols(double left, double room, boolean row) {
        double size = large ? look.px(38) : row ? look.px(18) : look.px(24);
        double baseline = large ? look.px(52) : row ? look.px(24) : look.px(35);
        head.size(size);
        boolean fits = true;
        if (body != null) {
            body.setVisible(!row);
            body.size(size);
            double wide = head.getPrefWidth() + body.getPrefWidth();
            fits = row || wide <= room;
            double most = getWidth() - 2 * left;
            if (!row && wide > most) {
                head.size(size * most / wide);
                body.size(size * most / wide);
            }
            body.autosize();
            body.relocate(left + head.getPrefWidth(), baseline - body.getBaselineOffset());
        }
        head.autosize();
        head.relocate(left, baseline - head.getBaselineOffset());
        headMark.setX(left);
        headMark.setY(baseline + look.px(5));
        headMark.setWidth(head.getPrefWidth());
        headMark.setHeight(look.px(2));
        headMark.setFill(look.palette().ink);
        return fits;
    }

    private void digits(double left, double baseline, double room, boolean row) {
        List<Span> spans = large && moment.computed() && !moment.words() ? tied() : moment.spans();
        double size = large ? look.px(25) : row ? look.px(13) : look.px(16.5);
        double fits = DigitRow.fitting(spans, size, row ? look.px(10) : look.px(12, 17), room);
        Font font = moment.words() ? Fonts.ui(Math.min(fits, look.px(15, 22))) : Fonts.mono(fits);
        digits.show(spans, font, moment.sign() == Sign.WRONG ? Ink.INK : moment.ink(), look);
        if (moment.sign() == Sign.WRONG) {
            digits.color(look.palette().bad);
        }
        digits.relocate(left, baseline);
        note.setText(row ? "" : moment.note());
        note.setFont(Fonts.ui(look.px(12, 18)));
        note.setFill(look.palette().text2);
        double end = getWidth() - look.px(StepLines.PADDING) - look.px(10);
        note.setX(large ? left + result.extent() : end - note.getLayoutBounds().getWidth());
        note.setY(large ? look.px(156) : look.px(70));
    }

    /** Numbers as a line of their own, with the sign that ties them to the symbols above. */
    private List<Span> tied() {
        List<Span> all = new ArrayList<>(moment.spans());
        all.add(0, new Span(Ink.INK, "= ", null));
        return all;
    }

    private void picture(double left, double width) {
        boolean open = opens();
        Line line = moment.line();
        LeverSpan span = moment.lever();
        boolean curved = open && line != null && (line.curve() != Curve.NONE || span != null && !span.blend());
        bars.setVisible(open && span == null);
        lever.setVisible(open && span != null);
        curve.setVisible(curved);
        if (!open || line == null) {
            return;
        }
        Look sized = sized();
        double top = large ? look.px(190) : look.px(81);
        double box = sized.px(108, 150);
        double axisEnd = width - sized.px(148, 200);
        Ink ink = LineHeads.ink(symbol);
        if (span != null) {
            lever.resizeRelocate(left, top, span.blend() ? width : axisEnd + sized.px(26), Lever.height(sized));
            lever.show(span, moment.way(), sized);
        } else {
            bars.resizeRelocate(
                    left, top, axisEnd + sized.px(10, 16), SumBars.height(line.parts().size(), sized));
            bars.show(line, moment.reach(), ink, sized);
        }
        if (curved) {
            double boxHeight = sized.px(51, 80);
            double bottom = span != null ? sized.px(46) : sized.px(3) + line.parts().size() * sized.px(15, 25);
            curve.resizeRelocate(
                    left + width - sized.px(8) - box, top + Math.max(0, bottom - boxHeight), box, boxHeight);
            curve.show(
                    span != null ? Curve.TANH : line.curve(),
                    span != null ? line.terms().get(1).value() : SumBars.runOf(line).sum(),
                    moment.reach(),
                    ink,
                    sized);
        }
    }

    private void color() {
        Palette palette = look.palette();
        active.setFill(palette.sunk);
        active.setVisible(marked && !large);
        bar.setFill(palette.ink);
        bar.setVisible(active.isVisible());
        rule.setFill(palette.rule);
        rule.setVisible(!large);
        boolean faint = !moment.computed();
        UnaryOperator<Color> shade = c -> {
            Color base = faint && c.equals(palette.ink) ? palette.text3 : c;
            return light < 1 ? palette.surface.interpolate(base, 0.5 + 0.5 * light) : base;
        };
        head.shade(palette, shade);
        if (body != null) {
            body.shade(look, shade);
        }
        for (Node node : new Node[] {digits, result, bars, curve, lever, note}) {
            node.setOpacity(moment.computed() ? light : 1);
        }
    }

    /** The digits as they are read, with the result. */
    String spoken() {
        return (symbol.equals("n") ? "h\u0303" : symbol) + ": " + moment.spoken();
    }
}
