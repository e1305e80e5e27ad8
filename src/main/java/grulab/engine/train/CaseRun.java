package grulab.engine.train;

import grulab.engine.cell.Cell;
import grulab.engine.cell.DenseInput;
import grulab.engine.cell.Parameter;
import grulab.engine.math.KernelChoice;
import grulab.engine.math.Kernels;
import grulab.engine.math.Team;
import grulab.model.Answer;
import grulab.model.Array;
import grulab.model.Case;
import grulab.model.Quantity;
import grulab.model.StepTrace;
import grulab.model.Weights;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A case computed in float32 by the code that trains, with input vectors of any numbers. */
public final class CaseRun implements AutoCloseable {
    /** Why a case with options is refused. */
    public static final String PLAIN_ONLY =
            "the engine that trains has σ and tanh as they are written, no clips, coupled gates or lengths; what a case"
                    + " does otherwise is computed in float64";

    private final Case given;
    private final Network network;
    private final Window<DenseInput> window;

    private CaseRun(Case given, KernelChoice choice) {
        if (!given.options().isPlain()) {
            throw new IllegalArgumentException(PLAIN_ONLY);
        }
        this.given = given;
        Weights w = given.weights();
        Kernels kernels = choice.make();
        network = new Network(w.cell(), w.inputs(), w.hidden(), w.outputs(), w::has, kernels);
        network.load(w);
        DenseInput input = new DenseInput(network.cell, kernels, given.x());
        window = new Window<>(network, List.of(kernels), new Team(1), input, given.steps(), given.batch(), true);
        window.cell.start(Quantity.STATE, narrow(given.h0()));
        if (w.cell().hasCellState()) {
            window.cell.start(Quantity.CELL, narrow(given.c0()));
        }
    }

    /**
     * Gates, states, logits and loss; the gradients if asked for; the training that the case asks for.
     *
     * @throws IllegalArgumentException if gradients or training are wanted of a case with no head or no targets
     */
    public static Answer run(Case given, boolean backward) {
        return run(given, backward, KernelChoice.best());
    }

    /** The same by chosen kernels. */
    public static Answer run(Case given, boolean backward, KernelChoice kernels) {
        try (CaseRun run = new CaseRun(given, kernels)) {
            return run.answer(backward);
        }
    }

    /**
     * Every gate and state of one sample of the case, as a trace; no gradients.
     *
     * @param sample from 0 to B − 1
     */
    public static StepTrace trace(Case given, int sample) {
        return trace(given, sample, false);
    }

    /**
     * The same, with gradients if asked for.
     *
     * @throws IllegalArgumentException if gradients are wanted of a case with no head or no targets
     */
    public static StepTrace trace(Case given, int sample, boolean backward) {
        int[] targets = given.weights().outputs() > 0 ? given.targets() : null;
        if (targets == null && backward) {
            throw new IllegalArgumentException("gradients need a head and targets");
        }
        try (CaseRun run = new CaseRun(given, KernelChoice.best())) {
            if (targets != null && backward) {
                run.window.watch(given.convention(), targets);
            } else {
                run.window.forward(given.convention());
            }
            return Tracing.of(run.window.cell, given.convention(), given.steps(), given.batch(), sample, backward);
        }
    }

    @Override
    public void close() {
        window.close();
    }

    private Answer answer(boolean backward) {
        Case.Training training = given.training();
        int[] targets = given.weights().outputs() > 0 ? given.targets() : null;
        if (targets == null && (backward || training != null)) {
            throw new IllegalArgumentException("gradients and training need a head and targets");
        }
        window.forward(given.convention());
        Map<String, Array> forward = forward();
        if (targets == null) {
            return new Answer(forward, null, Map.of(), null);
        }
        window.pass(given.convention(), targets);
        double loss = window.loss();
        return new Answer(forward, loss, backward ? gradients() : Map.of(), train(training, targets));
    }

    private Map<String, Array> forward() {
        Map<String, Array> forward = new LinkedHashMap<>();
        for (Quantity q : given.weights().cell().quantities()) {
            forward.put(q.id(), window(window.cell.values(q, given.convention())));
        }
        if (given.weights().outputs() > 0) {
            forward.put("logits", window(window.logits()));
        }
        return forward;
    }

    private Map<String, Array> gradients() {
        Cell cell = window.cell;
        Weights w = given.weights();
        Map<String, Array> gradients = new LinkedHashMap<>();
        for (Parameter p : network.parameters()) {
            double[] values = Network.doubles(p.outside(p.packed.gradient()));
            gradients.put(p.name, Array.of(values, w.shape(p.name)));
        }
        gradients.put("x", window(cell.inputGradient(given.convention())));
        gradients.put("h0", start(cell.startGradient(Quantity.STATE)));
        if (w.cell().hasCellState()) {
            gradients.put("c0", start(cell.startGradient(Quantity.CELL)));
        }
        for (Quantity q : w.cell().quantities()) {
            gradients.put(q.id(), window(cell.gradients(q, given.convention())));
        }
        return gradients;
    }

    private Answer.@Nullable TrainingResult train(Case.@Nullable Training training, int[] targets) {
        if (training == null) {
            return null;
        }
        Sgd sgd = new Sgd(network.packed());
        double[] loss = new double[training.steps()];
        double[] norm = new double[training.steps()];
        for (int s = 0; s < training.steps(); s++) {
            window.pass(given.convention(), targets);
            loss[s] = window.loss();
            norm[s] = window.norm();
            sgd.begin(training.lr(), (float) GradientNorm.scale(norm[s], training.clip()));
            sgd.step(0, 1);
            network.refresh(0, 1);
        }
        return new Answer.TrainingResult(loss, norm, network.weights());
    }

    /** [T][B][·] */
    private Array window(float[] values) {
        int rows = given.steps() * given.batch();
        return Array.of(Network.doubles(values), given.steps(), given.batch(), values.length / rows);
    }

    /** [B][H] */
    private Array start(float[] values) {
        return Array.of(Network.doubles(values), given.batch(), given.weights().hidden());
    }

    private static float[] narrow(double[] values) {
        float[] narrow = new float[values.length];
        for (int i = 0; i < narrow.length; i++) {
            narrow[i] = (float) values[i];
        }
        return narrow;
    }
}
