package grulab.engine.diagnose;

import grulab.model.CellType;
import grulab.model.Deviation;
import grulab.model.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * One thing that a library is known to do otherwise, or a person to get wrong, whatever the convention.
 *
 * @param weight how unusual it is
 */
record Twist(Family family, int weight, UnaryOperator<Variant> on) {
    /** What excludes each other. */
    enum Family {
        ACTIVATION,
        BIAS,
        FORGET_BIAS,
        FIRST_STEP,
        OPERATION
    }

    private static final int USUAL = 2;
    private static final int KNOWN = 3;
    private static final int ODD = 4;

    /** All of them, for the cell of a case. */
    static List<Twist> all(CellType cell) {
        return Stream.of(Activations.of(cell), BiasTwists.of(cell), forgetBias(cell), firstStep(cell), operations(cell))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Twist> forgetBias(CellType cell) {
        return cell == CellType.LSTM ? List.of(forgetBias(1, USUAL), forgetBias(-1, KNOWN)) : List.of();
    }

    private static Twist forgetBias(double added, int weight) {
        return new Twist(
                Family.FORGET_BIAS,
                weight,
                v -> v.with(
                        v.addends().plus(CellType.LSTM.gates().indexOf("f"), added),
                        weight,
                        new Deviation.ForgetBias(added)));
    }

    private static List<Twist> firstStep(CellType cell) {
        List<Twist> twists = new ArrayList<>();
        List<String> all = cell.gates().stream().map(gate -> "b_h" + gate).toList();
        List<Integer> gates = Addends.own(all.size()).input();
        if (cell == CellType.GRU) {
            twists.add(firstStep(gates.subList(2, 3), all.subList(2, 3), KNOWN));
        }
        twists.add(firstStep(gates, all, ODD));
        return twists;
    }

    private static Twist firstStep(List<Integer> gates, List<String> named, int weight) {
        return new Twist(
                Family.FIRST_STEP,
                weight,
                v -> v.with(v.addends().firstWithout(gates), weight, new Deviation.FirstStep(named)));
    }

    private static List<Twist> operations(CellType cell) {
        List<Operation> of = switch (cell) {
            case GRU -> List.of(Operation.STATE_FROM_START, Operation.CANDIDATE_UNWEIGHTED, Operation.RESET_UNUSED);
            case LSTM ->
                List.of(
                        Operation.INPUT_COUPLED,
                        Operation.FORGET_COUPLED,
                        Operation.STATE_FROM_START,
                        Operation.CELL_FROM_START,
                        Operation.CELL_FROM_STATE,
                        Operation.SUM_FOR_PRODUCT);
            case RNN -> List.of(Operation.STATE_FROM_START);
        };
        return of.stream()
                .map(operation -> new Twist(
                        Family.OPERATION,
                        KNOWN,
                        v -> v.with(v.formula().with(operation), KNOWN, new Deviation.Calculation(operation))))
                .toList();
    }
}
