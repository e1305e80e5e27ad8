package grulab.presentation;

import grulab.engine.explain.Written;
import grulab.model.Edit;
import grulab.model.LoadedText;
import grulab.model.Prediction;
import grulab.model.Snapshot;
import grulab.model.Spectrum;
import grulab.model.arithmetic.Line;
import grulab.model.arithmetic.Subject;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * The Step workspace: one time step of one snapshot, taken apart. Nothing is worked out while another workspace is
 * shown.
 */
public final class StepModel {
    private final RunningExperiment run;
    private final BatchHistory history;
    private final WhatIf whatIf;
    private final Replaying replaying;
    private final StepArithmetic arithmetic;
    private final StepSpectrum spectrum;
    private final Asking asking;
    // held here, because who listens to a binding does not keep it
    private final BooleanBinding active;
    private final BooleanBinding flowsBack;
    private final BooleanBinding running;
    private final Selection selection;
    private final ObjectProperty<@Nullable String> lit = new SimpleObjectProperty<>(this, "lit", null);

    /**
     * @param training has edited weights put into the model that is trained
     * @param worker computes what takes longer than a frame
     * @param fx what every property changes on
     */
    StepModel(
            RunningExperiment run,
            BatchHistory history,
            Selection selection,
            ObjectProperty<Workspace> workspace,
            Consumer<List<Edit.Weight>> training,
            Executor worker,
            Executor fx) {
        this.run = run;
        this.history = history;
        this.selection = selection;
        active = workspace.isEqualTo(Workspace.STEP);
        running = Bindings.createBooleanBinding(() -> run.state.get().running(), run.state);
        whatIf = new WhatIf(history, training);
        replaying = new Replaying(history.base(), whatIf, this::symbols, active, worker, fx);
        arithmetic = new StepArithmetic(replaying, selection, active);
        flowsBack = active.and(arithmetic.backward);
        spectrum = new StepSpectrum(replaying, selection, flowsBack, running, worker, fx);
        asking = new Asking(replaying, whatIf, worker, fx);
    }

    /** The newest snapshot, or the past batch that was gone to. */
    public ReadOnlyObjectProperty<@Nullable Snapshot> base() {
        return history.base();
    }

    /** {@link #base} with the edits; follows it a little later. */
    public ReadOnlyObjectProperty<@Nullable Snapshot> shown() {
        return replaying.shown();
    }

    /** What {@link #shown} would be without the edits; null if there are none in it. Changes only with it. */
    public @Nullable Snapshot original() {
        return replaying.original();
    }

    /** The edits that are in {@link #shown}. Change only with it. */
    public List<Edit> edits() {
        return replaying.edits();
    }

    /** True while what is shown is not yet what was edited. */
    public ReadOnlyBooleanProperty computing() {
        return replaying.computing();
    }

    public WhatIf whatIf() {
        return whatIf;
    }

    public BatchHistory history() {
        return history;
    }

    /**
     * One micro-step on or back, from one time step into the next one that is walked to: the gradient's way leads from the
     * last to the first.
     *
     * @param by 1 or −1
     * @return false, and nothing moved, at the end
     */
    public boolean walk(int by) {
        boolean earlier = flowsBack.get();
        return by > 0 ? selection.forward(earlier) : selection.back(earlier);
    }

    /** True if the gradient is walked, from the loss to the step before. */
    public BooleanProperty backward() {
        return arithmetic.backward;
    }

    /** The lines of the selected unit at the selected step, forward or backward; empty before the first snapshot. */
    public ReadOnlyObjectProperty<List<Line>> lines() {
        return arithmetic.lines.getReadOnlyProperty();
    }

    /** What the micro-steps make that have no line of their own; changes before {@link #lines}. */
    public ReadOnlyObjectProperty<List<Line>> between() {
        return arithmetic.between.getReadOnlyProperty();
    }

    /** The state from the same numbers under the other meaning of z; null where z has none. */
    public ReadOnlyObjectProperty<@Nullable Line> otherMeaning() {
        return arithmetic.otherMeaning.getReadOnlyProperty();
    }

    /** What follows the selected step, as the head says. */
    public ReadOnlyObjectProperty<@Nullable Prediction> prediction() {
        return arithmetic.prediction.getReadOnlyProperty();
    }

    /** The same without the edits; null if there are none. */
    public ReadOnlyObjectProperty<@Nullable Prediction> originalPrediction() {
        return arithmetic.originalPrediction.getReadOnlyProperty();
    }

    /** Id of the term or quantity under the pointer, wherever it is drawn. */
    public ObjectProperty<@Nullable String> lit() {
        return lit;
    }

    /** Opens the sum behind a number; null closes it. */
    public void ask(@Nullable Subject about) {
        asking.ask(about);
    }

    /** The open sum; follows what is shown, and closes where there is no such number. */
    public ReadOnlyObjectProperty<@Nullable AskedLine> asked() {
        return asking.asked.getReadOnlyProperty();
    }

    /** Sets the number that is asked about to what was typed, or says in {@link #editProblem} what would be right. */
    public void edit(String typed) {
        asking.edit(typed);
    }

    public ReadOnlyObjectProperty<@Nullable Message> editProblem() {
        return asking.problem.getReadOnlyProperty();
    }

    /** Works out the slope that is asked about a second time, by moving its number a little either way. */
    public void slopeCheck() {
        asking.measure();
    }

    /** What {@link #slopeCheck} found; null before, and once another number is asked about or shown. */
    public ReadOnlyObjectProperty<@Nullable Double> slopeChecked() {
        return asking.slope.getReadOnlyProperty();
    }

    /** Eigenvalues of ∂h_t/∂h_{t−1} at the selected step, while the way back is shown. */
    public ReadOnlyObjectProperty<@Nullable Spectrum> spectrum() {
        return spectrum.spectrum.getReadOnlyProperty();
    }

    /** True if the spectrum takes so long that it is worked out only on demand. */
    public ReadOnlyBooleanProperty spectrumWaits() {
        return spectrum.waits.getReadOnlyProperty();
    }

    /** Works out the spectrum of what is shown now, however long it takes. */
    public void spectrumOnDemand() {
        spectrum.demand();
    }

    /** The open sum as text; empty if none is open, and so with the others. */
    public String asText() {
        return written(Written::text);
    }

    public String asLatex() {
        return written(Written::latex);
    }

    public String asNumpy() {
        return written(Written::numpy);
    }

    private String written(Function<Line, String> form) {
        AskedLine now = asking.asked.get();
        return now == null ? "" : form.apply(now.line());
    }

    /** What each symbol of the vocabulary looks like. */
    public List<String> symbols() {
        LoadedText text = run.loaded.get();
        return text == null ? List.of() : text.labels();
    }
}
