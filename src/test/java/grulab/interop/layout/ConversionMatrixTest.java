package grulab.interop.layout;

import static org.assertj.core.api.Assertions.assertThat;

import grulab.interop.file.BadModel;
import grulab.model.Array;
import grulab.model.CellType;
import grulab.model.FrameworkRow;
import grulab.model.ResetPosition;
import grulab.model.SeededRandom;
import grulab.model.Weights;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Every framework into every other. What must come of it follows from three columns of the table in docs/conventions.md:
 * reset, biases, and whether something is added to the forget gate.
 */
class ConversionMatrixTest {
    private enum Outcome {
        /** Moved or negated: there and back every bit is the same. */
        EXACT,
        /** Two biases were added, or a constant taken from one. */
        ADDED,
        NO_PLACE,
        OTHER_RESET
    }

    private static final int HIDDEN = 4;

    @Property(tries = 5)
    void allPairsOfGrusAreTheSameFunctionOrRefused(@ForAll long seed) throws BadModel {
        assertThat(count(CellType.GRU, seed))
                .containsEntry(Outcome.EXACT, 190)
                .containsEntry(Outcome.ADDED, 20)
                .containsEntry(Outcome.NO_PLACE, 55)
                .containsEntry(Outcome.OTHER_RESET, 264);
    }

    @Property(tries = 5)
    void allPairsOfLstmsAreTheSameFunction(@ForAll long seed) throws BadModel {
        assertThat(count(CellType.LSTM, seed))
                .containsEntry(Outcome.EXACT, 55)
                .containsEntry(Outcome.ADDED, 26)
                .hasSize(2);
    }

    @Property(tries = 5)
    void allPairsOfRnnsAreTheSameFunction(@ForAll long seed) throws BadModel {
        assertThat(count(CellType.RNN, seed))
                .containsEntry(Outcome.EXACT, 28)
                .containsEntry(Outcome.ADDED, 8)
                .hasSize(2);
    }

    private static Map<Outcome, Integer> count(CellType cell, long seed) throws BadModel {
        SeededRandom random = new SeededRandom(seed);
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        for (FrameworkRow from : FrameworkRow.of(cell)) {
            for (FrameworkRow to : FrameworkRow.of(cell)) {
                boolean square = from.rules().square() || to.rules().square();
                Map<String, Array> stored = RandomCell.arrays(from, square ? HIDDEN : 3, HIDDEN, random);
                Outcome expected = expected(from, to);
                assertThat(outcome(from, to, stored, seed))
                        .as("%s into %s", from.name(), to.name())
                        .isEqualTo(expected);
                counts.merge(expected, 1, Integer::sum);
            }
        }
        return counts;
    }

    private static Outcome outcome(FrameworkRow from, FrameworkRow to, Map<String, Array> stored, long seed)
            throws BadModel {
        Weights weights = Layouts.unpack(from, stored, from.id());
        Conversion there;
        try {
            there = Conversion.make(weights, from.convention(), to);
        } catch (BadModel e) {
            return refusal(e, to);
        }
        Weights arrived = Layouts.unpack(to, Layouts.pack(to, there.weights()), to.id());
        assertThat(distance(
                        RandomCell.h(weights, from.convention(), seed), RandomCell.h(arrived, to.convention(), seed)))
                .as("h in %s from %s", to.name(), from.name())
                .isLessThan(1e-12);
        Conversion back = Conversion.make(arrived, to.convention(), from);
        if (adds(there) || adds(back)) {
            return Outcome.ADDED;
        }
        Map<String, Array> again = Layouts.pack(from, back.weights());
        stored.forEach((name, array) -> assertThat(Arrays.equals(again.get(name).values(), array.values()))
                .as("%s of %s, there and back through %s", name, from.name(), to.name())
                .isTrue());
        return Outcome.EXACT;
    }

    private static double distance(double[] a, double[] b) {
        double largest = 0;
        for (int i = 0; i < a.length; i++) {
            largest = Math.max(largest, Math.abs(a[i] - b[i]));
        }
        return largest;
    }

    private static boolean adds(Conversion conversion) {
        return conversion.steps().contains(ConversionStep.BIASES_ADDED)
                || conversion.steps().contains(ConversionStep.FORGET_BIAS_TAKEN_AWAY);
    }

    private static Outcome refusal(BadModel e, FrameworkRow to) {
        if (String.valueOf(e.getMessage()).contains("equal for every input only if U_n is diagonal and c_n is 0")) {
            return Outcome.OTHER_RESET;
        }
        assertThat(e)
                .hasMessageStartingWith(to.name())
                .hasMessageMatching(".* has (no bias for [rzn]|one bias for n, outside the product with r), but"
                        + " b_[ih][rzn]\\[\\d] is -?0\\.\\d+; only weights whose b_[ih][rzn] is 0 in every unit.*");
        return Outcome.NO_PLACE;
    }

    private static Outcome expected(FrameworkRow from, FrameworkRow to) {
        boolean gru = to.cell() == CellType.GRU;
        if (gru && !from.convention().relabelsTo(to.convention())) {
            return Outcome.OTHER_RESET;
        }
        boolean candidateApart = gru && to.convention().reset() == ResetPosition.AFTER;
        Set<String> places = places(to);
        Outcome outcome = Outcome.EXACT;
        for (String bias : places(from)) {
            String sum = bias.substring(bias.length() - 1);
            if (places.contains(bias)) {
                continue;
            }
            if (!places.contains(sum) || candidateApart && bias.equals("second n")) {
                return Outcome.NO_PLACE;
            }
            outcome = Outcome.ADDED;
        }
        boolean takesAway = to.rules().forgetBias() != 0 && from.rules().forgetBias() == 0;
        return takesAway ? Outcome.ADDED : outcome;
    }

    /** Which biases a framework has, by its column of the table: "r" for one, "second r" where there is another. */
    private static Set<String> places(FrameworkRow row) {
        Set<String> places = new HashSet<>();
        if (row.biases().equals("z")) {
            places.add("z");
        } else if (!row.biases().equals("–")) {
            places.addAll(row.cell().gates());
        }
        if (row.biases().equals("2")) {
            row.cell().gates().forEach(gate -> places.add("second " + gate));
        } else if (row.biases().equals("1 (n: 2)")) {
            places.add("second n");
        }
        if (row.rules().forgetBias() != 0) {
            places.add("second f");
        }
        return places;
    }
}
