package grulab.control;

import grulab.model.Snapshot;
import grulab.model.UpdateMeaning;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** One map with what stands left and right of it: symbol, name, numbers of units, the selected unit and its value. */
final class MapLane extends Pane implements Framed {
    final MapQuantity what;
    final HeatMap map = new HeatMap();
    private final MapOutline outline = new MapOutline();
    private final RowMark mark = new RowMark();
    private final Group symbol = new Group();
    private final Text name = new Text();
    private final Text note = new Text();
    private final Text top = new Text();
    private final Text bottom = new Text();
    private final Text value = new Text();
    private @Nullable Snapshot taken;
    private @Nullable UnitOrder takenOrder;
    private @Nullable Palette takenPalette;
    private List<?> painted = List.of();

    MapLane(MapQuantity what) {
        this.what = what;
        setId(what.id());
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        value.setId(what.id() + "-value");
        name.setId(what.id() + "-name");
        note.setId(what.id() + "-note");
        getChildren().addAll(map, outline, mark, symbol, name, note, top, bottom, value);
    }

    @Override
    public Rectangle framed() {
        return outline.whole;
    }

    /** Everything that does not move with selection and numbers: sizes, words, colours. */
    void build(StackState s) {
        Look look = s.look();
        Palette palette = look.palette();
        StackFrame frame = s.frame();
        double left = look.px(16, 20);
        boolean low = frame.low(look);
        Symbol letter = what.symbol(low ? look.px(22, 34) : look.px(27, 40), palette);
        letter.setLayoutX(left);
        letter.setLayoutY(low ? look.px(17, 30) : look.px(25, 33));
        symbol.getChildren().setAll(letter);
        Lettering.style(name, Fonts.ui(look.px(12, 18)), palette.text2);
        Lettering.style(note, Fonts.ui(look.px(12, 18)), palette.text2);
        Lettering.style(top, Fonts.mono(look.px(11, 17)), palette.text3);
        Lettering.style(bottom, Fonts.mono(look.px(11, 17)), palette.text3);
        Lettering.style(value, Fonts.monoBold(look.px(13.5, 20)), what.color(palette));
        mark.build(frame.gutter(), look);
        map.setLayoutX(s.columns().left());
        painted = List.of();
        update(s);
    }

    /** Draws what has changed since the last time: numbers, selection, order, columns. */
    void update(StackState s) {
        take(s);
        RowAxis rows = s.rows();
        ColumnAxis c = s.columns();
        List<?> now = List.of(rows, c, s.order().first(), s.look(), s.frame());
        if (!now.equals(painted)) {
            paint(s);
            painted = now;
        }
        select(s, rows);
    }

    private void take(StackState s) {
        Palette palette = s.look().palette();
        boolean same = taken == s.snapshot() && s.order().equals(takenOrder) && takenPalette == palette;
        if (same) {
            return;
        }
        Snapshot snapshot = s.snapshot();
        if (snapshot == null) {
            map.forget();
        } else {
            float[] values = snapshot.trace().of(what.quantity);
            map.values(values, snapshot.trace().steps(), s.order(), what.map(palette), what.gate);
        }
        taken = snapshot;
        takenOrder = s.order();
        takenPalette = palette;
        painted = List.of();
    }

    private void paint(StackState s) {
        ColumnAxis c = s.columns();
        Look look = s.look();
        StackFrame frame = s.frame();
        map.paint(c, s.rows(), s.order().first(), frame.overview(), look);
        outline.place(s);
        outline.setVisible(s.snapshot() != null);
    }

    private void select(StackState s, RowAxis rows) {
        Look look = s.look();
        ColumnAxis c = s.columns();
        Snapshot snapshot = s.snapshot();
        boolean shown = snapshot != null && s.order().shows(s.unit());
        int row = shown ? s.order().rowOf(s.unit()) - s.order().first() : 0;
        double middle = rows.middle(row);
        mark.setVisible(shown);
        mark.place(s, row);
        value.setVisible(snapshot != null);
        value.setText(snapshot == null ? "" : Numbers.narrow(snapshot.trace().at(what.quantity, s.t(), s.unit())));
        double from = s.frame().overview() > 0 ? HeatMap.OVERVIEW_GAP + 13 : 5;
        Lettering.left(
                value, c.right() + look.px(from, s.frame().overview() > 0 ? from : 6), middle + look.px(4.7, 6.6));
        captions(s, middle, shown);
        setAccessibleText(spoken(s));
    }

    /** The selected unit's number comes first: a caption that would run into it makes room. */
    private void captions(StackState s, double middle, boolean shown) {
        Look look = s.look();
        double height = s.frame().mapHeight();
        UnitOrder order = s.order();
        boolean low = s.frame().low(look);
        note.setText(what.note(s.words(), meaning(s), low || look.projector()));
        boolean named = name(s, middle, shown, low);
        if (!low) {
            Lettering.left(note, look.px(16, 20), height - look.px(6, 8));
        } else if (look.projector()) {
            Lettering.left(note, end(name) + look.px(8), name.getY());
        } else {
            // nothing fits beneath the name, so it stands beside the symbol
            Lettering.left(note, look.px(42), look.px(13));
        }
        double right = s.frame().gutter() - look.px(6.5);
        top.setText(Integer.toString(order.unitAt(order.first()) + 1));
        Lettering.right(top, right, look.px(9.5));
        bottom.setText(Integer.toString(order.unitAt(order.first() + order.count() - 1) + 1));
        Lettering.right(bottom, right, height - look.px(1.5));
        boolean numbers = s.snapshot() != null && !look.projector();
        boolean bare = note.getText().isEmpty();
        top.setVisible(numbers && (bare || !low) && clear(top, middle, shown, look));
        bottom.setVisible(numbers && (bare || low) && clear(bottom, middle, shown, look));
        name.setVisible(named);
        note.setVisible(fits(note, s, middle, shown));
        if (name.getY() > bottom.getY() - look.px(14) && end(name) + look.px(4) > bottom.getX()) {
            bottom.setVisible(false);
        }
    }

    /** Under the symbol; where the selected unit's number stands there, at the foot, or in fewer letters. */
    private boolean name(StackState s, double middle, boolean shown, boolean low) {
        Look look = s.look();
        double left = look.px(16, 20);
        double foot = s.frame().mapHeight() - look.px(8);
        double usual = low ? look.projector() ? foot : look.px(33) : look.px(42, 57);
        boolean alone = note.getText().isEmpty();
        String full = what.name(s.words());
        String brief = what.briefName(s.words());
        name.setText(look.projector() && !alone ? brief : full);
        Lettering.left(name, left, usual);
        if (fits(name, s, middle, shown)) {
            return true;
        }
        if (!low && alone) {
            Lettering.left(name, left, foot);
            if (fits(name, s, middle, shown)) {
                return true;
            }
        }
        name.setText(brief);
        Lettering.left(name, left, usual);
        return fits(name, s, middle, shown);
    }

    private boolean fits(Text text, StackState s, double middle, boolean shown) {
        Look look = s.look();
        return end(text) < s.frame().gutter() - look.px(1)
                && (clear(text, middle, shown, look) || end(text) < mark.left() - look.px(2));
    }

    private static boolean clear(Text text, double middle, boolean shown, Look look) {
        return !shown || Math.abs(text.getY() - look.px(4, 6) - middle) > look.px(12, 17);
    }

    private static double end(Text text) {
        return text.getX() + Lettering.width(text);
    }

    private static UpdateMeaning meaning(StackState s) {
        return s.snapshot() == null
                ? UpdateMeaning.KEEP
                : s.snapshot().convention().update();
    }

    private String spoken(StackState s) {
        String note = what.note(s.words(), meaning(s), false);
        String shown = s.snapshot() == null ? s.words().spokenEmpty() : value.getText();
        return StackWords.fill(
                        s.words().spokenMap(),
                        what.name(s.words()) + " " + what.spoken,
                        s.unit() + 1,
                        s.t() + 1,
                        s.label(s.t()),
                        shown,
                        note)
                .strip();
    }
}
