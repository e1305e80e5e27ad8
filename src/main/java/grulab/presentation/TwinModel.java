package grulab.presentation;

import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.EqualCase;
import grulab.model.FrameworkRow;
import grulab.model.LoadedText;
import grulab.model.Pairing;
import grulab.model.ResetPosition;
import grulab.model.Snapshot;
import grulab.model.Twin;
import grulab.model.TwinProgress;
import grulab.model.UpdateMeaning;
import grulab.model.arithmetic.Line;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/**
 * Twin cells: A is the running experiment, B reads the same text in another convention. The newest snapshot is paired
 * aside, latest wins, while it trains for a small share of the time only; what was paired last stays until then, and says
 * itself how it was paired. While it is not active, nothing is computed and nothing is trained.
 */
public final class TwinModel {
    private static final Convention CHUNG = new Convention(ResetPosition.BEFORE, UpdateMeaning.ADMIT);

    private final RunningExperiment run;
    private final Selection selection;
    private final ObservableBooleanValue active;
    private final TwinTraining training;
    private final TwinQuestions questions;
    private final ObjectProperty<Convention> other = new SimpleObjectProperty<>(this, "other", CHUNG);
    private final ObjectProperty<Pairing> pairing = new SimpleObjectProperty<>(this, "pairing", Pairing.SAME_WEIGHTS);
    private final ObjectProperty<@Nullable EqualCase> equal = new SimpleObjectProperty<>(this, "equal", null);
    private final ReadOnlyObjectWrapper<@Nullable FrameworkRow> row = new ReadOnlyObjectWrapper<>(this, "row", null);
    private final ReadOnlyObjectWrapper<@Nullable Twin> twin = new ReadOnlyObjectWrapper<>(this, "twin", null);
    private final ReadOnlyObjectWrapper<@Nullable Message> problem = new ReadOnlyObjectWrapper<>(this, "problem", null);
    private final TwinLines lines;
    private final CasePairing casePairing = new CasePairing(pairing);
    private final BooleanBinding applies;
    private final BooleanBinding computing;
    private final BooleanBinding altered;
    private final ObjectBinding<@Nullable Message> refused;
    private @Nullable LoadedText written;
    private @Nullable TextWriting writing;

    /** Whether B has its reset position from an equal case; and which row it was of before. */
    private boolean turned;

    private @Nullable FrameworkRow rowBefore;

    /**
     * @param active whether anybody sees it
     * @param trainer trains the twin from the same seed
     * @param worker computes what takes longer than a frame
     * @param fx what every property changes on
     * @param clock nanoseconds, read on the worker too
     */
    TwinModel(
            RunningExperiment run,
            Selection selection,
            ObservableBooleanValue active,
            TwinTraining.Trainer trainer,
            Executor worker,
            Executor fx,
            LongSupplier clock) {
        this.run = run;
        this.selection = selection;
        this.active = active;
        training = new TwinTraining(trainer);
        questions = new TwinQuestions(worker, fx, clock, new Aside.Ears<>() {
            @Override
            public void answered(TwinQuestion question, Twin answer) {
                problem.set(said());
                twin.set(answer);
            }

            @Override
            public void failed(TwinQuestion question, RuntimeException reason) {
                problem.set(Message.of("plain", Sentences.of(reason)));
                twin.set(null);
            }
        });
        applies = Bindings.createBooleanBinding(() -> run.experiment.get().cell() == CellType.GRU, run.experiment);
        refused = Bindings.createObjectBinding(this::refusal, run.experiment, other, pairing, equal);
        computing = Bindings.createBooleanBinding(
                () -> questions.busy().get()
                        || (seeded()
                                && said() == null
                                && !run.twinProgress.get().there()),
                questions.busy(),
                run.twinProgress,
                pairing,
                equal,
                active);
        altered = Bindings.createBooleanBinding(
                () -> seeded() && run.twinProgress.get().altered(), run.twinProgress, pairing, equal, active);
        lines = new TwinLines(twin, selection, active);
        fitRow(null);
        other.addListener((o, old, now) -> {
            fitRow(row.get());
            // what makes before = after says nothing of twins that reset in the same place
            equal.set(opposed() ? equal.get() : null);
        });
        equal.addListener((o, old, now) -> {
            oppose();
            putBack();
        });
        pairing.addListener((o, old, now) -> {
            if (now == Pairing.SAME_SEED) {
                equal.set(null); // who trains for itself has no weights that a case could change
            }
        });
        ChangeListener<Object> update = (o, old, now) -> update();
        for (ObservableValue<?> each :
                List.of(run.snapshot, run.state, run.twin, run.twinProgress, run.loaded, other, pairing, equal)) {
            each.addListener(update);
        }
        applies.addListener(update);
        active.addListener(update);
    }

    /** What was paired last; null before the first time, and where there is nothing to pair. */
    public ReadOnlyObjectProperty<@Nullable Twin> twin() {
        return twin.getReadOnlyProperty();
    }

    /** B's convention, as it is asked for. */
    public ObjectProperty<Convention> other() {
        return other;
    }

    /** The framework that was chosen for B, while its convention still fits; null is "custom". */
    public ReadOnlyObjectProperty<@Nullable FrameworkRow> row() {
        return row.getReadOnlyProperty();
    }

    public ObjectProperty<Pairing> pairing() {
        return pairing;
    }

    /** What is done to both so that the reset position makes no difference; null undoes it. */
    public ObjectProperty<@Nullable EqualCase> equal() {
        return equal;
    }

    /** Sets B's convention as a framework has it. */
    public void choose(FrameworkRow framework) {
        other.set(framework.convention());
        row.set(framework);
    }

    public void choose(UpdateMeaning meaning) {
        other.set(other.get().with(meaning));
    }

    public void choose(ResetPosition position) {
        other.set(other.get().with(position));
    }

    /** True while the twin is not yet what was asked for, of the newest numbers. */
    public BooleanBinding computing() {
        return computing;
    }

    /** How far the twin from the same seed has trained. */
    public ReadOnlyObjectProperty<TwinProgress> progress() {
        return run.twinProgress.getReadOnlyProperty();
    }

    /** True if A is not what its settings give from the seed any more, so that B, which is, cannot be compared batch by batch. */
    public BooleanBinding altered() {
        return altered;
    }

    /** Why B cannot be A relabelled; then it is shown with the same weights. Null if it can, or nobody asks for it. */
    public ObjectBinding<@Nullable Message> refused() {
        return refused;
    }

    /** Why there is no twin; null if there is, or will be. */
    public ReadOnlyObjectProperty<@Nullable Message> problem() {
        return problem.getReadOnlyProperty();
    }

    /** False while the running cell has only one form. */
    public BooleanBinding applies() {
        return applies;
    }

    /** The lines of the selected unit at the selected step in A, in the order r, h̃, z, h. */
    public ReadOnlyObjectProperty<List<Line>> linesA() {
        return lines.a.getReadOnlyProperty();
    }

    /** The same in B. */
    public ReadOnlyObjectProperty<List<Line>> linesB() {
        return lines.b.getReadOnlyProperty();
    }

    /** What the micro-steps of A make that have no line of their own; changes before {@link #linesA}. */
    public ReadOnlyObjectProperty<List<Line>> betweenA() {
        return lines.betweenA.getReadOnlyProperty();
    }

    /** The same in B. */
    public ReadOnlyObjectProperty<List<Line>> betweenB() {
        return lines.betweenB.getReadOnlyProperty();
    }

    /** Selects the step and the unit where the two part; does nothing while they are equal. */
    public void goToFirstDifference() {
        Twin now = twin.get();
        if (now != null && !now.difference().equal()) {
            selection.time(now.difference().t());
            selection.unit(now.difference().unit());
        }
    }

    private boolean seeded() {
        return active.get() && applies.get() && pairing.get() == Pairing.SAME_SEED && equal.get() == null;
    }

    private @Nullable Message refusal() {
        boolean asked = pairing.get() == Pairing.RELABELLED && equal.get() == null && applies.get();
        return asked && !run.experiment.get().convention().relabelsTo(other.get())
                ? Message.of("twin.refused", run.experiment.get().seed())
                : null;
    }

    private void fitRow(@Nullable FrameworkRow chosen) {
        if (chosen == null || !chosen.convention().equals(other.get())) {
            row.set(chosen == null && other.get().equals(CHUNG) ? chung() : null);
        }
    }

    private static @Nullable FrameworkRow chung() {
        return FrameworkRow.ALL.stream()
                .filter(r -> r.id().equals("chung"))
                .findFirst()
                .orElse(null);
    }

    private boolean opposed() {
        Snapshot a = run.snapshot.get();
        return a == null || a.convention().reset() != other.get().reset();
    }

    /** An equal case is of the two reset positions; B gets the one that A has not. */
    private void oppose() {
        if (equal.get() != null && !opposed()) {
            Convention wanted = other.get().with(other.get().reset().opposite());
            turned = true;
            rowBefore = row.get();
            become(wanted, FrameworkRow.nearest(CellType.GRU, wanted));
        }
    }

    /** B is what it was, where the case had turned its reset position. */
    private void putBack() {
        if (equal.get() == null && turned) {
            turned = false;
            if (opposed()) {
                become(other.get().with(other.get().reset().opposite()), rowBefore);
            }
        }
    }

    private void become(Convention convention, @Nullable FrameworkRow framework) {
        if (framework != null && framework.convention().equals(convention)) {
            row.set(framework);
        }
        other.set(convention);
    }

    private void update() {
        oppose();
        Snapshot a = run.snapshot.get();
        Convention own = a == null ? run.experiment.get().convention() : a.convention();
        casePairing.follow(equal.get(), own.update() == other.get().update());
        boolean wanted = pairing.get() == Pairing.SAME_SEED || casePairing.keepsSeeded();
        training.wants(other.get(), applies.get() && wanted, seeded());
        LoadedText text = run.loaded.get();
        if (!applies.get()) {
            questions.forget();
            twin.set(null);
            problem.set(null);
        } else if (!active.get()) {
            questions.forget();
        } else if (a != null && text != null && a.trace().cell() == CellType.GRU) {
            ask(a, writing(text));
        }
    }

    private void ask(Snapshot a, TextWriting by) {
        if (!seeded()) {
            boolean possible = equal.get() != null
                    || pairing.get() != Pairing.RELABELLED
                    || a.convention().relabelsTo(other.get());
            Pairing paired = possible && pairing.get() == Pairing.RELABELLED ? pairing.get() : Pairing.SAME_WEIGHTS;
            ask(new TwinQuestion(a, null, other.get(), paired, equal.get(), by));
            return;
        }
        Snapshot b = run.twin.get();
        if (b != null && b.experiment().equals(a.experiment().withConvention(other.get()))) {
            ask(new TwinQuestion(a, b, other.get(), Pairing.SAME_SEED, null, by));
        } else if (said() != null) {
            questions.forget();
            twin.set(null);
        }
        problem.set(said());
    }

    private void ask(TwinQuestion question) {
        questions.ask(question, run.state.get().running());
    }

    /** What keeps the twin from the same seed from going on. */
    private @Nullable Message said() {
        String said = seeded() ? run.twinProgress.get().problem() : null;
        return said == null ? null : Message.of("plain", said);
    }

    private TextWriting writing(LoadedText text) {
        TextWriting by = writing;
        if (by == null || written != text) {
            by = new TextWriting(text);
            writing = by;
            written = text;
        }
        return by;
    }
}
