package grulab.control;

import grulab.model.Convention;
import grulab.model.Quantity;
import java.util.function.IntToDoubleFunction;

/** The parts of the plain RNN's diagram. Micro-steps: sum, h. */
enum RnnPart implements DiagramPart {
    PREVIOUS(0, "old-state"),
    INPUT(0, "input"),
    STATE_TO_PLUS(1, "from-state"),
    U(1, "recurrent-weights"),
    INPUT_TO_PLUS(1, "from-input"),
    W(1, "input-weights"),
    PLUS(1, "plus"),
    PLUS_TO_SUM(1, "sum"),
    SUM(1, "sum"),
    SUM_TO_TANH(2, "sum"),
    TANH(2, "squashed"),
    TANH_TO_STATE(2, "new-state"),
    STATE(2, "new-state");

    private final int microStep;
    private final String word;

    RnnPart(int microStep, String word) {
        this.microStep = microStep;
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
