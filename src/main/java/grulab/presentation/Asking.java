package grulab.presentation;

import grulab.model.Edit;
import grulab.model.Range;
import grulab.model.arithmetic.Subject;
import java.util.OptionalDouble;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The number that was clicked: the sum that made it, and what it may be set to. */
final class Asking {
    private final WhatIf whatIf;
    private final ReadOnlyObjectWrapper<@Nullable AskedLine> asked = new ReadOnlyObjectWrapper<>(this, "asked", null);
    private final ReadOnlyObjectWrapper<@Nullable Message> problem = new ReadOnlyObjectWrapper<>(this, "problem", null);
    private @Nullable Subject subject;

    Asking(WhatIf whatIf) {
        this.whatIf = whatIf;
    }

    ReadOnlyObjectProperty<@Nullable AskedLine> asked() {
        return asked.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Message> problem() {
        return problem.getReadOnlyProperty();
    }

    void ask(@Nullable Subject about) {
        problem.set(null);
        subject = about;
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

    /** The edit that sets a number; null if it is one that only follows from others. */
    private static @Nullable Edit edit(Subject subject, double value) {
        if (subject instanceof Subject.Value v) {
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
