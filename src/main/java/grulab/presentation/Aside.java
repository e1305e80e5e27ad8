package grulab.presentation;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.jspecify.annotations.Nullable;

/**
 * A question that takes longer than a frame, answered on another thread. At most one is worked on and at most one
 * waits, the newest: whoever asks faster than it can be answered gets fewer answers, never late ones.
 */
final class Aside<Q, A> {
    /** What came of a question. */
    interface Ears<Q, A> {
        void answered(Q question, A answer);

        /** The question cannot be answered; the message is a sentence. */
        void failed(Q question, RuntimeException reason);
    }

    private final Executor worker;
    private final Executor fx;
    private final Function<Q, A> work;
    private final Ears<Q, A> ears;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
    private @Nullable Q waiting;
    private boolean working;
    /** Whoever asked for what is worked on wants to hear of it. */
    private boolean wanted;

    /** @param fx the thread that everything here but the work happens on */
    Aside(Executor worker, Executor fx, Function<Q, A> work, Ears<Q, A> ears) {
        this.worker = worker;
        this.fx = fx;
        this.work = work;
        this.ears = ears;
    }

    void ask(Q question) {
        busy.set(true);
        if (working) {
            waiting = question;
        } else {
            begin(question);
        }
    }

    /** Nobody wants an answer any more. */
    void forget() {
        waiting = null;
        wanted = false;
        busy.set(false);
    }

    /** True while an answer is on its way. */
    ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    private void begin(Q question) {
        working = true;
        wanted = true;
        try {
            worker.execute(() -> {
                Runnable telling = answer(question);
                fx.execute(() -> end(telling));
            });
        } catch (RejectedExecutionException e) { // the lab has closed: nobody looks any more
            working = false;
            forget();
        }
    }

    private Runnable answer(Q question) {
        try {
            A answer = work.apply(question);
            return () -> ears.answered(question, answer);
        } catch (RuntimeException e) {
            return () -> ears.failed(question, e);
        } catch (OutOfMemoryError e) {
            return () -> ears.failed(question, new IllegalStateException("There is not enough memory for this.", e));
        }
    }

    private void end(Runnable telling) {
        working = false;
        boolean heard = wanted;
        Q next = waiting;
        waiting = null;
        if (next != null) {
            begin(next);
        } else {
            busy.set(false);
        }
        if (heard) {
            telling.run();
        }
    }
}
