package grulab.app;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;

/** Another thread's way to the JavaFX thread: to have something done there, and to wait for what happens there. */
final class FxThread {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private FxThread() {}

    /** Starts JavaFX without an application. Once in a process. */
    static void start() {
        CompletableFuture<Void> up = new CompletableFuture<>();
        Platform.startup(() -> up.complete(null));
        Platform.setImplicitExit(false);
        get(up, PATIENCE);
    }

    /** Does the work there and returns what it returned. */
    static <T> T call(Callable<T> work) {
        CompletableFuture<T> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                done.complete(work.call());
            } catch (Exception | Error e) {
                done.completeExceptionally(e);
            }
        });
        return get(done, PATIENCE);
    }

    static void run(Runnable work) {
        call(() -> {
            work.run();
            return true;
        });
    }

    /** Returns when the value satisfies the condition, or after a time; true if it does. */
    static <T> boolean await(ObservableValue<T> value, Predicate<? super T> condition, Duration limit) {
        CompletableFuture<Boolean> met = new CompletableFuture<>();
        ChangeListener<T> listener = (o, old, now) -> {
            if (condition.test(now)) {
                met.complete(true);
            }
        };
        run(() -> {
            value.addListener(listener);
            listener.changed(value, value.getValue(), value.getValue());
        });
        try {
            return met.completeOnTimeout(false, limit.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        } finally {
            run(() -> value.removeListener(listener));
        }
    }

    private static <T> T get(CompletableFuture<T> future, Duration limit) {
        try {
            return future.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the JavaFX thread", e);
        } catch (TimeoutException e) {
            throw new IllegalStateException("the JavaFX thread did not answer within " + limit, e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
