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

    /** With its first two axes exchanged: [a][b][…] as [b][a][…]. */
    public Array turned() {
        int a = shape[0];
        int b = shape[1];
        int width = values.length / Math.max(1, a * b);
        double[] turned = new double[values.length];
        for (int i = 0; i < a; i++) {
            for (int j = 0; j < b; j++) {
                System.arraycopy(values, (i * b + j) * width, turned, (j * a + i) * width, width);
            }
        }
        int[] exchanged = shape.clone();
        exchanged[0] = b;
        exchanged[1] = a;
        return new Array(exchanged, turned);
    }
}
