package grulab.presentation;

import grulab.engine.train.Footprint;
import grulab.engine.train.Room;
import grulab.model.Experiment;
import grulab.presentation.MemoryNeed.Alternative;
import grulab.service.LabService;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Whether what the fields describe could be started, beyond fields that say so themselves: the text must be long
 * enough, and the memory large enough. Memory is reckoned aside, because whoever says no collects garbage first.
 */
public final class StartChecks {
    private final ExperimentDraft draft;
    private final ReadOnlyObjectProperty<TextModel.Choice> text;
    private final RunningExperiment run;
    private final LabService service;
    private final Executor fx;
    private final Executor aside;
    private final AtomicLong newest = new AtomicLong();
    private final ReadOnlyObjectWrapper<@Nullable Message> tooShort =
            new ReadOnlyObjectWrapper<>(this, "tooShort", null);
    private final ReadOnlyObjectWrapper<@Nullable MemoryNeed> memory =
            new ReadOnlyObjectWrapper<>(this, "memory", null);
    private final ReadOnlyLongWrapper parameters = new ReadOnlyLongWrapper(this, "parameters");
    private final BooleanBinding passed;

    StartChecks(
            ExperimentDraft draft,
            ReadOnlyObjectProperty<TextModel.Choice> text,
            RunningExperiment run,
            LabService service,
            Executor fx,
            Executor aside) {
        this.draft = draft;
        this.text = text;
        this.run = run;
        this.service = service;
        this.fx = fx;
        this.aside = aside;
        passed = Bindings.createBooleanBinding(
                () -> tooShort.get() == null
                        && (memory.get() == null || memory.get().fits()),
                tooShort,
                memory);
        Stream<Observable> sizes =
                Stream.of(draft.hidden, draft.batch, draft.steps).map(NumberDraft::value);
        Stream<Observable> rest = Stream.of(draft.cell(), draft.sampling(), draft.optimizer(), text, run.experiment);
        Stream.concat(sizes, rest).forEach(o -> o.addListener(changed -> check()));
    }

    /** What to say of a text that is too short for the settings; null if it is not. */
    public ReadOnlyObjectProperty<@Nullable Message> tooShort() {
        return tooShort.getReadOnlyProperty();
    }

    /** The memory that the settings take; null while that is not known. */
    public ReadOnlyObjectProperty<@Nullable MemoryNeed> memory() {
        return memory.getReadOnlyProperty();
    }

    /** How many parameters the settings ask for. */
    public ReadOnlyLongProperty parameters() {
        return parameters.getReadOnlyProperty();
    }

    /** True if nothing speaks against a start. */
    public BooleanBinding passed() {
        return passed;
    }

    void check() {
        TextModel.Choice choice = text.get();
        long shortest = TextModel.shortest(
                (int) draft.batch.value().get(),
                (int) draft.steps.value().get(),
                draft.sampling().get());
        boolean known = choice.length() > 0;
        tooShort.set(
                known && choice.length() < shortest ? Message.of("state.too-short", NumberText.show(shortest)) : null);
        if (known) {
            parameters.set(draft.cell()
                    .get()
                    .parameters(choice.kinds(), (int) draft.hidden.value().get(), choice.kinds()));
            reckon(choice.kinds());
        }
    }

    private void reckon(int kinds) {
        Experiment asked = draft.described();
        int learned = run.loaded.get() == null ? 0 : run.loaded.get().kinds();
        Experiment running = run.experiment.get();
        long number = newest.incrementAndGet();
        aside.execute(() -> {
            if (number != newest.get()) {
                return;
            }
            Room room = service.room(asked, kinds, running, learned);
            fx.execute(() -> {
                if (number == newest.get()) {
                    memory.set(need(room));
                }
            });
        });
    }

    private MemoryNeed need(Room room) {
        String needed = Footprint.words(room.needed());
        if (room.fits()) {
            return new MemoryNeed(Message.of("memory.needs", needed), true, List.of());
        }
        List<Alternative> alternatives = Stream.of(
                        new Alternative(draft.hidden, withSlack(room.hidden())),
                        new Alternative(draft.batch, withSlack(room.batch())),
                        new Alternative(draft.steps, withSlack(room.steps())))
                .filter(a -> a.value() > 0)
                .toList();
        Message sentence = room.needed() <= room.free()
                ? Message.of("memory.array")
                : Message.of("memory.too-much", needed, Footprint.words(room.free()));
        return new MemoryNeed(sentence, false, alternatives);
    }

    /** A little less, in two digits: what is free differs from one moment to the next. */
    private static int withSlack(int largest) {
        int less = (int) (largest * 0.97);
        int unit = 1;
        while (less / unit >= 100) {
            unit *= 10;
        }
        return less == 0 ? largest : less / unit * unit;
    }
}
