package grulab.interop;

import grulab.interop.JsonNumbers.Axes;
import grulab.model.Array;
import grulab.model.CellType;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The sizes of a case, named T, B, I, H, O, S: each comes from one field, and every other array has to fit them. */
final class CaseSizes {
    private final CellType cell;
    private final CaseLimits limits;
    private final Map<Character, Integer> sizes = new LinkedHashMap<>();
    private final Map<Character, String> sources = new LinkedHashMap<>();

    CaseSizes(CellType cell, CaseLimits limits) {
        this.cell = cell;
        this.limits = limits;
        from("$.x", "TBI");
        from("$.weights.W_h" + cell.gates().get(0), "H");
        from("$.head.W_hq", "O");
        from("$.train.steps", "S");
    }

    void set(char axis, int size) {
        sizes.put(axis, size);
    }

    /** Where sizes come from, as sentences about them say. */
    void from(String place, String axes) {
        axes.chars().forEach(axis -> sources.put((char) axis, " from " + place));
    }

    int of(char axis) {
        return sizes.getOrDefault(axis, 0);
    }

    /** Refuses an array whose shape is not the sizes of its axes. */
    void fit(String place, Array array, @Nullable Axes axes) throws BadCase {
        if (axes == null) {
            throw new BadCase(place + " is unknown");
        }
        int[] wanted = axes.letters().chars().map(c -> of((char) c)).toArray();
        if (!Arrays.equals(array.shape(), wanted)) {
            throw BadCase.of(
                    "%s has shape %s; it must be %s = %s%s",
                    place, brackets(array.shape()), axes, brackets(wanted), sources(axes));
        }
    }

    /** Refuses sizes and work that would stop the machine. */
    void withinLimits() throws BadCase {
        limit('H', "hidden units", limits.hidden());
        limit('B', "rows in a batch", limits.batch());
        limit('T', "steps", limits.steps());
        limit('I', "inputs", limits.width());
        limit('O', "classes", limits.width());
        double rows = (double) of('T') * of('B');
        double numbers = rows * Math.max(of('H'), Math.max(of('I'), of('O')));
        double gates = cell.gates().size();
        double products = rows * of('H') * (gates * (of('H') + of('I')) + of('O')) * (1 + of('S'));
        if (numbers > limits.numbers() || products > limits.work()) {
            throw BadCase.of(
                    "the case is too large: %.1g multiplications and %.1g numbers a gate; at most %.0g and %.0g",
                    products, numbers, limits.work(), (double) limits.numbers());
        }
    }

    private void limit(char axis, String what, int most) throws BadCase {
        if (of(axis) > most) {
            throw BadCase.of("%s = %d %s%s are too many; a case may have %d", axis, of(axis), what, source(axis), most);
        }
    }

    private static String brackets(int[] shape) {
        return Arrays.stream(shape).mapToObj(n -> "[" + n + "]").collect(Collectors.joining());
    }

    private String sources(Axes axes) {
        return axes.letters()
                .chars()
                .distinct()
                .mapToObj(c -> (char) c + source((char) c))
                .collect(Collectors.joining(", ", " (", ")"));
    }

    private String source(char axis) {
        return sources.getOrDefault(axis, "");
    }
}
