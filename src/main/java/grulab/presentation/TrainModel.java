package grulab.presentation;

import grulab.model.Baselines;
import grulab.model.Convention;
import grulab.model.Edit;
import grulab.model.Experiment;
import grulab.model.LoadedText;
import grulab.model.MetricSeries;
import grulab.model.RunState;
import grulab.model.Sample;
import grulab.model.Snapshot;
import grulab.model.StopRule;
import grulab.service.LabListener;
import grulab.service.LabService;
import grulab.service.Refusal;
import grulab.text.Corpus;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/**
 * The Train workspace: what the running experiment last told, as properties, and what a person can ask of it. Lives
 * on one thread, the one that its executor runs on.
 */
public final class TrainModel {
    /** What is in no file. */
    private static final Path NO_FILE = Path.of("");

    private final LabService service;
    private final Selection selection = new Selection();
    private final ExperimentDraft draft;
    private final StopDraft stop = new StopDraft();
    private final ConventionModel convention;
    private final TextModel text;
    private final Arithmetic arithmetic;
    private final ObjectProperty<Workspace> workspace = new SimpleObjectProperty<>(this, "workspace", Workspace.TRAIN);
    private final StepModel step;
    private final TwinModel twin;
    // held here, because who listens to a binding does not keep it
    private final BooleanBinding conventionsShown = workspace.isEqualTo(Workspace.CONVENTIONS);
    private final ExchangeModel exchange;
    private final RunningExperiment run;
    private final BatchHistory history;
    private final StartChecks checks;
    private final PictureAge age;
    private final Keeping keeping;
    private final List<Place> places = new ArrayList<>();
    private final ReadOnlyBooleanWrapper takesBack = new ReadOnlyBooleanWrapper(this, "takesBack");
    private final ReadOnlyObjectWrapper<@Nullable Message> notice = new ReadOnlyObjectWrapper<>(this, "notice", null);
    private final DoubleProperty temperature = new SimpleDoubleProperty(this, "temperature", 0.7);
    private final BooleanProperty logarithmic = new SimpleBooleanProperty(this, "logarithmic", true);
    private final BooleanProperty perplexityAxis = new SimpleBooleanProperty(this, "perplexityAxis");
    private final BooleanBinding waiting;
    private final BooleanBinding canStart;
    private final BooleanBinding canTrain;
    /** The lab that is being opened; null if none is. */
    private @Nullable Path opening;

    private boolean starting;
    private final ObjectBinding<Anew> anew;

    /** What the next training begins with that the one before did not have. */
    public enum Anew {
        NO,
        TEXT,
        SETTINGS
    }

    /**
     * @param start what the fields show; {@link #begin} begins it
     * @param services makes the service of the experiment, which tells a listener on {@code fx}
     * @param fx what every property changes on
     * @param aside reads files
     */
    public TrainModel(Experiment start, Function<LabListener, LabService> services, Executor fx, Executor aside) {
        run = new RunningExperiment(start, new Following());
        service = services.apply(run);
        draft = new ExperimentDraft(start);
        keeping = new Keeping(run, this::pauseAndSave);
        convention = new ConventionModel(start.convention(), service::convention, this::retrain);
        text = new TextModel(aside, fx, this::settingsCommitted, start.corpus());
        arithmetic = new Arithmetic(run.snapshot.getReadOnlyProperty(), selection);
        history = new BatchHistory(service::history);
        run.kept.addListener((o, old, now) -> {
            if (now != null) {
                history.kept(now);
            }
        });
        step = new StepModel(run, history, selection, workspace, this::setWeights, aside, fx);
        twin = new TwinModel(run, selection, conventionsShown, new SeededTwin(service), aside, fx, System::nanoTime);
        age = ShownPicture.age(run, step, twin, workspace, System::nanoTime);
        exchange = new ExchangeModel(run.snapshot, aside, fx);
        waiting = Bindings.createBooleanBinding(
                () -> draft.waiting().get()
                        || !text.chosen()
                                .get()
                                .name()
                                .equals(run.experiment.get().corpus()),
                draft.waiting(),
                text.chosen(),
                run.experiment);
        checks = new StartChecks(draft, text.chosen(), run, service, fx, aside);
        canStart = draft.valid().and(checks.passed());
        canTrain = Bindings.createBooleanBinding(
                () -> run.state.get().phase() != RunState.Phase.FAILED
                        && run.state.get().phase() != RunState.Phase.CLOSED
                        && !(run.state.get().phase() == RunState.Phase.IDLE
                                && !checks.passed().get()),
                run.state,
                checks.passed());
        places.add(new ModelPlace(this));
        anew = Bindings.createObjectBinding(
                () -> !waiting.get() || !canStart.get()
                        ? Anew.NO
                        : text.chosen().get().name().equals(run.experiment.get().corpus()) ? Anew.SETTINGS : Anew.TEXT,
                waiting,
                canStart,
                text.chosen(),
                run.experiment);
        stop.atStep().addListener((o, old, now) -> sendStop());
        stop.atPerplexity().addListener((o, old, now) -> sendStop());
        stop.step.value().addListener((o, old, now) -> sendStop());
        stop.perplexity.value().addListener((o, old, now) -> sendStop());
        temperature.addListener((o, old, now) -> service.sample(now.doubleValue()));
    }

    /** Begins the first experiment on its built-in text, which is read aside. */
    public void begin() {
        text.read(run.experiment.get().corpus(), this::startOver);
    }

    public Selection selection() {
        return selection;
    }

    public ExperimentDraft draft() {
        return draft;
    }

    public StopDraft stop() {
        return stop;
    }

    public ConventionModel convention() {
        return convention;
    }

    public TextModel text() {
        return text;
    }

    /** The lines of the formula panel for the selected unit and time. */
    public Arithmetic arithmetic() {
        return arithmetic;
    }

    /** The room of the window that is shown. */
    public ObjectProperty<Workspace> workspace() {
        return workspace;
    }

    /** The Step workspace. */
    public StepModel step() {
        return step;
    }

    /** The twin cells of the Conventions workspace. */
    public TwinModel twin() {
        return twin;
    }

    /** Weights and programs that leave the lab, and numbers from elsewhere. */
    public ExchangeModel exchange() {
        return exchange;
    }

    /** What is in force: settings, convention, rate and clip of the running experiment. */
    public ReadOnlyObjectProperty<Experiment> experiment() {
        return run.experiment.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<RunState> state() {
        return run.state.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<MetricSeries> metrics() {
        return run.metrics.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Snapshot> snapshot() {
        return run.snapshot.getReadOnlyProperty();
    }

    /** How old the picture is that the workspace shows. */
    public PictureAge pictureAge() {
        return age;
    }

    public ReadOnlyObjectProperty<@Nullable Sample> sample() {
        return run.sample.getReadOnlyProperty();
    }

    /** The text that is learned, or null before the first was read. */
    public ReadOnlyObjectProperty<@Nullable LoadedText> loaded() {
        return run.loaded.getReadOnlyProperty();
    }

    public @Nullable Baselines baselines() {
        LoadedText now = run.loaded.get();
        return now == null ? null : now.baselines();
    }

    /** What went wrong or was done last, until the next command; null if nothing is to be said. */
    public ReadOnlyObjectProperty<@Nullable Message> notice() {
        return notice.getReadOnlyProperty();
    }

    /** Whether the settings as they stand could be started. */
    public StartChecks checks() {
        return checks;
    }

    /** True if something is set that takes effect at the next start. */
    public BooleanBinding waiting() {
        return waiting;
    }

    /** What is new in what {@link #trainOrPause} would train: with something waiting that can be started, it starts over. */
    public ObservableValue<Anew> anew() {
        return anew;
    }

    public BooleanBinding canStart() {
        return canStart;
    }

    public BooleanBinding canTrain() {
        return canTrain;
    }

    public DoubleProperty temperature() {
        return temperature;
    }

    public BooleanProperty logarithmic() {
        return logarithmic;
    }

    /** True if the chart shows perplexity, false for loss. */
    public BooleanProperty perplexityAxis() {
        return perplexityAxis;
    }

    public void trainOrPause() {
        notice.set(null);
        if (run.state.get().running()) {
            service.pause();
        } else if (anew.get() != Anew.NO) {
            keeping.unlessLost(() -> {
                beginAnew();
                service.train();
            });
        } else if (canTrain.get()) {
            service.train();
        }
    }

    public void oneBatch() {
        notice.set(null);
        if (canTrain.get()) {
            service.oneBatch();
        }
    }

    public void oneEpoch() {
        notice.set(null);
        if (canTrain.get()) {
            service.oneEpoch();
        }
    }

    /**
     * Begins the experiment that the fields describe, after a question where training would be lost; does nothing while one
     * of the fields is wrong.
     */
    public void startOver() {
        if (canStart.get()) {
            keeping.unlessLost(this::beginAnew);
        }
    }

    /** Goes back to the experiment that the last start over ended. */
    public void takeBack() {
        if (takesBack.get()) {
            notice.set(null);
            opening = NO_FILE;
            service.takeBack();
        }
    }

    /** Whether the experiment that the last start over ended can be had back. */
    public ReadOnlyBooleanProperty takesBack() {
        return takesBack.getReadOnlyProperty();
    }

    /** What else of the window a lab file is to keep. */
    public void keep(Place place) {
        places.add(place);
    }

    /** Which file the experiment is in, and what would be lost. */
    public Keeping keeping() {
        return keeping;
    }

    private void retrain(Convention under) {
        keeping.unlessLost(() -> {
            notice.set(null);
            starting = true;
            convention.start(under);
            service.retrain(under);
        });
        if (keeping.question().get() != null) {
            convention.start(run.experiment.get().convention());
        }
    }

    private void setWeights(List<Edit.Weight> edits) {
        keeping.edited();
        service.weights(edits);
    }

    private void pauseAndSave(Path file) {
        service.pause();
        save(file);
    }

    private void beginAnew() {
        if (!canStart.get()) {
            return;
        }
        starting = true;
        notice.set(null);
        draft.experiment(convention.asked().get(), text.chosen().get().name()).ifPresent(e -> {
            convention.start(e.convention());
            Corpus corpus = text.chosen().get().corpus();
            if (corpus == null) {
                service.startOver(e);
            } else {
                service.startOver(e, corpus);
            }
        });
    }

    /** A person has finished with a field. What has not been trained has nothing to lose, and begins again at once. */
    public void settingsCommitted() {
        if (waiting.get() && run.state.get().phase() == RunState.Phase.IDLE) {
            startOver();
        }
    }

    /** Learning rate and clip act on the running experiment, from the next batch on, unless they are for another cell. */
    public void liveSettingsCommitted() {
        if (draft.cell().get() != run.experiment.get().cell()) {
            return;
        }
        if (draft.learningRate.waiting().get()) {
            service.learningRate(draft.learningRate.value().get());
        }
        if (draft.limit() != run.experiment.get().clip()) {
            service.clip(draft.limit());
        }
    }

    public void backToLastGood() {
        notice.set(null);
        service.backToLastGood();
    }

    /** Lets the model write something else. */
    public void again() {
        service.sampleAnew(temperature.get());
    }

    /** Takes one notice away, which has been read; another that came since stays. */
    public void dismiss(@Nullable Message read) {
        if (read == notice.get()) {
            notice.set(null);
        }
    }

    /** Takes the notices away, which have been read; false if there were none. */
    public boolean dismiss() {
        boolean any = notice.get() != null;
        notice.set(null);
        return exchange.dismiss() || any;
    }

    /** Whether anybody looks: without, no snapshot is made. */
    public void watching(boolean watching) {
        service.watching(watching);
    }

    public void save(Path file) {
        notice.set(null);
        Map<String, String> place = new LinkedHashMap<>();
        places.forEach(part -> place.putAll(part.now()));
        service.save(file, place);
    }

    /** Opens a saved experiment, or a text to learn. */
    public void open(Path file) {
        notice.set(null);
        if (FileKind.of(file) == FileKind.LAB) {
            text.problem(null);
            keeping.unlessLost(() -> {
                opening = file;
                service.open(file);
            });
        } else {
            text.open(file);
        }
    }

    public void close() {
        text.cancel();
        service.close();
    }

    private void sendStop() {
        service.stopAt(new StopRule(
                stop.atStep().get() ? (long) stop.step.value().get() : 0,
                stop.atPerplexity().get() ? stop.perplexity.value().get() : 0));
    }

    /** Fields, switches and text keep step with what is in force. */
    private final class Following implements RunningExperiment.Follower {
        @Override
        public void inForce(LoadedText now, Experiment inForce) {
            boolean another = opening != null;
            if (another || starting) {
                if (NO_FILE.equals(opening)) {
                    keeping.takenBack();
                } else {
                    keeping.begun(opening);
                }
            }
            opening = null;
            starting = false;
            convention.cell(inForce.cell());
            if (another) {
                draft.show(inForce);
                convention.start(inForce.convention());
            } else {
                draft.inForce(inForce);
            }
            if (another || text.chosen().get().name().equals(now.name())) {
                text.learned(now.name(), now.length(), now.kinds());
            }
            checks.check();
        }

        @Override
        public void computed(Snapshot now) {
            selection.within(now.trace().hidden(), now.trace().steps());
            convention.computed(now.convention());
            history.newest(now);
        }

        @Override
        public void past(Snapshot then) {
            history.computed(then);
        }

        @Override
        public void refused(Refusal refusal) {
            Message sentence = Message.of("plain", refusal.sentence());
            switch (refusal.command()) {
                case OPEN -> {
                    opening = null;
                    text.problem(sentence);
                }
                case CONVENTION -> {
                    convention.start(run.experiment.get().convention());
                    notice.set(sentence);
                }
                case HISTORY -> {
                    history.refused();
                    notice.set(sentence);
                }
                case WEIGHTS -> {
                    step.whatIf().notApplied();
                    notice.set(sentence);
                }
                case SAVE -> {
                    keeping.notSaved();
                    notice.set(sentence);
                }
                case START, TAKE_BACK -> {
                    starting = false;
                    opening = null;
                    notice.set(sentence);
                }
                default -> notice.set(sentence);
            }
        }

        @Override
        public void opened(Map<String, String> place) {
            if (!place.isEmpty()) {
                places.forEach(part -> part.go(place));
            }
        }

        @Override
        public void takesBack(boolean possible) {
            takesBack.set(possible);
            if (possible) {
                notice.set(Message.done("state.started-over"));
            }
        }

        @Override
        public void saved(Path file, long batch) {
            Path leaf = file.getFileName();
            notice.set(Message.done("state.saved", leaf == null ? file.toString() : leaf.toString()));
            keeping.saved(file, batch);
        }
    }
}
