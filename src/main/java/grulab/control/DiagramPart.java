package grulab.control;

import grulab.model.Convention;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;

/** A box, chip, operator, badge or wire of a gate diagram. Every cell has an enum of its own. */
sealed interface DiagramPart permits GruPart, LstmPart, RnnPart {
    String name();

    /** Key of its name under "diagram.part.". */
    String word();

    /** The micro-step at which it comes in; 0 is there before the first. */
    int microStep(Convention convention);

    /** What it carries, in the notation of all languages: "U_r h + c_r". */
    String formula(Convention convention);

    /** What its strip shows, by unit. */
    default IntToDoubleFunction values(DiagramMoment moment) {
        throw new IllegalArgumentException(this + " has no strip");
    }

    /** Whether its strip lies between 0 and 1 rather than −1 and 1. */
    default boolean isGate() {
        return false;
    }

    /** The id of its node: "diagram-highway". */
    default String id() {
        return "diagram-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What it carries with its shape: "U_r h + c_r  [24]", "W_r  [24×37]". */
    default String carries(Convention convention, int hidden, int inputs) {
        String shape = name().equals("INPUT") ? String.valueOf(inputs) : String.valueOf(hidden);
        if (name().matches("[WU](_.)?")) {
            shape += "×" + (name().startsWith("W") ? inputs : hidden);
        }
        return formula(convention) + "  [" + shape + "]";
    }
}
