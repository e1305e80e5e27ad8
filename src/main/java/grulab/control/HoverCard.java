package grulab.control;

import grulab.model.CellType;
import grulab.model.Snapshot;
import java.util.List;
import javafx.scene.Group;
import javafx.scene.shape.Polygon;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** The numbers of the cell under the pointer. */
final class HoverCard extends CellCard {
    private static final double WIDTH = 196;
    /** With no line of numbers. */
    private static final double BARE = 51;

    private static final double LINE = 19.5;
    private static final double FIRST = 45;
    private static final int GRADIENT_DIGITS = 3;

    HoverCard() {
        super("hover-card", WIDTH);
    }

    @Override
    boolean draw(StackState s, Cell at) {
        if (s.snapshot() == null || !s.lanes().contains(at.what())) {
            return false;
        }
        double top = s.mapTop(at.what());
        CardPlace place = beside(s, top, at, height(s));
        fill(s, s.snapshot(), at);
        if (place.beside()) {
            double[] bounds = bounds(s, top, at);
            pointer(place, (bounds[1] + bounds[3]) / 2 - place.y(), height(s), s.look());
        }
        return true;
    }

    private void fill(StackState s, Snapshot snapshot, Cell at) {
        Look look = s.look();
        Palette palette = look.palette();
        double height = height(s);
        String title = StackWords.fill(s.words().card(), at.unit() + 1, at.t() + 1, s.label(at.t()));
        Group heading = Phrase.of(title, Fonts.semiBold(look.px(12.5)), palette.ink);
        heading.setLayoutX(look.px(12));
        heading.setLayoutY(look.px(21));
        Text hint = Lettering.text(s.words().cardHint(), Fonts.ui(look.px(11)), palette.text3);
        Lettering.left(hint, look.px(12), look.px(height - 8));
        card.getChildren().setAll(board(look, height), heading, hint);
        List<MapQuantity> all = cells(s.cell());
        for (int i = 0; i < all.size(); i++) {
            value(snapshot, at, all.get(i), i % 2 == 0 ? 12 : 104, FIRST + LINE * (i / 2), look);
        }
        gradient(snapshot, at, height, look);
    }

    /** Two a line; what is made stands before what makes it. */
    private static List<MapQuantity> cells(CellType cell) {
        return switch (cell) {
            case GRU -> List.of(MapQuantity.CANDIDATE, MapQuantity.STATE, MapQuantity.UPDATE, MapQuantity.RESET);
            case LSTM, RNN -> MapQuantity.of(cell);
        };
    }

    private static double height(StackState s) {
        int lines = (cells(s.cell()).size() + 1) / 2;
        return BARE + LINE * (lines + (hasGradients(s.snapshot()) ? 1 : 0));
    }

    private static boolean hasGradients(@Nullable Snapshot snapshot) {
        return snapshot != null && !snapshot.trace().gradients().isEmpty();
    }

    /** How the loss depends on the number under the pointer. */
    private void gradient(Snapshot snapshot, Cell at, double height, Look look) {
        if (!snapshot.trace().gradients().containsKey(at.what().quantity)) {
            return;
        }
        double baseline = look.px(height - BARE + FIRST - LINE);
        GradientSymbol symbol = GradientSymbol.of(at.what(), look.px(15), look.palette().loss);
        symbol.setLayoutX(look.px(12));
        symbol.setLayoutY(baseline);
        float[] all = snapshot.trace().gradient(at.what().quantity);
        double value = all[at.t() * snapshot.trace().hidden() + at.unit()];
        Text number = Lettering.text(
                Numbers.significant(value, GRADIENT_DIGITS), Fonts.mono(look.px(13)), look.palette().loss);
        number.setId("hover-gradient");
        Lettering.right(number, look.px(WIDTH - 21), baseline);
        card.getChildren().addAll(symbol, number);
    }

    private void value(Snapshot snapshot, Cell at, MapQuantity what, double x, double baseline, Look look) {
        boolean hovered = what == at.what();
        Symbol letter = what.letter(look.px(18), what.color(look.palette()));
        letter.setLayoutX(look.px(x));
        letter.setLayoutY(look.px(baseline));
        String printed = Numbers.fixed(snapshot.trace().at(what.quantity, at.t(), at.unit()), 3);
        Text number = Lettering.text(
                printed, hovered ? Fonts.monoBold(look.px(13)) : Fonts.mono(look.px(13)), look.palette().ink);
        Lettering.right(number, look.px(x + 71), look.px(baseline));
        card.getChildren().addAll(letter, number);
    }

    private void pointer(CardPlace place, double middle, double height, Look look) {
        double reach = look.px(7);
        double y = Math.max(2 * reach, Math.min(look.px(height) - 2 * reach, middle));
        double edge = place.rightOfCell() ? 0 : look.px(WIDTH);
        double tip = place.rightOfCell() ? -reach : look.px(WIDTH) + reach;
        Polygon triangle = new Polygon(edge, y - reach * 0.8, tip, y, edge, y + reach * 0.8);
        triangle.setFill(look.palette().ink);
        card.getChildren().add(triangle);
    }
}
