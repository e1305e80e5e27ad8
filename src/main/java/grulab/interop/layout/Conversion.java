package grulab.interop.layout;

import grulab.interop.file.BadModel;
import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.FrameworkRow;
import grulab.model.Weights;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Weights made so that another framework computes the same function with them. The meaning of z can always be
 * exchanged. The reset position cannot: no weights make before and after equal for every input. They are equal as they
 * stand where U_n is diagonal and c_n = 0, since then U_n (r ⊙ h) = r ⊙ (U_n h); such weights are let through.
 *
 * @param weights with the head that they had; what {@link Layouts#pack} can store
 * @param steps what was done, and what packing will do, beside moving numbers
 */
public record Conversion(Weights weights, Set<ConversionStep> steps) {

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
        Obstacle obstacle = obstacle(weights, from, to);
        if (obstacle != null) {
            throw obstacle.refusal();
        }
        Set<ConversionStep> steps = EnumSet.noneOf(ConversionStep.class);
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
        return new Conversion(made, steps);
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
