package grulab.control;

import grulab.model.CellType;

/** At which micro-step a line's number is there, forward and on the way back. */
final class LineSteps {
    private LineSteps() {}

    /** @param symbol as a line has it */
    static int of(CellType cell, String symbol, boolean backward) {
        if (backward) {
            return back(cell, symbol.startsWith("da_") ? "d" + symbol.substring(3) : symbol);
        }
        return FormulaKind.of(cell).stream()
                .filter(kind -> kind.symbol.equals(symbol))
                .mapToInt(kind -> kind.microStep)
                .findFirst()
                .orElse(MicroSteps.count(cell));
    }

    private static int back(CellType cell, String symbol) {
        if (cell == CellType.RNN) {
            return symbol.equals("dh") ? 1 : 2;
        }
        return switch (symbol) {
            case "dh" -> 1;
            case "dz", "do" -> 2;
            case "dn", "dc" -> 3;
            case "dm", "dq", "dg" -> 4;
            case "dr", "di" -> 5;
            default -> 6;
        };
    }
}
