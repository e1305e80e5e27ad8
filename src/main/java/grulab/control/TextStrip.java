package grulab.control;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

/** What is read: a number over every fifth column, and a cell with its character over each. */
final class TextStrip extends Pane implements Framed {
    private static final int EVERY = 5;
    private static final String SPACE = "\u2423";

    private final Pane viewport = new Pane();
    private final Group cells = new Group();
    private final Group numbers = new Group();
    /** What of the cells and numbers is seen. */
    private final Rectangle columns = new Rectangle();

    private final Text time = new Text();
    private final Group caption = new Group();
    private final Text here = new Text();
    private final List<Text> ticks = new ArrayList<>();
    private List<String> labels = List.of();

    TextStrip() {
        setId("text-strip");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT);
        viewport.setClip(columns);
        viewport.getChildren().addAll(cells, numbers);
        viewport.setMouseTransparent(true);
        here.setId("time-here");
        getChildren().addAll(viewport, caption, time, here);
    }

    @Override
    public Rectangle framed() {
        return columns;
    }

    /** Words need wider columns than characters, 0; none needs more than this. */
    static double widest(List<String> labels, Look look) {
        int longest = labels.stream()
                .mapToInt(l -> l.codePointCount(0, l.length()))
                .max()
                .orElse(1);
        return longest <= 1 ? 0 : look.px(Math.min(88, longest * 7.4 + 6));
    }

    /** Everything anew: other text, size or look. */
    void build(StackState s) {
        Look look = s.look();
        Palette palette = look.palette();
        StackFrame frame = s.frame();
        ColumnAxis c = s.columns();
        labels = s.labels();
        cells.getChildren().clear();
        numbers.getChildren().clear();
        ticks.clear();
        for (int t = 0; t < c.count(); t++) {
            double x = t * c.column();
            Rectangle cell = new Rectangle(x, frame.text(), c.column() - c.gap(), frame.textHeight());
            cell.setFill(palette.sunk);
            cells.getChildren().add(cell);
            if (t < labels.size()) {
                cells.getChildren().add(character(s, labels.get(t), x + (c.column() - c.gap()) / 2));
            }
            if (t == 0 || (t + 1) % EVERY == 0) {
                Text tick = Lettering.text(Integer.toString(t + 1), Fonts.mono(look.px(12, 18)), palette.text3);
                Lettering.centre(tick, x + (c.column() - c.gap()) / 2, frame.numbers());
                tick.setUserData(t);
                ticks.add(tick);
                numbers.getChildren().add(tick);
            }
        }
        caption(s);
        Lettering.style(here, Fonts.monoBold(look.px(13.5, 20)), palette.ink);
        move(s);
    }

    private void caption(StackState s) {
        Look look = s.look();
        Palette palette = look.palette();
        Group timeT = Phrase.of(s.words().time() + " t", Fonts.ui(look.px(12, 18)), palette.text2);
        timeT.setLayoutX(look.px(16, 20));
        timeT.setLayoutY(s.frame().numbers());
        double baseline = s.frame().text() + 0.68 * s.frame().textHeight();
        Symbol x = Symbol.indexed("x", "t", look.px(24, 34), palette.x);
        x.setLayoutX(look.px(16, 20));
        x.setLayoutY(baseline);
        Text text = Lettering.text(s.words().text(), Fonts.ui(look.px(12, 18)), palette.text2);
        Lettering.left(text, look.px(43, 60), baseline);
        text.setVisible(!look.projector());
        caption.getChildren().setAll(timeT, x, text);
    }

    /** The character of a column as it is drawn, also inverted under the cursor. */
    static Text character(StackState s, String label, double middle) {
        Look look = s.look();
        boolean blank = label.equals(SPACE);
        double size = s.frame().character();
        Text text = Lettering.text(label, Fonts.mono(size), blank ? look.palette().text3 : look.palette().ink);
        double room = s.columns().column() - 2;
        boolean words = s.labels().stream().anyMatch(l -> l.codePointCount(0, l.length()) > 1);
        if (words) {
            shorten(text, label, room, Fonts.mono(look.px(12, 18)));
        } else if (Lettering.width(text) > room + 3) {
            text.setFont(Fonts.mono(Math.max(look.px(11), size * room / Lettering.width(text))));
        }
        Lettering.centre(text, middle, s.frame().text() + s.frame().textHeight() / 2 + 0.38 * size);
        return text;
    }

    private static void shorten(Text text, String label, double room, javafx.scene.text.Font font) {
        text.setFont(font);
        int length = label.length();
        while (length > 1 && Lettering.width(text) > room) {
            length = label.offsetByCodePoints(length, -1);
            text.setText(label.substring(0, length) + "\u2026");
        }
    }

    /** The cursor has moved, or the columns have scrolled. */
    void move(StackState s) {
        ColumnAxis c = s.columns();
        double left = c.left() - c.offset();
        cells.setTranslateX(left);
        numbers.setTranslateX(left);
        // The first number is wider than a narrow column, so the numbers may stand out of the columns a little.
        columns.setX(c.left() - (c.scrolls() ? 0 : s.look().px(8)));
        columns.setWidth(c.width() + (c.scrolls() ? 0 : s.look().px(16)));
        double top = s.frame().numbers() - s.look().px(14, 22);
        columns.setY(top);
        columns.setHeight(s.frame().text() + s.frame().textHeight() - top);
        here.setVisible(s.passage() != null);
        here.setText(Integer.toString(s.t() + 1));
        Lettering.centre(
                here, c.x(s.t()) + (c.column() - c.gap()) / 2, s.frame().numbers());
        double reach = Lettering.width(here) / 2 + s.look().px(4);
        double middle = here.getX() + Lettering.width(here) / 2;
        for (Text tick : ticks) {
            double half = Lettering.width(tick) / 2;
            tick.setVisible(!here.isVisible() || Math.abs(tick.getX() + half + left - middle) > reach + half);
        }
        setAccessibleText(StackWords.fill(s.words().spokenText(), s.t() + 1, c.count(), s.label(s.t())));
    }

    boolean shows(StackState s) {
        return labels.equals(s.labels());
    }
}
