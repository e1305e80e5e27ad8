package grulab.engine.reference;

import grulab.model.Answer;
import grulab.model.Array;
import grulab.model.Case;
import grulab.model.Quantity;
import grulab.model.StepTrace;
import grulab.model.Weights;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The judge: a case computed in float64 by the formulas as they are written. */
public final class Reference {
    private Reference() {}

    /**
     * Gates, states, logits and loss; the gradients if asked for; the training that the case asks for.
     *
     * @throws IllegalArgumentException if gradients or training are wanted of a case with no head or no targets
     */
    public static Answer run(Case given, boolean backward) {
        Weights w = given.weights();
        int[] targets = w.outputs() > 0 ? given.targets() : null;
        if (targets == null && (backward || given.training() != null)) {
            throw new IllegalArgumentException("gradients and training need a head and targets");
        }
        Pass pass = Pass.forward(given, w);
        Double loss = targets == null ? null : (Double) pass.loss(targets);
        Map<String, Array> gradients = Map.of();
        if (backward && targets != null) {
            pass.backward(targets);
            gradients = gradients(pass);
        }
        return new Answer(forward(pass), loss, gradients, train(given, targets));
    }

    /**
     * Every gate and state of one sample of the case, as a trace, narrowed to float32.
     *
     * @param sample from 0 to B − 1
     * @throws IllegalArgumentException if gradients are wanted of a case with no head or no targets
     */
    public static StepTrace trace(Case given, int sample, boolean backward) {
        return new SampleTrace(given, sample).of(run(given, backward));
    }

    private static Map<String, Array> forward(Pass pass) {
        Map<String, Array> forward = new LinkedHashMap<>();
        for (Quantity quantity : pass.w.cell().quantities()) {
            forward.put(quantity.id(), last(pass.value(quantity), pass.steps));
        }
        if (pass.w.outputs() > 0) {
            forward.put("logits", last(pass.logits, pass.steps));
        }
        return forward;
    }

    private static Map<String, Array> gradients(Pass pass) {
        Map<String, Array> gradients = new LinkedHashMap<>();
        pass.linear.gradients.forEach((name, values) -> gradients.put(name, Array.of(values, pass.w.shape(name))));
        gradients.put("x", last(pass.dx, pass.steps));
        gradients.put("h0", start(pass.dh));
        if (pass.w.cell().hasCellState()) {
            gradients.put("c0", start(pass.gradient(Quantity.CELL)));
        }
        for (Quantity quantity : pass.w.cell().quantities()) {
            gradients.put(quantity.id(), last(pass.gradient(quantity), pass.steps));
        }
        return gradients;
    }

    /** Plain SGD; the norm is over all parameters, the head's too. */
    private static Answer.@Nullable TrainingResult train(Case given, int @Nullable [] targets) {
        Case.Training training = given.training();
        if (training == null || targets == null) {
            return null;
        }
        Weights w = given.weights();
        double[] loss = new double[training.steps()];
        double[] norm = new double[training.steps()];
        for (int s = 0; s < training.steps(); s++) {
            Pass pass = Pass.forward(given, w);
            loss[s] = pass.loss(targets);
            pass.backward(targets);
            double squares = 0;
            for (double[] gradient : pass.linear.gradients.values()) {
                for (double g : gradient) {
                    squares += g * g;
                }
            }
            norm[s] = Math.sqrt(squares);
            w = descended(w, pass.linear.gradients, training.lr() * Math.min(1, training.clip() / norm[s]));
        }
        return new Answer.TrainingResult(loss, norm, w);
    }

    private static Weights descended(Weights w, Map<String, double[]> gradients, double by) {
        Map<String, double[]> next = new LinkedHashMap<>();
        gradients.forEach((name, gradient) -> {
            double[] values = w.get(name).clone();
            for (int i = 0; i < values.length; i++) {
                values[i] -= by * gradient[i];
            }
            next.put(name, values);
        });
        return new Weights(w.cell(), w.inputs(), w.hidden(), w.outputs(), next);
    }

    /** What belongs to the start state [B][H]. */
    private static Array start(double[][][] all) {
        double[] values = flat(all, 0, 1);
        return Array.of(values, all[0].length, values.length / all[0].length);
    }

    /** The last T of them [T][B][·]: all, or all but the start state. */
    private static Array last(double[][][] all, int steps) {
        return Array.of(flat(all, all.length - steps, all.length), steps, all[0].length, all[0][0].length);
    }

    private static double[] flat(double[][][] all, int from, int to) {
        return Arrays.stream(all, from, to)
                .flatMap(Arrays::stream)
                .flatMapToDouble(Arrays::stream)
                .toArray();
    }
}
