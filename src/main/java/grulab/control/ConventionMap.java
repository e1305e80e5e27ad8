package grulab.control;

import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.FrameworkRow;
import grulab.model.ResetPosition;
import grulab.model.UpdateMeaning;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.paint.Color;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * Two questions, four conventions: what z = 1 does from top to bottom, where r acts from left to right; in each quarter
 * who writes it so. Top and bottom are the same function under other weights, left and right are not.
 */
public final class ConventionMap extends ConventionDrawing {
    private final List<ConventionQuarter> quarters = Convention.ALL.stream()
            .map(c -> new ConventionQuarter(c, () -> choose(c)))
            .toList();
    private final Group letters = new Group();
    private final TexNode before = new TexNode(Formulas.reset(ResetPosition.BEFORE), 16);
    private final TexNode after = new TexNode(Formulas.reset(ResetPosition.AFTER), 16);
    private final TexNode negated = new TexNode(FormulaText.EMPTY.ink("W_z,\\,U_z,\\,b_z,\\,c_z"), 15);
    private final Text bound = new Text();
    private final FocusRing ring = new FocusRing();
    private List<FrameworkRow> rows = List.of();
    private @Nullable Convention a;
    private @Nullable Convention b;
    private @Nullable Double measured;
    private Consumer<Convention> choose = convention -> {};

    public ConventionMap() {
        super("convention-map", 500, 342);
        bound.setId("convention-map-bound");
        bound.setMouseTransparent(true);
        letters.setMouseTransparent(true);
        getChildren().add(letters);
        getChildren().addAll(inOrder());
        for (Node node : List.of(before, after, negated)) {
            node.setManaged(false);
            node.setMouseTransparent(true);
        }
        getChildren().addAll(before, after, negated, bound, ring);
        ring.follow(quarters);
        quarters.forEach(q -> q.setOnKeyPressed(e -> key(q, e)));
    }

    /** Row by row, as they are read. */
    private List<ConventionQuarter> inOrder() {
        List<ConventionQuarter> all = new ArrayList<>();
        for (UpdateMeaning update : UpdateMeaning.values()) {
            for (ResetPosition reset : ResetPosition.values()) {
                all.add(quarter(new Convention(reset, update)));
            }
        }
        return all;
    }

    /** Who writes a GRU how; rows of other cells have no place here. */
    public void rows(List<FrameworkRow> all) {
        rows = List.copyOf(all);
        refresh();
    }

    /** What the twin cells compute; null where there is none. */
    public void twins(@Nullable Convention first, @Nullable Convention second) {
        a = first;
        b = second;
        refresh();
    }

    /** @param delta largest |Δh| after z was relabelled, or null before it is known */
    public void measured(@Nullable Double delta) {
        measured = delta;
        refresh();
    }

    /** Hears of the quarter that is clicked, or entered by key. */
    public void onChoose(Consumer<Convention> listener) {
        choose = listener;
    }

    private void choose(Convention convention) {
        choose.accept(convention);
    }

    private void key(ConventionQuarter q, KeyEvent e) {
        Convention c = q.convention;
        KeyCode code = e.getCode();
        switch (code) {
            case ENTER, SPACE -> choose(c);
            case LEFT -> quarter(c.with(ResetPosition.BEFORE)).requestFocus();
            case RIGHT -> quarter(c.with(ResetPosition.AFTER)).requestFocus();
            case UP -> quarter(c.with(UpdateMeaning.KEEP)).requestFocus();
            case DOWN -> quarter(c.with(UpdateMeaning.ADMIT)).requestFocus();
            default -> {
                return;
            }
        }
        e.consume();
    }

    private ConventionQuarter quarter(Convention convention) {
        return quarters.stream()
                .filter(q -> q.convention.equals(convention))
                .findFirst()
                .orElseThrow();
    }

    private List<String> names(Convention convention) {
        return rows.stream()
                .filter(r -> r.cell() == CellType.GRU && r.convention().equals(convention))
                .map(FrameworkRow::name)
                .toList();
    }

    @Override
    void draw(Look look) {
        letters.getChildren().clear();
        ring.look(look);
        double left = look.px(93, 132);
        double gap = look.px(17, 24);
        double width = (getWidth() - left - gap - look.px(16)) / 2;
        double top = look.px(63, 92);
        double foot = getHeight() - look.px(31, 42);
        double between = look.px(34, 46);
        double share = share(width, look);
        double high = Math.rint((foot - top - between) * share);
        double low = foot - top - between - high;
        double second = left + width + gap;
        double lower = top + high + between;
        place(ResetPosition.BEFORE, UpdateMeaning.KEEP, left, top, width, high, look);
        place(ResetPosition.AFTER, UpdateMeaning.KEEP, second, top, width, high, look);
        place(ResetPosition.BEFORE, UpdateMeaning.ADMIT, left, lower, width, low, look);
        place(ResetPosition.AFTER, UpdateMeaning.ADMIT, second, lower, width, low, look);
        heads(left + width / 2, second + width / 2, top - look.px(11, 16), look);
        rowHead("keep", top + high / 2, look);
        rowHead("admit", lower + low / 2, look);
        cross(left + width + gap / 2, top + high / 2, look.px(5.5, 8), look);
        cross(left + width + gap / 2, lower + low / 2, look.px(5.5, 8), look);
        double arrow = look.px(20, 26);
        arrow(left + arrow, top + high, between, look);
        arrow(second + width - arrow, top + high, between, look);
        exact(left + 2 * arrow - look.px(6), second + width - 1.5 * arrow, top + high + between / 2, look);
        inexact(left, foot + look.px(19, 28), look);
    }

    /** Of the height for both rows, what the upper one takes: as many lines as its longer list has. */
    private double share(double width, Look look) {
        double[] need = new double[2];
        for (ConventionQuarter q : quarters) {
            int row = q.convention.update() == UpdateMeaning.KEEP ? 0 : 1;
            double room = ConventionQuarter.room(width, look);
            need[row] = Math.max(need[row], NameLines.fewest(names(q.convention), room, look));
        }
        return need[0] + need[1] == 0 ? 0.5 : Math.max(0.4, Math.min(0.62, need[0] / (need[0] + need[1])));
    }

    private void place(
            ResetPosition reset, UpdateMeaning update, double x, double y, double width, double height, Look look) {
        Convention convention = new Convention(reset, update);
        List<String> marks = new ArrayList<>();
        if (convention.equals(a)) {
            marks.add("A");
        }
        if (convention.equals(b)) {
            marks.add("B");
        }
        ConventionQuarter quarter = quarter(convention);
        List<String> users = names(convention);
        quarter.resizeRelocate(x, y, width, height);
        quarter.build(users, marks, words(), look);
        String what = users.isEmpty() ? words().of("map.none") : String.join(", ", users);
        String cells = marks.isEmpty() ? "" : words().of("map.spoken.cell", String.join(", ", marks));
        quarter.setAccessibleText(
                words().of("map.spoken", verb(update), words().of("map." + reset.id()), what) + cells);
    }

    private String verb(UpdateMeaning update) {
        return words().of("map." + update.id()) + " " + words().of("map." + update.id() + ".what");
    }

    private Text text(String content, Font font, Color color, double x, double baseline) {
        Text text = Lettering.text(content, font, color);
        Lettering.left(text, x, baseline);
        letters.getChildren().add(text);
        return text;
    }

    private void heads(double first, double second, double baseline, Look look) {
        Palette palette = look.palette();
        text(words().of("map.title"), Fonts.semiBold(look.px(13, 20)), palette.ink, look.px(16), look.px(23, 30));
        head(words().of("map.head", words().of("map.before")), before, first, baseline, look);
        head(words().of("map.head", words().of("map.after")), after, second, baseline, look);
    }

    private void head(String word, TexNode formula, double middle, double baseline, Look look) {
        formula.look(look);
        formula.size(look.px(16, 23));
        Text name = text(word, Fonts.ui(look.px(13.5, 19)), look.palette().ink, 0, baseline);
        double gap = look.px(6, 8);
        double width = Lettering.width(name) + gap + formula.prefWidth(-1);
        name.setX(middle - width / 2);
        set(formula, middle - width / 2 + Lettering.width(name) + gap, baseline);
    }

    private static void set(TexNode formula, double x, double baseline) {
        formula.resizeRelocate(
                x, baseline - formula.getBaselineOffset(), formula.prefWidth(-1), formula.prefHeight(-1));
    }

    private void rowHead(String row, double middle, Look look) {
        Palette palette = look.palette();
        Symbol z = Symbol.of("z", look.px(20, 28), palette.z);
        z.setLayoutX(look.px(16));
        z.setLayoutY(middle - look.px(2, 3));
        letters.getChildren().add(z);
        double x = look.px(16) + z.getLayoutBounds().getWidth() + look.px(5);
        text(words().of("map." + row), Fonts.ui(look.px(14, 19)), palette.ink, x, middle - look.px(2, 3));
        text(
                words().of("map." + row + ".what"),
                Fonts.ui(look.px(13, 18)),
                palette.text2,
                look.px(16),
                middle + look.px(17, 22));
    }

    private void cross(double x, double y, double half, Look look) {
        for (int sign : new int[] {-1, 1}) {
            Line line = new Line(x - half, y - sign * half, x + half, y + sign * half);
            line.setStroke(look.palette().r);
            line.setStrokeWidth(look.px(2.6, 3.6));
            line.setStrokeLineCap(StrokeLineCap.BUTT);
            letters.getChildren().add(line);
        }
    }

    private void arrow(double x, double top, double length, Look look) {
        double head = look.px(7, 10);
        double half = look.px(5, 7);
        double from = top + look.px(2);
        double to = top + length - look.px(2);
        Line shaft = new Line(x, from + head - 1, x, to - head + 1);
        shaft.setStroke(look.palette().z);
        shaft.setStrokeWidth(look.px(2.6, 3.6));
        shaft.setStrokeLineCap(StrokeLineCap.BUTT);
        Polygon up = new Polygon(x, from, x - half, from + head, x + half, from + head);
        Polygon down = new Polygon(x, to, x - half, to - head, x + half, to - head);
        up.setFill(look.palette().z);
        down.setFill(look.palette().z);
        letters.getChildren().addAll(shaft, up, down);
    }

    private void exact(double left, double right, double middle, Look look) {
        Palette palette = look.palette();
        double baseline = middle + look.px(4.5, 6.5);
        negated.look(look);
        negated.size(look.px(15, 20));
        Lettering.style(bound, Fonts.ui(look.px(12.5, 18)), palette.text2);
        bound.setText(measured == null ? "" : "|\u0394h| " + Numbers.atMost(measured));
        Text word = text(words().of("map.exact"), Fonts.ui(look.px(13, 18)), palette.ink, left, baseline);
        double gap = look.px(5, 7);
        double width = Lettering.width(word) + gap + negated.prefWidth(-1);
        double after = measured == null ? 0 : look.px(10, 12) + Lettering.width(bound);
        // what was measured says more than how
        negated.setVisible(width + after <= right - left || measured == null);
        if (!negated.isVisible()) {
            word.setText(words().of("map.exact.short"));
            width = Lettering.width(word);
        }
        double whole = width + after;
        double x = left + Math.max(0, (right - left - whole) / 2);
        word.setX(x);
        set(negated, x + Lettering.width(word) + gap, baseline);
        Lettering.left(bound, x + width + look.px(10, 12), baseline);
    }

    private void inexact(double left, double baseline, Look look) {
        double half = look.px(4.2, 6);
        double beside = 2 * half + look.px(8, 10);
        Text says = text(words().of("map.inexact"), Fonts.ui(look.px(13, 18)), look.palette().ink, 0, baseline);
        double room = getWidth() - look.px(32) - beside;
        if (Lettering.width(says) > room) {
            says.setText(words().of("map.inexact.short"));
        }
        double x = Math.max(look.px(16), Math.min(left, getWidth() - look.px(16) - beside - Lettering.width(says)));
        cross(x + half, baseline - look.px(4.5, 6.5), half, look);
        says.setX(x + beside);
    }
}
