package grulab.control;

import grulab.model.Convention;
import grulab.model.Quantity;
import grulab.model.ResetPosition;
import grulab.model.UpdateMeaning;
import java.util.function.IntToDoubleFunction;

/** The parts of the GRU's diagram. Micro-steps: inputs, r, product, h̃, z, blend. */
enum GruPart implements DiagramPart {
    PREVIOUS(1, "old-state"),
    INPUT(1, "input"),
    HIGHWAY(1, "highway"),
    INPUT_TO_R(2, "from-input"),
    W_R(2, "input-weights"),
    HIGHWAY_TO_R(2, "from-state"),
    U_R(2, "recurrent-weights"),
    R(2, "reset"),
    HIGHWAY_TO_TIMES(3, "from-state"),
    R_TO_TIMES(3, "reset"),
    TIMES_R(3, "times"),
    TIMES_TO_PRODUCT(3, "product"),
    PRODUCT(3, "product"),
    U_N(3, "recurrent-weights"),
    PRODUCT_TO_CANDIDATE(4, "product"),
    INPUT_TO_CANDIDATE(4, "from-input"),
    W_N(4, "input-weights"),
    CANDIDATE(4, "candidate"),
    CANDIDATE_TO_MIXER(4, "candidate"),
    INPUT_TO_Z(5, "from-input"),
    W_Z(5, "input-weights"),
    HIGHWAY_TO_Z(5, "from-state"),
    U_Z(5, "recurrent-weights"),
    Z(5, "update"),
    Z_TO_NEW(5, "share-new"),
    Z_TO_OLD(5, "share-old"),
    BADGE_Z(5, "update"),
    BADGE_REST(5, "rest"),
    TIMES_OLD(6, "times"),
    TIMES_NEW(6, "times"),
    OLD_TO_PLUS(6, "kept"),
    NEW_TO_PLUS(6, "admitted"),
    PLUS(6, "plus"),
    PLUS_TO_STATE(6, "new-state"),
    STATE(6, "new-state");

    private final int microStep;
    private final String word;

    GruPart(int microStep, String word) {
        this.microStep = microStep;
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }

    /** With reset before, U_n works on the product and so comes a step later. */
    @Override
    public int microStep(Convention convention) {
        return this == U_N && convention.reset() == ResetPosition.BEFORE ? 4 : microStep;
    }

    @Override
    public boolean isGate() {
        return this == R || this == Z;
    }

    @Override
    public IntToDoubleFunction values(DiagramMoment moment) {
        return switch (this) {
            case PREVIOUS -> moment.before();
            case R -> moment.of(Quantity.RESET);
            case PRODUCT -> moment.of(Quantity.PRODUCT);
            case CANDIDATE -> moment.of(Quantity.CANDIDATE);
            case Z -> moment.of(Quantity.UPDATE);
            case STATE -> moment.of(Quantity.STATE);
            default -> DiagramPart.super.values(moment);
        };
    }

    @Override
    public String formula(Convention convention) {
        boolean before = convention.reset() == ResetPosition.BEFORE;
        boolean keep = convention.update() == UpdateMeaning.KEEP;
        return switch (this) {
            case PREVIOUS, HIGHWAY -> "h_{t−1}";
            case INPUT -> "x_t";
            case INPUT_TO_R -> "W_r x + b_r";
            case INPUT_TO_CANDIDATE -> "W_n x + b_n";
            case INPUT_TO_Z -> "W_z x + b_z";
            case W_R -> "W_r";
            case W_N -> "W_n";
            case W_Z -> "W_z";
            case U_R -> "U_r";
            case U_N -> "U_n";
            case U_Z -> "U_z";
            case HIGHWAY_TO_R -> "U_r h + c_r";
            case HIGHWAY_TO_Z -> "U_z h + c_z";
            case HIGHWAY_TO_TIMES -> before ? "h_{t−1}" : "U_n h + c_n";
            case R, R_TO_TIMES -> "r_t";
            case TIMES_R, TIMES_TO_PRODUCT, PRODUCT -> before ? "r⊙h" : "r⊙(U_n h + c_n)";
            case PRODUCT_TO_CANDIDATE -> before ? "U_n (r⊙h) + c_n" : "r⊙(U_n h + c_n)";
            case CANDIDATE, CANDIDATE_TO_MIXER -> "h̃_t";
            case Z, BADGE_Z -> "z_t";
            case BADGE_REST -> "1−z_t";
            case Z_TO_OLD -> keep ? "z_t" : "1−z_t";
            case Z_TO_NEW -> keep ? "1−z_t" : "z_t";
            case TIMES_OLD, OLD_TO_PLUS -> keep ? "z⊙h" : "(1−z)⊙h";
            case TIMES_NEW, NEW_TO_PLUS -> keep ? "(1−z)⊙h̃" : "z⊙h̃";
            case PLUS, PLUS_TO_STATE, STATE -> "h_t";
        };
    }
}
