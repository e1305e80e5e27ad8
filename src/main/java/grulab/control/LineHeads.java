package grulab.control;

/** The left side of a line: what the line makes. */
final class LineHeads {
    private static final FormulaText TEXT = FormulaText.EMPTY;

    private LineHeads() {}

    /**
     * @param symbol as a line has it: "r", "n" for h̃, "h" for h′; "dz", "da_r", "dh0"; "‖dz‖", "y", "loss", "W_ir"
     * @param number of the unit, from 1; 0 where it is said elsewhere
     */
    static FormulaText of(String symbol, int number) {
        return switch (symbol) {
            case "n" -> TEXT.candidate(Formulas.CANDIDATE + low("", number));
            case "h" -> TEXT.h("h" + low("", number) + "'");
            case "c" -> TEXT.ink("c" + low("", number) + "'");
            case "h0", "c0" -> start("", symbol, number);
            case "dh0", "dc0" -> start("\\partial ", symbol.substring(1), number);
            case "loss" -> TEXT.plus(Ink.LOSS, "\\mathrm{loss}");
            default -> other(symbol, number);
        };
    }

    private static FormulaText start(String d, String symbol, int number) {
        String letter = symbol.substring(0, 1);
        return TEXT.plus(letter.equals("h") ? Ink.H : Ink.INK, d + letter + low("0", number));
    }

    private static FormulaText other(String symbol, int number) {
        if (symbol.startsWith("da_")) {
            String gate = symbol.substring(3);
            return TEXT.plus(ink(gate), "\\partial a" + low(gate.equals("h") ? "" : gate, number));
        }
        if (symbol.length() == 2 && symbol.charAt(0) == 'd') {
            String letter = symbol.substring(1);
            String tex = letter.equals("n") ? Formulas.CANDIDATE : letter;
            return TEXT.plus(ink(letter), "\\partial " + tex + low("", number));
        }
        if (symbol.length() == 1) {
            return TEXT.plus(ink(symbol), symbol + low("", number));
        }
        return PlainFormula.of(symbol.replace("dn", "dh\u0303")).text();
    }

    private static String low(String first, int number) {
        String index = first + (number == 0 ? "" : (first.isEmpty() ? "" : ",") + number);
        return index.isEmpty() ? "" : "_{" + index + "}";
    }

    /** The colour of what a line makes. */
    static Ink ink(String symbol) {
        String letter = symbol.startsWith("da_")
                ? symbol.substring(3)
                : symbol.length() > 1 && symbol.charAt(0) == 'd' ? symbol.substring(1) : symbol;
        return switch (letter) {
            case "r" -> Ink.R;
            case "z" -> Ink.Z;
            case "n" -> Ink.CANDIDATE;
            case "h", "h0" -> Ink.H;
            case "x" -> Ink.X;
            case "loss" -> Ink.LOSS;
            default -> Ink.INK;
        };
    }
}
