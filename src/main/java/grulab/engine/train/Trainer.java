package grulab.engine.train;

import grulab.engine.cell.Parameter;
import grulab.engine.cell.SymbolInput;
import grulab.engine.math.KernelChoice;
import grulab.engine.math.Kernels;
import grulab.engine.math.Team;
import grulab.model.BatchSource;
import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.Edit;
import grulab.model.Experiment;
import grulab.model.Metric;
import grulab.model.Passage;
import grulab.model.Quantity;
import grulab.model.SeededRandom;
import grulab.model.SwitchMode;
import grulab.model.Weights;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A character or word model that learns by truncated backpropagation through time: one-hot input, a recurrent cell, a linear
 * head, softmax cross-entropy, the gradient clipped by its global norm, SGD or Adam. The same experiment on the same
 * batches gives the same numbers, bit for bit. Not for several threads at a time.
 */
public final class Trainer implements AutoCloseable {
    /** Batches between two copies of the weights. */
    private static final int COPY_EVERY = 10;

    /** Loss above which the perplexity is beyond float32: nothing learns there, though saturated gates keep it finite. */
    private static final double OVERFLOW = Math.log(Float.MAX_VALUE);

    /** B · H below which waking a thread costs more than it saves. */
    private static final int SHARED_FROM = 1024;

    private final int vocabulary;
    private final KernelChoice choice;
    private final BatchSource source;
    private final Network network;
    private final Window<SymbolInput> window;
    private final Team team;
    private final int[] targets;
    private final Descent descent;
    private final Checkpoint lastGood;
    private final IntConsumer updateOfPart = this::update;
    private @Nullable Watching watching;

    private Experiment experiment;
    private long batch;
    private int epoch = 1;
    private double seconds;

    /**
     * Draws the first weights from the experiment's seed.
     *
     * @param vocabulary how many symbols there are
     * @param source gives batches of the experiment's size
     * @param threads that may work on one step, at least 1; with vector kernels the numbers do not depend on it, with
     *     plain ones they do within rounding
     */
    public Trainer(Experiment experiment, int vocabulary, BatchSource source, int threads) {
        this(experiment, vocabulary, source, threads, KernelChoice.best());
    }

    /** The same by chosen kernels. */
    public Trainer(Experiment experiment, int vocabulary, BatchSource source, int threads, KernelChoice choice) {
        if (vocabulary < 1 || threads < 1) {
            throw new IllegalArgumentException(
                    "at least one symbol and one thread are needed, not %d and %d".formatted(vocabulary, threads));
        }
        this.experiment = experiment;
        this.vocabulary = vocabulary;
        this.source = source;
        this.choice = choice;
        int size = threads(experiment, threads);
        List<Kernels> kernels = Stream.generate(choice::make).limit(size).toList();
        network = new Network(
                experiment.cell(), vocabulary, experiment.hidden(), vocabulary, name -> true, kernels.get(0));
        FirstWeights.draw(network, experiment.initialization(), experiment.seed());
        team = new Team(size);
        int rows = experiment.steps() * experiment.batch();
        SymbolInput input = new SymbolInput(network.cell, rows);
        window = new Window<>(network, kernels, team, input, experiment.steps(), experiment.batch(), false);
        targets = new int[rows];
        descent = switch (experiment.optimizer()) {
            case SGD -> new Sgd(network.packed());
            case ADAM -> new Adam(network.packed());
        };
        lastGood = new Checkpoint(network.packed(), descent, window.cell, source.position());
        remember();
    }

    /** How many of so many threads work on a step: each has eight rows at least, and small work is not shared out. */
    public static int threads(Experiment experiment, int threads) {
        boolean worthSharing = experiment.batch() * experiment.hidden() >= SHARED_FROM;
        return worthSharing ? Math.min(threads, (experiment.batch() + Kernels.ROWS - 1) / Kernels.ROWS) : 1;
    }

    /**
     * Trains one batch. It has diverged if its loss or the norm of its gradient is not finite, or its perplexity is
     * beyond float32. Then nothing is updated: the metric's loss is NaN or ∞, and weights, optimiser, state, text and
     * {@link #batch} are again as they were after {@link #lastGoodBatch}.
     */
    public Metric step() {
        long began = System.nanoTime();
        BatchSource.Position here = source.position();
        if (!source.next(window.input.symbols, targets)) {
            window.cell.restart();
        }
        window.pass(experiment.convention(), targets);
        double loss = window.loss();
        double norm = window.norm();
        if (loss > OVERFLOW) {
            loss = Double.POSITIVE_INFINITY;
        } else if (!Double.isFinite(norm)) {
            loss = Double.NaN;
        }
        double scale = GradientNorm.scale(norm, experiment.clip());
        int at = 1 + here.epoch() + (here.batch() < source.batchesPerEpoch() ? 0 : 1);
        long number = batch + 1;
        if (Double.isFinite(loss)) {
            rememberIfGood(loss, here);
            descent.begin(experiment.learningRate(), (float) scale);
            team.run(updateOfPart);
            window.cell.carry();
            batch = number;
            epoch = at;
        } else {
            goBack();
        }
        seconds += (System.nanoTime() - began) * 1e-9;
        return new Metric(number, at, loss, norm, scale < 1, seconds);
    }

    private void update(int part) {
        descent.step(part, team.size());
        team.barrier();
        network.refresh(part, team.size());
    }

    /** What has just given a good loss is kept; a finite but ruined loss, far above guessing, is not good. */
    private void rememberIfGood(double loss, BatchSource.Position here) {
        if (batch - lastGood.batch >= COPY_EVERY && loss <= 2 * Math.log(vocabulary) + 1) {
            lastGood.take(batch, epoch, here);
        }
    }

    private void remember() {
        lastGood.take(batch, epoch, source.position());
    }

    private void goBack() {
        lastGood.giveBack();
        network.refresh(0, 1);
        batch = lastGood.batch;
        epoch = lastGood.epoch;
        source.moveTo(lastGood.source);
    }

    /** Batches trained. */
    public long batch() {
        return batch;
    }

    /** Epoch of the newest batch, from 1. */
    public int epoch() {
        return epoch;
    }

    /** Where a batch that diverges goes back to. */
    public long lastGoodBatch() {
        return lastGood.batch;
    }

    /** The settings in force. */
    /** Of training so far, other runs of it included. */
    public double seconds() {
        return seconds;
    }

    public Experiment experiment() {
        return experiment;
    }

    /** How many numbers are trained. */
    public long parameters() {
        return network.size();
    }

    public void learningRate(double rate) {
        experiment = experiment.withLearningRate(rate);
    }

    public void clip(double norm) {
        experiment = experiment.withClip(norm);
    }

    /**
     * Switches the convention. Relabelling negates W_z, U_z, b_z, c_z and the optimiser's mean gradient of them, so that
     * the run goes on as it would have.
     *
     * @throws IllegalArgumentException if the reset position is to be relabelled, for which no weights exist
     */
    public void convention(Convention to, SwitchMode mode) {
        Convention from = experiment.convention();
        if (experiment.cell() != CellType.GRU) {
            throw new IllegalArgumentException("Only a GRU has conventions; this cell is %s."
                    .formatted(experiment.cell().title()));
        }
        if (mode == SwitchMode.RELABEL && !from.relabelsTo(to)) {
            throw new IllegalArgumentException(
                    "The reset position cannot be relabelled: no weights make both forms equal.");
        }
        if (mode == SwitchMode.RELABEL && from.update() != to.update()) {
            negateUpdateGate();
        }
        experiment = experiment.withConvention(to);
        remember();
    }

    private void negateUpdateGate() {
        for (Parameter p : network.parameters()) {
            if (p.name.endsWith("z")) {
                p.negate(p.packed.value());
                if (descent.memory().length > 0) {
                    p.negate(descent.memory()[0][indexOf(p)]);
                }
            }
        }
        network.refresh(0, 1);
    }

    /** Where the optimiser's memory of a parameter is. */
    private int indexOf(Parameter p) {
        return network.packed().indexOf(p.packed);
    }

    /** Reads a passage from a zero state with the current weights, forward and backward; training is not disturbed. */
    public WatchedPass trace(Passage passage) {
        Watching reader = watching;
        if (reader == null || reader.steps() != passage.steps()) {
            closeWatching();
            reader = new Watching(network, choice.make(), passage.steps());
            watching = reader;
        }
        return reader.read(passage, experiment.convention());
    }

    /** A copy of the weights. */
    public Weights weights() {
        return network.weights();
    }

    /** Floats of a copy of all parameters. */
    public int floats() {
        return network.floats();
    }

    /** Copies all parameters into an array of so many {@link #floats}, as this trainer has them. */
    public void keep(float[] copy) {
        network.copyTo(copy);
    }

    /**
     * Reads with the weights of an earlier {@link #keep}; after that weights and copy are as they were, to the bit.
     *
     * @param reading uses {@link #trace} and {@link #weights}, and trains nothing
     */
    public <T> T withWeights(float[] kept, Supplier<T> reading) {
        network.swap(kept);
        try {
            return reading.get();
        } finally {
            network.swap(kept);
        }
    }

    /**
     * Sets some weights to values that a person chose; the optimiser's memory stays as it is.
     *
     * @throws IllegalArgumentException if one of them is not there or its value is no finite float32, and then none is set
     */
    public void set(List<Edit.Weight> edits) {
        network.set(edits);
        remember();
    }

    /**
     * Goes on from other weights of the same sizes, with an empty optimiser and a zero state. A bias that they have not
     * is zero, and trained.
     */
    public void weights(Weights weights) {
        network.load(weights);
        forget();
        remember();
    }

    private void forget() {
        for (float[][] means : descent.memory()) {
            for (float[] mean : means) {
                Arrays.fill(mean, 0);
            }
        }
        descent.count(0);
        window.cell.restart();
    }

    /**
     * Writes after a prefix.
     *
     * @param prefix at least one symbol
     * @param temperature divides the logits; 0 takes the likeliest symbol
     * @param topK how many of the likeliest symbols may be drawn; 0 for all
     * @return {@code length} symbols
     */
    public int[] generate(int[] prefix, int length, double temperature, int topK, SeededRandom random) {
        return generate(prefix, length, temperature, topK, random, () -> false);
    }

    /** The same, but it ends where that is enough, which is asked before each symbol. */
    public int[] generate(
            int[] prefix, int length, double temperature, int topK, SeededRandom random, BooleanSupplier enough) {
        try (Writer writer = new Writer(network, choice.make(), experiment.convention(), temperature, topK, random)) {
            return writer.write(prefix, length, enough);
        }
    }

    /** All there is to save. */
    public TrainerState state() {
        Map<String, float[]> arrays = new LinkedHashMap<>();
        for (Parameter p : network.parameters()) {
            arrays.put(p.name, p.outside(p.packed.value()));
            for (int m = 0; m < descent.memory().length; m++) {
                arrays.put(memoryName(m, p), p.outside(descent.memory()[m][indexOf(p)]));
            }
        }
        for (Quantity state : carried()) {
            arrays.put(state.id(), window.cell.start(state));
        }
        return new TrainerState(experiment, batch, epoch, descent.count(), seconds, source.position(), arrays);
    }

    private List<Quantity> carried() {
        return experiment.cell().hasCellState() ? List.of(Quantity.STATE, Quantity.CELL) : List.of(Quantity.STATE);
    }

    /** Goes on where a trainer of the same sizes and text was saved. */
    public void restore(TrainerState saved) {
        for (Parameter p : network.parameters()) {
            p.keep(array(saved, p.name, p.size()), p.packed.value());
            for (int m = 0; m < descent.memory().length; m++) {
                p.keep(array(saved, memoryName(m, p), p.size()), descent.memory()[m][indexOf(p)]);
            }
        }
        network.refresh(0, 1);
        int size = experiment.batch() * experiment.hidden();
        for (Quantity state : carried()) {
            window.cell.start(state, array(saved, state.id(), size));
        }
        descent.count(saved.updates());
        experiment = saved.experiment();
        batch = saved.batch();
        epoch = saved.epoch();
        seconds = saved.seconds();
        source.moveTo(saved.source());
        remember();
    }

    private static String memoryName(int m, Parameter p) {
        return (m == 0 ? "first." : "second.") + p.name;
    }

    private static float[] array(TrainerState saved, String name, int size) {
        float[] array = saved.arrays().get(name);
        if (array == null || array.length != size) {
            throw new IllegalArgumentException("the saved run has %s values of %s where %d are needed"
                    .formatted(array == null ? "no" : array.length, name, size));
        }
        return array;
    }

    /** Lets the helper threads go, and gives back what is held outside the heap. */
    @Override
    public void close() {
        window.close();
        closeWatching();
    }

    private void closeWatching() {
        if (watching != null) {
            watching.close();
        }
    }
}
