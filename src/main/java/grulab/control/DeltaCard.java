package grulab.control;

import javafx.scene.Group;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** |Δh| of the cell under the pointer. */
final class DeltaCard extends CellCard {
    private static final double HEIGHT = 56;

    private int t = -1;
    private int unit = -1;
    private @Nullable StackState state;
    private @Nullable TwinDeltas deltas;
    private ConventionWords words = ConventionWords.NONE;
    private double[] cursor = {0, 0};

    DeltaCard() {
        super("delta-card", 176);
    }

    /** The pointer is over a cell, or, with −1, over none. */
    void over(int step, int row) {
        boolean first = t < 0 && step >= 0;
        t = step;
        unit = row;
        if (step < 0) {
            go();
        } else if (first) {
            come();
        } else if (isShown()) {
            draw();
        }
    }

    /** Other numbers or another look under a pointer that rests. */
    void update(StackState s, @Nullable TwinDeltas now, StackCursor at, ConventionWords says) {
        state = s;
        deltas = now;
        words = says;
        cursor = new double[] {at.left(), at.right()};
        if (isShown()) {
            draw();
        }
    }

    @Override
    void draw() {
        StackState s = state;
        TwinDeltas d = deltas;
        if (s == null
                || d == null
                || t < 0
                || t >= d.steps()
                || unit >= d.hidden()
                || !s.order().shows(unit)) {
            over(-1, -1);
            return;
        }
        beside(s, cursor, s.frame().maps(), t, unit, HEIGHT);
        fill(s, d.at(t, unit));
    }

    private void fill(StackState s, double value) {
        Look look = s.look();
        Palette palette = look.palette();
        String title = words.of("delta.card", unit + 1, t + 1, s.label(t));
        Group heading = Phrase.of(title, Fonts.semiBold(look.px(12.5)), palette.ink);
        heading.setLayoutX(look.px(12));
        heading.setLayoutY(look.px(21));
        TexNode symbol = new TexNode(FormulaText.EMPTY.ink("|\\Delta").h("h_t").ink("|"), 15);
        symbol.look(look);
        symbol.resizeRelocate(
                look.px(12), look.px(43) - symbol.getBaselineOffset(), symbol.prefWidth(-1), symbol.prefHeight(-1));
        Text number = Lettering.text(
                value != 0 && value < 0.0005 ? Numbers.brief(value) : Numbers.fixed(value, 3),
                Fonts.monoBold(look.px(13)),
                palette.ink);
        number.setId("delta-card-value");
        Lettering.left(number, look.px(60), look.px(43));
        card.getChildren().setAll(board(look, HEIGHT), heading, symbol, number);
    }
}
