package grulab.control;

import grulab.model.Convention;
import grulab.model.Quantity;
import grulab.model.arithmetic.Subject;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** A box, chip, operator, badge or wire of a gate diagram. Every cell has an enum of its own. */
sealed interface DiagramPart permits GruPart, LstmPart, RnnPart {
    String name();

    /** Key of its name under "diagram.part.". */
    String word();

    /** The micro-step at which it comes in; 0 is there before the first. */
    int microStep(Convention convention);

    /** The micro-step of the way back at which it comes in. */
    int backStep(Convention convention);

    /** What it carries, in the notation of all languages: "U_r h + c_r". */
    String formula(Convention convention);

    /** Id of the term that it carries, as the lines of the arithmetic name it: "U_r h", "r"; null for none. */
    @Nullable
    String term(DiagramMoment moment);

    /** The quantity that is asked about when it is clicked; null for the input. */
    @Nullable
    Quantity asked(Convention convention);

    /** The same on the way back: "dz", "U_rᵀ da_r". */
    @Nullable
    String backTerm(DiagramMoment moment);

    /** The same in the direction that is shown. */
    default @Nullable String shownTerm(DiagramMoment moment) {
        return moment.isBackward() ? backTerm(moment) : term(moment);
    }

    /** Whether {@link #asked} is of the step before. */
    default boolean isPast() {
        return false;
    }

    /** What its strip shows on the way forward, by unit. */
    default IntToDoubleFunction values(DiagramMoment moment) {
        throw new IllegalArgumentException(this + " has no strip");
    }

    /** What its strip shows on the way back, by unit. */
    default IntToDoubleFunction slopes(StepSlopes slopes) {
        throw new IllegalArgumentException(this + " has no strip");
    }

    /** Whether its strip lies between 0 and 1 rather than −1 and 1. */
    default boolean isGate() {
        return false;
    }

    /** The number that it carries of a unit; null for the input. */
    default @Nullable Subject subject(DiagramMoment moment, int unit) {
        Quantity quantity = asked(moment.convention());
        if (quantity == null) {
            return null;
        }
        if (moment.isBackward()) {
            return isPast()
                    ? new Subject.Sent(quantity, moment.t(), unit)
                    : new Subject.Slope(quantity, moment.t(), unit);
        }
        int t = isPast() ? moment.t() - 1 : moment.t();
        return t < 0 ? new Subject.Start(quantity, unit) : new Subject.Value(quantity, t, unit);
    }

    /** The id of its node: "diagram-highway". */
    default String id() {
        return "diagram-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What it carries with its shape: "U_r h + c_r  [24]", "W_r  [24×37]"; backward the gradient of it. */
    default String carries(DiagramMoment moment) {
        int hidden = moment.trace().hidden();
        String shape = name().equals("INPUT") ? String.valueOf(moment.inputs()) : String.valueOf(hidden);
        if (name().matches("[WU](_.)?")) {
            shape += "×" + (name().startsWith("W") ? moment.inputs() : hidden);
        }
        String formula = formula(moment.convention());
        if (moment.isBackward()) {
            formula = "∂L/∂"
                    + (formula.matches(".*[ ⊙−].*") && !formula.matches("[hc]_.t−1.") ? "(" + formula + ")" : formula);
        }
        return formula + "  [" + shape + "]";
    }
}
