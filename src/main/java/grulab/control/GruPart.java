package grulab.control;

import grulab.model.Convention;
import grulab.model.Quantity;
import grulab.model.ResetPosition;
import grulab.model.UpdateMeaning;
import grulab.model.arithmetic.Subject;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The parts of the GRU's diagram. Micro-steps: inputs, r, product, h̃, z, blend; back: h_t, z, h̃, product, r, h_{t−1}. */
enum GruPart implements DiagramPart {
    PREVIOUS(1, 6, "old-state"),
    INPUT(1, 6, "input"),
    HIGHWAY(1, 6, "highway"),
    INPUT_TO_R(2, 6, "from-input"),
    W_R(2, 6, "input-weights"),
    HIGHWAY_TO_R(2, 6, "from-state"),
    U_R(2, 6, "recurrent-weights"),
    R(2, 5, "reset"),
    HIGHWAY_TO_TIMES(3, 6, "from-state"),
    R_TO_TIMES(3, 5, "reset"),
    TIMES_R(3, 5, "times"),
    TIMES_TO_PRODUCT(3, 5, "product"),
    PRODUCT(3, 4, "product"),
    U_N(3, 6, "recurrent-weights"),
    PRODUCT_TO_CANDIDATE(4, 4, "product"),
    INPUT_TO_CANDIDATE(4, 6, "from-input"),
    W_N(4, 6, "input-weights"),
    CANDIDATE(4, 3, "candidate"),
    CANDIDATE_TO_MIXER(4, 3, "candidate"),
    INPUT_TO_Z(5, 6, "from-input"),
    W_Z(5, 6, "input-weights"),
    HIGHWAY_TO_Z(5, 6, "from-state"),
    U_Z(5, 6, "recurrent-weights"),
    Z(5, 2, "update"),
    Z_TO_NEW(5, 2, "share-new"),
    Z_TO_OLD(5, 2, "share-old"),
    BADGE_Z(5, 2, "update"),
    BADGE_REST(5, 2, "rest"),
    TIMES_OLD(6, 2, "times"),
    TIMES_NEW(6, 2, "times"),
    OLD_TO_PLUS(6, 2, "kept"),
    NEW_TO_PLUS(6, 2, "admitted"),
    PLUS(6, 1, "plus"),
    PLUS_TO_STATE(6, 1, "new-state"),
    STATE(6, 1, "new-state");

    private final int microStep;
    private final int backStep;
    private final String word;

    GruPart(int microStep, int backStep, String word) {
        this.microStep = microStep;
        this.backStep = backStep;
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

    /** The product's gradient has passed U_n with reset before, and r with reset after. */
    @Override
    public int backStep(Convention convention) {
        boolean before = convention.reset() == ResetPosition.BEFORE;
        return switch (this) {
            case U_N -> before ? 4 : backStep;
            case TIMES_R, TIMES_TO_PRODUCT -> before ? backStep : 4;
            default -> backStep;
        };
    }

    @Override
    public boolean isGate() {
        return this == R || this == Z;
    }

    @Override
    public boolean isPast() {
        return this == PREVIOUS || this == HIGHWAY;
    }

    @Override
    public @Nullable Quantity asked(Convention convention) {
        boolean before = convention.reset() == ResetPosition.BEFORE;
        return switch (this) {
            case INPUT -> null;
            case INPUT_TO_R, W_R, HIGHWAY_TO_R, U_R, R, R_TO_TIMES -> Quantity.RESET;
            case HIGHWAY_TO_TIMES, TIMES_R, TIMES_TO_PRODUCT, PRODUCT -> Quantity.PRODUCT;
            case U_N, PRODUCT_TO_CANDIDATE -> before ? Quantity.CANDIDATE : Quantity.PRODUCT;
            case INPUT_TO_CANDIDATE, W_N, CANDIDATE, CANDIDATE_TO_MIXER -> Quantity.CANDIDATE;
            case INPUT_TO_Z, W_Z, HIGHWAY_TO_Z, U_Z, Z, Z_TO_NEW, Z_TO_OLD, BADGE_Z, BADGE_REST -> Quantity.UPDATE;
            case PREVIOUS, HIGHWAY, TIMES_OLD, TIMES_NEW, OLD_TO_PLUS, NEW_TO_PLUS, PLUS, PLUS_TO_STATE, STATE ->
                Quantity.STATE;
        };
    }

    @Override
    public @Nullable String term(DiagramMoment moment) {
        Convention convention = moment.convention();
        boolean before = convention.reset() == ResetPosition.BEFORE;
        boolean keep = convention.update() == UpdateMeaning.KEEP;
        return switch (this) {
            case PREVIOUS, HIGHWAY -> "h";
            case INPUT -> "x";
            case INPUT_TO_R, W_R -> "W_r x";
            case INPUT_TO_CANDIDATE, W_N -> before ? "W_n x" : moment.biased("W_n x", "b_in", "b_n");
            case INPUT_TO_Z, W_Z -> "W_z x";
            case HIGHWAY_TO_R, U_R -> "U_r h";
            case HIGHWAY_TO_Z, U_Z -> "U_z h";
            case HIGHWAY_TO_TIMES -> before ? "h" : moment.biased("U_n h", "b_hn", "c_n");
            case U_N -> before ? "U_n (r ⊙ h)" : moment.biased("U_n h", "b_hn", "c_n");
            case R, R_TO_TIMES -> "r";
            case TIMES_R, TIMES_TO_PRODUCT, PRODUCT -> "q";
            case PRODUCT_TO_CANDIDATE -> before ? "U_n (r ⊙ h)" : "q";
            case CANDIDATE, CANDIDATE_TO_MIXER -> "n";
            case Z, BADGE_Z -> "z";
            case BADGE_REST -> "1 − z";
            case Z_TO_OLD -> keep ? "z" : "1 − z";
            case Z_TO_NEW -> keep ? "1 − z" : "z";
            case TIMES_OLD, OLD_TO_PLUS -> keep ? "z ⊙ h" : "(1 − z) ⊙ h";
            case TIMES_NEW, NEW_TO_PLUS -> keep ? "(1 − z) ⊙ h̃" : "z ⊙ h̃";
            case PLUS, PLUS_TO_STATE, STATE -> "h′";
        };
    }

    @Override
    public @Nullable String backTerm(DiagramMoment moment) {
        boolean before = moment.convention().reset() == ResetPosition.BEFORE;
        return switch (this) {
            case PREVIOUS -> "dh_prev";
            case INPUT -> "x";
            case INPUT_TO_R, W_R -> "da_r";
            case INPUT_TO_CANDIDATE, W_N -> "da_n";
            case INPUT_TO_Z, W_Z -> "da_z";
            case HIGHWAY_TO_R, U_R -> "U_rᵀ da_r";
            case HIGHWAY_TO_Z, U_Z -> "U_zᵀ da_z";
            case HIGHWAY_TO_TIMES -> before ? "dq ⊙ r" : "U_nᵀ dm";
            case U_N -> before ? "U_nᵀ da_n" : "U_nᵀ dm";
            case TIMES_TO_PRODUCT, TIMES_R -> before ? "dq" : "da_n";
            case PRODUCT -> before ? "dq" : "dm";
            case PRODUCT_TO_CANDIDATE -> before ? "U_nᵀ da_n" : "da_n";
            case R, R_TO_TIMES -> "dr";
            case CANDIDATE, CANDIDATE_TO_MIXER -> "dh̃";
            case Z, Z_TO_OLD, Z_TO_NEW -> "dz";
            case BADGE_Z, BADGE_REST -> term(moment);
            case HIGHWAY -> moment.convention().update() == UpdateMeaning.KEEP ? "dh′ ⊙ z" : "dh′ ⊙ (1 − z)";
            case TIMES_OLD, TIMES_NEW, OLD_TO_PLUS, NEW_TO_PLUS, PLUS, PLUS_TO_STATE, STATE -> "dh′";
        };
    }

    /** With reset after, the strip shows what the product passes on to U_n, not its own gradient da_n. */
    @Override
    public @Nullable Subject subject(DiagramMoment moment, int unit) {
        boolean memory = this == PRODUCT || this == HIGHWAY_TO_TIMES || this == U_N;
        boolean after = moment.convention().reset() == ResetPosition.AFTER;
        return moment.isBackward() && memory && after
                ? new Subject.SumSlope(Quantity.PRODUCT, moment.t(), unit)
                : DiagramPart.super.subject(moment, unit);
    }

    @Override
    public IntToDoubleFunction slopes(StepSlopes slopes) {
        return switch (this) {
            case PREVIOUS -> u -> slopes.before()[u];
            case R -> slopes.of(Quantity.RESET);
            case PRODUCT -> slopes.of(Quantity.PRODUCT);
            case CANDIDATE -> slopes.of(Quantity.CANDIDATE);
            case Z -> slopes.of(Quantity.UPDATE);
            case STATE -> slopes.of(Quantity.STATE);
            default -> DiagramPart.super.slopes(slopes);
        };
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
