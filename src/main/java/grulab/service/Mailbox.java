package grulab.service;

import grulab.model.Experiment;
import grulab.model.Kept;
import grulab.model.LoadedText;
import grulab.model.MetricSeries;
import grulab.model.RunState;
import grulab.model.Sample;
import grulab.model.Snapshot;
import grulab.model.TwinProgress;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Carries news to the listener's executor. Of each kind only the newest is kept, and there is at most one hand-over
 * that the executor has not run yet: a slow window can neither queue up work nor slow the training.
 */
final class Mailbox {
    /** What waits to be delivered; null where there is no news. Written by whoever makes it, and never afterwards. */
    private static final class Post {
        @Nullable
        Setup setup;

        @Nullable
        RunState state;

        @Nullable
        TwinProgress twinProgress;

        @Nullable
        Snapshot twin;

        @Nullable
        MetricSeries metrics;

        @Nullable
        Kept kept;

        @Nullable
        Snapshot snapshot;

        @Nullable
        Snapshot past;

        @Nullable
        Sample sample;

        @Nullable
        Refusal refusal;

        @Nullable
        Saved saved;

        @Nullable
        Boolean takesBack;

        @Nullable
        Map<String, String> opened;

        Post() {}

        Post(Post other) {
            setup = other.setup;
            state = other.state;
            twinProgress = other.twinProgress;
            twin = other.twin;
            metrics = other.metrics;
            kept = other.kept;
            snapshot = other.snapshot;
            past = other.past;
            sample = other.sample;
            refusal = other.refusal;
            saved = other.saved;
            takesBack = other.takesBack;
            opened = other.opened;
        }

        void forgetRun() {
            twin = null;
            metrics = null;
            kept = null;
            snapshot = null;
            past = null;
            sample = null;
        }
    }

    private record Saved(Path file, long batch) {}

    private record Setup(LoadedText text, Experiment experiment, long parameters) {}

    private final Executor executor;
    private final LabListener listener;
    /** Null when no hand-over is pending. */
    private final AtomicReference<@Nullable Post> waiting = new AtomicReference<>();

    Mailbox(Executor executor, LabListener listener) {
        this.executor = executor;
        this.listener = listener;
    }

    void setup(LoadedText text, Experiment experiment, long parameters) {
        put(p -> p.setup = new Setup(text, experiment, parameters));
    }

    void state(RunState state) {
        put(p -> p.state = state);
    }

    /** @param snapshot null if there is no newer one */
    void twin(TwinProgress progress, @Nullable Snapshot snapshot) {
        put(p -> {
            p.twinProgress = progress;
            p.twin = snapshot == null ? p.twin : snapshot;
        });
    }

    /** There is no twin any more, nor anything of it to be shown. */
    void forgetTwin() {
        put(p -> {
            p.twinProgress = TwinProgress.NONE;
            p.twin = null;
        });
    }

    /** True if a snapshot of the twin has not been taken yet. */
    boolean twinWaits() {
        Post post = waiting.get();
        return post != null && post.twin != null;
    }

    void metrics(MetricSeries metrics) {
        put(p -> p.metrics = metrics);
    }

    void kept(Kept kept) {
        put(p -> p.kept = kept);
    }

    void past(Snapshot past) {
        put(p -> p.past = past);
    }

    void snapshot(Snapshot snapshot) {
        put(p -> p.snapshot = snapshot);
    }

    void sample(Sample sample) {
        put(p -> p.sample = sample);
    }

    void refusal(Refusal refusal) {
        put(p -> p.refusal = refusal);
    }

    void saved(Path file, long batch) {
        put(p -> p.saved = new Saved(file, batch));
    }

    void opened(Map<String, String> place) {
        put(p -> p.opened = place);
    }

    void takesBack(boolean possible) {
        put(p -> p.takesBack = possible);
    }

    /** What an experiment wrote that is over must not be shown beside the next one. */
    void forgetRun() {
        Post before = waiting.get();
        while (before != null) {
            Post after = new Post(before);
            after.forgetRun();
            if (waiting.compareAndSet(before, after)) {
                return;
            }
            before = waiting.get();
        }
    }

    /** True if a snapshot has not been taken yet, so that another would only replace it. */
    boolean snapshotWaits() {
        Post post = waiting.get();
        return post != null && post.snapshot != null;
    }

    private void put(Consumer<Post> news) {
        Post before = waiting.getAndUpdate(p -> {
            Post next = p == null ? new Post() : new Post(p);
            news.accept(next);
            return next;
        });
        if (before != null) {
            return;
        }
        try {
            executor.execute(this::deliver);
        } catch (RuntimeException e) {
            waiting.set(null); // the window's toolkit has shut down: nobody is left to be told
        }
    }

    private void deliver() {
        Post post = waiting.getAndSet(null);
        if (post == null) {
            return;
        }
        if (post.setup != null) {
            listener.corpusLoaded(post.setup.text, post.setup.experiment, post.setup.parameters);
        }
        if (post.twinProgress != null) {
            listener.twinProgress(post.twinProgress);
        }
        if (post.twin != null) {
            listener.twinSnapshot(post.twin);
        }
        if (post.metrics != null) {
            listener.metrics(post.metrics);
        }
        if (post.kept != null) {
            listener.kept(post.kept);
        }
        if (post.snapshot != null) {
            listener.snapshot(post.snapshot);
        }
        if (post.past != null) {
            listener.past(post.past);
        }
        if (post.state != null) {
            listener.stateChanged(post.state);
        }
        if (post.sample != null) {
            listener.sampleWritten(post.sample);
        }
        if (post.refusal != null) {
            listener.refused(post.refusal);
        }
        if (post.saved != null) {
            listener.saved(post.saved.file, post.saved.batch);
        }
        if (post.opened != null) {
            listener.opened(post.opened);
        }
        if (post.takesBack != null) {
            listener.takesBack(post.takesBack);
        }
        if (post.state != null && post.state.failure() != null) {
            listener.failed(post.state.failure());
        }
    }
}
