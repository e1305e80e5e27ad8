package grulab.service;

import grulab.engine.train.Room;
import grulab.model.Convention;
import grulab.model.Edit;
import grulab.model.Experiment;
import grulab.model.RunState;
import grulab.model.StopRule;
import grulab.model.SwitchMode;
import grulab.service.Refusal.Command;
import grulab.service.StopWatch.Span;
import grulab.text.Corpus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The running experiment. One thread owns the trainer and everything that changes with it; commands may be given from
 * any thread and are carried out in order, between two batches. What happens is told to the listener on its executor.
 */
public final class LabService implements AutoCloseable {
    private final TrainingThread lab;
    /** The newest of the batches that were asked for again. */
    private final AtomicLong looking = new AtomicLong();

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
        lab = new TrainingThread(new Mailbox(executor, listener), threads, clock);
        lab.thread.start();
    }

    /** Where the experiment stands at this moment; the listener hears of it a little later. */
    public RunState state() {
        return lab.state();
    }

    /**
     * The memory that an experiment would take in the place of the running one. May collect garbage, so takes a while.
     *
     * @param kinds symbols of its text
     * @param learned symbols of the running experiment's text; 0 if nothing runs
     */
    public Room room(Experiment asked, int kinds, Experiment running, int learned) {
        return learned == 0
                ? Room.forWindow(asked, kinds, lab.threads, 0)
                : Plan.inPlace(asked, kinds, running, learned, lab.threads, lab.besideBytes());
    }

    /** Trains until paused. */
    public void train() {
        lab.command(() -> lab.begin(Span.ON));
    }

    public void pause() {
        lab.command(() -> {
            if (lab.running()) {
                lab.rest(RunState.PAUSED);
            }
        });
    }

    /** Trains one batch, then pauses. */
    public void oneBatch() {
        lab.command(() -> lab.begin(Span.BATCH));
    }

    /** Trains to the end of the epoch, then pauses. */
    public void oneEpoch() {
        lab.command(() -> lab.begin(Span.EPOCH));
    }

    /** Where training pauses by itself from now on, also in experiments started later. */
    public void stopAt(StopRule rule) {
        lab.command(() -> lab.stops.rule(rule));
    }

    /** Begins another experiment; it waits to be trained. A text or setting that does not do is refused. */
    public void startOver(Experiment experiment, Corpus corpus) {
        lab.command(() -> start(experiment, corpus));
    }

    /** Begins another experiment on the text that is learned now. */
    public void startOver(Experiment experiment) {
        lab.command(() -> {
            Corpus corpus = learned(Command.START);
            if (corpus != null) {
                start(experiment, corpus);
            }
        });
    }

    /** Goes back to the experiment that the last start over ended, as it was then. */
    public void takeBack() {
        lab.command(() -> {
            SavedLab before = lab.before();
            if (before == null) {
                lab.refusals.refuse(Command.TAKE_BACK, "There is nothing to take back.", 0);
            } else {
                lab.refusals.attempt(Command.TAKE_BACK, () -> lab.enter(Plan.of(before)));
            }
        });
    }

    /** Trains a GRU again from the same seed under a convention. */
    public void retrain(Convention convention) {
        lab.command(() -> {
            Experiment next = switched(convention);
            Corpus corpus = next == null ? null : learned(Command.START);
            if (next != null && corpus != null && start(next, corpus)) {
                lab.begin(Span.ON);
            }
        });
    }

    private @Nullable Experiment switched(Convention convention) {
        Run current = lab.current(Command.CONVENTION);
        return current != null && lab.refusals.attempt(Command.CONVENTION, current::checkSwitches)
                ? current.experiment().withConvention(convention)
                : null;
    }

    /** Whoever is about to begin another experiment must not hold on to this one, or both have to fit into memory. */
    private @Nullable Corpus learned(Command asked) {
        Run current = lab.current(asked);
        return current == null ? null : current.text().corpus();
    }

    private boolean start(Experiment experiment, Corpus corpus) {
        return lab.refusals.attempt(Command.START, () -> lab.startOver(Plan.of(experiment, corpus)));
    }

    /**
     * Switches the convention of the running experiment. Refused if a reset position is to be relabelled, or the cell
     * has only one form.
     */
    public void convention(Convention to, SwitchMode mode) {
        adjust(Command.CONVENTION, current -> {
            current.convention(to, mode);
            lab.nextGeneration();
        });
    }

    public void learningRate(double rate) {
        adjust(Command.SETTING, current -> current.learningRate(rate));
    }

    public void clip(double norm) {
        adjust(Command.SETTING, current -> current.clip(norm));
    }

    private void adjust(Command what, Consumer<Run> adjustment) {
        with(what, current -> {
            boolean done = lab.refusals.attempt(what, () -> adjustment.accept(current));
            lab.clearDivergence(current);
            if (done) {
                lab.tellSetup(current);
                lab.tell(current);
            }
        });
    }

    /** Puts weights that a person has edited into the model that is trained. */
    public void weights(List<Edit.Weight> edits) {
        List<Edit.Weight> edited = List.copyOf(edits);
        adjust(Command.WEIGHTS, current -> {
            current.weights(edited);
            lab.nextGeneration();
        });
    }

    /**
     * Pauses, and reads the watched passage with the weights as they were after a batch, or after the nearest to it that
     * is kept; training is not disturbed. Of several that wait only the newest is read.
     */
    public void history(long batch) {
        long number = looking.incrementAndGet();
        with(Command.HISTORY, current -> {
            if (lab.running()) {
                lab.rest(RunState.PAUSED);
            }
            if (number == looking.get()) {
                lab.refusals.attempt(Command.HISTORY, () -> lab.past(current, batch));
            }
        });
    }

    /** Watches the passage that starts at a token of the text. */
    public void watch(int offset) {
        with(Command.WATCH, current -> {
            lab.refusals.attempt(Command.WATCH, () -> current.watch(offset));
            lab.tell(current);
        });
    }

    /** Whether anybody sees snapshots and samples; while nobody does, none are computed. */
    public void watching(boolean watched) {
        lab.command(() -> {
            Run run = lab.run();
            lab.publisher.watching(watched);
            lab.twinning.watching(watched, run);
            if (run != null && watched) {
                lab.tell(run);
            }
        });
    }

    /**
     * Trains a twin beside the running GRU: the same settings and seed from the start, under another convention, to the
     * same batch, and follows it there. It is for the experiments that come after this one too, until
     * {@link #twinEnds}. While nobody watches it rests.
     */
    public void twin(Convention under) {
        lab.command(() -> lab.twinning.want(under, lab.run()));
    }

    /** The twin stops where it is; if nobody wants it again within a minute its memory is given back. */
    public void twinRests() {
        lab.command(() -> lab.twinning.rest(lab.run()));
    }

    /** Ends the twin, and gives its memory back. */
    public void twinEnds() {
        lab.command(lab.twinning::end);
    }

    /** Lets the model write something else now, and from now on at this temperature. */
    public void sampleAnew(double temperature) {
        with(Command.SAMPLE, Run::drawAnew);
        sample(temperature);
    }

    /** Lets the model write now, and from now on at this temperature: after the same batch by the same draws. */
    public void sample(double temperature) {
        with(Command.SAMPLE, current -> {
            if (!(temperature >= 0 && temperature <= 100)) {
                lab.refusals.refuse(
                        Command.SAMPLE, "The temperature must be a number from 0 to 100, not " + temperature + ".", 0);
                return;
            }
            lab.publisher.temperature(temperature);
            lab.publisher.sample(current);
        });
    }

    /** After a divergence: forgets what came after the last good batch. */
    public void backToLastGood() {
        lab.command(() -> {
            Run run = lab.run();
            if (run != null && lab.state().divergence() != null) {
                run.goBackIfDiverged();
                lab.rest(RunState.PAUSED);
            }
        });
    }

    /** Writes the experiment to a lab file, as if nobody looked at it. */
    public void save(Path file) {
        save(file, Map.of());
    }

    /**
     * Writes the experiment to a lab file.
     *
     * @param place where in the window somebody is, which {@link LabListener#opened} tells again
     */
    public void save(Path file, Map<String, String> place) {
        Map<String, String> here = Map.copyOf(place);
        with(Command.SAVE, current -> {
            try {
                LabFile.write(file, current.saved().at(here));
                lab.mailbox.saved(file, current.batch());
            } catch (IOException | RuntimeException e) {
                lab.refusals.refuse(
                        Command.SAVE,
                        "%s cannot be written (%s); choose another folder or name.".formatted(file, Refusals.said(e)),
                        0);
            }
            lab.clearDivergence(current);
        });
    }

    /** Opens a lab file and pauses there; a damaged one is refused and the running experiment stays. */
    public void open(Path file) {
        lab.command(() -> {
            try {
                SavedLab saved = LabFile.read(file);
                lab.enter(Plan.of(saved));
                lab.mailbox.opened(saved.place());
            } catch (UnreadableLab e) {
                lab.refusals.refuse(Command.OPEN, Refusals.said(e), 0);
            } catch (TooLarge e) {
                lab.refusals.refuse(
                        Command.OPEN, "%s %s; give Java more with -Xmx.".formatted(file.getFileName(), e.words()), 0);
            } catch (IllegalArgumentException e) {
                lab.refusals.refuse(
                        Command.OPEN,
                        "%s is no whole lab file (%s); choose a .grulab file that the lab saved."
                                .formatted(file.getFileName(), Refusals.said(e)),
                        0);
            } catch (OutOfMemoryError e) {
                lab.refusals.refuse(Command.OPEN, "This lab does not fit into memory.", 0);
            }
        });
    }

    /** Ends the thread, after the batch that it is at. Commands that still wait are dropped. */
    @Override
    public void close() {
        lab.close();
    }

    /** The thread that everything happens on. */
    Thread thread() {
        return lab.thread;
    }

    /** The thread of the twin from the same seed; null if there is none. */
    @Nullable
    Thread twinThread() {
        return lab.twinning.thread();
    }

    private void with(Command asked, Consumer<Run> command) {
        lab.command(() -> {
            Run current = lab.current(asked);
            if (current != null) {
                command.accept(current);
            }
        });
    }
}
