package grulab.engine;

import grulab.model.Edit;
import grulab.model.Quantity;
import grulab.model.SeededRandom;
import grulab.model.Snapshot;
import java.util.List;

/** Edits that a window has a place for: of every kind, and of the ends of their ranges too. */
record RandomEdits(Snapshot base, SeededRandom random) {

    Edit next() {
        return switch (random.nextInt(6)) {
            case 0 -> start();
            case 1 -> new Edit.Input(step(), random.nextInt(base.weights().inputs()));
            case 2 -> weight();
            default -> value();
        };
    }

    private Edit.Value value() {
        Quantity quantity = of(base.trace().cell().quantities());
        int from = step();
        int to = from + random.nextInt(Math.min(3, base.trace().steps() - from));
        int unit = random.nextInt(4) == 0 ? Edit.EVERY : unit();
        return new Edit.Value(quantity, from, to, unit, number(quantity));
    }

    private Edit.Start start() {
        Quantity state = base.trace().cell().hasCellState() && random.nextInt(2) == 0 ? Quantity.CELL : Quantity.STATE;
        return new Edit.Start(state, unit(), number(state));
    }

    private Edit.Weight weight() {
        String name = of(List.copyOf(base.weights().arrays().keySet()));
        int index = random.nextInt(base.weights().get(name).length);
        return new Edit.Weight(name, index, 4 * random.nextDouble() - 2);
    }

    private double number(Quantity quantity) {
        double share = switch (random.nextInt(6)) {
            case 0 -> 0;
            case 1 -> 1;
            default -> random.nextDouble();
        };
        return switch (quantity) {
            case RESET, UPDATE, INPUT, FORGET, OUTPUT -> share;
            case CELL -> 4 * share - 2;
            default -> 2 * share - 1;
        };
    }

    private int step() {
        return random.nextInt(base.trace().steps());
    }

    private int unit() {
        return random.nextInt(base.trace().hidden());
    }

    private <T> T of(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
