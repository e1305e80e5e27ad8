package grulab.interop.layout;

import grulab.model.CellType;
import grulab.model.FrameworkRow;
import grulab.model.LayoutBlock;
import grulab.model.ResetPosition;
import grulab.model.Side;
import grulab.model.Weights;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What a framework has places for, gate by gate: two biases, the sum of both, or none. */
record BiasPlaces(FrameworkRow row, String gate, Set<Side> sides) {

    static BiasPlaces of(FrameworkRow row, String gate) {
        Set<Side> sides = EnumSet.noneOf(Side.class);
        row.arrays().stream()
                .flatMap(array -> array.rows().stream().flatMap(List::stream))
                .filter(block -> Place.isBias(block.side()) && block.gate().equals(gate))
                .map(LayoutBlock::side)
                .forEach(sides::add);
        return new BiasPlaces(row, gate, sides);
    }

    boolean none() {
        return sides.isEmpty();
    }

    boolean two() {
        return sides.size() == 2;
    }

    /** A GRU's candidate with reset after: c_n stands inside the product with r, b_n outside. Else the two only add up. */
    boolean apart() {
        return row.cell() == CellType.GRU
                && gate.equals("n")
                && row.convention().reset() == ResetPosition.AFTER;
    }

    /** The number that the framework stores for a unit. */
    double stored(Weights w, Side side, int unit) {
        double b = w.bias("b_i" + gate, unit);
        double c = w.bias("b_h" + gate, unit);
        if (two()) {
            return side == Side.INPUT_BIAS ? b : c;
        }
        return without(b, c, added());
    }

    /** b + c less what the framework adds by itself; untouched where there is nothing to add or to take away. */
    private static double without(double b, double c, double added) {
        if (c == added) {
            return b;
        }
        if (b == added) {
            return c;
        }
        return b + c - added;
    }

    /** What packing does to the biases of this gate beside moving them. */
    Set<ConversionStep> stepsOf(Weights w) {
        Set<ConversionStep> steps = EnumSet.noneOf(ConversionStep.class);
        if (two() || none()) {
            return steps;
        }
        for (int unit = 0; unit < w.hidden(); unit++) {
            double b = w.bias("b_i" + gate, unit);
            double c = w.bias("b_h" + gate, unit);
            if (b == added() || c == added()) {
                continue;
            }
            if (added() != 0) {
                steps.add(ConversionStep.FORGET_BIAS_TAKEN_AWAY);
            }
            if (b != 0 && c != 0) {
                steps.add(ConversionStep.BIASES_ADDED);
            }
        }
        return steps;
    }

    /** What the framework adds to this gate by itself. */
    double added() {
        return gate.equals("f") ? row.rules().forgetBias() : 0;
    }
}
