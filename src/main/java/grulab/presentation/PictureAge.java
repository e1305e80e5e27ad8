package grulab.presentation;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * How old the picture is that is shown while training goes on: what is drawn is what was computed, and if that is some time
 * ago nobody should take it for the present.
 */
public final class PictureAge {
    /**
     * A picture that is not of the present.
     *
     * @param step that it is of
     * @param seconds since that was the newest picture
     */
    public record Old(long step, double seconds) {}

    private static final long OLD = TimeUnit.SECONDS.toNanos(1);
    /** News of a step come a little before its picture. */
    private static final long LAG = OLD / 4;
    /** Nothing that comes or goes can be read in less. */
    private static final long STEADY = 3 * OLD / 2;

    /** Some minutes of pictures: who has not looked for longer may hear that it is longer ago than that. */
    private static final int REMEMBERED = 4096;

    private final LongSupplier clock;
    private final ReadOnlyObjectWrapper<@Nullable Old> old = new ReadOnlyObjectWrapper<>(this, "old", null);
    /** When the pictures came, by their step. */
    private final TreeMap<Long, Long> came = new TreeMap<>();

    private boolean trains;
    private long began;
    private long shown = -1;
    private long newest;
    /** Since when there are numbers that the picture does not show; meaningless while there are none. */
    private long outrun;

    private long wasOld;
    private long changed;

    /** @param clock nanoseconds */
    PictureAge(LongSupplier clock) {
        this.clock = clock;
        changed = clock.getAsLong() - STEADY;
    }

    /** What is shown and since when it is not new, while it is older than a second and training has gone on since; else null. */
    public ReadOnlyObjectProperty<@Nullable Old> old() {
        return old.getReadOnlyProperty();
    }

    /** A picture of a step has come. */
    void computed(long step) {
        if (!came.isEmpty() && step < came.lastKey()) {
            came.clear(); // of another experiment, or gone back after a divergence
            newest = step;
        }
        came.put(step, clock.getAsLong());
        if (came.size() > REMEMBERED) {
            came.pollFirstEntry();
        }
    }

    /** What is on the screen from now on is of a step. */
    void shows(long step) {
        if (step != shown) {
            shown = step;
            outrun = clock.getAsLong();
        }
    }

    /** Training has come to a step. */
    void step(long now) {
        if (newest <= shown && now > shown) {
            outrun = clock.getAsLong();
        }
        newest = now;
    }

    /** Training begins, or rests, and then the picture is of its last step. */
    void trains(boolean now) {
        trains = now;
        began = clock.getAsLong();
        outrun = began;
        if (!now) {
            show(null);
        }
    }

    /** Looks at the clock; to be called a few times a second while training goes on. */
    public void tick() {
        if (!trains) {
            return;
        }
        long now = clock.getAsLong();
        long age = now - Math.max(began, cameAt(shown, now));
        boolean isOutrun = newest > shown;
        boolean isOld = isOutrun && age > OLD && now - outrun > LAG;
        boolean isFresh = !isOutrun || age <= LAG;
        if (isOld) {
            wasOld = now;
        }
        boolean stays = old.get() != null && !(isFresh && now - wasOld >= STEADY);
        boolean comes = old.get() == null && isOld && now - changed >= STEADY;
        show(stays || comes ? new Old(shown, Math.floor(age / 1e8) / 10) : null);
    }

    private long cameAt(long step, long now) {
        Map.Entry<Long, Long> entry = came.floorEntry(step);
        if (entry == null) {
            entry = came.firstEntry();
        }
        return entry == null ? now : entry.getValue();
    }

    private void show(@Nullable Old now) {
        if ((now == null) != (old.get() == null)) {
            changed = clock.getAsLong();
        }
        old.set(now);
    }
}
