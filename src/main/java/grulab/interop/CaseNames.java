package grulab.interop;

import grulab.interop.JsonNumbers.Axes;
import grulab.model.CellType;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the fields of cases and answers are called, and their axes. No name has other axes in another cell, so that an
 * array can be read before the file has said which cell it is of.
 */
final class CaseNames {
    static final String TRAINED = "training.weights.";
    static final String GRADIENT = "gradients.";

    private CaseNames() {}

    /** The weights of a cell, matrices first: W_ir W_iz W_in W_hr … */
    static List<String> weights(CellType cell) {
        return Stream.of("W_i", "W_h", "b_i", "b_h")
                .flatMap(side -> cell.gates().stream().map(side::concat))
                .toList();
    }

    /** Axes of a weight of any cell, or null if none has one of that name. */
    static @Nullable Axes weight(String name) {
        if (Stream.of(CellType.values()).noneMatch(cell -> weights(cell).contains(name))) {
            return null;
        }
        return name.startsWith("W_i") ? new Axes("HI") : name.startsWith("W_h") ? new Axes("HH") : new Axes("H");
    }

    /** Axes of a weight of any cell, or of its head. */
    static @Nullable Axes parameter(String name) {
        return switch (name) {
            case "W_hq" -> new Axes("HO");
            case "b_q" -> new Axes("O");
            default -> weight(name);
        };
    }

    /** Axes of a field of an answer, nested ones with dots, or null if no cell's answer has it. */
    static @Nullable Axes answer(String name) {
        if (name.startsWith(TRAINED)) {
            return parameter(name.substring(TRAINED.length()));
        }
        if (Arrays.stream(CellType.values()).anyMatch(cell -> isQuantity(cell, inner(name)))) {
            return new Axes("TBH");
        }
        return switch (name) {
            case "logits" -> new Axes("TBO");
            case "h_last", "c_last", "gradients.h0", "gradients.c0" -> new Axes("BH");
            case "loss", "perplexity" -> new Axes("");
            case "gradients.x" -> new Axes("TBI");
            case "training.loss", "training.gradNorm" -> new Axes("S");
            default -> name.startsWith(GRADIENT) ? parameter(inner(name)) : null;
        };
    }

    /** Whether a field that some cell's answer has is in this cell's. */
    static boolean answers(CellType cell, String name) {
        String inner = name.startsWith(TRAINED) ? name.substring(TRAINED.length()) : inner(name);
        if (weight(inner) != null) {
            return weights(cell).contains(inner);
        }
        if (inner.equals("c_last") || inner.equals("c0")) {
            return cell.hasCellState();
        }
        return !new Axes("TBH").equals(answer(name)) || isQuantity(cell, inner);
    }

    private static boolean isQuantity(CellType cell, String id) {
        return cell.quantities().stream().anyMatch(quantity -> quantity.id().equals(id));
    }

    private static String inner(String name) {
        return name.startsWith(GRADIENT) ? name.substring(GRADIENT.length()) : name;
    }
}
