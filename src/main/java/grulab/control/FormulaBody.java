package grulab.control;

import grulab.model.Convention;
import grulab.model.ResetPosition;
import grulab.model.UpdateMeaning;

/** The forms that the right side of a line has over the four conventions. */
enum FormulaBody {
    ONLY,
    BEFORE,
    AFTER,
    KEEP,
    ADMIT;

    static FormulaBody of(FormulaKind kind, Convention convention) {
        return switch (kind) {
            case CANDIDATE -> convention.reset() == ResetPosition.BEFORE ? BEFORE : AFTER;
            case H -> convention.update() == UpdateMeaning.KEEP ? KEEP : ADMIT;
            default -> ONLY;
        };
    }
}
