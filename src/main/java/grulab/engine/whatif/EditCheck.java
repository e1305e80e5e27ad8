package grulab.engine.whatif;

import grulab.model.CellType;
import grulab.model.Edit;
import grulab.model.Quantity;
import grulab.model.Range;
import grulab.model.Snapshot;
import grulab.model.Weights;
import java.util.stream.Collectors;

/** Refuses an edit that the window has no place for, in one sentence. Steps and units are counted from 1 in it. */
final class EditCheck {
    private final Snapshot base;
    private final Edit edit;
    private final CellType cell;
    private final int steps;
    private final int hidden;

    EditCheck(Snapshot base, Edit edit) {
        this.base = base;
        this.edit = edit;
        cell = base.trace().cell();
        steps = base.trace().steps();
        hidden = base.trace().hidden();
    }

    /** @throws IllegalArgumentException with what is wrong, where, and what would be right */
    void check() {
        if (edit instanceof Edit.Value value) {
            value(value);
        } else if (edit instanceof Edit.Start start) {
            start(start);
        } else if (edit instanceof Edit.Input input) {
            input(input);
        } else if (edit instanceof Edit.Weight weight) {
            weight(weight);
        }
    }

    private void value(Edit.Value value) {
        Quantity quantity = value.quantity();
        if (quantity == Quantity.PRODUCT && cell == CellType.GRU) {
            throw refusal("The product of the reset gate cannot be given a value; give one to r, to h or to h̃.");
        }
        ofTheCell(quantity);
        if (value.from() > value.to()) {
            throw refusal("The first step, t %d, must not be after the last, t %d.", value.from() + 1, value.to() + 1);
        }
        step(value.from());
        step(value.to());
        if (value.unit() != Edit.EVERY) {
            unit(value.unit());
        }
        String unit = value.unit() == Edit.EVERY ? "every unit" : "unit " + (value.unit() + 1);
        String when = value.from() == value.to()
                ? "t " + (value.from() + 1)
                : "t %d to %d".formatted(value.from() + 1, value.to() + 1);
        number("%s of %s at %s".formatted(name(quantity), unit, when), value.value());
    }

    private void start(Edit.Start start) {
        boolean state = start.state() == Quantity.STATE || (start.state() == Quantity.CELL && cell.hasCellState());
        if (!state) {
            throw refusal(
                    "A window of %s starts from %s, not from %s.",
                    cell.title(),
                    cell.hasCellState() ? "h₀ and c₀" : "h₀",
                    start.state().id());
        }
        unit(start.unit());
        number("%s₀ of unit %d".formatted(start.state().id(), start.unit() + 1), start.value());
    }

    private void input(Edit.Input input) {
        step(input.t());
        int symbols = base.weights().inputs();
        if (input.symbol() < 0 || input.symbol() >= symbols) {
            throw refusal(
                    "What is read at t %d must be one of the symbols 1 to %d, not number %d.",
                    input.t() + 1, symbols, input.symbol() + 1);
        }
    }

    private void weight(Edit.Weight weight) {
        Weights w = base.weights();
        if (!w.has(weight.name())) {
            throw refusal(
                    "The model has no parameter %s; it has %s.",
                    weight.name(), String.join(", ", w.arrays().keySet()));
        }
        int size = w.get(weight.name()).length;
        if (weight.index() < 0 || weight.index() >= size) {
            throw refusal("%s has no entry %d; its entries are 1 to %d.", weight.name(), weight.index() + 1, size);
        }
        int[] shape = w.shape(weight.name());
        String place = shape.length == 1
                ? "entry %d".formatted(weight.index() + 1)
                : "row %d, column %d".formatted(weight.index() / shape[1] + 1, weight.index() % shape[1] + 1);
        number("%s, %s,".formatted(weight.name(), place), weight.value());
    }

    private void number(String what, double value) {
        Range range = EditRange.of(base, edit);
        if (!range.holds(value)) {
            throw refusal(
                    "%s must be from %s to %s, not %s.", what, text(range.low()), text(range.high()), text(value));
        }
    }

    private void ofTheCell(Quantity quantity) {
        if (!cell.quantities().contains(quantity)) {
            String known = cell.quantities().stream().map(EditCheck::symbol).collect(Collectors.joining(", "));
            throw refusal("%s has no %s; it has %s.", cell.title(), symbol(quantity), known);
        }
    }

    private void step(int t) {
        if (t < 0 || t >= steps) {
            throw refusal("There is no step t %d in the window; t goes from 1 to %d.", t + 1, steps);
        }
    }

    private void unit(int k) {
        if (k < 0 || k >= hidden) {
            throw refusal("There is no unit %d; units go from 1 to %d.", k + 1, hidden);
        }
    }

    private static String name(Quantity quantity) {
        String kind = switch (quantity) {
            case RESET, UPDATE, INPUT, FORGET, OUTPUT -> "Gate ";
            case CANDIDATE, CELL_CANDIDATE -> "Candidate ";
            case CELL, STATE, PRODUCT -> "State ";
        };
        return kind + symbol(quantity);
    }

    private static String symbol(Quantity quantity) {
        return quantity == Quantity.CANDIDATE ? "h̃" : quantity.id();
    }

    /** Short, with the sign U+2212. */
    private static String text(double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1e9;
        String text = whole ? Long.toString((long) value) : Double.toString(value);
        return text.replace(".0E", "e").replace('E', 'e').replace('-', '\u2212');
    }

    private static IllegalArgumentException refusal(String sentence, Object... values) {
        return new IllegalArgumentException(sentence.formatted(values));
    }
}
