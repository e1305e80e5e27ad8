package grulab.presentation;

import grulab.model.Kept;
import grulab.model.Snapshot;
import java.util.function.LongConsumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Which of the last batches is looked at: the newest, or one that was gone back to. Training, a switch and another
 * experiment lead back to the newest.
 */
public final class BatchHistory {
    private final LongConsumer asking;
    private final ReadOnlyObjectWrapper<@Nullable Kept> kept = new ReadOnlyObjectWrapper<>(this, "kept", null);
    private final ReadOnlyObjectWrapper<@Nullable Snapshot> base = new ReadOnlyObjectWrapper<>(this, "base", null);
    private final ReadOnlyLongWrapper batch = new ReadOnlyLongWrapper(this, "batch");
    private final ReadOnlyBooleanWrapper past = new ReadOnlyBooleanWrapper(this, "past");
    private @Nullable Snapshot newest;
    /** The batch that was asked for last; −1 if the newest is wanted. */
    private long wanted = -1;

    /** @param asking has a batch computed again, after a pause; {@link #computed} hears what came of it */
    BatchHistory(LongConsumer asking) {
        this.asking = asking;
    }

    /** The batches that can be gone to; null before the first experiment. */
    public ReadOnlyObjectProperty<@Nullable Kept> kept() {
        return kept.getReadOnlyProperty();
    }

    /** The snapshot that is looked at, without edits. */
    ReadOnlyObjectProperty<@Nullable Snapshot> base() {
        return base.getReadOnlyProperty();
    }

    /** Batches trained when the weights were as they are shown. */
    public ReadOnlyLongProperty batch() {
        return batch.getReadOnlyProperty();
    }

    /** True if it is not the newest. */
    public ReadOnlyBooleanProperty isPast() {
        return past.getReadOnlyProperty();
    }

    /** Pauses, and shows the weights after a batch; of those that are kept the nearest. */
    public void go(long to) {
        Kept now = kept.get();
        if (now != null) {
            wanted = Math.max(now.first(), Math.min(now.last(), to));
            asking.accept(wanted);
        }
    }

    /** So many batches on from the one that was asked for last, back if negative. */
    public void move(long by) {
        go((wanted < 0 ? batch.get() : wanted) + by);
    }

    /** Shows the newest again. */
    public void newest() {
        wanted = -1;
        show(newest);
    }

    void kept(Kept now) {
        kept.set(now);
        if (past.get() && !now.holds(batch.get())) {
            newest();
        }
    }

    /** What was asked for cannot be shown. */
    void refused() {
        newest();
    }

    /** The weights as they are now. They are shown at once, unless a batch before them is looked at and still stands. */
    void newest(Snapshot now) {
        Snapshot before = newest;
        newest = now;
        if (wanted < 0
                || before == null
                || before.generation() != now.generation()
                || (past.get() && before.batch() != now.batch())) {
            newest();
        } else if (past.get() && before.passage().offset() != now.passage().offset()) {
            asking.accept(wanted);
        }
    }

    /** A batch that was asked for. One that was asked for before it is shown too: who scrubs wants to see on the way. */
    void computed(Snapshot now) {
        if (wanted >= 0 && newest != null && now.generation() == newest.generation()) {
            if (now.batch() == newest.batch() && wanted == now.batch()) {
                newest();
            } else {
                show(now);
            }
        }
    }

    private void show(@Nullable Snapshot now) {
        if (now != null) {
            past.set(newest != null && now != newest);
            batch.set(now.batch());
            base.set(now);
        }
    }
}
