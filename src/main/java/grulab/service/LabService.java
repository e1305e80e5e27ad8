package grulab.service;

import grulab.model.Convention;
import grulab.model.Divergence;
import grulab.model.Experiment;
import grulab.model.Metric;
import grulab.model.RunState;
import grulab.model.RunState.Phase;
import grulab.model.StopRule;
import grulab.model.SwitchMode;
import grulab.service.Refusal.Command;
import grulab.service.StopWatch.Span;
import grulab.text.Corpus;
import grulab.text.TokenText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The running experiment. One thread owns the trainer and everything that changes with it; commands may be given from
 * any thread and are carried out in order, between two batches. What happens is told to the listener on its executor.
 */
public final class LabService implements AutoCloseable {
    private final BlockingQueue<Runnable> commands = new LinkedBlockingQueue<>();
    private final StateMachine state = new StateMachine();
    private final Mailbox mailbox;
    private final Refusals refusals;
    private final int threads;
    private final LongSupplier clock;
    final Thread thread;

    // below: the service's thread only
    private final StopWatch stops = new StopWatch();
    private final RateMeter meter = new RateMeter();
    private final Publisher publisher;
    private @Nullable Run run;
    private long generation;

    /**
     * Starts the thread; there is no experiment yet.
     *
     * @param executor on which the listener hears, for a window the JavaFX thread
     * @param threads that the engine may use for one batch
     */
    public LabService(Executor executor, LabListener listener, int threads) {
        this(executor, listener, threads, System::nanoTime);
    }

    LabService(Executor executor, LabListener listener, int threads, LongSupplier clock) {
        this.mailbox = new Mailbox(executor, listener);
        this.refusals = new Refusals(mailbox);
        this.threads = threads;
        this.clock = clock;
        this.publisher = new Publisher(mailbox, clock);
        this.thread = new Thread(this::serve, "lab-service");
        thread.setDaemon(true);
        thread.start();
    }

    /** Where the experiment stands at this moment; the listener hears of it a little later. */
    public RunState state() {
        return state.get();
    }

    /** Trains until paused. */
    public void train() {
        command(() -> begin(Span.ON));
    }

    public void pause() {
        command(() -> {
            if (state.is(Phase.RUNNING)) {
                rest(RunState.PAUSED);
            }
        });
    }

    /** Trains one batch, then pauses. */
    public void oneBatch() {
        command(() -> begin(Span.BATCH));
    }

    /** Trains to the end of the epoch, then pauses. */
    public void oneEpoch() {
        command(() -> begin(Span.EPOCH));
    }

    /** Where training pauses by itself from now on, also in experiments started later. */
    public void stopAt(StopRule rule) {
        command(() -> stops.rule(rule));
    }

    /** Begins another experiment; it waits to be trained. A text or setting that does not do is refused. */
    public void startOver(Experiment experiment, Corpus corpus) {
        command(() -> start(experiment, corpus));
    }

    /** Begins another experiment on the text that is learned now. */
    public void startOver(Experiment experiment) {
        command(() -> {
            Run current = current(Command.START);
            if (current != null) {
                start(experiment, current.text().corpus());
            }
        });
    }

    /** Begins again from the same seed under a convention; goes on training if it was. */
    public void retrain(Convention convention) {
        command(() -> {
            Run current = current(Command.START);
            boolean running = state.is(Phase.RUNNING);
            if (current != null
                    && start(
                            current.experiment().withConvention(convention),
                            current.text().corpus())
                    && running) {
                begin(Span.ON);
            }
        });
    }

    /** Switches the convention of the running experiment; a reset position that is to be relabelled is refused. */
    public void convention(Convention to, SwitchMode mode) {
        adjust(Command.CONVENTION, current -> {
            current.convention(to, mode);
            generation++;
        });
    }

    public void learningRate(double rate) {
        adjust(Command.SETTING, current -> current.learningRate(rate));
    }

    public void clip(double norm) {
        adjust(Command.SETTING, current -> current.clip(norm));
    }

    /** Watches the passage that starts at a token of the text. */
    public void watch(int offset) {
        command(() -> {
            Run current = current(Command.WATCH);
            if (current != null) {
                refusals.attempt(Command.WATCH, () -> current.watch(offset));
                publisher.all(current, generation, meter);
            }
        });
    }

    /** Whether anybody sees snapshots and samples; while nobody does, none are computed. */
    public void watching(boolean watched) {
        command(() -> {
            publisher.watching(watched);
            if (run != null && watched) {
                publisher.all(run, generation, meter);
            }
        });
    }

    /** Lets the model write now, and from now on at this temperature. */
    public void sample(double temperature) {
        command(() -> {
            Run current = current(Command.SAMPLE);
            if (current == null) {
                return;
            }
            if (!(temperature >= 0 && temperature <= 100)) {
                refusals.refuse(
                        Command.SAMPLE, "The temperature must be a number from 0 to 100, not " + temperature + ".", 0);
                return;
            }
            publisher.temperature(temperature);
            publisher.sample(current);
        });
    }

    /** After a divergence: forgets what came after the last good batch. */
    public void backToLastGood() {
        command(() -> {
            if (run != null && state.get().divergence() != null) {
                run.goBackIfDiverged();
                rest(RunState.PAUSED);
            }
        });
    }

    /** Writes the experiment to a lab file. */
    public void save(Path file) {
        command(() -> {
            Run current = current(Command.SAVE);
            if (current == null) {
                return;
            }
            try {
                LabFile.write(file, current.saved());
                mailbox.saved(file);
            } catch (IOException | RuntimeException e) {
                refusals.refuse(
                        Command.SAVE,
                        "%s cannot be written (%s); choose another folder or name.".formatted(file, Refusals.said(e)),
                        0);
            }
            clearDivergence(current);
        });
    }

    /** Opens a lab file and pauses there; a damaged one is refused and the running experiment stays. */
    public void open(Path file) {
        command(() -> {
            try {
                SavedLab lab = LabFile.read(file);
                enter(Run.resumed(lab, threads));
            } catch (UnreadableLab e) {
                refusals.refuse(Command.OPEN, Refusals.said(e), 0);
            } catch (IllegalArgumentException e) {
                refusals.refuse(
                        Command.OPEN,
                        "%s is no whole lab file (%s); choose a .grulab file that the lab saved."
                                .formatted(file.getFileName(), Refusals.said(e)),
                        0);
            } catch (OutOfMemoryError e) {
                refusals.refuse(Command.OPEN, "This lab does not fit into memory.", 0);
            }
        });
    }

    /** Ends the thread, after the batch that it is at. Commands that still wait are dropped. */
    @Override
    public void close() {
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

    private interface Adjustment {
        void make(Run run);
    }

    private void command(Runnable command) {
        commands.add(command);
    }

    private void adjust(Command what, Adjustment adjustment) {
        command(() -> {
            Run current = current(what);
            if (current == null) {
                return;
            }
            boolean done = refusals.attempt(what, () -> adjustment.make(current));
            clearDivergence(current);
            if (done) {
                tellSetup(current);
                publisher.all(current, generation, meter);
            }
        });
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
            replace(null);
        }
    }

    /** One command, or else one batch, or else what can wait until there is nothing to do. */
    private void serveOnce() throws InterruptedException {
        Run current = run;
        boolean running = state.is(Phase.RUNNING);
        Runnable command = commands.poll();
        if (command == null && !running) {
            if (current != null && !state.is(Phase.FAILED)) {
                publisher.whenIdle(current);
            }
            command = commands.take();
        }
        if (command != null) {
            command.run();
        } else if (current != null) {
            trainBatch(current);
        }
    }

    private void trainBatch(Run current) {
        Metric metric = current.step();
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

    private void begin(Span span) {
        Run current = current(Command.TRAIN);
        if (current == null) {
            return;
        }
        stops.span(span);
        if (!state.is(Phase.RUNNING)) {
            current.goBackIfDiverged();
            meter.start(clock.getAsLong(), current.batch());
            move(RunState.RUNNING);
        }
    }

    /** The last numbers are told before the pause, so that who hears of the pause has heard all about it. */
    private void rest(RunState at) {
        if (state.move(at)) {
            if (run != null) {
                publisher.all(run, generation, meter);
            }
            mailbox.state(at);
        }
    }

    private void clearDivergence(Run current) {
        if (state.get().divergence() != null && current.divergence() == null) {
            rest(RunState.PAUSED);
        }
    }

    private boolean start(Experiment experiment, Corpus corpus) {
        return refusals.attempt(
                Command.START, () -> enter(new Run(experiment, TokenText.of(corpus, experiment.tokens()), threads)));
    }

    private void enter(Run next) {
        replace(next);
        generation++;
        stops.rearm();
        meter.reset();
        mailbox.forgetRun();
        tellSetup(next);
        rest(next.batch() == 0 ? RunState.IDLE : RunState.PAUSED);
    }

    private void replace(@Nullable Run next) {
        Run before = run;
        run = next;
        if (before != null) {
            before.close();
        }
    }

    private void tellSetup(Run current) {
        mailbox.setup(current.loaded, current.experiment(), current.parameters());
    }

    private @Nullable Run current(Command asked) {
        if (run == null || state.is(Phase.FAILED)) {
            refusals.refuse(asked, "There is no experiment; start one.", 0);
            return null;
        }
        return run;
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
