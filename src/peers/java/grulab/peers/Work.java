package grulab.peers;

import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.Experiment;
import grulab.model.Initialization;
import grulab.model.Optimizer;
import grulab.model.ResetPosition;
import grulab.model.Sampling;
import grulab.model.Tokens;
import java.util.List;
import java.util.Locale;

/**
 * What one training step computes: a character model of one recurrent layer and a linear head, trained by SGD.
 *
 * @param reset of a GRU; libtorch only knows AFTER
 * @param clip largest norm of the gradient
 */
record Work(
        CellType cell,
        ResetPosition reset,
        int hidden,
        int batch,
        int steps,
        int vocabulary,
        double learningRate,
        double clip) {
    static final long SEED = 1;

    /** Dive into Deep Learning's: H 256, B 32, T 35, V 28; learning rate 1, clip 1. */
    static final Work USUAL = gru(256, 32, 35, 28);

    static Work gru(int hidden, int batch, int steps, int vocabulary) {
        return new Work(CellType.GRU, ResetPosition.AFTER, hidden, batch, steps, vocabulary, 1, 1);
    }

    Work with(CellType other) {
        return new Work(other, reset, hidden, batch, steps, vocabulary, learningRate, clip);
    }

    Work with(ResetPosition other) {
        return new Work(cell, other, hidden, batch, steps, vocabulary, learningRate, clip);
    }

    Work withVocabulary(int other) {
        return new Work(cell, reset, hidden, batch, steps, other, learningRate, clip);
    }

    Work withSizes(int otherHidden, int otherBatch, int otherSteps) {
        return new Work(cell, reset, otherHidden, otherBatch, otherSteps, vocabulary, learningRate, clip);
    }

    Work with(double otherRate, double otherClip) {
        return new Work(cell, reset, hidden, batch, steps, vocabulary, otherRate, otherClip);
    }

    Experiment experiment() {
        return new Experiment(
                cell,
                Convention.PYTORCH.with(reset),
                hidden,
                batch,
                steps,
                learningRate,
                clip,
                Optimizer.SGD,
                Sampling.SEQUENTIAL,
                Initialization.PYTORCH,
                SEED,
                "measured",
                Tokens.CHAR);
    }

    /**
     * Multiplications and additions that a step cannot do without, one-hot input being a row read: three products (the
     * result, its gradient by the state, by the weights) for the recurrent side and for the head.
     */
    double operations() {
        double terms = (double) cell.gates().size() * hidden * hidden + (double) hidden * vocabulary;
        return 3 * 2.0 * steps * batch * terms;
    }

    /** As one argument of a command line. */
    String id() {
        return "%s:%s:%d:%d:%d:%d:%s:%s"
                .formatted(cell.id(), reset.id(), hidden, batch, steps, vocabulary, learningRate, clip);
    }

    static Work of(String id) {
        List<String> parts = List.of(id.toUpperCase(Locale.ROOT).split(":"));
        return new Work(
                CellType.valueOf(parts.get(0)),
                ResetPosition.valueOf(parts.get(1)),
                Integer.parseInt(parts.get(2)),
                Integer.parseInt(parts.get(3)),
                Integer.parseInt(parts.get(4)),
                Integer.parseInt(parts.get(5)),
                Double.parseDouble(parts.get(6)),
                Double.parseDouble(parts.get(7)));
    }

    String sizes() {
        return "H %d, B %d, T %d, V %d".formatted(hidden, batch, steps, vocabulary);
    }
}
