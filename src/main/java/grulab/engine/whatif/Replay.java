package grulab.engine.whatif;

import grulab.model.Edit;
import grulab.model.Snapshot;
import java.util.List;

/**
 * A window computed again, forward and back, in float64: the weights, the passage, the start state and the convention
 * of a snapshot, with what a person has changed. Immutable.
 */
public final class Replay {
    private final Snapshot base;
    private final List<String> symbols;
    private final Pass unedited;

    /**
     * Computes the window once without edits, so that what lies before an edit need not be computed again.
     *
     * @param symbols what each symbol looks like, by its number
     * @throws IllegalArgumentException if the snapshot's weights have no head, or there are fewer symbols than inputs
     */
    public Replay(Snapshot base, List<String> symbols) {
        if (base.weights().outputs() == 0) {
            throw new IllegalArgumentException("A window can be computed again if its model has a head, which makes a"
                    + " loss; this one has none.");
        }
        if (symbols.size() < base.weights().inputs()) {
            throw new IllegalArgumentException("The model reads %d symbols, so as many must be named, not %d."
                    .formatted(base.weights().inputs(), symbols.size()));
        }
        this.base = base;
        this.symbols = List.copyOf(symbols);
        unedited = Pass.of(Course.of(base, List.of(), symbols)).forward();
    }

    /** A window as it is, forward only; the reading has no gradients. */
    public static Reading forward(Snapshot base) {
        return Pass.of(Course.of(base, List.of(), List.of())).forward().reading();
    }

    /** Refuses an edit that the window has no place for: IllegalArgumentException with one sentence. */
    public static void check(Snapshot base, Edit edit) {
        new EditCheck(base, edit).check();
    }

    /**
     * The window under edits, of which a later one wins over an earlier one.
     *
     * @return of the same generation, batch and experiment; trace, in float32, and loss as they come out, the passage
     *     and the weights that made them
     * @throws IllegalArgumentException with one sentence if an edit is refused
     */
    public Snapshot with(List<Edit> edits) {
        Course course = course(edits);
        Reading reading = read(course);
        return new Snapshot(
                base.generation(),
                base.batch(),
                base.experiment(),
                course.passage(),
                reading.trace(),
                course.weights(),
                reading.loss());
    }

    /** The same as {@link #with} with all its digits, and the slopes of the start. */
    public Reading reading(List<Edit> edits) {
        return read(course(edits));
    }

    private Course course(List<Edit> edits) {
        edits.forEach(edit -> check(base, edit));
        return Course.of(base, edits, symbols);
    }

    private Reading read(Course course) {
        return Pass.of(course).forward(unedited).backward().reading();
    }
}
