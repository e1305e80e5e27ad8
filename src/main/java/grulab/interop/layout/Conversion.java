package grulab.interop.layout;

import grulab.interop.file.BadModel;
import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.FrameworkRow;
import grulab.model.Weights;
import java.util.EnumSet;
import java.util.Set;

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
        Set<ConversionStep> steps = EnumSet.noneOf(ConversionStep.class);
        Weights made = weights;
        if (weights.cell() == CellType.GRU && to.cell() == CellType.GRU) {
            if (from.reset() != to.convention().reset()) {
                checkSameUnderBoth(weights, from, to);
                steps.add(ConversionStep.RESET_MAKES_NO_DIFFERENCE);
            }
            if (from.update() != to.convention().update()) {
                made = weights.relabelled();
                steps.add(ConversionStep.RELABELLED);
            }
        }
        Fit.check(to, made);
        for (String gate : made.cell().gates()) {
            BiasPlaces places = BiasPlaces.of(to, gate);
            if (places.sums(made)) {
                steps.add(places.added() == 0 ? ConversionStep.BIASES_ADDED : ConversionStep.FORGET_BIAS_TAKEN_AWAY);
            }
        }
        return new Conversion(made, steps);
    }

    private static void checkSameUnderBoth(Weights w, Convention from, FrameworkRow to) throws BadModel {
        String reason = "reset %s cannot become reset %s, which %s has: they are equal for every input only if U_n is"
                + " diagonal and c_n is 0, but %s is %s; choose a framework with reset %s, or train again";
        double[] u = w.get("W_hn");
        for (int unit = 0; unit < w.hidden(); unit++) {
            for (int other = 0; other < w.hidden(); other++) {
                double value = u[unit * w.hidden() + other];
                if (unit != other && value != 0) {
                    throw refused(reason, from, to, "W_hn[%d][%d]".formatted(unit, other), value);
                }
            }
            double c = w.bias("b_hn", unit);
            if (c != 0) {
                throw refused(reason, from, to, "b_hn[%d]".formatted(unit), c);
            }
        }
    }

    private static BadModel refused(String reason, Convention from, FrameworkRow to, String where, double value) {
        String before = from.reset().id();
        return BadModel.of(reason, before, to.convention().reset().id(), to.name(), where, Fit.shown(value), before);
    }
}
