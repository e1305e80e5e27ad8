package grulab.engine;

import grulab.model.Case;
import grulab.model.Optimizer;
import grulab.model.Passage;
import grulab.model.Quantity;
import grulab.model.Sampling;
import grulab.model.Snapshot;
import grulab.model.StepTrace;
import grulab.model.Weights;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A window of a random model over random symbols, from a start that is not zero. It says what made it, not what came out. */
record RandomWindow(CellForm form, int hidden, int steps, int vocabulary, long seed) {

    Snapshot snapshot() {
        Case made = new RandomCase(form, vocabulary, hidden, steps, 1, vocabulary, true, seed).toCase();
        int[] inputs = IntStream.range(0, steps)
                .map(t -> IntStream.range(0, vocabulary)
                        .filter(i -> made.x()[t * vocabulary + i] == 1)
                        .findFirst()
                        .orElseThrow())
                .toArray();
        List<String> labels = Arrays.stream(inputs).mapToObj(symbols()::get).toList();
        StepTrace trace = new StepTrace(
                form.cell(),
                form.convention(),
                steps,
                hidden,
                floats(made.h0()),
                floats(made.c0()),
                Map.<Quantity, float[]>of(),
                Map.of());
        return new Snapshot(
                3,
                17,
                Experiments.of(form.cell(), form.convention(), hidden, 1, steps, Optimizer.SGD, Sampling.SEQUENTIAL),
                new Passage(5, inputs, made.targets(), labels),
                trace,
                made.weights(),
                Double.NaN);
    }

    /** What the symbols look like. */
    List<String> symbols() {
        return IntStream.range(0, vocabulary)
                .mapToObj(i -> Character.toString('A' + i))
                .toList();
    }

    /** The problem that a snapshot's window is. */
    static Case asCase(Snapshot window) {
        return asCase(
                window,
                0,
                window.trace().steps(),
                doubles(window.trace().start()),
                doubles(window.trace().startCell()),
                window.weights());
    }

    /** A part of it, from other states and by other weights. */
    static Case asCase(Snapshot window, int from, int to, double[] h, double[] c, Weights weights) {
        int vocabulary = window.weights().inputs();
        double[] x = NaiveRun.oneHot(Arrays.copyOfRange(window.passage().inputs(), from, to), vocabulary);
        int[] targets = Arrays.copyOfRange(window.passage().targets(), from, to);
        return new Case("", window.convention(), weights, to - from, 1, x, h, c, targets, null);
    }

    private static float[] floats(double[] wide) {
        float[] values = new float[wide.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) wide[i];
        }
        return values;
    }

    static double[] doubles(float[] narrow) {
        return IntStream.range(0, narrow.length).mapToDouble(i -> narrow[i]).toArray();
    }
}
