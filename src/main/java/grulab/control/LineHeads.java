package grulab.control;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The left side of a line: what the line makes. */
final class LineHeads {
    private static final FormulaText TEXT = FormulaText.EMPTY;

    private static final Pattern SYMBOL =
            Pattern.compile("(?<d>d(?=[a-z]))?(?<letter>[a-z])(?:_?(?<low>(?<=_)[a-z]|0))?(?:_prev)?");

    private LineHeads() {}

    /**
     * @param symbol as a line has it: "r", "n" for h̃, "h" for h′; "dz", "da_r", "dh_prev"; "‖dz‖", "y", "loss"
     * @param number of the unit, from 1; 0 where it is said elsewhere
     */
    static FormulaText of(String symbol, int number) {
        Matcher m = SYMBOL.matcher(symbol);
        if (!m.matches()) {
            return symbol.equals("loss")
                    ? TEXT.plus(Ink.LOSS, "\\mathrm{loss}")
                    : PlainFormula.of(plain(symbol)).text();
        }
        String letter = m.group("letter").equals("n") ? Formulas.CANDIDATE : m.group("letter");
        String low = m.group("low") == null || m.group("low").equals("h") ? "" : m.group("low");
        String index = low + (number == 0 ? "" : (low.isEmpty() ? "" : ",") + number);
        return TEXT.plus(
                ink(symbol),
                (m.group("d") == null ? "" : "\\partial ")
                        + letter
                        + (index.isEmpty() ? "" : "_{" + index + "}")
                        + (isAfter(symbol) ? "'" : ""));
    }

    /** What a line makes, as plain formulas write it. */
    static String plain(String symbol) {
        return symbol.replaceAll("(?<![a-zA-Z_])(d?)n(?![a-z])", "$1h\u0303")
                .replaceAll("^(d?[hc])$|(?<=‖)(d[hc])(?=‖)", "$1$2′")
                .replaceAll("_prev|(?<=da)_h", "")
                .replaceAll("(?<=[hc])0$", "_0");
    }

    private static boolean isAfter(String symbol) {
        return symbol.matches("d?[hc]");
    }

    /** The colour of what a line makes. */
    static Ink ink(String symbol) {
        Matcher m = SYMBOL.matcher(symbol);
        if (!m.matches()) {
            return symbol.equals("loss") ? Ink.LOSS : Ink.INK;
        }
        String letter = m.group("letter").equals("a") && m.group("low") != null ? m.group("low") : m.group("letter");
        return switch (letter) {
            case "r" -> Ink.R;
            case "z" -> Ink.Z;
            case "n" -> Ink.CANDIDATE;
            case "h" -> Ink.H;
            case "x" -> Ink.X;
            default -> Ink.INK;
        };
    }
}
