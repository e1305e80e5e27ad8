package grulab.control;

import grulab.model.CellType;
import grulab.model.FrameworkRow;
import grulab.model.ResetPosition;
import grulab.model.UpdateMeaning;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/**
 * Where the columns of the table of frameworks begin, as wide as what is in them; names take what is left.
 *
 * @param switches whether there are columns for z and r
 * @param width of the names
 * @param z left edge of what z = 1 does
 * @param below whether the order of gates stands beneath the name, because beside it is no room
 */
record FrameworkColumns(
        boolean switches, double width, double z, double reset, double biases, double order, boolean below) {
    private static final double LEFT = 10;
    private static final double SMALLEST_NAME = 150;

    static FrameworkColumns of(List<FrameworkRow> rows, double width, ConventionWords words, Look look) {
        boolean switches = rows.isEmpty() || rows.get(0).cell() == CellType.GRU;
        double gap = look.px(14, 20);
        double z = switches ? widest(verbs(words), body(look)) + gap : 0;
        double reset = switches ? widest(positions(words), body(look)) + gap : 0;
        double biases = Math.max(
                        widest(Stream.of(words.of("table.biases")), head(look)),
                        widest(rows.stream().map(FrameworkRow::biases), mono(look)))
                + gap;
        double order = Math.max(
                        widest(Stream.of(words.of("table.order")), head(look)),
                        widest(rows.stream().map(r -> order(r, words)), mono(look)))
                + look.px(4);
        double beside = width - look.px(LEFT) - gap / 2 - z - reset - biases - order;
        boolean below = beside < look.px(SMALLEST_NAME, 230);
        double name = below ? beside + order : beside;
        double first = look.px(LEFT) + gap / 2 + name;
        return new FrameworkColumns(
                switches, name, first, first + z, first + z + reset, first + z + reset + biases, below);
    }

    /** The gates as the table prints them. */
    static String order(FrameworkRow row, ConventionWords words) {
        return row.gateOrder().equals("separate") ? words.of("table.separate") : row.gateOrder();
    }

    static double left(Look look) {
        return look.px(LEFT, LEFT + 3);
    }

    static Font head(Look look) {
        return Fonts.ui(look.px(12, 18));
    }

    /** As wide as in rows that are bold. */
    static Font body(Look look) {
        return Fonts.semiBold(look.px(13, 19));
    }

    static Font mono(Look look) {
        return Fonts.monoBold(look.px(12.5, 18));
    }

    private static Stream<String> verbs(ConventionWords words) {
        return Arrays.stream(UpdateMeaning.values()).map(u -> words.of("map." + u.id()));
    }

    private static Stream<String> positions(ConventionWords words) {
        return Stream.concat(
                Arrays.stream(ResetPosition.values()).map(r -> words.of("map." + r.id())),
                Stream.of(words.of("table.reset") + " r"));
    }

    private static double widest(Stream<String> texts, Font font) {
        Text ruler = new Text();
        ruler.setFont(font);
        return texts.mapToDouble(t -> {
                    ruler.setText(t);
                    return Lettering.width(ruler);
                })
                .max()
                .orElse(0);
    }
}
