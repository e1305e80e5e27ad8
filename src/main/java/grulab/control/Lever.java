package grulab.control;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** A new state between two values on an axis, and a bar as long as the share of the way that leads to it. */
final class Lever extends Region {
    private final Group drawing = new Group();
    private final Rectangle mark = new Rectangle();
    private @Nullable LeverSpan span;
    private String sentence = "";
    private Look look = Look.STANDARD;
    private Consumer<@Nullable String> hover = term -> {};
    private @Nullable String lit;

    /** A letter under the axis. */
    private record Letter(Node symbol, double at, double width) {}

    Lever() {
        drawing.setManaged(false);
        mark.setMouseTransparent(true);
        getChildren().add(drawing);
    }

    void onHover(Consumer<@Nullable String> handler) {
        hover = handler;
    }

    /** @param pattern sentence with {0} for the share, {1} for its value, {2} for where it leads */
    void show(LeverSpan newSpan, String pattern, Look newLook) {
        span = newSpan;
        sentence = pattern;
        look = newLook;
        draw();
    }

    void lit(@Nullable String id) {
        if (!Objects.equals(lit, id)) {
            lit = id;
            light();
        }
    }

    static double height(Look look) {
        return look.px(66, 102);
    }

    double x(double value) {
        LeverSpan s = span;
        double reach = s == null ? 1 : s.reach();
        double left = look.px(24);
        double right = getWidth() - look.px(36);
        return left + (right - left) * (value + reach) / (2 * reach);
    }

    private void draw() {
        LeverSpan s = span;
        drawing.getChildren().clear();
        if (s == null || !s.finite() || getWidth() <= 0) {
            return;
        }
        Palette palette = look.palette();
        double y = look.px(40, 62);
        double thick = look.px(6, 10);
        List<Node> all = new ArrayList<>();
        all.add(Shapes.line(x(-s.reach()), y, x(s.reach()) - x(-s.reach()), look.px(1), palette.border));
        List<Letter> letters = letters(s, y, palette);
        for (double tick : new double[] {-s.reach(), 0, s.reach()}) {
            all.add(Shapes.line(x(tick) - look.px(0.5), y - look.px(5), look.px(1), look.px(10), palette.border));
            if (letters.stream().noneMatch(l -> Math.abs(l.at - x(tick)) < look.px(15, 24))) {
                Text number = Lettering.text(Numbers.fixed(tick, 0), Fonts.mono(look.px(12, 18)), palette.text3);
                Lettering.left(number, x(tick) - Lettering.width(number) / 2, y + look.px(19, 28));
                all.add(number);
            }
        }
        double from = Math.min(x(s.from()), x(s.end()));
        double to = Math.max(x(s.from()), x(s.end()));
        Rectangle bar = new Rectangle(from, y - thick, to - from, thick);
        bar.setId("lever-bar");
        bar.setFill(s.ink().in(palette));
        bar.setOnMouseEntered(e -> hover.accept(s.share()));
        bar.setOnMouseExited(e -> hover.accept(null));
        all.add(bar);
        mark.setX(from);
        mark.setY(y + look.px(2));
        mark.setWidth(to - from);
        mark.setHeight(look.px(2));
        mark.setFill(palette.ink);
        all.add(mark);
        if (s.blend()) {
            all.add(hearing(new Circle(x(s.from()), y, look.px(6, 9), palette.candidate), "n"));
        }
        Circle ring = new Circle(x(s.to()), y, look.px(5, 8), palette.surface);
        ring.setStroke(s.blend() ? palette.h : palette.ink);
        ring.setStrokeWidth(look.px(2.5, 4));
        all.add(hearing(ring, s.blend() ? "h" : "c′"));
        letters.forEach(l -> all.add(l.symbol));
        double tip = x(s.at());
        all.add(triangle(tip, y - thick, palette));
        all.add(words(s, from, to, tip, y - thick - look.px(7, 10), palette));
        drawing.getChildren().setAll(all);
        light();
    }

    private List<Letter> letters(LeverSpan s, double y, Palette palette) {
        double size = look.px(17, 26);
        List<Letter> letters = new ArrayList<>();
        if (s.blend()) {
            letters.add(letter(Symbol.candidate(size, palette.candidate), x(s.from())));
            letters.add(letter(Symbol.of("h", size, palette.h), x(s.to())));
        }
        letters.add(letter(primed(size, palette.h), x(s.at())));
        letters.sort(Comparator.comparingDouble(l -> l.at));
        double gap = look.px(19, 28);
        List<Letter> placed = new ArrayList<>();
        for (Letter l : letters) {
            double least = placed.isEmpty() ? -1e9 : placed.get(placed.size() - 1).at + gap;
            placed.add(new Letter(l.symbol, Math.max(least, l.at), l.width));
        }
        for (Letter l : placed) {
            l.symbol.setLayoutX(l.at - l.width / 2);
            l.symbol.setLayoutY(y + look.px(23, 35));
        }
        return placed;
    }

    private static Group primed(double size, Color color) {
        Symbol letter = Symbol.of("h", size, color);
        Text prime = Lettering.text("′", Fonts.ui(size), color);
        prime.setX(letter.getLayoutBounds().getWidth() + size * 0.04);
        Group both = new Group(letter, prime);
        both.setMouseTransparent(true);
        return both;
    }

    private static Letter letter(Node symbol, double at) {
        return new Letter(symbol, at, symbol.getLayoutBounds().getWidth());
    }

    private Group words(LeverSpan s, double from, double to, double tip, double baseline, Palette palette) {
        Color color = s.ink().in(palette);
        Group group = new Group();
        group.setMouseTransparent(true);
        double x = 0;
        double size = look.px(13, 20);
        for (String piece : sentence.split("(?=\\{)|(?<=})")) {
            String words = switch (piece) {
                case "{0}" -> s.share().replace(" ", "");
                case "{1}" -> Numbers.fixed(s.part(), 2);
                case "{2}" -> s.blend() ? "h" : "tanh(c′)";
                default -> piece;
            };
            boolean letter = words.length() == 1 && (piece.equals("{0}") || piece.equals("{2}"));
            Color ink = piece.equals("{2}") && s.blend() ? palette.h : color;
            Text text = Lettering.text(words, letter ? Fonts.math(size * 1.2) : Fonts.ui(size), ink);
            text.setX(x);
            x += Lettering.width(text);
            group.getChildren().add(text);
        }
        double left = sentenceX(x, from, to, tip);
        boolean over = left < tip + look.px(8, 11) && left + x > tip - look.px(8, 11);
        group.setLayoutX(left);
        group.setLayoutY(over ? baseline - look.px(9, 14) : baseline);
        return group;
    }

    /** In the middle of the bar, but beside the triangle where there is room, and not beyond an edge. */
    private double sentenceX(double width, double from, double to, double tip) {
        double clear = look.px(11, 16);
        double most = getWidth() - width;
        double middle = Math.max(0, Math.min(most, (from + to - width) / 2));
        if (middle + width <= tip - clear || middle >= tip + clear) {
            return middle;
        }
        double before = tip - clear - width;
        double behind = tip + clear;
        boolean leads = tip >= (from + to) / 2;
        boolean first = leads ? before >= 0 : behind > most;
        return first ? Math.max(0, before) : Math.min(most, behind);
    }

    private Node triangle(double x, double bottom, Palette palette) {
        Polygon triangle = Shapes.triangle(x, bottom, look.px(7, 10), look.px(12, 18), palette.h);
        triangle.setId("lever-result");
        return hearing(triangle, "h′");
    }

    private Node hearing(Node node, String id) {
        node.setOnMouseEntered(e -> hover.accept(id));
        node.setOnMouseExited(e -> hover.accept(null));
        return node;
    }

    private void light() {
        LeverSpan s = span;
        mark.setVisible(s != null && s.share().equals(lit));
    }

    @Override
    protected void layoutChildren() {
        draw();
    }
}
