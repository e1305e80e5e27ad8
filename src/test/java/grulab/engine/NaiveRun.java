package grulab.engine;

import grulab.engine.reference.Reference;
import grulab.model.Answer;
import grulab.model.BatchSource;
import grulab.model.Case;
import grulab.model.Experiment;
import grulab.model.Quantity;
import grulab.model.Weights;
import java.util.Arrays;

/** What {@link grulab.engine.train.Trainer} does by SGD, by the naive reference in float64, from given weights on. */
final class NaiveRun {
    private final Experiment experiment;
    private final BatchSource source;
    private Weights weights;
    private double[] h;
    private double[] c;

    NaiveRun(Experiment experiment, BatchSource source, Weights weights) {
        this.experiment = experiment;
        this.source = source;
        this.weights = weights;
        h = new double[experiment.batch() * experiment.hidden()];
        c = new double[experiment.cell().hasCellState() ? h.length : 0];
    }

    /** Trains one batch and gives its loss. */
    double step() {
        int rows = experiment.steps() * experiment.batch();
        int[] inputs = new int[rows];
        int[] targets = new int[rows];
        if (!source.next(inputs, targets)) {
            Arrays.fill(h, 0);
            Arrays.fill(c, 0);
        }
        Answer answer = Reference.run(
                new Case(
                        "",
                        experiment.convention(),
                        weights,
                        experiment.steps(),
                        experiment.batch(),
                        oneHot(inputs, weights.inputs()),
                        h,
                        c,
                        targets,
                        new Case.Training(1, experiment.learningRate(), experiment.clip())),
                false);
        weights = answer.training().weights();
        h = last(answer, Quantity.STATE, h.length);
        c = experiment.cell().hasCellState() ? last(answer, Quantity.CELL, c.length) : c;
        return answer.loss();
    }

    private static double[] last(Answer answer, Quantity state, int size) {
        double[] all = answer.forward().get(state.id()).values();
        return Arrays.copyOfRange(all, all.length - size, all.length);
    }

    static double[] oneHot(int[] symbols, int vocabulary) {
        double[] x = new double[symbols.length * vocabulary];
        for (int i = 0; i < symbols.length; i++) {
            x[i * vocabulary + symbols[i]] = 1;
        }
        return x;
    }

    /** The state after the newest batch [B][H], or the LSTM's second one. */
    double[] state(Quantity quantity) {
        return quantity == Quantity.CELL ? c : h;
    }

    Weights weights() {
        return weights;
    }
}
