package grulab.control;

import grulab.model.Snapshot;
import grulab.model.UpdateMeaning;
import javafx.scene.Group;
import javafx.scene.text.Text;

/** A map of one of the numbers that a cell has, with its symbol, its name and a note. */
final class MapLane extends UnitLane {
    final MapQuantity what;
    private final Group symbol = new Group();
    private final Text name = new Text();
    private final Text note = new Text();

    MapLane(MapQuantity what) {
        super(what.id(), what.id() + "-value");
        this.what = what;
        name.setId(what.id() + "-name");
        note.setId(what.id() + "-note");
        getChildren().addAll(symbol, name, note);
    }

    /** Everything that does not move with selection and numbers: sizes, words, colours. */
    void build(StackState s) {
        Look look = s.look();
        Palette palette = look.palette();
        double left = look.px(16, 20);
        boolean low = s.frame().low(look);
        Symbol letter = what.symbol(low ? look.px(22, 34) : look.px(27, 40), palette);
        letter.setLayoutX(left);
        letter.setLayoutY(low ? look.px(17, 30) : look.px(25, 33));
        symbol.getChildren().setAll(letter);
        Lettering.style(name, Fonts.ui(look.px(12, 18)), palette.text2);
        Lettering.style(note, Fonts.ui(look.px(12, 18)), palette.text2);
        style(s, what.color(palette));
    }

    /** Draws what has changed since the last time: numbers, selection, order, columns. */
    void update(StackState s) {
        Snapshot snapshot = s.snapshot();
        if (takes(s, snapshot)) {
            if (snapshot == null) {
                map.forget();
            } else {
                float[] values = snapshot.trace().of(what.quantity);
                map.values(
                        values,
                        snapshot.trace().steps(),
                        s.order(),
                        what.map(s.look().palette()),
                        what.gate);
            }
        }
        paint(s);
        String printed = snapshot == null ? "" : Numbers.narrow(snapshot.trace().at(what.quantity, s.t(), s.unit()));
        captions(s, select(s, printed, 6), mark.isVisible());
        setAccessibleText(spoken(s));
    }

    /** The selected unit's number comes first: a caption that would run into it makes room. */
    private void captions(StackState s, double middle, boolean shown) {
        Look look = s.look();
        double height = s.frame().mapHeight();
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
