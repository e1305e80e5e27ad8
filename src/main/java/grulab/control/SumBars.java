package grulab.control;

import grulab.control.BarRun.Bar;
import grulab.model.arithmetic.Line;
import grulab.model.arithmetic.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** The summands of a line as signed bars end to end on an axis, with their names and a triangle at the sum. */
final class SumBars extends Region {
    private static final int TICKS = 3;

    private final Group drawing = new Group();
    private final List<Group> marks = new ArrayList<>();
    private List<Term> parts = List.of();
    private BarRun run = new BarRun(List.of());
    private double reach = 3;
    private Ink result = Ink.INK;
    private Look look = Look.STANDARD;
    private double nameWidth;
    private Consumer<@Nullable String> hover = term -> {};
    private @Nullable String lit;
    private @Nullable List<TexNode> typeset;

    SumBars() {
        drawing.setManaged(false);
        getChildren().add(drawing);
    }

    static BarRun runOf(Line line) {
        double unit = Math.pow(10, -line.exponent());
        return BarRun.of(line.parts().stream().map(p -> p.value() * unit).toList());
    }

    void onHover(Consumer<@Nullable String> handler) {
        hover = handler;
    }

    /**
     * @param newReach end of the axis, in the line's unit
     * @param ink of the sum
     */
    void show(Line line, double newReach, Ink ink, Look newLook) {
        if (!names(line.parts()).equals(names(parts))) {
            typeset = null;
        }
        parts = line.parts();
        run = runOf(line);
        reach = newReach;
        result = ink;
        look = newLook;
        draw();
    }

    void lit(@Nullable String id) {
        if (!Objects.equals(lit, id)) {
            lit = id;
            light();
        }
    }

    static double height(List<Term> parts, Look look) {
        return axis(parts, look) + look.px(24, 32);
    }

    /** Where the axis lies under the bars. */
    static double axis(List<Term> parts, Look look) {
        return pitch(parts, look) * parts.size() + look.px(3, 5);
    }

    /** From bar to bar; typeset names are higher. */
    private static double pitch(List<Term> parts, Look look) {
        return TermNames.briefIsEnough(parts) ? look.px(15, 25) : look.px(20, 32);
    }

    /** Where a value of the axis stands. */
    double x(double value) {
        double left = axisLeft();
        return left + (getWidth() - look.px(10, 16) - left) * (value + reach) / (2 * reach);
    }

    private double axisLeft() {
        return Math.max(look.px(104, 112), nameWidth + look.px(22));
    }

    private void draw() {
        Palette palette = look.palette();
        List<Node> all = new ArrayList<>();
        marks.clear();
        List<Node> labels = labels(palette);
        double axis = axis(parts, look);
        all.add(Shapes.line(x(0), -look.px(2), look.px(1), axis + look.px(2), palette.border));
        double thick = look.px(11, 18);
        double pitch = pitch(parts, look);
        for (int i = 0; i < parts.size(); i++) {
            Bar bar = run.bars().get(i);
            double top = pitch * i;
            String name = parts.get(i).name();
            Node label = labels.get(i);
            double wide = label.getLayoutBounds().getWidth();
            all.add(label);
            all.add(bar(bar, top, thick, name, "bar-" + i));
            double from = x(Math.min(bar.from(), bar.to()));
            double to = x(Math.max(bar.from(), bar.to()));
            Group mark = new Group(
                    Shapes.line(0, top + thick + look.px(0.5), wide, look.px(1.5), palette.ink),
                    Shapes.line(from, top + thick, to - from, look.px(2), palette.ink));
            marks.add(mark);
            all.add(mark);
            double down = i + 1 < parts.size() ? top + pitch + thick : top + thick;
            all.add(Shapes.line(x(bar.to()) - look.px(0.5), top, look.px(1), down - top, palette.ink));
        }
        all.addAll(axis(axis, palette));
        all.add(triangle(x(run.sum()), axis, palette));
        drawing.getChildren().setAll(all);
        light();
    }

    private List<Node> labels(Palette palette) {
        List<Node> labels = new ArrayList<>();
        nameWidth = 0;
        double thick = look.px(11, 18);
        double pitch = pitch(parts, look);
        boolean brief = TermNames.briefIsEnough(parts);
        if (!brief && typeset == null) {
            typeset = parts.stream()
                    .map(p -> new TexNode(PlainFormula.of(p.name()).text(), 14))
                    .toList();
        }
        for (int i = 0; i < parts.size(); i++) {
            double baseline = pitch * i + thick - look.px(1, 2);
            Node label;
            double width;
            if (brief || typeset == null) {
                Text text = Lettering.text(TermNames.brief(parts.get(i).name()), font(), palette.text2);
                Lettering.left(text, 0, baseline);
                text.setMouseTransparent(false);
                text.setPickOnBounds(true);
                width = Lettering.width(text);
                label = text;
            } else {
                TexNode tex = typeset.get(i);
                tex.size(look.px(14, 22));
                tex.shade(palette, c -> c);
                tex.autosize();
                tex.setLayoutY(baseline - tex.getBaselineOffset());
                width = tex.getPrefWidth();
                label = tex;
            }
            hear(label, parts.get(i).name());
            nameWidth = Math.max(nameWidth, width);
            labels.add(label);
        }
        return labels;
    }

    private Font font() {
        return Fonts.ui(look.px(13, 20));
    }

    private Rectangle bar(Bar bar, double top, double thick, String name, String id) {
        double from = x(Math.min(bar.from(), bar.to()));
        double to = x(Math.max(bar.from(), bar.to()));
        Rectangle rectangle = new Rectangle(from, top, to - from, thick);
        Ink ink = TermNames.barInk(name);
        rectangle.setFill(ink == Ink.FAINT ? look.palette().border : ink.in(look.palette()));
        rectangle.setId(id);
        hear(rectangle, name);
        return rectangle;
    }

    private void hear(Node node, String name) {
        String id = TermNames.id(name);
        node.setOnMouseEntered(e -> hover.accept(id));
        node.setOnMouseExited(e -> hover.accept(null));
    }

    private List<Node> axis(double y, Palette palette) {
        List<Node> all = new ArrayList<>();
        all.add(Shapes.line(x(-reach), y, x(reach) - x(-reach), look.px(1), palette.border));
        Font mono = Fonts.mono(look.px(12, 18));
        double widest = Lettering.width(Lettering.text(Numbers.fixed(-reach, 0), mono, palette.text3));
        boolean crowded = x(reach / TICKS) - x(0) < widest + look.px(4);
        for (int i = -TICKS; i <= TICKS; i++) {
            double value = reach * i / TICKS;
            all.add(Shapes.line(x(value) - look.px(0.5), y, look.px(1), look.px(4), palette.border));
            String number = reach < 1e5 ? Numbers.fixed(value, 0) : Numbers.brief(value);
            Text tick = Lettering.text(number, mono, palette.text3);
            Lettering.left(tick, x(value) - Lettering.width(tick) / 2, y + look.px(17, 24));
            if (!crowded || i % TICKS == 0) {
                all.add(tick);
            }
        }
        return all;
    }

    private Polygon triangle(double x, double y, Palette palette) {
        Polygon triangle = Shapes.triangle(x, y, look.px(6, 9), look.px(8, 12), result.in(palette));
        triangle.setMouseTransparent(true);
        return triangle;
    }

    private void light() {
        for (int i = 0; i < marks.size(); i++) {
            marks.get(i).setVisible(TermNames.id(parts.get(i).name()).equals(lit));
        }
    }

    private static List<String> names(List<Term> terms) {
        return terms.stream().map(Term::name).toList();
    }

    @Override
    protected void layoutChildren() {
        draw();
    }
}
