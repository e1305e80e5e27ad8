package grulab.interop.onnx;

import grulab.interop.file.BadModel;

/**
 * How many numbers may be made of a model, which grows with the bytes that are really there: a few bytes can ask for
 * terabytes by joining an array with itself, over and over.
 */
final class Budget {
    /** Enough for any small model: 16 MB in float64. */
    private static final long FREE = 2_000_000;
    /** A number goes through four hands: read (or scaled from a byte), cut, joined, given to the layer. */
    private static final long PER_BYTE = 4;

    /** In one array: 80 MB in float64. */
    private static final long ARRAY = 10_000_000;

    private long left = FREE;

    /** More bytes are there. */
    void grow(long bytes) {
        left += PER_BYTE * bytes;
    }

    /** Takes what an array of this shape needs, before it is made. */
    int take(long... shape) throws BadModel {
        long count = 1;
        for (long n : shape) {
            if (n < 0) {
                throw BadModel.of("a size is %d; sizes count from 0", n);
            }
            count = n == 0 ? 0 : count > ARRAY / n ? ARRAY + 1 : count * n;
        }
        if (count > ARRAY) {
            throw BadModel.of("it is too large; an array may have %,d numbers", ARRAY);
        }
        if (count > left) {
            throw new BadModel("making it takes far more numbers than the file holds");
        }
        left -= count;
        return (int) count;
    }

    int take(int[] shape) throws BadModel {
        long[] sizes = new long[shape.length];
        for (int axis = 0; axis < shape.length; axis++) {
            sizes[axis] = shape[axis];
        }
        return take(sizes);
    }
}
