package grulab.control;

import grulab.control.ResultMark.Sign;
import grulab.control.TermDigits.Span;
import grulab.model.arithmetic.Line;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
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

    /** Height of formula, numbers and result. */
    private static final double TEXT = 78;
    /** The same where it is the only line. */
    private static final double LARGE_TEXT = 176;

    private final String symbol;
    private final LineGround ground = new LineGround();
    private final Rectangle headMark = new Rectangle();
    private final DigitRow digits = new DigitRow();
    private final Text note = new Text();
    private final ResultMark result;
    private final LinePicture picture;
    private final Map<String, TermFormula> bodies = new HashMap<>();
    private final boolean backward;
    private TexNode head;
    private int headUnit;
    private @Nullable TermFormula body;
    /** Names what a micro-step makes on the way to the line. */
    private @Nullable TexNode part;

    private String partFormula = "";
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
        picture = new LinePicture("line-" + symbol);
        head = new TexNode(LineHeads.of(symbol, 1), 24);
        headMark.setVisible(false);
        for (Node node : new Node[] {headMark, note}) {
            node.setManaged(false);
            node.setMouseTransparent(true);
        }
        getChildren().addAll(ground.nodes());
        getChildren().addAll(headMark, head, digits, note, result, picture);
        digits.onHover(id -> hover.accept(id));
        picture.onHover(id -> hover.accept(id));
        for (Region made : new Region[] {head, result}) {
            made.setOnMouseEntered(e -> hover.accept(made()));
            made.setOnMouseExited(e -> hover.accept(null));
        }
    }

    String symbol() {
        return symbol;
    }

    private String made() {
        return TermNames.made(symbol, backward);
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
        part(now.between());
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

    private void part(@Nullable Line between) {
        String formula = between == null ? "" : between.formula();
        if (!formula.equals(partFormula)) {
            partFormula = formula;
            getChildren().remove(part);
            TexNode next = formula.isEmpty()
                    ? null
                    : new TexNode(PlainFormula.of(formula).text().ink("\\;="), 17);
            part = next;
            if (next != null) {
                next.setId("line-" + symbol + "-part");
                getChildren().add(next);
            }
        }
    }

    /** What stands in it: what the micro-step makes on the way to the line, or the line's own number. */
    String shown() {
        Line between = moment.between();
        return between == null ? symbol : between.symbol();
    }

    private TermFormula formula(Line line) {
        TermFormula formula = TermFormula.of(line);
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
        picture.lit(id);
        headMark.setVisible(Objects.equals(id, made()));
    }

    double heightAt(Depth at) {
        return at == Depth.OPEN ? text() + drawn(LinePicture.height(moment, sized())) : closedAt(at);
    }

    /** How high it is when it is computed and open, so that the others need not move when a micro-step opens it. */
    double potential() {
        return text() + drawn(LinePicture.potential(moment, sized()));
    }

    private double closedAt(Depth at) {
        return at == Depth.ROW ? look.px(38) : text();
    }

    private double text() {
        return large ? look.px(LARGE_TEXT) : look.px(TEXT);
    }

    private double drawn(double picture) {
        return picture == 0 ? 0 : picture + (large ? look.px(10) : look.px(3)) + look.px(6);
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
        ground.place(getWidth(), getHeight(), left, look);
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
        TexNode named = part;
        if (named != null) {
            named.size(large ? look.px(25) : row ? look.px(14) : look.px(17));
            named.shade(look.palette(), c -> c);
            named.autosize();
            named.relocate(start, baseline - named.getBaselineOffset());
            start += named.getPrefWidth() + look.px(6);
        }
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
        double height = depth == Depth.OPEN ? LinePicture.height(moment, sized()) : 0;
        picture.setVisible(height > 0);
        picture.resizeRelocate(left, large ? look.px(LARGE_TEXT + 10) : look.px(TEXT + 3), width, height);
        picture.show(moment, LineHeads.ink(symbol), sized());
    }

    private void color() {
        Palette palette = look.palette();
        ground.draw(marked, large, palette);
        boolean faint = !moment.computed();
        UnaryOperator<Color> shade = c -> {
            Color base = faint && c.equals(palette.ink) ? palette.text3 : c;
            return light < 1 ? palette.surface.interpolate(base, 0.5 + 0.5 * light) : base;
        };
        head.shade(palette, shade);
        if (body != null) {
            body.shade(look, shade);
        }
        for (Node node : new Node[] {digits, result, picture, note}) {
            node.setOpacity(moment.computed() ? light : 1);
        }
    }

    /** The digits as they are read, with the result. */
    String spoken() {
        return LineHeads.plain(symbol) + ": " + moment.spoken();
    }
}
