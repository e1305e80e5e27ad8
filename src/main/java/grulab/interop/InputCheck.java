package grulab.interop;

import grulab.interop.JsonNumbers.Axes;
import grulab.model.Array;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Judges what goes into a cell, and what should come out, once the sizes are known. */
final class InputCheck {
    private final CaseSizes sizes;

    InputCheck(CaseSizes sizes) {
        this.sizes = sizes;
    }

    /** A start state [B][H]: zero if none is given. */
    double[] start(String place, @Nullable Array given) throws BadCase {
        if (given == null) {
            return new double[sizes.of('B') * sizes.of('H')];
        }
        sizes.fit(place, given, new Axes("BH"));
        return given.values();
    }

    /** Whole numbers [T][B] from 0 to below a count. */
    int[] symbols(String place, String what, Array given, int count) throws BadCase {
        sizes.fit(place, given, new Axes("TB"));
        double[] values = given.values();
        for (int i = 0; i < values.length; i++) {
            if (values[i] != Math.rint(values[i]) || values[i] < 0 || values[i] >= count) {
                throw BadCase.of(
                        "%s[%d][%d] must be a %s number from 0 to %d",
                        place, i / sizes.of('B'), i % sizes.of('B'), what, count - 1);
            }
        }
        return Arrays.stream(values).mapToInt(v -> (int) v).toArray();
    }
}
