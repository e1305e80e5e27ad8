package grulab.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which way of computing explains the numbers that were expected.
 *
 * @param findings best first, at least one; those that fit come first
 * @param decided true if exactly one of them fits as well as the digits given can say
 * @param fitting how many different functions fit; more than findings that fit, if there are too many to name
 * @param experiment what would tell apart those that fit; null if decided or if none fits
 * @param tolerance how large an error may be to count as none: half of the last digit given and the rounding of float32; the
 *     largest, where numbers were given with different digits
 * @param decimals how many decimals x, start state or weights were cut to, where only that explains the errors, which the
 *     tolerance then takes in; null where they are explained without
 * @param partings where the case as it stands first differs from what was expected, and in each of the gates and states that differ
 *     at all; each step is computed from the same state, so that none hides behind the steps before it
 */
public record Diagnosis(
        List<Finding> findings,
        boolean decided,
        int fitting,
        @Nullable Experiment experiment,
        double tolerance,
        @Nullable Integer decimals,
        List<Parting> partings) {
    public Diagnosis {
        findings = List.copyOf(findings);
        partings = List.copyOf(partings);
    }

    /** The first of them; null if there is none. */
    public @Nullable Parting parting() {
        return partings.isEmpty() ? null : partings.get(0);
    }

    /** What to do so that explanations that fit alike can be told apart. */
    public enum Experiment {
        MORE_DIGITS,
        /** The state h of every step, not only what was given. */
        EVERY_STATE,
        MORE_STEPS,
        A_START_STATE,
        A_RECURRENT_BIAS,
        /** Another input x: this one hides something, since it is zero or the same everywhere. */
        ANOTHER_INPUT,
        OTHER_WEIGHTS
    }

    /**
     * Counted from 0.
     *
     * @param term in the names of the formulas: "r", "z", "r ⊙ (U_n h + c_n)", "h̃", "h′"
     * @param quantity which number of a trace it is; null for logits and loss
     * @param yours what the best explanation makes of the term, or the number that was given
     * @param mine what the case as it stands makes of it
     */
    public record Parting(
            int t,
            int sample,
            int unit,
            String term,
            @Nullable Quantity quantity,
            double yours,
            double mine) {}

    public boolean explained() {
        return fitting > 0;
    }
}
