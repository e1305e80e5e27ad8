package grulab.interop.layout;

import grulab.interop.file.BadModel;
import grulab.model.CellOptions;
import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.FrameworkRow;
import grulab.model.Weights;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Weights made so that another framework computes the same function with them. The meaning of z can always be
 * exchanged. The reset position cannot: no weights make before and after equal for every input. They are equal as they
 * stand where U_n is diagonal and c_n = 0, since then U_n (r ⊙ h) = r ⊙ (U_n h); such weights are let through.
 *
 * @param weights with the head that they had; what {@link Layouts#pack} can store
 * @param steps what was done, and what packing will do, beside moving numbers
 * @param options what the cell does otherwise, as far as it is not in the weights now
 * @param told how the framework is told so, an item each
 */
public record Conversion(Weights weights, Set<ConversionStep> steps, CellOptions options, List<String> told) {

    /**
     * The weights in the convention of a row, such that it can store them.
     *
     * @param from convention of a GRU; not looked at for others
     * @throws BadModel with the reason if no weights of that framework are the same function
     */
    public static Weights of(Weights weights, Convention from, FrameworkRow to) throws BadModel {
        return make(weights, from, to).weights();
    }

    /** The same, with what was done. */
    public static Conversion make(Weights weights, Convention from, FrameworkRow to) throws BadModel {
        return make(weights, CellOptions.PLAIN, from, to);
    }

    /**
     * The same of a cell that does otherwise than it is written. Lengths, which are of an input, are left away.
     *
     * @throws BadModel with the reason, also if the framework cannot be told what the cell does
     */
    public static Conversion make(Weights weights, CellOptions options, Convention from, FrameworkRow to)
            throws BadModel {
        Weights all = options.forgetBias() == 0 ? weights : withForgetBias(weights, options.forgetBias());
        Obstacle obstacle = obstacle(all, from, to);
        if (obstacle != null) {
            throw obstacle.refusal();
        }
        checkMeaning(weights, options, from, to);
        Set<ConversionStep> steps = EnumSet.noneOf(ConversionStep.class);
        if (all != weights) {
            steps.add(ConversionStep.FORGET_BIAS_STORED);
        }
        CellOptions left = options.withForgetBias(0).withLengths(null);
        return new Conversion(made(all, from, to, steps), steps, left, OptionPlaces.told(to, left));
    }

    private static Weights made(Weights weights, Convention from, FrameworkRow to, Set<ConversionStep> steps) {
        if (weights.cell() == CellType.GRU && from.reset() != to.convention().reset()) {
            steps.add(ConversionStep.RESET_MAKES_NO_DIFFERENCE);
        }
        if (relabels(weights, from, to)) {
            steps.add(ConversionStep.RELABELLED);
        }
        Weights made = meaningOf(weights, from, to);
        for (String gate : made.cell().gates()) {
            steps.addAll(BiasPlaces.of(to, gate).stepsOf(made));
        }
        return made;
    }

    /** Refuses the other meaning of z where negated weights do not make 1 − z. */
    public static void checkMeaning(Weights weights, CellOptions options, Convention from, FrameworkRow to)
            throws BadModel {
        if (relabels(weights, from, to)
                && !options.activation(CellType.GRU, "z").isComplementary()) {
            throw BadModel.of(
                    "in %s z has the other meaning, and %s of −a is not 1 − %s of a, so that no weights make z mean that;"
                            + " choose a framework whose z means the same",
                    to.name(),
                    options.activation(CellType.GRU, "z").id(),
                    options.activation(CellType.GRU, "z").id());
        }
    }

    private static Weights withForgetBias(Weights w, double added) {
        String name = w.has("b_if") || !w.has("b_hf") ? "b_if" : "b_hf";
        double[] bias = new double[w.hidden()];
        for (int unit = 0; unit < bias.length; unit++) {
            bias[unit] = w.bias(name, unit) + added;
        }
        Map<String, double[]> arrays = new LinkedHashMap<>(w.arrays());
        arrays.put(name, bias);
        return new Weights(w.cell(), w.inputs(), w.hidden(), w.outputs(), arrays);
    }

    /** Why the weights cannot be converted; null if they can. */
    public static @Nullable Obstacle obstacle(Weights weights, Convention from, FrameworkRow to) {
        Obstacle reset = Fit.reset(to, weights, from);
        return reset != null ? reset : Fit.obstacle(to, meaningOf(weights, from, to));
    }

    private static Weights meaningOf(Weights weights, Convention from, FrameworkRow to) {
        return relabels(weights, from, to) ? weights.relabelled() : weights;
    }

    private static boolean relabels(Weights weights, Convention from, FrameworkRow to) {
        return weights.cell() == CellType.GRU
                && to.cell() == CellType.GRU
                && from.update() != to.convention().update();
    }
}
