package grulab.interop;

import grulab.model.Array;
import grulab.model.Case;
import grulab.model.Observed;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/**
 * Numbers as people copy them: JSON lists, what NumPy, PyTorch, JAX or TensorFlow print, or numbers with spaces, commas or
 * lines between them.
 */
public final class PastedNumbers {
    private PastedNumbers() {}

    /**
     * What came out of a framework: a JSON object as {@link ExpectedFile} reads it, or the states of every step or of the last, by how
     * many numbers there are; with the shape that they were printed in, if that says which axis is which.
     */
    public static Map<String, Observed> expected(String text, Case given) throws BadCase {
        if (text.strip().startsWith("{")) {
            try {
                return ExpectedFile.read(
                        new ByteArrayInputStream(text.strip().getBytes(StandardCharsets.UTF_8)), given);
            } catch (IOException e) {
                throw new BadCase("the text " + Unreadable.because(e));
            }
        }
        PastedText pasted = PastedText.of(text);
        int steps = given.steps();
        int batch = given.batch();
        int hidden = given.weights().hidden();
        double[] values = pasted.values();
        if (values.length == steps * batch * hidden) {
            boolean batchFirst = Arrays.equals(pasted.shape(), new int[] {batch, steps, hidden});
            boolean timeFirst = Arrays.equals(pasted.shape(), new int[] {steps, batch, hidden});
            // without brackets nothing says which it is
            int[] shape = batchFirst || timeFirst ? pasted.shape() : new int[] {values.length};
            return Map.of("h", pasted.digits().of(Array.of(values, shape)));
        }
        if (values.length == batch * hidden) {
            return Map.of("h_last", pasted.digits().of(Array.of(values, batch, hidden)));
        }
        throw BadCase.of(
                "%,d numbers are neither the states of every step, T·B·H = %d·%d·%d = %,d, nor those of the last, B·H = %,d",
                values.length, steps, batch, hidden, steps * batch * hidden, batch * hidden);
    }

    /** An input [T][B][I]: as it is nested; rows of I numbers, or numbers in a line, are the steps of one sample. */
    public static Array input(String text, int inputs) throws BadCase {
        PastedText pasted = PastedText.of(text);
        int[] shape = pasted.shape();
        int count = pasted.values().length;
        if (shape.length == 3 && shape[2] == inputs) {
            return Array.of(pasted.values(), shape);
        }
        if (count % inputs != 0 || shape.length > 2 || (shape.length == 2 && shape[1] != inputs)) {
            throw BadCase.of(
                    "x has %s; it must be [T][B][I] or [T][I] with I = %d, as the weights have it",
                    shape.length > 1 ? "shape " + ExpectedSizes.brackets(shape) : count + " numbers", inputs);
        }
        return Array.of(pasted.values(), count / inputs, 1, inputs);
    }

    /** A start state [B][H]. */
    public static double[] start(String text, String name, int batch, int hidden) throws BadCase {
        double[] values = PastedText.of(text).values();
        if (values.length != batch * hidden) {
            throw BadCase.of(
                    "%s has %,d numbers; it must have B·H = %d·%d = %,d",
                    name, values.length, batch, hidden, batch * hidden);
        }
        return values;
    }

    /** Whether an input is [B][T][I], and not [T][B][I], by how many numbers its start state has. */
    public static boolean batchFirst(Array x, String start, int hidden) throws BadCase {
        int rows = PastedText.of(start).values().length / hidden;
        return rows == x.shape()[0] && rows != x.shape()[1];
    }
}
