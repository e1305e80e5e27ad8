package grulab.interop.file;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Shapes as files give them: sizes of which nothing is known but that they fit an int each. */
final class Shapes {
    private Shapes() {}

    /** How many numbers an array has; Long.MAX_VALUE stands for more than fit a long. */
    static long count(ArrayEntry entry) {
        long count = 1;
        for (int n : entry.shape()) {
            if (n == 0) {
                return 0;
            }
            count = count > Long.MAX_VALUE / n ? Long.MAX_VALUE : count * n;
        }
        return count;
    }

    /** How far apart neighbours along each axis are, row-major. */
    static int[] strides(int[] shape) {
        int[] strides = new int[shape.length];
        int stride = 1;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            strides[axis] = stride;
            stride *= shape[axis];
        }
        return strides;
    }

    /** Row-major offset of the number that is the {@code at}th when the first index runs fastest. */
    static int rowMajor(int at, int[] shape, int[] strides) {
        int rest = at;
        int offset = 0;
        for (int axis = 0; axis < shape.length; axis++) {
            offset += rest % shape[axis] * strides[axis];
            rest /= shape[axis];
        }
        return offset;
    }

    /** [2][0], of a row-major offset. */
    static String index(int at, int[] shape) {
        StringBuilder index = new StringBuilder();
        int rest = at;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            index.insert(0, "[" + rest % shape[axis] + "]");
            rest /= shape[axis];
        }
        return index.length() == 0 ? "its only number" : index.toString();
    }

    /** [18][4], as sentences write a shape. */
    static String text(int[] shape) {
        return Arrays.stream(shape).mapToObj(n -> "[" + n + "]").collect(Collectors.joining());
    }
}
