package grulab.service;

import grulab.model.Experiment;
import grulab.model.LoadedText;
import grulab.model.MetricSeries;
import grulab.model.RunState;
import grulab.model.Sample;
import grulab.model.Snapshot;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Carries news to the listener's executor. Of each kind only the newest is kept, and there is at most one hand-over
 * that the executor has not run yet: a slow window can neither queue up work nor slow the training.
 */
final class Mailbox {
    /** What waits to be delivered; null where there is no news. */
    private record Post(
            @Nullable Setup setup,
            @Nullable RunState state,
            @Nullable MetricSeries metrics,
            @Nullable Snapshot snapshot,
            @Nullable Sample sample,
            @Nullable Refusal refusal,
            @Nullable Path saved) {
        static final Post EMPTY = new Post(null, null, null, null, null, null, null);
    }

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
        Setup setup = new Setup(text, experiment, parameters);
        put(p -> new Post(setup, p.state, p.metrics, p.snapshot, p.sample, p.refusal, p.saved));
    }

    void state(RunState state) {
        put(p -> new Post(p.setup, state, p.metrics, p.snapshot, p.sample, p.refusal, p.saved));
    }

    void metrics(MetricSeries metrics) {
        put(p -> new Post(p.setup, p.state, metrics, p.snapshot, p.sample, p.refusal, p.saved));
    }

    void snapshot(Snapshot snapshot) {
        put(p -> new Post(p.setup, p.state, p.metrics, snapshot, p.sample, p.refusal, p.saved));
    }

    void sample(Sample sample) {
        put(p -> new Post(p.setup, p.state, p.metrics, p.snapshot, sample, p.refusal, p.saved));
    }

    void refusal(Refusal refusal) {
        put(p -> new Post(p.setup, p.state, p.metrics, p.snapshot, p.sample, refusal, p.saved));
    }

    void saved(Path file) {
        put(p -> new Post(p.setup, p.state, p.metrics, p.snapshot, p.sample, p.refusal, file));
    }

    /** What an experiment wrote that is over must not be shown beside the next one. */
    void forgetRun() {
        Post before = waiting.get();
        while (before != null) {
            Post after = new Post(before.setup, before.state, null, null, null, before.refusal, before.saved);
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

    private void put(UnaryOperator<Post> news) {
        Post before = waiting.getAndUpdate(p -> news.apply(p == null ? Post.EMPTY : p));
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
        if (post.metrics != null) {
            listener.metrics(post.metrics);
        }
        if (post.snapshot != null) {
            listener.snapshot(post.snapshot);
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
            listener.saved(post.saved);
        }
        if (post.state != null && post.state.failure() != null) {
            listener.failed(post.state.failure());
        }
    }
}
