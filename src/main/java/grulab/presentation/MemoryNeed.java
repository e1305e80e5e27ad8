package grulab.presentation;

import java.util.List;

/**
 * What the experiment that the fields describe would take.
 *
 * @param sentence what to say of it
 * @param fits false if it cannot be started
 * @param alternatives where it does not fit: the largest value of each setting that would, the others as they are
 */
public record MemoryNeed(Message sentence, boolean fits, List<Alternative> alternatives) {
    /** A setting, and what it could be. */
    public record Alternative(NumberDraft setting, int value) {}

    public MemoryNeed {
        alternatives = List.copyOf(alternatives);
    }
}
