package grulab.interop.onnx;

import grulab.interop.file.BadModel;

/** Refuses numbers that no weight can be. */
final class Finite {
    private Finite() {}

    /** float32 must be able to hold every number, since the engine trains in it. */
    static void check(String what, int[] shape, double[] values) throws BadModel {
        for (int i = 0; i < values.length; i++) {
            if (!(Math.abs(values[i]) <= Float.MAX_VALUE)) {
                throw BadModel.of(
                        "%s%s is %s; a weight must be a finite number that fits float32",
                        what, index(i, shape), values[i]);
            }
        }
    }

    /** [0][2][1], of a place in row-major order. */
    private static String index(int at, int[] shape) {
        StringBuilder index = new StringBuilder();
        int rest = at;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            index.insert(0, "[" + rest % shape[axis] + "]");
            rest /= shape[axis];
        }
        return index.toString();
    }
}
