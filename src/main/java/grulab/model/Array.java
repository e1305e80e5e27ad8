package grulab.model;

import java.util.Arrays;

/**
 * A rectangular array of float64, row-major, as case files and answers carry it.
 *
 * @param shape sizes, outermost first
 * @param values as many as the product of the shape
 */
@SuppressWarnings("ArrayRecordComponent") // shared and never written: a copy a component would double every trace
public record Array(int[] shape, double[] values) {
    public Array {
        long size = 1;
        for (int n : shape) {
            size *= n;
        }
        if (size != values.length) {
            throw new IllegalArgumentException(
                    "shape %s needs %d values, not %d".formatted(Arrays.toString(shape), size, values.length));
        }
    }

    public static Array of(double[] values, int... shape) {
        return new Array(shape, values);
    }
}
