package grulab.presentation;

import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.Experiment;
import grulab.model.Initialization;
import grulab.model.Optimizer;
import grulab.model.Sampling;
import grulab.model.Setting;
import java.util.List;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * The settings as they stand in the panel. Learning rate and clip act on the running experiment at once, and so never
 * wait; all others wait for a new start. Nothing here reaches the experiment by itself.
 */
public final class ExperimentDraft {
    /** What the field offers where clipping is off. */
    private static final double USUAL_CLIP = Experiment.standard().clip();

    public final NumberDraft hidden;
    public final NumberDraft steps;
    public final NumberDraft batch;
    public final NumberDraft learningRate;
    public final NumberDraft clip;
    public final NumberDraft seed;
    private final BooleanProperty clipping;
    private final ObjectProperty<CellType> cell;
    private final ObjectProperty<Sampling> sampling;
    private final ObjectProperty<Optimizer> optimizer;
    private final ObjectProperty<Initialization> initialization;
    private final ObjectProperty<Experiment> inForce;
    private final BooleanBinding waiting;
    private final BooleanBinding valid;

    public ExperimentDraft(Experiment start) {
        hidden = new NumberDraft(Setting.HIDDEN, start.hidden());
        steps = new NumberDraft(Setting.STEPS, start.steps());
        batch = new NumberDraft(Setting.BATCH, start.batch());
        learningRate = new NumberDraft(Setting.LEARNING_RATE, start.learningRate());
        boolean clipped = start.clip() != Experiment.UNCLIPPED;
        clip = new NumberDraft(Setting.CLIP, clipped ? start.clip() : USUAL_CLIP);
        clipping = new SimpleBooleanProperty(this, "clipping", clipped);
        seed = new NumberDraft(Setting.SEED, start.seed());
        cell = new SimpleObjectProperty<>(this, "cell", start.cell());
        sampling = new SimpleObjectProperty<>(this, "sampling", start.sampling());
        optimizer = new SimpleObjectProperty<>(this, "optimizer", start.optimizer());
        initialization = new SimpleObjectProperty<>(this, "initialization", start.initialization());
        inForce = new SimpleObjectProperty<>(this, "inForce", start);
        waiting = Bindings.createBooleanBinding(
                this::differs,
                hidden.waiting(),
                steps.waiting(),
                batch.waiting(),
                seed.waiting(),
                cell,
                sampling,
                optimizer,
                initialization,
                inForce);
        valid = Bindings.createBooleanBinding(
                () -> numbers().stream().allMatch(NumberDraft::valid),
                numbers().stream().map(NumberDraft::error).toArray(Observable[]::new));
    }

    /** Whether the gradient is clipped at all. */
    public BooleanProperty clipping() {
        return clipping;
    }

    /** Where the gradient is to be clipped, as {@link Experiment#clip} has it. */
    double limit() {
        return clipping.get() ? clip.value().get() : Experiment.UNCLIPPED;
    }

    public List<NumberDraft> numbers() {
        return List.of(hidden, steps, batch, learningRate, clip, seed);
    }

    public ReadOnlyObjectProperty<CellType> cell() {
        return cell;
    }

    /** Another cell; a learning rate that is the usual one of the cell that was becomes that of this one. */
    public void choose(CellType other) {
        double usual = Experiment.standard(cell.get()).learningRate();
        if (optimizer.get() == Optimizer.ADAM && learningRate.value().get() == usual) {
            learningRate.set(Experiment.standard(other).learningRate());
        }
        cell.set(other);
    }

    public ObjectProperty<Sampling> sampling() {
        return sampling;
    }

    public ObjectProperty<Optimizer> optimizer() {
        return optimizer;
    }

    public ObjectProperty<Initialization> initialization() {
        return initialization;
    }

    /** True if a setting that needs a new start differs from the running experiment. */
    public BooleanBinding waiting() {
        return waiting;
    }

    /** True if every field holds a value that is allowed. */
    public BooleanBinding valid() {
        return valid;
    }

    /** What runs now: fields that nobody touched follow it. */
    public void inForce(Experiment experiment) {
        Experiment before = inForce.get();
        hidden.inForce(experiment.hidden());
        steps.inForce(experiment.steps());
        batch.inForce(experiment.batch());
        seed.inForce(experiment.seed());
        learningRate.inForce(experiment.learningRate());
        boolean clipped = experiment.clip() != Experiment.UNCLIPPED;
        clip.inForce(clipped ? experiment.clip() : clip.value().get());
        if (clipping.get() == (before.clip() != Experiment.UNCLIPPED)) {
            clipping.set(clipped);
        }
        follow(cell, before.cell(), experiment.cell());
        follow(sampling, before.sampling(), experiment.sampling());
        follow(optimizer, before.optimizer(), experiment.optimizer());
        follow(initialization, before.initialization(), experiment.initialization());
        inForce.set(experiment);
    }

    private static <T> void follow(ObjectProperty<T> choice, T before, T now) {
        if (choice.get().equals(before)) {
            choice.set(now);
        }
    }

    /** Another experiment was opened: every field shows it, whatever was typed. */
    void show(Experiment experiment) {
        inForce(experiment);
        numbers().forEach(NumberDraft::revert);
        clipping.set(experiment.clip() != Experiment.UNCLIPPED);
        cell.set(experiment.cell());
        sampling.set(experiment.sampling());
        optimizer.set(experiment.optimizer());
        initialization.set(experiment.initialization());
    }

    /** Writes a preset into the fields; the cell stays. */
    public void take(ExperimentPreset preset) {
        hidden.set(preset.hidden());
        steps.set(preset.steps());
        batch.set(preset.batch());
        learningRate.set(preset.learningRate());
        clip.set(preset.clip());
        clipping.set(true);
        sampling.set(preset.sampling());
        optimizer.set(preset.optimizer());
        initialization.set(preset.initialization());
    }

    /** The experiment that the fields describe, or none while a field is wrong. */
    public Optional<Experiment> experiment(Convention convention, String corpus) {
        return valid.get() ? Optional.of(described(convention, corpus)) : Optional.empty();
    }

    /** The same with the last valid value of each field, for what is reckoned while somebody types. */
    Experiment described() {
        return described(inForce.get().convention(), inForce.get().corpus());
    }

    private Experiment described(Convention convention, String corpus) {
        return new Experiment(
                cell.get(),
                convention,
                (int) hidden.value().get(),
                (int) batch.value().get(),
                (int) steps.value().get(),
                learningRate.value().get(),
                limit(),
                optimizer.get(),
                sampling.get(),
                initialization.get(),
                (long) seed.value().get(),
                corpus,
                inForce.get().tokens());
    }

    private boolean differs() {
        Experiment running = inForce.get();
        return hidden.waiting().get()
                || steps.waiting().get()
                || batch.waiting().get()
                || seed.waiting().get()
                || cell.get() != running.cell()
                || sampling.get() != running.sampling()
                || optimizer.get() != running.optimizer()
                || initialization.get() != running.initialization();
    }
}
