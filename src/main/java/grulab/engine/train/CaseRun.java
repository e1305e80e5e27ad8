package grulab.engine.train;

import grulab.engine.cell.DenseInput;
import grulab.engine.cell.GruCell;
import grulab.engine.cell.Parameter;
import grulab.engine.cell.Team;
import grulab.engine.math.Matrix;
import grulab.engine.math.Products;
import grulab.engine.math.SizedProducts;
import grulab.model.Answer;
import grulab.model.Array;
import grulab.model.Case;
import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.Quantity;
import grulab.model.ResetPosition;
import grulab.model.StepTrace;
import grulab.model.UpdateMeaning;
import grulab.model.Weights;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A case computed in float32 by the code that trains, with input vectors of any numbers. */
public final class CaseRun {
    private final Case given;
    private final Network network;
    private final Products products = new SizedProducts();
    private final Window<DenseInput> window;

    private CaseRun(Case given) {
        this.given = given;
        Weights w = given.weights();
        network = new Network(w.inputs(), w.hidden(), w.outputs(), w::has);
        network.load(w);
        Matrix x = new Matrix(given.steps() * given.batch(), w.inputs());
        narrow(given.x(), x.values);
        window = new Window<>(network, products, new Team(1), new DenseInput(x), given.steps(), given.batch());
        narrow(given.h0(), window.cell.start.values);
    }

    /**
     * Gates, states, logits and loss; the gradients if asked for; the training that the case asks for.
     *
     * @throws IllegalArgumentException if gradients or training are wanted of a case with no head or no targets
     */
    public static Answer run(Case given, boolean backward) {
        return new CaseRun(given).answer(backward);
    }

    /**
     * Every gate and state of one sample of the case, as a trace; no gradients.
     *
     * @param sample from 0 to B − 1
     */
    public static StepTrace trace(Case given, int sample) {
        CaseRun run = new CaseRun(given);
        run.window.forward(given.convention());
        GruCell cell = run.window.cell;
        Map<Quantity, float[]> values = new EnumMap<>(Quantity.class);
        values.put(Quantity.RESET, run.rows(cell.reset.values, sample));
        values.put(Quantity.PRODUCT, run.rows(Watching.product(cell, given.convention()), sample));
        values.put(Quantity.CANDIDATE, run.rows(cell.candidate.values, sample));
        values.put(Quantity.UPDATE, run.rows(Watching.update(cell, given.convention()), sample));
        values.put(Quantity.STATE, run.rows(cell.state.values, sample));
        int hidden = given.weights().hidden();
        float[] start = Arrays.copyOfRange(cell.start.values, sample * hidden, (sample + 1) * hidden);
        return new StepTrace(
                CellType.GRU, given.convention(), given.steps(), hidden, start, new float[0], values, Map.of());
    }

    /** The rows of one sample [T·H]. */
    private float[] rows(float[] all, int sample) {
        int hidden = given.weights().hidden();
        float[] rows = new float[given.steps() * hidden];
        for (int t = 0; t < given.steps(); t++) {
            System.arraycopy(all, (t * given.batch() + sample) * hidden, rows, t * hidden, hidden);
        }
        return rows;
    }

    private Answer answer(boolean backward) {
        Case.Training training = given.training();
        int[] targets = given.weights().outputs() > 0 ? given.targets() : null;
        if (targets == null && (backward || training != null)) {
            throw new IllegalArgumentException("gradients and training need a head and targets");
        }
        window.forward(given.convention());
        Map<String, Array> forward = forward();
        Double loss = targets == null ? null : (Double) window.loss(targets);
        Map<String, Array> gradients = backward ? gradients() : Map.of();
        return new Answer(forward, loss, gradients, train(training, targets));
    }

    private Map<String, Array> forward() {
        GruCell cell = window.cell;
        Map<String, Array> forward = new LinkedHashMap<>();
        forward.put("r", window(cell.reset.values));
        forward.put("z", window(Watching.update(cell, given.convention())));
        forward.put("n", window(cell.candidate.values));
        forward.put("h", window(cell.state.values));
        if (given.weights().outputs() > 0) {
            forward.put("logits", window(window.logits().values));
        }
        return forward;
    }

    private Map<String, Array> gradients() {
        window.backward();
        window.gradients();
        Map<String, Array> gradients = new LinkedHashMap<>();
        Weights w = given.weights();
        for (Parameter p : network.parameters()) {
            int[] shape = w.shape(p.name);
            gradients.put(p.name, Array.of(Network.doubles(p.outside(p.gradient.values)), shape));
        }
        GruCell cell = window.cell;
        gradients.put("x", window(inputGradient().values));
        gradients.put("h0", Array.of(Network.doubles(cell.dStart()), given.batch(), w.hidden()));
        gradients.put("h", window(cell.dState.values));
        gateGradients(gradients);
        return gradients;
    }

    /** dx = Σ_g W_gᵀ da_g. */
    private Matrix inputGradient() {
        Matrix sum = new Matrix(window.input.x.rows, window.input.x.columns);
        Matrix share = new Matrix(sum.rows, sum.columns);
        for (int gate = 0; gate < 3; gate++) {
            products.rightTransposed(window.cell.dArgument(gate), network.cell.input(gate), share);
            for (int i = 0; i < sum.values.length; i++) {
                sum.values[i] += share.values[i];
            }
        }
        return sum;
    }

    /** The gates' own gradients, which training passes through without keeping them. */
    private void gateGradients(Map<String, Array> gradients) {
        GruCell cell = window.cell;
        Convention convention = given.convention();
        int size = cell.state.values.length;
        float[] dr = new float[size];
        float[] dz = new float[size];
        float[] dn = new float[size];
        int sign = convention.update() == UpdateMeaning.KEEP ? 1 : -1;
        boolean after = convention.reset() == ResetPosition.AFTER;
        for (int i = 0; i < size; i++) {
            float d = cell.dState.values[i];
            float h = cell.before.values[i];
            float n = cell.candidate.values[i];
            dz[i] = sign * d * (h - n);
            dn[i] = d * (1 - cell.kept.values[i]);
            dr[i] = after ? dn[i] * (1 - n * n) * cell.inner.values[i] : cell.dInner.values[i] * h;
        }
        gradients.put("r", window(dr));
        gradients.put("z", window(dz));
        gradients.put("n", window(dn));
    }

    private Answer.@Nullable TrainingResult train(Case.@Nullable Training training, int @Nullable [] targets) {
        if (training == null || targets == null) {
            return null;
        }
        Sgd sgd = new Sgd(network.parameters());
        double[] loss = new double[training.steps()];
        double[] norm = new double[training.steps()];
        for (int s = 0; s < training.steps(); s++) {
            window.forward(given.convention());
            loss[s] = window.loss(targets);
            window.backward();
            window.gradients();
            norm[s] = GradientNorm.of(network.parameters());
            sgd.step(training.lr(), (float) GradientNorm.scale(norm[s], training.clip()));
        }
        return new Answer.TrainingResult(loss, norm, network.weights());
    }

    /** [T][B][·] */
    private Array window(float[] values) {
        int rows = given.steps() * given.batch();
        return Array.of(Network.doubles(values), given.steps(), given.batch(), values.length / rows);
    }

    private static void narrow(double[] from, float[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] = (float) from[i];
        }
    }
}
