package grulab.engine.reference;

import grulab.model.Answer;
import grulab.model.Array;
import grulab.model.Case;
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
        ReferencePass pass = new ReferencePass(given, w);
        Double loss = targets == null ? null : (Double) pass.loss(targets);
        Map<String, Array> gradients = Map.of();
        if (backward && targets != null) {
            pass.backward(targets);
            gradients = gradients(pass, w);
        }
        return new Answer(forward(pass, w), loss, gradients, train(given, targets));
    }

    private static Map<String, Array> forward(ReferencePass pass, Weights w) {
        Map<String, Array> forward = new LinkedHashMap<>();
        forward.put("r", array(pass.r, 0));
        forward.put("z", array(pass.z, 0));
        forward.put("n", array(pass.n, 0));
        forward.put("h", array(pass.h, 1));
        if (w.outputs() > 0) {
            forward.put("logits", array(pass.logits, 0));
        }
        return forward;
    }

    private static Map<String, Array> gradients(ReferencePass pass, Weights w) {
        Map<String, Array> gradients = new LinkedHashMap<>();
        pass.gradients.forEach((name, values) -> gradients.put(name, Array.of(values, w.shape(name))));
        gradients.put("x", array(pass.dx, 0));
        Array all = array(pass.dh, 0);
        int size = all.shape()[1] * all.shape()[2];
        gradients.put("h0", Array.of(Arrays.copyOf(all.values(), size), all.shape()[1], all.shape()[2]));
        gradients.put("h", array(pass.dh, 1));
        gradients.put("r", array(pass.dr, 0));
        gradients.put("z", array(pass.dz, 0));
        gradients.put("n", array(pass.dn, 0));
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
            ReferencePass pass = new ReferencePass(given, w);
            loss[s] = pass.loss(targets);
            pass.backward(targets);
            double squares = 0;
            for (double[] gradient : pass.gradients.values()) {
                for (double g : gradient) {
                    squares += g * g;
                }
            }
            norm[s] = Math.sqrt(squares);
            w = descended(w, pass.gradients, training.lr() * Math.min(1, training.clip() / norm[s]));
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

    /** The steps from {@code first} on, as one array [T][B][·]. */
    private static Array array(double[][][] steps, int first) {
        int batch = steps[0].length;
        int size = steps[0][0].length;
        double[] values = new double[(steps.length - first) * batch * size];
        int at = 0;
        for (int t = first; t < steps.length; t++) {
            for (double[] row : steps[t]) {
                System.arraycopy(row, 0, values, at, size);
                at += size;
            }
        }
        return Array.of(values, steps.length - first, batch, size);
    }
}
