package grulab.interop.weights;

import grulab.model.ArrayLayout;
import grulab.model.FrameworkRow;
import grulab.model.LayoutBlock;
import grulab.model.Side;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which sizes arrays must have to be a framework's, and which I and H they then have. */
final class RowShapes {
    /** I and H. */
    record Sizes(int inputs, int hidden) {}

    private RowShapes() {}

    /**
     * The sizes under which every array has the shape that the row gives it, or null if there are none.
     *
     * @param shapes by the row's names, all its matrices among them; leading axes of directions already taken off
     */
    static @Nullable Sizes fit(FrameworkRow row, Map<String, int[]> shapes) {
        Integer hidden = null;
        Integer inputs = null;
        for (ArrayLayout array : row.arrays()) {
            int[] shape = shapes.get(array.name());
            if (shape == null || !isMatrix(array)) {
                continue;
            }
            if (shape.length != 2) {
                return null;
            }
            int gates = array.transposed()
                    ? array.rows().get(0).size()
                    : array.rows().size();
            int outwards = shape[array.transposed() ? 1 : 0];
            if (outwards % gates != 0) {
                return null;
            }
            hidden = outwards / gates;
            if (sides(array).contains(Side.INPUT)) {
                inputs = shape[array.transposed() ? 0 : 1] - (sides(array).contains(Side.RECURRENT) ? hidden : 0);
            }
        }
        if (hidden == null || inputs == null || hidden < 1 || inputs < 1) {
            return null;
        }
        for (ArrayLayout array : row.arrays()) {
            int[] shape = shapes.get(array.name());
            if (shape != null && !Arrays.equals(shape, shape(array, inputs, hidden))) {
                return null;
            }
        }
        return new Sizes(inputs, hidden);
    }

    /** The shape of an array without its leading axes. */
    static int[] shape(ArrayLayout array, int inputs, int hidden) {
        int down = array.rows().size();
        int across = array.rows().get(0).size();
        if (!isMatrix(array)) {
            return down == 1 ? new int[] {across * hidden} : new int[] {down, across * hidden};
        }
        int inwards = sides(array).stream()
                .mapToInt(side -> side == Side.INPUT ? inputs : hidden)
                .sum();
        return array.transposed() ? new int[] {inwards, across * hidden} : new int[] {down * hidden, inwards};
    }

    /** True if the array holds W or U, and no bias. */
    static boolean isMatrix(ArrayLayout array) {
        return sides(array).stream().anyMatch(side -> side == Side.INPUT || side == Side.RECURRENT);
    }

    /** True if U is in the array. */
    static boolean isRecurrent(ArrayLayout array) {
        return sides(array).contains(Side.RECURRENT);
    }

    /** The sides that follow one another along what goes in. */
    private static List<Side> sides(ArrayLayout array) {
        return array.transposed()
                ? array.rows().stream().map(row -> row.get(0).side()).toList()
                : array.rows().get(0).stream().map(LayoutBlock::side).toList();
    }
}
