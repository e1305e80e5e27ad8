package grulab.engine.explain;

import grulab.model.CellType;
import grulab.model.arithmetic.Line;
import java.util.Map;

/** What a line's number is called in formulas. */
final class PlainName {
    /** By symbol, where it is not the symbol itself. */
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("n", "h̃"),
            Map.entry("h", "h′"),
            Map.entry("c", "c′"),
            Map.entry("h0", "h_0"),
            Map.entry("c0", "c_0"),
            Map.entry("dn", "dh̃"),
            Map.entry("dh", "dh′"),
            Map.entry("dc", "dc′"),
            Map.entry(UnitBack.STATE_BACK, "dh"),
            Map.entry(UnitBack.CELL_BACK, "dc"),
            Map.entry("dh0", "dh_0"),
            Map.entry("dc0", "dc_0"),
            Map.entry("da_h", "da"),
            Map.entry("‖dn‖", "‖dh̃‖"),
            Map.entry("‖dh‖", "‖dh′‖"),
            Map.entry("‖dc‖", "‖dc′‖"));

    private PlainName() {}

    static String of(Line line) {
        return isParameter(line) ? line.formula() : of(line.symbol());
    }

    /** Of a number that a line makes, by the line's symbol; of a quantity by its id. */
    static String of(String symbol) {
        return NAMES.getOrDefault(symbol, symbol);
    }

    /** What follows the letter of a gate's parameter: "_r"; nothing in a plain RNN, which has only one sum. */
    static String index(CellType cell, String gate) {
        return cell.gates().size() == 1 ? "" : "_" + gate;
    }

    /** False for what no sum made: a parameter, a start, a value that was set by hand. */
    static boolean isMade(Line line) {
        return !line.given() && !isParameter(line);
    }

    private static boolean isParameter(Line line) {
        return line.symbol().startsWith("W_") || line.symbol().startsWith("b_");
    }
}
