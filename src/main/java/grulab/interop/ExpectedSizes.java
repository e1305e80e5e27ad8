package grulab.interop;

import grulab.interop.JsonNumbers.Axes;
import grulab.model.Array;
import grulab.model.Case;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The sizes that numbers must have to be those of a case that was read before. */
record ExpectedSizes(int steps, int batch, int hidden, int outputs) {

    static ExpectedSizes of(Case given) {
        return new ExpectedSizes(
                given.steps(),
                given.batch(),
                given.weights().hidden(),
                given.weights().outputs());
    }

    void fit(String place, Array array, @Nullable Axes axes) throws BadCase {
        if (axes == null) {
            throw new BadCase(place + " is unknown");
        }
        int[] wanted = axes.letters().chars().map(this::size).toArray();
        if (!Arrays.equals(array.shape(), wanted) && !Arrays.equals(array.shape(), batchFirst(wanted))) {
            throw BadCase.of(
                    "%s has shape %s; for this case it must be %s = %s",
                    place, brackets(array.shape()), axes, brackets(wanted));
        }
    }

    /** The same with the batch in front, where there is a time. */
    private static int[] batchFirst(int[] shape) {
        return shape.length == 3 ? new int[] {shape[1], shape[0], shape[2]} : shape;
    }

    private int size(int axis) {
        return switch (axis) {
            case 'T' -> steps;
            case 'B' -> batch;
            case 'H' -> hidden;
            default -> outputs;
        };
    }

    static String brackets(int[] shape) {
        return Arrays.stream(shape).mapToObj(n -> "[" + n + "]").collect(Collectors.joining());
    }
}
