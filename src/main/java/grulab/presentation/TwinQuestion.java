package grulab.presentation;

import grulab.engine.twin.TwinCells;
import grulab.model.Convention;
import grulab.model.EqualCase;
import grulab.model.Pairing;
import grulab.model.Snapshot;
import grulab.model.Twin;
import org.jspecify.annotations.Nullable;

/**
 * Which twin is asked for.
 *
 * @param b what has trained for itself; null where B has A's weights
 * @param equal null unless both are to be made equal
 */
record TwinQuestion(
        Snapshot a,
        @Nullable Snapshot b,
        Convention other,
        Pairing pairing,
        @Nullable EqualCase equal,
        TextWriting writing) {

    Twin answer() {
        if (equal != null) {
            return TwinCells.equal(a, equal, other.update(), pairing, writing);
        }
        return b == null ? TwinCells.of(a, other, pairing, writing) : TwinCells.trained(a, b, writing);
    }

    /** Whether the same was asked, of what may be other numbers of the same run. */
    boolean repeats(TwinQuestion last) {
        return a.generation() == last.a.generation()
                && (b == null) == (last.b == null)
                && other.equals(last.other)
                && pairing == last.pairing
                && equal == last.equal
                && writing == last.writing;
    }

    boolean ofTheSameNumbers(TwinQuestion last) {
        return a == last.a && b == last.b;
    }
}
