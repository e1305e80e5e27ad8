package grulab.control;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;

/**
 * Asks for one micro-step after the other until the last, and on from there as long as there is a next time step; or
 * until somebody else chooses one.
 */
final class StepClock {
    static final double MILLISECONDS = 900;

    private final IntConsumer ask;
    private final Consumer<Boolean> played;
    private BooleanSupplier onward = () -> false;
    private final Timeline timeline = new Timeline();
    private int last;
    private int expected;

    StepClock(int last, IntConsumer ask, Consumer<Boolean> played) {
        this.last = last;
        this.ask = ask;
        this.played = played;
        timeline.getKeyFrames().add(new KeyFrame(Duration.millis(MILLISECONDS), e -> tick()));
        timeline.setCycleCount(Animation.INDEFINITE);
    }

    /** @param next goes to the first micro-step of the next time step; false if there is none */
    void onward(BooleanSupplier next) {
        onward = next;
    }

    boolean isPlaying() {
        return timeline.getStatus() == Animation.Status.RUNNING;
    }

    /** How many times as fast as one micro-step in {@link #MILLISECONDS}. */
    void speed(double times) {
        timeline.setRate(times);
    }

    void toggle(int step) {
        if (isPlaying()) {
            stop();
        } else {
            play(step);
        }
    }

    /** Goes on from a step, from the first if it is the last: a whole step is shown again. */
    void play(int step) {
        if (isPlaying()) {
            return;
        }
        timeline.playFromStart();
        played.accept(true);
        go(step >= last ? 1 : step + 1);
    }

    void stop() {
        if (isPlaying()) {
            timeline.stop();
            played.accept(false);
        }
    }

    /** Another cell has another last micro-step, and ends the play. */
    void until(int newLast) {
        stop();
        last = newLast;
    }

    /** A micro-step that this clock did not ask for ends the play. */
    void shown(int step) {
        if (step != expected) {
            stop();
        }
        expected = step;
    }

    /** One beat. */
    void tick() {
        if (expected < last) {
            go(expected + 1);
            return;
        }
        expected = 1;
        if (!onward.getAsBoolean()) {
            expected = last;
            stop();
        }
    }

    private void go(int step) {
        expected = step;
        ask.accept(step);
    }
}
