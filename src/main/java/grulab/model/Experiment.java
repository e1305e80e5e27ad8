package grulab.model;

/**
 * Everything that decides a run: two runs of the same experiment on the same text give the same numbers, bit for bit.
 *
 * @param convention the convention at the start; it may be switched while the model trains
 * @param hidden units H
 * @param batch rows B of a batch
 * @param steps tokens T of a window, the length of truncated backpropagation
 * @param learningRate η
 * @param clip largest global L2 norm of the gradient; {@link #UNCLIPPED} if it may have any
 * @param corpus name of a built-in text, or of the file that was read
 */
public record Experiment(
        CellType cell,
        Convention convention,
        int hidden,
        int batch,
        int steps,
        double learningRate,
        double clip,
        Optimizer optimizer,
        Sampling sampling,
        Initialization initialization,
        long seed,
        String corpus,
        Tokens tokens) {

    /** A clip that no gradient reaches. */
    public static final double UNCLIPPED = Double.POSITIVE_INFINITY;

    public Experiment {
        Setting.HIDDEN.check(hidden);
        Setting.BATCH.check(batch);
        Setting.STEPS.check(steps);
        Setting.LEARNING_RATE.check(learningRate);
        if (clip != UNCLIPPED) {
            Setting.CLIP.check(clip);
        }
        Setting.SEED.check(seed);
    }

    /** What the lab opens with: every unit has a row of its own on the screen, and words appear within seconds. */
    public static Experiment standard() {
        return standard(CellType.GRU);
    }

    /** The same of another cell; an LSTM of this size learns as quickly at twice the rate. */
    public static Experiment standard(CellType cell) {
        return new Experiment(
                cell,
                Convention.PYTORCH,
                40,
                32,
                32,
                cell == CellType.LSTM ? 0.012 : 0.006,
                1.0,
                Optimizer.ADAM,
                Sampling.RANDOM,
                Initialization.PYTORCH,
                7,
                "lighthouse",
                Tokens.CHAR);
    }

    public Experiment withConvention(Convention other) {
        return new Experiment(
                cell,
                other,
                hidden,
                batch,
                steps,
                learningRate,
                clip,
                optimizer,
                sampling,
                initialization,
                seed,
                corpus,
                tokens);
    }

    public Experiment withSizes(int otherHidden, int otherBatch, int otherSteps) {
        return new Experiment(
                cell,
                convention,
                otherHidden,
                otherBatch,
                otherSteps,
                learningRate,
                clip,
                optimizer,
                sampling,
                initialization,
                seed,
                corpus,
                tokens);
    }

    public Experiment withLearningRate(double other) {
        return new Experiment(
                cell,
                convention,
                hidden,
                batch,
                steps,
                other,
                clip,
                optimizer,
                sampling,
                initialization,
                seed,
                corpus,
                tokens);
    }

    public Experiment withClip(double other) {
        return new Experiment(
                cell,
                convention,
                hidden,
                batch,
                steps,
                learningRate,
                other,
                optimizer,
                sampling,
                initialization,
                seed,
                corpus,
                tokens);
    }
}
