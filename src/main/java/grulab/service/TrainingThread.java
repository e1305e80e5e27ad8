package grulab.service;

import grulab.model.Divergence;
import grulab.model.Metric;
import grulab.model.RunState;
import grulab.model.RunState.Phase;
import grulab.service.Refusal.Command;
import grulab.service.StopWatch.Span;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The thread that owns the running experiment: it carries out commands in order, and between two of them it trains a
 * batch. All methods but {@link #command}, {@link #state} and {@link #close} are for the commands, so run on it.
 */
final class TrainingThread {
    final Thread thread;
    final Mailbox mailbox;
    final Refusals refusals;
    final Publisher publisher;
    final Twinning twinning;
    final StopWatch stops = new StopWatch();
    private final WarmUp warmUp;
    private final BlockingQueue<Runnable> commands = new LinkedBlockingQueue<>();
    private final StateMachine state = new StateMachine();
    private final RateMeter meter = new RateMeter();
    private final LongSupplier clock;
    final int threads;
    private @Nullable Run run;
    /** The experiment that was started over, to be taken back. */
    private @Nullable SavedLab before;

    private long generation;
    /** Bytes of the history, for who reckons memory on another thread. */
    private volatile long historyBytes;

    /** @param threads that the engine may use for one batch */
    TrainingThread(Mailbox mailbox, int threads, LongSupplier clock) {
        this.mailbox = mailbox;
        this.threads = threads;
        this.clock = clock;
        refusals = new Refusals(mailbox);
        publisher = new Publisher(mailbox, clock, () -> running() || !commands.isEmpty());
        twinning = new Twinning(mailbox, clock);
        warmUp = new WarmUp(threads, clock);
        thread = new Thread(this::serve, "lab-service");
        thread.setDaemon(true);
    }

    void command(Runnable command) {
        commands.add(command);
    }

    RunState state() {
        return state.get();
    }

    /** Ends the thread, after the batch that it is at. Commands that still wait are dropped. */
    void close() {
        boolean first = state.move(RunState.CLOSED);
        commands.add(() -> {});
        if (Thread.currentThread() != thread) {
            try {
                thread.join(TimeUnit.SECONDS.toMillis(10));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        if (first) {
            mailbox.state(RunState.CLOSED);
        }
    }

    private void serve() {
        try {
            while (!state.is(Phase.CLOSED)) {
                try {
                    serveOnce();
                } catch (Throwable e) { // nothing may end this thread unsaid, not even an Error
                    fail(e);
                }
            }
        } finally {
            warmUp.end();
            replace(null);
        }
    }

    /** One command, or else one batch, or else what can wait until there is nothing to do. */
    private void serveOnce() throws InterruptedException {
        boolean running = running();
        Runnable command = commands.poll();
        if (command == null && !running) {
            whenIdle();
            command = commands.take();
        }
        if (command != null) {
            command.run();
        } else if (run != null) {
            trainBatch(run);
        }
    }

    private void whenIdle() {
        if (run != null && !state.is(Phase.FAILED)) {
            publisher.whenIdle(run);
            boolean colder = publisher.isWatched();
            while (colder && commands.isEmpty()) {
                colder = warmUp.once(run);
            }
        }
    }

    private void trainBatch(Run current) {
        Metric metric = current.step();
        historyBytes = current.historyBytes();
        twinning.follow(current);
        meter.trained(clock.getAsLong(), metric.batch());
        Divergence divergence = current.divergence();
        if (divergence != null) {
            rest(RunState.diverged(divergence));
        } else if (stops.stops(metric.batch(), current.smoothedLoss(), current.atEpochStart())) {
            rest(RunState.PAUSED);
        } else {
            publisher.whenDue(current, generation, meter);
        }
    }

    boolean running() {
        return state.is(Phase.RUNNING);
    }

    /** What is trained, whether or not anything can be asked of it; null before the first start. */
    @Nullable
    Run run() {
        return run;
    }

    /** What a command is about; null, and the command refused, if there is nothing. */
    @Nullable
    Run current(Command asked) {
        if (run == null || state.is(Phase.FAILED)) {
            refusals.refuse(asked, "There is no experiment; start one.", 0);
            return null;
        }
        return run;
    }

    void begin(Span span) {
        Run current = current(Command.TRAIN);
        if (current == null) {
            return;
        }
        stops.span(span);
        if (!running()) {
            current.goBackIfDiverged();
            meter.start(clock.getAsLong(), current.batch());
            publisher.begins();
            move(RunState.RUNNING);
        }
    }

    /** The last numbers are told before the pause, so that who hears of the pause has heard all about it. */
    void rest(RunState at) {
        if (state.move(at)) {
            if (run != null) {
                tell(run);
            }
            mailbox.state(at);
        }
    }

    /**
     * Another experiment takes the place of the one that was. Where there is memory for both, that one goes only when
     * the other stands, so that nothing is lost if it cannot be built.
     *
     * @throws IllegalArgumentException if it cannot be built, and everything is as it was
     */
    void enter(Plan plan) {
        twinning.stop();
        before = null;
        mailbox.takesBack(false);
        Run next = plan.fitsBeside(run, threads) ? plan.build(threads) : buildInPlace(plan);
        replace(next);
        generation++;
        publisher.anew();
        stops.rearm();
        meter.reset();
        mailbox.forgetRun();
        tellSetup(next);
        rest(next.batch() == 0 ? RunState.IDLE : RunState.PAUSED);
    }

    /** Enters another experiment, and keeps what this one has learned, if that is little, to be taken back. */
    void startOver(Plan plan) {
        boolean room = plan.fitsBeside(run, threads);
        SavedLab last = room && run != null && run.isWorthKeeping() ? run.saved() : null;
        enter(plan);
        before = last;
        mailbox.takesBack(last != null);
    }

    /** What can be taken back; null if nothing can. */
    @Nullable
    SavedLab before() {
        return before;
    }

    private Run buildInPlace(Plan plan) {
        replace(null);
        try {
            return plan.build(threads);
        } catch (IllegalArgumentException | OutOfMemoryError e) {
            // a refusal would say that the experiment before goes on, which is gone
            throw new IllegalStateException(Refusals.said(e), e);
        }
    }

    /** What comes now is computed otherwise than what came before. */
    void nextGeneration() {
        generation++;
    }

    /** Tells what the weights after an earlier batch make of the watched passage. */
    void past(Run current, long batch) {
        mailbox.past(current.snapshotAfter(batch, generation));
    }

    /** What the experiment holds beside itself: its history, and its twin. */
    long besideBytes() {
        return historyBytes + twinning.bytes();
    }

    void tell(Run current) {
        publisher.all(current, generation, meter);
        twinning.follow(current);
    }

    void tellSetup(Run current) {
        mailbox.setup(current.loaded, current.experiment(), current.parameters());
    }

    /** A divergence that has been dealt with is no reason to stand still any more. */
    void clearDivergence(Run current) {
        if (state.get().divergence() != null && current.divergence() == null) {
            rest(RunState.PAUSED);
        }
    }

    private void replace(@Nullable Run next) {
        twinning.stop();
        Run before = run;
        run = next;
        historyBytes = next == null ? 0 : next.historyBytes();
        if (before != null) {
            before.close();
        }
    }

    private void move(RunState to) {
        if (state.move(to)) {
            mailbox.state(to);
        }
    }

    private void fail(Throwable e) {
        replace(null);
        move(RunState.failed(Refusals.said(e)));
    }
}
