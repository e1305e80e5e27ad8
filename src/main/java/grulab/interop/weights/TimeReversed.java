package grulab.interop.weights;

import grulab.model.Answer;
import grulab.model.Array;
import grulab.model.Case;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a layer that reads from the last step to the first makes of an input: the same layer's answer to the input turned round, turned round. */
public final class TimeReversed {
    private static final int SEQUENCE = 3;

    private TimeReversed() {}

    /** The case with its steps in the other order. */
    public static Case of(Case given) {
        return new Case(
                given.name(),
                given.convention(),
                given.weights(),
                given.steps(),
                given.batch(),
                turned(given.x(), given.steps()),
                given.h0(),
                given.c0(),
                targets(given),
                given.training());
    }

    /** The answer with everything that has steps [T][B][·] in the other order. */
    public static Answer of(Answer answer) {
        return new Answer(turned(answer.forward()), answer.loss(), turned(answer.gradients()), answer.training());
    }

    private static int @Nullable [] targets(Case given) {
        int[] targets = given.targets();
        if (targets == null) {
            return null;
        }
        int[] turned = new int[targets.length];
        int row = given.batch();
        for (int t = 0; t < given.steps(); t++) {
            System.arraycopy(targets, t * row, turned, (given.steps() - 1 - t) * row, row);
        }
        return turned;
    }

    private static Map<String, Array> turned(Map<String, Array> arrays) {
        Map<String, Array> turned = new LinkedHashMap<>();
        arrays.forEach((name, array) -> turned.put(
                name,
                array.shape().length == SEQUENCE
                        ? new Array(array.shape(), turned(array.values(), array.shape()[0]))
                        : array));
        return turned;
    }

    private static double[] turned(double[] values, int steps) {
        double[] turned = new double[values.length];
        int row = values.length / steps;
        for (int t = 0; t < steps; t++) {
            System.arraycopy(values, t * row, turned, (steps - 1 - t) * row, row);
        }
        return turned;
    }
}
