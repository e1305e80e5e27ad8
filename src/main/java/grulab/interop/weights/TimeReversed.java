package grulab.interop.weights;

import grulab.model.Answer;
import grulab.model.Array;
import grulab.model.Case;
import grulab.model.CellOptions.Lengths;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a layer that reads from the last step to the first makes of an input: the same layer's answer to the input turned round, turned round. Of a row that ends before T its own part is. */
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
                new Turn(given).of(given.x()),
                given.h0(),
                given.c0(),
                targets(given),
                given.training(),
                given.options());
    }

    /** The answer to such a case with everything that has steps [T][B][·] in the other order. */
    public static Answer of(Answer answer, Case given) {
        Turn turn = new Turn(given);
        return new Answer(
                turned(answer.forward(), turn), answer.loss(), turned(answer.gradients(), turn), answer.training());
    }

    /** The other order of a case's rows: each its own steps, what is after its end stays where it is. */
    private record Turn(int steps, int batch, @Nullable Lengths lengths) {
        Turn(Case given) {
            this(given.steps(), given.batch(), given.options().lengths());
        }

        int step(int t, int b) {
            int length = lengths == null ? steps : lengths.steps().get(b);
            return t < length ? length - 1 - t : t;
        }

        double[] of(double[] values) {
            double[] turned = new double[values.length];
            int row = values.length / (steps * batch);
            for (int t = 0; t < steps; t++) {
                for (int b = 0; b < batch; b++) {
                    System.arraycopy(values, (t * batch + b) * row, turned, (step(t, b) * batch + b) * row, row);
                }
            }
            return turned;
        }
    }

    private static int @Nullable [] targets(Case given) {
        int[] targets = given.targets();
        if (targets == null) {
            return null;
        }
        Turn turn = new Turn(given);
        int[] turned = new int[targets.length];
        int row = given.batch();
        for (int t = 0; t < given.steps(); t++) {
            for (int b = 0; b < row; b++) {
                turned[turn.step(t, b) * row + b] = targets[t * row + b];
            }
        }
        return turned;
    }

    private static Map<String, Array> turned(Map<String, Array> arrays, Turn turn) {
        Map<String, Array> turned = new LinkedHashMap<>();
        arrays.forEach((name, array) -> turned.put(
                name, array.shape().length == SEQUENCE ? new Array(array.shape(), turn.of(array.values())) : array));
        return turned;
    }
}
