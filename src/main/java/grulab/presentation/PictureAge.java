package grulab.presentation;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;

/**
 * How old the picture is that is shown while training goes on: what is drawn is what was computed, and if that is some time
 * ago nobody should take it for the present.
 */
public final class PictureAge {
    private static final long OLD = TimeUnit.SECONDS.toNanos(1);

    private final LongSupplier clock;
    private final ReadOnlyDoubleWrapper seconds = new ReadOnlyDoubleWrapper(this, "seconds", 0);
    private long came;
    /** Since when there are numbers that the picture does not show; meaningless while there are none. */
    private long outrun;

    private boolean isOutrun;
    private long shown = -1;

    /** @param clock nanoseconds */
    PictureAge(LongSupplier clock) {
        this.clock = clock;
        came = clock.getAsLong();
    }

    /** Its age where it is older than a second and training has gone on since; 0 while it is fresh. */
    public ReadOnlyDoubleProperty seconds() {
        return seconds.getReadOnlyProperty();
    }

    /** A picture of a step came. It counts as fresh if the one before it did not have to be waited for either. */
    void picture(long batch) {
        long now = clock.getAsLong();
        long gap = now - came;
        came = now;
        shown = batch;
        isOutrun = false;
        if (gap <= OLD) {
            seconds.set(0);
        }
    }

    /** Training has come to a step. */
    void step(long batch) {
        if (batch > shown && !isOutrun) {
            isOutrun = true;
            outrun = clock.getAsLong();
        }
    }

    /** Training begins, or rests: the picture is of its last step. */
    void fresh() {
        isOutrun = false;
        seconds.set(0);
        came = clock.getAsLong();
    }

    /** Looks at the clock; to be called a few times a second while training goes on. */
    public void tick() {
        long now = clock.getAsLong();
        if (isOutrun && now - came > OLD && now - outrun > OLD / 4) {
            seconds.set(Math.max(seconds.get(), Math.floor((now - came) / 1e8) / 10));
        }
    }
}
