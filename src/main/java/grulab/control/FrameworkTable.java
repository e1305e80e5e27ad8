package grulab.control;

import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.FrameworkRow;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Consumer;
import javafx.scene.Group;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** Which library computes what: a line each, with a bar if it computes what one of the twin cells does. */
public final class FrameworkTable extends ConventionDrawing {
    /** Room for a scroll bar at the right. */
    private static final double SCROLL = 10;

    private final Group letters = new Group();
    private final FrameworkList list = new FrameworkList(row -> choose(row));
    private final FocusRing ring = new FocusRing();
    private List<FrameworkRow> rows = List.of();
    private @Nullable Convention a;
    private @Nullable Convention b;
    private Consumer<FrameworkRow> choose = row -> {};

    public FrameworkTable() {
        super("framework-table", 500, 380);
        letters.setMouseTransparent(true);
        getChildren().addAll(letters, list, ring);
        ring.follow(List.of(list));
        CopyMenu.on(list, () -> words().of("copy"), this::table);
    }

    /** The frameworks of one cell; of an LSTM or RNN without what z and r do. */
    public void rows(List<FrameworkRow> all) {
        rows = List.copyOf(all);
        list.rows(rows);
        refresh();
    }

    /** What the twin cells compute; null where there is none. */
    public void twins(@Nullable Convention first, @Nullable Convention second) {
        a = first;
        b = second;
        refresh();
    }

    /** The line that is framed; null for none. */
    public void chosen(@Nullable FrameworkRow row) {
        list.chosen(row);
    }

    /** Hears of a line that is clicked or reached by key. */
    public void onChoose(Consumer<FrameworkRow> listener) {
        choose = listener;
    }

    private void choose(FrameworkRow row) {
        choose.accept(row);
    }

    /** Separated by tabs, as its menu copies it. */
    public String table() {
        StringBuilder all = new StringBuilder();
        for (FrameworkRow row : rows) {
            StringJoiner cells = new StringJoiner("\t", "", "\n").add(row.name());
            if (row.cell() == CellType.GRU) {
                cells.add("z " + row.convention().update().id())
                        .add("reset " + row.convention().reset().id());
            }
            all.append(cells.add(row.biases()).add(row.gateOrder()));
        }
        return all.toString();
    }

    @Override
    void draw(Look look) {
        Palette palette = look.palette();
        letters.getChildren().clear();
        ring.look(look);
        double left = look.px(16);
        double width = getWidth() - 2 * left;
        FrameworkColumns columns = FrameworkColumns.of(rows, width - look.px(SCROLL), words(), look);
        double baseline = look.px(23, 30);
        Text title = add(words().of("table.title"), Fonts.semiBold(look.px(13, 20)), palette.ink, left, baseline);
        double after = left + Lettering.width(title) + look.px(8);
        Text hint = add(
                words().of(columns.switches() ? "table.hint" : "table.hint.plain"),
                FrameworkColumns.head(look),
                palette.text2,
                after,
                baseline);
        hint.setVisible(after + Lettering.width(hint) < getWidth() - left);
        double head = look.px(49, 66);
        head(columns, left, head, look);
        double top = head + look.px(9, 12);
        boolean marks = columns.switches() && (a != null || b != null);
        double foot = marks ? look.px(30, 42) : look.px(8);
        letters.getChildren().add(Shapes.line(left, top - 1, width, 1, palette.border));
        list.build(columns, a, b, words(), look);
        double room = Math.max(0, getHeight() - top - foot);
        list.resizeRelocate(left, top, width, Math.min(room, list.height(rows.size())));
        if (marks) {
            legend(left, list.getLayoutY() + list.getHeight() + look.px(20, 28), look);
        }
    }

    private void head(FrameworkColumns columns, double left, double baseline, Look look) {
        Color quiet = look.palette().text2;
        Font font = FrameworkColumns.head(look);
        if (columns.switches()) {
            double x = left + columns.z();
            Symbol z = symbol("z", look.palette().z, x, baseline, look);
            add(" = 1", font, quiet, x + z.getLayoutBounds().getWidth(), baseline);
            Text reset = add(words().of("table.reset"), font, quiet, left + columns.reset(), baseline);
            symbol("r", look.palette().r, reset.getX() + Lettering.width(reset) + look.px(4), baseline, look);
        }
        add(words().of("table.biases"), font, quiet, left + columns.biases(), baseline);
        double order = columns.below() ? FrameworkColumns.left(look) : columns.order();
        add(words().of("table.order"), font, quiet, left + order, baseline);
    }

    private Symbol symbol(String letter, Color color, double x, double baseline, Look look) {
        Symbol symbol = Symbol.of(letter, look.px(15, 22), color);
        symbol.setLayoutX(x);
        symbol.setLayoutY(baseline);
        letters.getChildren().add(symbol);
        return symbol;
    }

    private void legend(double left, double baseline, Look look) {
        double x = left;
        if (a != null) {
            x = mark("a", look.px(4, 6), x, baseline, look) + look.px(18, 24);
        }
        if (b != null) {
            mark("b", look.px(2, 3), x, baseline, look);
        }
    }

    private double mark(String twin, double width, double x, double baseline, Look look) {
        Rectangle bar = Shapes.line(x, baseline - look.px(10.5, 15), width, look.px(13, 19), look.palette().ink);
        letters.getChildren().add(bar);
        Text text = add(
                words().of("table.same." + twin),
                FrameworkColumns.head(look),
                look.palette().text2,
                x + look.px(10, 14),
                baseline);
        return text.getX() + Lettering.width(text);
    }

    private Text add(String content, Font font, Color color, double x, double baseline) {
        Text text = Lettering.text(content, font, color);
        Lettering.left(text, x, baseline);
        letters.getChildren().add(text);
        return text;
    }
}
