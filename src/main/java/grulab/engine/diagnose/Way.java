package grulab.engine.diagnose;

import grulab.model.BiasUse;
import grulab.model.Case;
import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.StartUse;
import grulab.model.Transposed;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One way of computing that is tried.
 *
 * @param convention null of an LSTM or RNN
 * @param roles what each block is used as: the block given as gate k plays gate {@code roles.get(k)}
 */
record Way(@Nullable Convention convention, List<Integer> roles, Transposed transposed, BiasUse bias, StartUse start) {

    /** Every way for a case, the one that the case itself describes first. */
    static List<Way> all(Case given) {
        CellType cell = given.weights().cell();
        boolean square = given.weights().inputs() == given.weights().hidden();
        List<@Nullable Convention> conventions = new ArrayList<>();
        if (cell == CellType.GRU) {
            conventions.addAll(Convention.ALL);
        } else {
            conventions.add(null);
        }
        List<Way> ways = new ArrayList<>();
        for (Convention convention : conventions) {
            for (List<Integer> roles : orders(cell.gates().size())) {
                for (Transposed transposed : Transposed.values()) {
                    boolean possible = square || transposed == Transposed.NONE || transposed == Transposed.RECURRENT;
                    for (BiasUse bias : possible ? BiasUse.values() : new BiasUse[0]) {
                        ways.add(new Way(convention, roles, transposed, bias, StartUse.GIVEN));
                        ways.add(new Way(convention, roles, transposed, bias, StartUse.ZERO));
                    }
                }
            }
        }
        ways.sort((a, b) -> Integer.compare(a.departures(given), b.departures(given)));
        return ways;
    }

    /** The way that the case itself describes. */
    static Way asGiven(Case given) {
        CellType cell = given.weights().cell();
        return new Way(
                cell == CellType.GRU ? given.convention() : null,
                IntStream.range(0, cell.gates().size()).boxed().toList(),
                Transposed.NONE,
                BiasUse.TWO,
                StartUse.GIVEN);
    }

    /** How far this is from what the case itself describes; 0 if it is that. */
    private int departures(Case given) {
        int sum = start == StartUse.GIVEN ? 0 : 2;
        if (convention != null) {
            sum += convention.reset() == given.convention().reset() ? 0 : 2;
            sum += convention.update() == given.convention().update() ? 0 : 2;
        }
        for (int k = 0; k < roles.size(); k++) {
            sum += roles.get(k) == k ? 0 : 1;
        }
        sum += switch (transposed) {
            case NONE -> 0;
            case RECURRENT, INPUT -> 2;
            case BOTH -> 3;
        };
        return sum
                + switch (bias) {
                    case TWO -> 0;
                    case ONE, INPUT_ONLY -> 2;
                    case RECURRENT_ONLY, NONE, SWAPPED -> 3;
                };
    }

    /** The block that plays a gate. */
    int block(int gate) {
        return roles.indexOf(gate);
    }

    /** As {@link grulab.model.Finding#gateOrder} has it. */
    String gateOrder(CellType cell) {
        return roles.stream().map(cell.gates()::get).collect(Collectors.joining(" "));
    }

    private static List<List<Integer>> orders(int size) {
        List<List<Integer>> all = new ArrayList<>();
        grow(new ArrayList<>(), size, all);
        return all;
    }

    private static void grow(List<Integer> start, int size, List<List<Integer>> all) {
        if (start.size() == size) {
            all.add(List.copyOf(start));
            return;
        }
        for (int k = 0; k < size; k++) {
            if (!start.contains(k)) {
                start.add(k);
                grow(start, size, all);
                start.remove(start.size() - 1);
            }
        }
    }
}
