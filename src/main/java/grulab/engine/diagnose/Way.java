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
 * @param variant what else is computed otherwise
 */
record Way(
        @Nullable Convention convention,
        List<Integer> roles,
        Transposed transposed,
        BiasUse bias,
        StartUse start,
        Variant variant) {
    /** As many departures as two of the small ones, or one of the large, come to. */
    private static final int NEAR = 3;

    /** Every way for a case without deviations, the one that the case itself describes first. */
    static List<Way> all(Case given) {
        CellType cell = given.weights().cell();
        boolean square = given.weights().inputs() == given.weights().hidden();
        List<@Nullable Convention> conventions = new ArrayList<>();
        if (cell == CellType.GRU) {
            conventions.addAll(Convention.ALL);
        } else {
            conventions.add(null);
        }
        Variant plain = Variant.of(given);
        List<Way> ways = new ArrayList<>();
        for (Convention convention : conventions) {
            for (List<Integer> roles : orders(cell.gates().size())) {
                for (Transposed transposed : Transposed.values()) {
                    boolean possible = square || transposed == Transposed.NONE || transposed == Transposed.RECURRENT;
                    for (BiasUse bias : possible ? BiasUse.values() : new BiasUse[0]) {
                        ways.add(new Way(convention, roles, transposed, bias, StartUse.GIVEN, plain));
                        ways.add(new Way(convention, roles, transposed, bias, StartUse.ZERO, plain));
                    }
                }
            }
        }
        return sorted(ways, given);
    }

    /**
     * Those among all that people mix with something else: any convention and order, and one more departure; or several departures
     * of the convention and order that are given.
     */
    static List<Way> usual(Case given) {
        List<Way> usual = new ArrayList<>();
        for (Way way : all(given)) {
            boolean whole = way.transposed == Transposed.NONE && way.bias == BiasUse.TWO;
            boolean added = way.transposed == Transposed.NONE && way.bias == BiasUse.ONE && way.start == StartUse.GIVEN;
            if (whole || added || way.departures(given) <= NEAR) {
                usual.add(way);
            }
            if (whole && way.start == StartUse.ZERO && given.weights().cell().hasCellState()) {
                usual.add(way.beginning(StartUse.EXCHANGED));
            }
        }
        return sorted(usual, given);
    }

    /** Those of {@link #usual} that leave the order of the gates alone. */
    static List<Way> inOrder(Case given) {
        Way plain = asGiven(given);
        return usual(given).stream()
                .filter(way -> way.roles.equals(plain.roles))
                .toList();
    }

    static List<Way> sorted(List<Way> ways, Case given) {
        List<Way> sorted = new ArrayList<>(ways);
        sorted.sort((a, b) -> Integer.compare(a.departures(given), b.departures(given)));
        return sorted;
    }

    Way with(Variant other) {
        return new Way(convention, roles, transposed, bias, start, other);
    }

    Way beginning(StartUse other) {
        return new Way(convention, roles, transposed, bias, other, variant);
    }

    /** The way that the case itself describes. */
    static Way asGiven(Case given) {
        CellType cell = given.weights().cell();
        return new Way(
                cell == CellType.GRU ? given.convention() : null,
                IntStream.range(0, cell.gates().size()).boxed().toList(),
                Transposed.NONE,
                BiasUse.TWO,
                StartUse.GIVEN,
                Variant.of(given));
    }

    /** How far this is from what the case itself describes; 0 if it is that. */
    int departures(Case given) {
        int sum = variant.weight() + (start == StartUse.GIVEN ? 0 : 2);
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
