package grulab.control;

import javafx.scene.Group;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** |Δh| of the cell under the pointer. */
final class DeltaCard extends CellCard {
    private static final double HEIGHT = 56;

    private @Nullable TwinDeltas deltas;
    private ConventionWords words = ConventionWords.NONE;

    DeltaCard() {
        super("delta-card", 176);
    }

    void update(StackState s, @Nullable TwinDeltas now, StackCursor at, ConventionWords says) {
        deltas = now;
        words = says;
        update(s, at);
    }

    @Override
    boolean draw(StackState s, Cell at) {
        TwinDeltas d = deltas;
        if (d == null || at.unit() >= d.hidden()) {
            return false;
        }
        beside(s, s.frame().maps(), at, HEIGHT);
        fill(s, at, d.at(at.t(), at.unit()));
        return true;
    }

    private void fill(StackState s, Cell at, double value) {
        Look look = s.look();
        Palette palette = look.palette();
        String title = words.of("delta.card", at.unit() + 1, at.t() + 1, s.label(at.t()));
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
