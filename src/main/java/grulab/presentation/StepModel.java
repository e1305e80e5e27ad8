package grulab.presentation;

import grulab.model.LoadedText;
import grulab.model.Prediction;
import grulab.model.Snapshot;
import grulab.model.Spectrum;
import grulab.model.arithmetic.Line;
import grulab.model.arithmetic.Subject;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * The Step workspace: one time step of one snapshot, taken apart. Nothing is worked out while another workspace is
 * shown.
 */
public final class StepModel {
    private final ReadOnlyObjectProperty<@Nullable LoadedText> loaded;
    private final BatchHistory history;
    private final WhatIf whatIf;
    private final Asking asking;
    private final ReadOnlyObjectWrapper<@Nullable Snapshot> shown = new ReadOnlyObjectWrapper<>(this, "shown", null);
    private final ReadOnlyBooleanWrapper computing = new ReadOnlyBooleanWrapper(this, "computing");
    private final BooleanProperty backward = new SimpleBooleanProperty(this, "backward");
    private final ReadOnlyObjectWrapper<List<Line>> lines = new ReadOnlyObjectWrapper<>(this, "lines", List.of());
    private final ReadOnlyObjectWrapper<@Nullable Line> otherMeaning =
            new ReadOnlyObjectWrapper<>(this, "otherMeaning", null);
    private final ReadOnlyObjectWrapper<@Nullable Prediction> prediction =
            new ReadOnlyObjectWrapper<>(this, "prediction", null);
    private final ReadOnlyObjectWrapper<@Nullable Spectrum> spectrum =
            new ReadOnlyObjectWrapper<>(this, "spectrum", null);
    private final ReadOnlyBooleanWrapper spectrumWaits = new ReadOnlyBooleanWrapper(this, "spectrumWaits");
    private final ReadOnlyObjectWrapper<@Nullable Double> slopeChecked =
            new ReadOnlyObjectWrapper<>(this, "slopeChecked", null);
    private final ObjectProperty<@Nullable String> lit = new SimpleObjectProperty<>(this, "lit", null);

    StepModel(
            ReadOnlyObjectProperty<@Nullable LoadedText> loaded,
            BatchHistory history,
            WhatIf whatIf,
            Arithmetic arithmetic) {
        this.loaded = loaded;
        this.history = history;
        this.whatIf = whatIf;
        asking = new Asking(whatIf);
        shown.bind(history.base());
        lines.bind(arithmetic.lines());
    }

    /** The newest snapshot, or the past batch that was gone to. */
    public ReadOnlyObjectProperty<@Nullable Snapshot> base() {
        return history.base();
    }

    /** {@link #base} with the edits; follows it a little later. */
    public ReadOnlyObjectProperty<@Nullable Snapshot> shown() {
        return shown.getReadOnlyProperty();
    }

    /** True while what is shown is not yet what was edited. */
    public ReadOnlyBooleanProperty computing() {
        return computing.getReadOnlyProperty();
    }

    public WhatIf whatIf() {
        return whatIf;
    }

    public BatchHistory history() {
        return history;
    }

    /** True if the gradient is walked, from the loss to the step before. */
    public BooleanProperty backward() {
        return backward;
    }

    /** The lines of the selected unit at the selected step, forward or backward; empty before the first snapshot. */
    public ReadOnlyObjectProperty<List<Line>> lines() {
        return lines.getReadOnlyProperty();
    }

    /** The state from the same numbers under the other meaning of z; null where z has none. */
    public ReadOnlyObjectProperty<@Nullable Line> otherMeaning() {
        return otherMeaning.getReadOnlyProperty();
    }

    /** What follows the selected step, as the head says. */
    public ReadOnlyObjectProperty<@Nullable Prediction> prediction() {
        return prediction.getReadOnlyProperty();
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
        return asking.asked();
    }

    /** Sets the number that is asked about to what was typed, or says in {@link #editProblem} what would be right. */
    public void edit(String typed) {
        asking.edit(typed);
    }

    public ReadOnlyObjectProperty<@Nullable Message> editProblem() {
        return asking.problem();
    }

    /** Works out the slope that is asked about a second time, by moving its number a little either way. */
    public void slopeCheck() {
        slopeChecked.set(null);
    }

    /** What {@link #slopeCheck} found; null before, and once another number is asked about or shown. */
    public ReadOnlyObjectProperty<@Nullable Double> slopeChecked() {
        return slopeChecked.getReadOnlyProperty();
    }

    /** Eigenvalues of ∂h_t/∂h_{t−1} at the selected step, while the way back is shown. */
    public ReadOnlyObjectProperty<@Nullable Spectrum> spectrum() {
        return spectrum.getReadOnlyProperty();
    }

    /** True if the spectrum takes so long that it is worked out only on demand. */
    public ReadOnlyBooleanProperty spectrumWaits() {
        return spectrumWaits.getReadOnlyProperty();
    }

    /** Works out the spectrum of what is shown now, however long it takes. */
    public void spectrumOnDemand() {
        spectrum.set(null);
    }

    /** The open sum as text; empty if none is open, and so with the others. */
    public String asText() {
        return "";
    }

    public String asLatex() {
        return "";
    }

    public String asNumpy() {
        return "";
    }

    /** What each symbol of the vocabulary looks like. */
    public List<String> symbols() {
        LoadedText text = loaded.get();
        return text == null ? List.of() : text.labels();
    }
}
