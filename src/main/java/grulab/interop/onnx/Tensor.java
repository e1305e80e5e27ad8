package grulab.interop.onnx;

import grulab.interop.file.BadModel;
import grulab.interop.file.ElementType;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An array of a model, row-major.
 *
 * @param type null if the numbers are whole: a shape, a place where to cut
 */
@SuppressWarnings("ArrayRecordComponent") // shared and never written
record Tensor(int[] shape, double[] values, @Nullable ElementType type) {
    private static final int AXES = 8;

    /** Sizes as a file or a shape gives them, of which nothing is known; their product fits an int. */
    static int[] sizes(long... shape) throws BadModel {
        if (shape.length > AXES) {
            throw BadModel.of("it has %d axes; at most %d are read", shape.length, AXES);
        }
        long count = 1;
        int[] sizes = new int[shape.length];
        for (int axis = 0; axis < shape.length; axis++) {
            if (shape[axis] < 0) {
                throw BadModel.of("axis %d has the size %d; sizes count from 0", axis, shape[axis]);
            }
            if (shape[axis] > Integer.MAX_VALUE) {
                throw BadModel.of("axis %d has the size %d; no weight is as large", axis, shape[axis]);
            }
            sizes[axis] = (int) shape[axis];
            count = sizes[axis] == 0 || count == 0 ? 0 : Math.min(Integer.MAX_VALUE + 1L, count * sizes[axis]);
        }
        if (count > Integer.MAX_VALUE) {
            throw BadModel.of("%s is too large", text(sizes));
        }
        return sizes;
    }

    /** An axis as operators name it, where −1 is the last. */
    int axis(long given) throws BadModel {
        return axis(given, shape.length);
    }

    static int axis(long given, int axes) throws BadModel {
        if (given < -axes || given >= axes) {
            throw BadModel.of("there is no axis %d in an array of %d", given, axes);
        }
        return (int) (given < 0 ? given + axes : given);
    }

    /** Whole numbers: sizes, axes, places. */
    long[] integers() throws BadModel {
        if (type != null || shape.length > 1) {
            throw new BadModel("a list of whole numbers is needed");
        }
        return Arrays.stream(values).mapToLong(v -> (long) v).toArray();
    }

    /** The same numbers in another shape of as many. */
    Tensor reshaped(int... other) {
        return new Tensor(other, values, type);
    }

    /** How far apart neighbours along each axis are. */
    int[] strides() {
        int[] strides = new int[shape.length];
        int stride = 1;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            strides[axis] = stride;
            stride *= Math.max(1, shape[axis]);
        }
        return strides;
    }

    /**
     * Numbers picked at even distances, copied.
     *
     * @param from where the first one lies
     * @param steps how far apart neighbours along each axis of the result lie
     */
    Tensor picked(int[] other, int from, int[] steps, Budget budget) throws BadModel {
        double[] picked = new double[budget.take(other)];
        int[] index = new int[other.length];
        int at = from;
        for (int i = 0; i < picked.length; i++) {
            picked[i] = values[at];
            for (int axis = other.length - 1; axis >= 0; axis--) {
                at += steps[axis];
                if (++index[axis] < other[axis]) {
                    break;
                }
                at -= steps[axis] * other[axis];
                index[axis] = 0;
            }
        }
        return new Tensor(other, picked, type);
    }

    boolean allZero() {
        for (double value : values) {
            if (value != 0) {
                return false;
            }
        }
        return true;
    }

    boolean has(int... wanted) {
        return Arrays.equals(shape, wanted);
    }

    /** [1][18][4], as sentences write a shape. */
    static String text(int... shape) {
        return shape.length == 0
                ? "a single number"
                : Arrays.stream(shape).mapToObj(n -> "[" + n + "]").collect(Collectors.joining());
    }
}
