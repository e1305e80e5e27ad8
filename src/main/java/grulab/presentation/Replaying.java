package grulab.presentation;

import grulab.engine.whatif.Replay;
import grulab.model.Edit;
import grulab.model.Snapshot;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableBooleanValue;
import org.jspecify.annotations.Nullable;

/**
 * The snapshot that is looked at, with the edits. Without edits it is that snapshot, at once; with edits the window is
 * computed again aside, for the newest snapshot and list, and what was computed last stays until then.
 */
final class Replaying {
    private record Question(Snapshot base, List<Edit> edits, List<String> symbols) {}

    /** @param original the same window computed the same way, so that the difference is the edits' alone */
    private record Answer(Snapshot original, Snapshot snapshot, long micros) {}

    private final ReadOnlyObjectProperty<@Nullable Snapshot> base;
    private final WhatIf whatIf;
    private final Supplier<List<String>> symbols;
    private final ObservableBooleanValue active;
    private final Aside<Question, Answer> aside;
    private final ReadOnlyObjectWrapper<@Nullable Snapshot> shown = new ReadOnlyObjectWrapper<>(this, "shown", null);
    private @Nullable Snapshot from;
    private @Nullable Snapshot original;
    private List<Edit> edits = List.of();
    /** Of the last base that was replayed, so that an edit need not compute what lies before it. Of the worker alone. */
    private @Nullable Replay replay;

    private @Nullable Snapshot replayed;
    private @Nullable Snapshot unedited;

    /** @param active while it is not, nothing is shown anew */
    Replaying(
            ReadOnlyObjectProperty<@Nullable Snapshot> base,
            WhatIf whatIf,
            Supplier<List<String>> symbols,
            ObservableBooleanValue active,
            Executor worker,
            Executor fx) {
        this.base = base;
        this.whatIf = whatIf;
        this.symbols = symbols;
        this.active = active;
        aside = new Aside<>(worker, fx, this::compute, new Aside.Ears<>() {
            @Override
            public void answered(Question question, Answer answer) {
                show(question.base, answer.original, answer.snapshot, question.edits);
                whatIf.effect(Effect.of(answer.original, answer.snapshot, answer.micros));
            }

            @Override
            public void failed(Question question, RuntimeException reason) {
                whatIf.refused(Sentences.of(reason));
                show(question.base, null, question.base, List.of());
            }
        });
        base.addListener((o, old, now) -> update());
        whatIf.edits().addListener((o, old, now) -> update());
        active.addListener((o, old, now) -> update());
    }

    ReadOnlyObjectProperty<@Nullable Snapshot> shown() {
        return shown.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty computing() {
        return aside.busy();
    }

    /** What is shown, before the edits. */
    @Nullable
    Snapshot from() {
        return from;
    }

    /** What is shown would be this without the edits, computed in the same way; null if there are none. */
    @Nullable
    Snapshot original() {
        return original;
    }

    /** The edits that are in what is shown. */
    List<Edit> edits() {
        return edits;
    }

    private void update() {
        Snapshot now = base.get();
        if (!active.get() || now == null) {
            return;
        }
        List<Edit> made = whatIf.edits().get();
        if (made.isEmpty()) {
            aside.forget();
            whatIf.effect(null);
            show(now, null, now, made);
        } else {
            aside.ask(new Question(now, made, symbols.get()));
        }
    }

    private void show(Snapshot before, @Nullable Snapshot without, Snapshot now, List<Edit> made) {
        from = before;
        original = without;
        edits = made;
        shown.set(now);
    }

    private Answer compute(Question question) {
        long began = System.nanoTime();
        Replay of = replay;
        Snapshot without = unedited;
        if (of == null || without == null || replayed != question.base) {
            of = new Replay(question.base, question.symbols);
            without = of.with(List.of());
            replay = of;
            unedited = without;
            replayed = question.base;
        }
        Snapshot snapshot = of.with(question.edits);
        return new Answer(without, snapshot, (System.nanoTime() - began) / 1000);
    }
}
