package grulab.control;

import grulab.model.Convention;
import grulab.model.Quantity;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The parts of the LSTM's diagram. Micro-steps: f, i, g, c, o, h; back: h, o, c, g, i, f with h_{t−1}. */
enum LstmPart implements DiagramPart {
    PREVIOUS_CELL(0, 6, "old-cell"),
    PREVIOUS(0, 6, "old-state"),
    INPUT(0, 6, "input"),
    HIGHWAY(0, 6, "cell-highway"),
    STATE_TO_F(1, 6, "from-state"),
    U_F(1, 6, "recurrent-weights"),
    INPUT_TO_F(1, 6, "from-input"),
    W_F(1, 6, "input-weights"),
    F(1, 6, "forget"),
    F_TO_OLD(1, 6, "forget"),
    STATE_TO_I(2, 6, "from-state"),
    U_I(2, 6, "recurrent-weights"),
    INPUT_TO_I(2, 6, "from-input"),
    W_I(2, 6, "input-weights"),
    I(2, 5, "admit"),
    I_TO_NEW(2, 5, "admit"),
    STATE_TO_G(3, 6, "from-state"),
    U_G(3, 6, "recurrent-weights"),
    INPUT_TO_G(3, 6, "from-input"),
    W_G(3, 6, "input-weights"),
    G(3, 4, "cell-candidate"),
    G_TO_NEW(3, 4, "cell-candidate"),
    TIMES_OLD(4, 6, "times"),
    OLD_TO_PLUS(4, 6, "cell-kept"),
    TIMES_NEW(4, 4, "times"),
    NEW_TO_PLUS(4, 4, "cell-admitted"),
    PLUS(4, 4, "plus"),
    PLUS_TO_CELL(4, 4, "new-cell"),
    CELL(4, 3, "new-cell"),
    STATE_TO_O(5, 6, "from-state"),
    U_O(5, 6, "recurrent-weights"),
    INPUT_TO_O(5, 6, "from-input"),
    W_O(5, 6, "input-weights"),
    O(5, 2, "output"),
    O_TO_SHOWN(5, 2, "output"),
    CELL_TO_TANH(6, 3, "new-cell"),
    TANH(6, 3, "squashed"),
    TANH_TO_SHOWN(6, 3, "squashed"),
    TIMES_SHOWN(6, 1, "times"),
    SHOWN_TO_STATE(6, 1, "new-state"),
    STATE(6, 1, "new-state");

    private final int microStep;
    private final int backStep;
    private final String word;

    LstmPart(int microStep, int backStep, String word) {
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
        return this == PREVIOUS || this == PREVIOUS_CELL || this == HIGHWAY;
    }

    @Override
    public @Nullable Quantity asked(Convention convention) {
        return switch (this) {
            case INPUT -> null;
            case STATE_TO_F, U_F, INPUT_TO_F, W_F, F, F_TO_OLD -> Quantity.FORGET;
            case STATE_TO_I, U_I, INPUT_TO_I, W_I, I, I_TO_NEW -> Quantity.INPUT;
            case STATE_TO_G, U_G, INPUT_TO_G, W_G, G, G_TO_NEW -> Quantity.CELL_CANDIDATE;
            case STATE_TO_O, U_O, INPUT_TO_O, W_O, O, O_TO_SHOWN -> Quantity.OUTPUT;
            case PREVIOUS_CELL,
                    HIGHWAY,
                    TIMES_OLD,
                    OLD_TO_PLUS,
                    TIMES_NEW,
                    NEW_TO_PLUS,
                    PLUS,
                    PLUS_TO_CELL,
                    CELL,
                    CELL_TO_TANH -> Quantity.CELL;
            case PREVIOUS, TANH, TANH_TO_SHOWN, TIMES_SHOWN, SHOWN_TO_STATE, STATE -> Quantity.STATE;
        };
    }

    @Override
    public String term(DiagramMoment moment) {
        return switch (this) {
            case PREVIOUS_CELL, HIGHWAY -> "c";
            case PREVIOUS -> "h";
            case INPUT -> "x";
            case STATE_TO_F, U_F -> "U_f h";
            case STATE_TO_I, U_I -> "U_i h";
            case STATE_TO_G, U_G -> "U_g h";
            case STATE_TO_O, U_O -> "U_o h";
            case INPUT_TO_F, W_F -> "W_f x";
            case INPUT_TO_I, W_I -> "W_i x";
            case INPUT_TO_G, W_G -> "W_g x";
            case INPUT_TO_O, W_O -> "W_o x";
            case F, F_TO_OLD -> "f";
            case I, I_TO_NEW -> "i";
            case G, G_TO_NEW -> "g";
            case O, O_TO_SHOWN -> "o";
            case TIMES_OLD, OLD_TO_PLUS -> "f ⊙ c";
            case TIMES_NEW, NEW_TO_PLUS -> "i ⊙ g";
            case PLUS, PLUS_TO_CELL, CELL, CELL_TO_TANH -> "c′";
            case TANH, TANH_TO_SHOWN -> "tanh(c′)";
            case TIMES_SHOWN, SHOWN_TO_STATE, STATE -> "h′";
        };
    }

    @Override
    public @Nullable String backTerm(DiagramMoment moment) {
        return switch (this) {
            case PREVIOUS_CELL, HIGHWAY -> "dc_prev";
            case PREVIOUS -> "dh_prev";
            case INPUT -> "x";
            case STATE_TO_F, U_F -> "U_fᵀ da_f";
            case STATE_TO_I, U_I -> "U_iᵀ da_i";
            case STATE_TO_G, U_G -> "U_gᵀ da_g";
            case STATE_TO_O, U_O -> "U_oᵀ da_o";
            case INPUT_TO_F, W_F -> "da_f";
            case INPUT_TO_I, W_I -> "da_i";
            case INPUT_TO_G, W_G -> "da_g";
            case INPUT_TO_O, W_O -> "da_o";
            case F, F_TO_OLD -> "df";
            case I, I_TO_NEW -> "di";
            case G, G_TO_NEW -> "dg";
            case O, O_TO_SHOWN -> "do";
            case TIMES_OLD, OLD_TO_PLUS, TIMES_NEW, NEW_TO_PLUS, PLUS, PLUS_TO_CELL, CELL, CELL_TO_TANH -> "dc′";
            case TANH, TANH_TO_SHOWN, TIMES_SHOWN, SHOWN_TO_STATE, STATE -> "dh′";
        };
    }

    @Override
    public IntToDoubleFunction slopes(StepSlopes slopes) {
        return switch (this) {
            case PREVIOUS_CELL -> u -> slopes.cellBefore()[u];
            case PREVIOUS -> u -> slopes.before()[u];
            case F -> slopes.of(Quantity.FORGET);
            case I -> slopes.of(Quantity.INPUT);
            case G -> slopes.of(Quantity.CELL_CANDIDATE);
            case CELL -> slopes.of(Quantity.CELL);
            case O -> slopes.of(Quantity.OUTPUT);
            case STATE -> slopes.of(Quantity.STATE);
            default -> DiagramPart.super.slopes(slopes);
        };
    }

    @Override
    public boolean isGate() {
        return this == F || this == I || this == O;
    }

    @Override
    public IntToDoubleFunction values(DiagramMoment moment) {
        return switch (this) {
            case PREVIOUS_CELL -> moment.cellBefore();
            case PREVIOUS -> moment.before();
            case F -> moment.of(Quantity.FORGET);
            case I -> moment.of(Quantity.INPUT);
            case G -> moment.of(Quantity.CELL_CANDIDATE);
            case CELL -> moment.of(Quantity.CELL);
            case O -> moment.of(Quantity.OUTPUT);
            case STATE -> moment.of(Quantity.STATE);
            default -> DiagramPart.super.values(moment);
        };
    }

    @Override
    public String formula(Convention convention) {
        return switch (this) {
            case PREVIOUS_CELL, HIGHWAY -> "c_{t−1}";
            case PREVIOUS -> "h_{t−1}";
            case INPUT -> "x_t";
            case STATE_TO_F -> "U_f h + c_f";
            case STATE_TO_I -> "U_i h + c_i";
            case STATE_TO_G -> "U_g h + c_g";
            case STATE_TO_O -> "U_o h + c_o";
            case INPUT_TO_F -> "W_f x + b_f";
            case INPUT_TO_I -> "W_i x + b_i";
            case INPUT_TO_G -> "W_g x + b_g";
            case INPUT_TO_O -> "W_o x + b_o";
            case U_F -> "U_f";
            case U_I -> "U_i";
            case U_G -> "U_g";
            case U_O -> "U_o";
            case W_F -> "W_f";
            case W_I -> "W_i";
            case W_G -> "W_g";
            case W_O -> "W_o";
            case F, F_TO_OLD -> "f_t";
            case I, I_TO_NEW -> "i_t";
            case G, G_TO_NEW -> "g_t";
            case O, O_TO_SHOWN -> "o_t";
            case TIMES_OLD, OLD_TO_PLUS -> "f⊙c";
            case TIMES_NEW, NEW_TO_PLUS -> "i⊙g";
            case PLUS, PLUS_TO_CELL, CELL, CELL_TO_TANH -> "c_t";
            case TANH, TANH_TO_SHOWN -> "tanh(c_t)";
            case TIMES_SHOWN, SHOWN_TO_STATE, STATE -> "h_t";
        };
    }
}
