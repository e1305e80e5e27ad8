package grulab.presentation;

import grulab.model.EqualCase;
import grulab.model.Pairing;
import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * What B's weights have to do with A's while a case makes the reset position no matter. Where the two meanings of z
 * differ, only relabelled weights are equal then: so the pairing itself, which everybody sees, becomes that, and what it
 * was when the case is undone.
 */
final class CasePairing {
    private final ObjectProperty<Pairing> pairing;
    /** What a person chose; null while there is no case. */
    private @Nullable Pairing chosen;

    private @Nullable EqualCase equal;
    private boolean oneMeaning;
    private boolean fitting;

    CasePairing(ObjectProperty<Pairing> pairing) {
        this.pairing = pairing;
        pairing.addListener((o, old, now) -> chosen = chosen == null || fitting ? chosen : now);
    }

    /** @param sameMeaning whether z means the same in both cells */
    void follow(@Nullable EqualCase now, boolean sameMeaning) {
        boolean changed = !Objects.equals(equal, now) || oneMeaning != sameMeaning;
        equal = now;
        oneMeaning = sameMeaning;
        Pairing before = chosen;
        if (!changed || now == null && before == null) {
            return;
        }
        if (now == null) {
            chosen = null;
            pairing.set(before);
            return;
        }
        chosen = before == null ? pairing.get() : before;
        fitting = true;
        pairing.set(sameMeaning ? Pairing.SAME_WEIGHTS : Pairing.RELABELLED);
        fitting = false;
    }

    /** Whether B goes on training for itself after the case. */
    boolean keepsSeeded() {
        return chosen == Pairing.SAME_SEED;
    }
}
