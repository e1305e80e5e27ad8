package grulab.control;

import grulab.control.NumberSpans.Span;
import grulab.model.Convention;
import grulab.model.arithmetic.Line;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javafx.scene.Group;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** One line of the formula panel: symbols, the same with numbers, the result, and whether it is right. */
final class FormulaRow extends Region {
    /** How far the marking of the active line goes beyond the text on either side. */
    static final double BLEED = 10;

    private static final double LATER = 0.5;
    private final FormulaKind kind;
    private final LineGround ground = new LineGround();
    private final Group numbers = new Group();
    private final List<Part> parts = new ArrayList<>();
    private final Text result = new Text();
    private final Polyline check = new Polyline();
    private final Map<FormulaBody, TexNode> bodies = new EnumMap<>(FormulaBody.class);
    private TexNode head;
    private TexNode body;
    /** Names what a micro-step makes on the way to the line. */
    private @Nullable TexNode part;

    private String partFormula = "";
    private int headUnit = -1;
    private Look look = Look.STANDARD;
    private Convention convention = Convention.PYTORCH;
    private List<Span> spans = List.of();
    private boolean agrees = true;
    private boolean computed;
    private double light = 1;
    private boolean marked;

    FormulaRow(FormulaKind kind) {
        this.kind = kind;
        String name = kind.symbol;
        setId("formula-" + name);
        result.setId("formula-" + name + "-result");
        numbers.setId("formula-" + name + "-numbers");
        head = new TexNode(LineFormulas.head(kind, 1), 18);
        body = body(convention);
        check.setFill(Color.TRANSPARENT);
        check.setStrokeLineCap(StrokeLineCap.ROUND);
        getChildren().addAll(ground.nodes());
        getChildren().addAll(head, body, numbers, result, check);
    }

    /** Symbolic right sides are typeset once for each form. */
    private TexNode body(Convention c) {
        return bodies.computeIfAbsent(FormulaBody.of(kind, c), b -> new TexNode(LineFormulas.body(kind, c), 18));
    }

    FormulaKind kind() {
        return kind;
    }

    void look(Look newLook) {
        look = newLook;
        requestLayout();
    }

    /** Symbols: the unit's number as index, the form that the convention has. */
    void symbols(int unit, Convention newConvention) {
        if (unit != headUnit) {
            headUnit = unit;
            getChildren().remove(head);
            head = new TexNode(LineFormulas.head(kind, unit + 1), 18);
            getChildren().add(head);
            requestLayout();
        }
        TexNode now = body(newConvention);
        convention = newConvention;
        if (now != body) {
            getChildren().remove(body);
            body = now;
            getChildren().add(body);
            requestLayout();
        }
    }

    /**
     * Numbers, or what stands in their place.
     *
     * @param line null while the line is not computed
     * @param between what the micro-step makes on the way to it; null if nothing
     */
    void numbers(@Nullable Line line, @Nullable Line between, FormulaWords words) {
        computed = line != null;
        part(line == null && between != null ? between.formula() : "");
        agrees = line == null || line.agrees();
        if (line == null) {
            spans = between == null
                    ? List.of(new Span(Ink.FAINT, words.later(kind.microStep)))
                    : LineMoment.digits(between).stream()
                            .map(s -> new Span(s.ink() == Ink.INK ? Ink.SOFT : s.ink(), s.text()))
                            .toList();
            result.setText("–");
        } else {
            spans = agrees
                    ? NumberSpans.of(kind, convention, line.substituted())
                    : List.of(new Span(Ink.SOFT, words.mismatch(line)));
            result.setText((line.exact() || !agrees ? "" : "≈ ") + line.result());
        }
        requestLayout();
    }

    private void part(String formula) {
        if (!formula.equals(partFormula)) {
            partFormula = formula;
            getChildren().remove(part);
            TexNode next = formula.isEmpty()
                    ? null
                    : new TexNode(PlainFormula.of(formula).text().ink("\\;="), 14);
            part = next;
            if (next != null) {
                next.setId("formula-" + kind.symbol + "-part");
                getChildren().add(next);
            }
        }
    }

    /** @param newLight 0 as if still to come, 1 computed */
    void draw(boolean newMarked, double newLight) {
        marked = newMarked;
        light = newLight;
        color();
    }

    private void color() {
        Palette palette = look.palette();
        ground.draw(marked, look.projector(), palette);
        double strength = computed ? LATER + (1 - LATER) * light : LATER;
        UnaryOperator<Color> shade = c -> palette.surface.interpolate(c, strength);
        head.shade(palette, shade);
        body.shade(palette, shade);
        Color wrong = palette.bad;
        for (Part part : parts) {
            Ink ink = look.projector() && part.ink == Ink.SOFT ? Ink.INK : part.ink;
            part.setFill(agrees ? ink.in(palette) : wrong);
        }
        double shown = computed ? light : 1;
        numbers.setOpacity(shown);
        result.setFill(!agrees ? wrong : computed ? kind.ink.in(palette) : palette.text3);
        result.setOpacity(shown);
        check.setStroke(agrees ? palette.ink : wrong);
        check.setVisible(computed);
        check.setOpacity(shown);
    }

    @Override
    protected double computePrefHeight(double width) {
        return look.projector() ? look.px(168) : look.px(51);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefWidth(double height) {
        return look.px(400);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        double bleed = look.px(BLEED);
        double left = bleed;
        double width = getWidth() - 2 * bleed;
        ground.place(getWidth(), getHeight(), left, look);
        if (look.projector()) {
            large(left, width);
        } else {
            normal(left, width);
        }
        color();
    }

    private void normal(double left, double width) {
        double right = left + width - look.px(6);
        place(check(look.px(11)), right - look.px(11), look.px(31));
        result.setFont(Fonts.monoBold(look.px(19)));
        double end = right - look.px(23);
        double resultWidth = result.getLayoutBounds().getWidth();
        result.setX(end - resultWidth);
        result.setY(look.px(33));
        double room = end - resultWidth - look.px(12) - left;
        symbols(left, look.px(22), look.px(18), room);
        double named = part(left, look.px(42), look.px(14));
        numbers(spans, left + named, look.px(42), look.px(12.5), look.px(9), room - named);
    }

    private void large(double left, double width) {
        symbols(left, look.px(52), look.px(38), width);
        double named = part(left, look.px(99), look.px(26));
        numbers(equation(), left + named, look.px(99), look.px(25), look.px(17), width - named);
        result.setFont(Fonts.monoBold(look.px(40)));
        result.setX(left);
        result.setY(look.px(156));
        if (computed) {
            Text sign = equalsSign(left);
            numbers.getChildren().add(sign);
            result.setX(left + sign.getLayoutBounds().getWidth());
        }
        place(check(look.px(20)), result.getX() + result.getLayoutBounds().getWidth() + look.px(24), look.px(153));
    }

    /** Sets the name of what the micro-step makes; returns the room that it takes. */
    private double part(double left, double baseline, double size) {
        TexNode named = part;
        if (named == null) {
            return 0;
        }
        named.size(size);
        named.shade(look.palette(), c -> c);
        named.autosize();
        named.setLayoutX(left);
        named.setLayoutY(baseline - named.getBaselineOffset());
        return named.getPrefWidth() + look.px(6);
    }

    /** The numbers as a line of their own, with the sign that ties them to the symbols above. */
    private List<Span> equation() {
        List<Span> all = new ArrayList<>(spans);
        if (computed && agrees) {
            all.add(0, new Span(Ink.INK, "= "));
        }
        return all;
    }

    private Text equalsSign(double x) {
        Text sign = new Text("= ");
        sign.setFont(Fonts.monoBold(look.px(40)));
        sign.setFill(look.palette().ink);
        sign.setX(x);
        sign.setY(look.px(156));
        return sign;
    }

    private void symbols(double left, double baseline, double size, double room) {
        head.size(size);
        body.size(size);
        double wide = head.prefWidth(-1) + body.prefWidth(-1);
        if (wide > room) {
            head.size(size * room / wide);
            body.size(size * room / wide);
        }
        for (TexNode node : List.of(head, body)) {
            node.autosize();
            node.setLayoutX(node == head ? left : left + head.prefWidth(-1));
            node.setLayoutY(baseline - node.getBaselineOffset());
        }
    }

    private void numbers(List<Span> all, double left, double baseline, double size, double smallest, double room) {
        int length = all.stream().mapToInt(s -> s.text().length()).sum();
        Font font = Fonts.mono(size);
        // JetBrains Mono is 0.6 em wide
        if (length * 0.6 * size > room) {
            font = Fonts.mono(Math.max(smallest, room / (0.6 * length)));
        }
        parts.clear();
        double x = left;
        for (Span span : all) {
            Part part = new Part(span);
            part.setFont(font);
            part.setX(x);
            part.setY(baseline);
            x += part.getLayoutBounds().getWidth();
            parts.add(part);
        }
        numbers.getChildren().setAll(parts);
    }

    private Polyline check(double size) {
        check.setStrokeWidth(size * 0.2);
        if (agrees) {
            check.getPoints().setAll(0.0, -0.4 * size, 0.35 * size, -0.05 * size, 0.95 * size, -0.8 * size);
        } else {
            double far = 0.8 * size;
            double mid = 0.4 * size;
            check.getPoints().setAll(0.0, 0.0, far, -far, mid, -mid, 0.0, -far, far, 0.0);
        }
        return check;
    }

    private static void place(Polyline mark, double x, double baseline) {
        mark.setLayoutX(x);
        mark.setLayoutY(baseline);
    }

    /** The digits as they are read, with the result. */
    String spoken() {
        StringBuilder text = new StringBuilder(kind.spoken());
        text.append(": ");
        text.append(partFormula.isEmpty() ? "" : partFormula + " = ");
        spans.forEach(s -> text.append(s.text()));
        return computed ? text.append(" = ").append(result.getText()).toString() : text.toString();
    }

    /** Digits of one colour. */
    private static final class Part extends Text {
        private final Ink ink;

        Part(Span span) {
            super(span.text());
            ink = span.ink();
        }
    }
}
