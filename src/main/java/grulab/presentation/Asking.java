package grulab.presentation;

import grulab.engine.explain.Explanation;
import grulab.engine.whatif.EditRange;
import grulab.engine.whatif.FiniteDifference;
import grulab.model.Edit;
import grulab.model.Quantity;
import grulab.model.Range;
import grulab.model.Snapshot;
import grulab.model.arithmetic.Line;
import grulab.model.arithmetic.Subject;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The number that was clicked: the sum that made it, what it may be set to, and for a slope a second opinion. */
final class Asking {
    private record Question(Snapshot base, List<Edit> edits, Subject subject) {}

    final ReadOnlyObjectWrapper<@Nullable AskedLine> asked = new ReadOnlyObjectWrapper<>(this, "asked", null);
    final ReadOnlyObjectWrapper<@Nullable Message> problem = new ReadOnlyObjectWrapper<>(this, "problem", null);
    final ReadOnlyObjectWrapper<@Nullable Double> slope = new ReadOnlyObjectWrapper<>(this, "slope", null);
    private final Replaying replaying;
    private final WhatIf whatIf;
    private final Aside<Question, Double> measuring;

    Asking(Replaying replaying, WhatIf whatIf, Executor worker, Executor fx) {
        this.replaying = replaying;
        this.whatIf = whatIf;
        measuring =
                new Aside<>(worker, fx, q -> FiniteDifference.slope(q.base, q.edits, q.subject), new Aside.Ears<>() {
                    @Override
                    public void answered(Question question, Double answer) {
                        slope.set(answer);
                    }

                    @Override
                    public void failed(Question question, RuntimeException reason) {
                        problem.set(Message.of("plain", Sentences.of(reason)));
                    }
                });
        replaying.shown().addListener((o, old, now) -> follow());
    }

    void ask(@Nullable Subject about) {
        problem.set(null);
        open(about);
    }

    private void follow() {
        AskedLine now = asked.get();
        if (now != null) {
            open(now.subject());
        }
    }

    /** Closes where the number asked about does not exist. */
    private void open(@Nullable Subject about) {
        measuring.forget();
        slope.set(null);
        Snapshot shown = replaying.shown().get();
        asked.set(about == null || shown == null ? null : line(shown, about));
    }

    private @Nullable AskedLine line(Snapshot shown, Subject about) {
        try {
            Line line = Explanation.line(shown, about, replaying.edits());
            Edit edit = edit(about, line.value());
            return new AskedLine(about, line, edit == null ? null : EditRange.of(shown, edit));
        } catch (IllegalArgumentException e) {
            return null; // another window, where there is no such step, unit, weight or symbol
        }
    }

    /** Sets the number to what was typed, or says what would be right. */
    void edit(String typed) {
        AskedLine now = asked.get();
        if (now == null || now.range() == null) {
            return;
        }
        Range range = now.range();
        OptionalDouble number = NumberText.parse(typed);
        if (number.isEmpty() || !range.holds(number.getAsDouble())) {
            problem.set(Message.of("step.edit.range", NumberText.show(range.low()), NumberText.show(range.high())));
            return;
        }
        problem.set(null);
        Edit made = edit(now.subject(), number.getAsDouble());
        if (made != null) {
            whatIf.add(made);
        }
    }

    /** Measures the slope that is asked about, in the window that is shown. */
    void measure() {
        AskedLine now = asked.get();
        Snapshot from = replaying.from();
        boolean slope =
                now != null && (now.subject() instanceof Subject.Slope || now.subject() instanceof Subject.SumSlope);
        if (now != null && from != null && slope) {
            measuring.ask(new Question(from, replaying.edits(), now.subject()));
        }
    }

    /** The edit that sets a number; null if it is one that only follows from others. */
    private static @Nullable Edit edit(Subject subject, double value) {
        if (subject instanceof Subject.Value v && v.quantity() != Quantity.PRODUCT) {
            return new Edit.Value(v.quantity(), v.t(), v.t(), v.unit(), value);
        }
        if (subject instanceof Subject.Start s) {
            return new Edit.Start(s.quantity(), s.unit(), value);
        }
        if (subject instanceof Subject.Weight w) {
            return new Edit.Weight(w.name(), w.index(), value);
        }
        return null;
    }
}
