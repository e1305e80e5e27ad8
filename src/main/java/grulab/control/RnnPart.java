package grulab.control;

import grulab.model.Convention;
import grulab.model.Quantity;
import grulab.model.arithmetic.Subject;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The parts of the plain RNN's diagram. Micro-steps: sum, h; back: h, then all of the way to h_{t−1}. */
enum RnnPart implements DiagramPart {
    PREVIOUS(0, 2, "old-state"),
    INPUT(0, 2, "input"),
    STATE_TO_PLUS(1, 2, "from-state"),
    U(1, 2, "recurrent-weights"),
    INPUT_TO_PLUS(1, 2, "from-input"),
    W(1, 2, "input-weights"),
    PLUS(1, 2, "plus"),
    PLUS_TO_SUM(1, 2, "sum"),
    SUM(1, 2, "sum"),
    SUM_TO_TANH(2, 2, "sum"),
    TANH(2, 2, "squashed"),
    TANH_TO_STATE(2, 2, "new-state"),
    STATE(2, 1, "new-state");

    private final int microStep;
    private final int backStep;
    private final String word;

    RnnPart(int microStep, int backStep, String word) {
        this.microStep = microStep;
        this.backStep = backStep;
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }

    @Override
    public int microStep(Convention convention) {
        return microStep;
    }

    @Override
    public int backStep(Convention convention) {
        return backStep;
    }

    @Override
    public boolean isPast() {
        return this == PREVIOUS;
    }

    @Override
    public @Nullable Quantity asked(Convention convention) {
        return this == INPUT ? null : Quantity.STATE;
    }

    /** The sum is in the line of the state, and on the way back a number of its own. */
    @Override
    public @Nullable Subject subject(DiagramMoment moment, int unit) {
        boolean inside = switch (this) {
            case PREVIOUS, INPUT, TANH, TANH_TO_STATE, STATE -> false;
            default -> true;
        };
        return moment.isBackward() && inside
                ? new Subject.SumSlope(Quantity.STATE, moment.t(), unit)
                : DiagramPart.super.subject(moment, unit);
    }

    @Override
    public @Nullable String term(DiagramMoment moment) {
        return switch (this) {
            case PREVIOUS -> "h";
            case INPUT -> "x";
            case STATE_TO_PLUS, U -> "U h";
            case INPUT_TO_PLUS, W -> "W x";
            case PLUS, PLUS_TO_SUM, SUM, SUM_TO_TANH -> null;
            case TANH, TANH_TO_STATE, STATE -> "h′";
        };
    }

    @Override
    public @Nullable String backTerm(DiagramMoment moment) {
        return switch (this) {
            case PREVIOUS -> "dh_prev";
            case INPUT -> "x";
            case STATE_TO_PLUS, U -> "Uᵀ da";
            case INPUT_TO_PLUS, W, PLUS, PLUS_TO_SUM, SUM, SUM_TO_TANH -> "da";
            case TANH, TANH_TO_STATE, STATE -> "dh′";
        };
    }

    @Override
    public IntToDoubleFunction slopes(StepSlopes slopes) {
        return switch (this) {
            case PREVIOUS -> u -> slopes.before()[u];
            case SUM -> u -> slopes.sum()[u];
            case STATE -> slopes.of(Quantity.STATE);
            default -> DiagramPart.super.slopes(slopes);
        };
    }

    @Override
    public IntToDoubleFunction values(DiagramMoment moment) {
        return switch (this) {
            case PREVIOUS -> moment.before();
            case SUM -> sum(moment.of(Quantity.STATE));
            case STATE -> moment.of(Quantity.STATE);
            default -> DiagramPart.super.values(moment);
        };
    }

    /**
     * What tanh was taken of. A trace holds only the result, and that is enough: where rounding makes the way back
     * inexact, the sum lies far beyond the ends of the colour map.
     */
    private static IntToDoubleFunction sum(IntToDoubleFunction state) {
        return unit -> {
            double h = state.applyAsDouble(unit);
            double most = Math.copySign(Double.MAX_VALUE, h);
            return Math.abs(h) == 1 ? most : 0.5 * Math.log((1 + h) / (1 - h));
        };
    }

    @Override
    public String formula(Convention convention) {
        return switch (this) {
            case PREVIOUS -> "h_{t−1}";
            case INPUT -> "x_t";
            case STATE_TO_PLUS -> "U h + c";
            case U -> "U";
            case INPUT_TO_PLUS -> "W x + b";
            case W -> "W";
            case PLUS, PLUS_TO_SUM, SUM, SUM_TO_TANH -> "W x + b + U h + c";
            case TANH, TANH_TO_STATE, STATE -> "h_t";
        };
    }
}
