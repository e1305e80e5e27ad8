package grulab.control;

import grulab.model.CellType;
import grulab.model.Quantity;
import grulab.model.arithmetic.Line;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** At which micro-step a line's number is there, forward and on the way back. */
final class LineSteps {
    private LineSteps() {}

    /** What a micro-step makes that is no line of its own; null if it makes a line. */
    static @Nullable Line between(CellType cell, int microStep, List<Line> between) {
        return between.stream()
                .filter(line -> of(cell, line.symbol(), false) == microStep)
                .findFirst()
                .orElse(null);
    }

    /** @param symbol as a line has it, or what a micro-step makes between them */
    static int of(CellType cell, String symbol, boolean backward) {
        if (backward) {
            return back(cell, symbol.startsWith("da_") ? "d" + symbol.substring(3) : symbol);
        }
        if (symbol.equals("h_before") || symbol.equals("a")) {
            return 1;
        }
        if (symbol.equals(Quantity.PRODUCT.id())) {
            return 3;
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
