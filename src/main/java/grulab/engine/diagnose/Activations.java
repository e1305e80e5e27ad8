package grulab.engine.diagnose;

import grulab.model.CellType;
import grulab.model.Deviation;
import java.util.ArrayList;
import java.util.List;

/** Functions in place of σ and tanh: those that libraries have as their defaults, and those that ONNX names. */
final class Activations {
    private static final int USUAL = 2;
    private static final int KNOWN = 3;
    private static final int ODD = 4;

    private final CellType cell;
    private final List<Twist> twists = new ArrayList<>();

    private Activations(CellType cell) {
        this.cell = cell;
    }

    static List<Twist> of(CellType cell) {
        Activations activations = new Activations(cell);
        switch (cell) {
            case GRU -> activations.gru();
            case LSTM -> activations.lstm();
            case RNN -> activations.candidates(List.of("h"), KNOWN);
        }
        return activations.twists;
    }

    private void gru() {
        gates(List.of("r", "z"));
        candidates(List.of("n"), KNOWN);
    }

    private void lstm() {
        gates(List.of("i", "f", "o"));
        candidates(List.of("g", "h"), KNOWN);
        candidates(List.of("g"), ODD);
        candidates(List.of("h"), ODD);
    }

    /** All of them alike, one of them alone, and all of them with another function for the rest. */
    private void gates(List<String> gates) {
        List<String> rest = cell == CellType.GRU ? List.of("n") : List.of("g", "h");
        for (Squash function : Squash.FOR_GATES) {
            twists.add(twist(gates, function, USUAL));
            gates.forEach(gate -> twists.add(twist(List.of(gate), function, ODD)));
            for (Squash other : Squash.FOR_CANDIDATES) {
                Twist one = twist(gates, function, USUAL);
                Twist more = twist(rest, other, KNOWN);
                twists.add(new Twist(
                        Twist.Family.ACTIVATION,
                        USUAL + KNOWN,
                        v -> more.on().apply(one.on().apply(v))));
            }
        }
    }

    private void candidates(List<String> gates, int weight) {
        Squash.FOR_CANDIDATES.forEach(function -> twists.add(twist(gates, function, weight)));
    }

    private Twist twist(List<String> gates, Squash function, int weight) {
        List<Integer> numbers = gates.stream().map(this::number).toList();
        return new Twist(Twist.Family.ACTIVATION, weight, v -> {
            List<Squash> now = v.formula().functions();
            return numbers.stream().allMatch(n -> now.get(n).equals(function))
                    ? v
                    : v.with(
                            v.formula().with(numbers, function),
                            weight,
                            new Deviation.Activation(gates, function.id()));
        });
    }

    /** Of an LSTM's way out of the cell state: one past its gates. */
    private int number(String gate) {
        int number = cell.gates().indexOf(gate);
        return number < 0 ? cell.gates().size() : number;
    }
}
