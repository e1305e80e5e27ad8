package grulab.presentation;

import grulab.model.Twin;
import grulab.service.Pacer;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import org.jspecify.annotations.Nullable;

/** Has twins computed aside, the newest question first, and while it trains for a small share of the time only. */
final class TwinQuestions {
    private record Answer(Twin twin, long began, long ended) {}

    private final LongSupplier clock;
    private final Aside<TwinQuestion, Answer> aside;
    /** A twentieth of one processor, but never more than a second from one twin to the next, hand-over and all. */
    private final Pacer pacer = new Pacer(TimeUnit.MILLISECONDS.toNanos(60), 0.05, TimeUnit.MILLISECONDS.toNanos(900));
    /** Answered, or on its way; null if nothing is. */
    private @Nullable TwinQuestion last;

    /** @param clock nanoseconds, read on the worker too */
    TwinQuestions(Executor worker, Executor fx, LongSupplier clock, Aside.Ears<TwinQuestion, Twin> ears) {
        this.clock = clock;
        aside = new Aside<>(worker, fx, this::answer, new Aside.Ears<>() {
            @Override
            public void answered(TwinQuestion question, Answer answer) {
                pacer.done(answer.began, answer.ended);
                ears.answered(question, answer.twin);
            }

            @Override
            public void failed(TwinQuestion question, RuntimeException reason) {
                last = null;
                ears.failed(question, reason);
            }
        });
    }

    /** @param trains whether newer numbers will come, so that these may be passed over; who asks for something else never waits */
    void ask(TwinQuestion question, boolean trains) {
        TwinQuestion before = last;
        if (before == null || !question.repeats(before)) {
            pacer.anew();
        } else if (!newer(question, before, trains)) {
            return;
        }
        last = question;
        aside.ask(question);
    }

    private boolean newer(TwinQuestion question, TwinQuestion before, boolean trains) {
        if (question.ofTheSameNumbers(before)) {
            return false;
        }
        // one that waits for its turn would be begun as soon as the last one ends, without a rest between
        return !trains || (pacer.due(clock.getAsLong()) && !aside.busy().get());
    }

    /** Nobody wants an answer any more. */
    void forget() {
        last = null;
        aside.forget();
    }

    /** True while an answer is on its way. */
    ReadOnlyBooleanProperty busy() {
        return aside.busy();
    }

    private Answer answer(TwinQuestion question) {
        long began = clock.getAsLong();
        Twin twin = question.answer();
        return new Answer(twin, began, clock.getAsLong());
    }
}
