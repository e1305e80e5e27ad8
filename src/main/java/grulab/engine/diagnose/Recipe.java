package grulab.engine.diagnose;

import grulab.model.Case;
import grulab.model.CellType;
import grulab.model.ResetPosition;
import grulab.model.StartUse;
import grulab.model.Transposed;
import grulab.model.UpdateMeaning;
import java.util.Arrays;

/** A way with its numbers: what each gate is computed from. Gates count as in {@link CellType#gates}. */
final class Recipe {
    final Way way;
    final Blocks blocks;
    /** [gate] the block that plays it. */
    final int[] block;

    final int inputSide;
    final int recurrentSide;
    /** [gate][H] beside W x. */
    final double[][] outer;
    /** [gate][H] beside U h: of h̃ inside the reset product, where reset is after. */
    final double[][] inner;
    /** outer + inner. */
    final double[][] bias;

    Recipe(Blocks blocks, Way way) {
        this.way = way;
        this.blocks = blocks;
        block = new int[blocks.gates];
        outer = new double[blocks.gates][];
        inner = new double[blocks.gates][];
        bias = new double[blocks.gates][];
        Transposed t = way.transposed();
        inputSide = t == Transposed.INPUT || t == Transposed.BOTH ? Blocks.TRANSPOSED : Blocks.AS_GIVEN;
        recurrentSide = t == Transposed.RECURRENT || t == Transposed.BOTH ? Blocks.TRANSPOSED : Blocks.AS_GIVEN;
        double[] none = new double[blocks.hidden];
        for (int g = 0; g < blocks.gates; g++) {
            block[g] = way.block(g);
            double[] b = blocks.b[block[g]];
            double[] c = blocks.c[block[g]];
            outer[g] = switch (way.bias()) {
                case TWO, INPUT_ONLY -> b;
                case ONE -> sum(b, c);
                case SWAPPED -> c;
                case RECURRENT_ONLY, NONE -> none;
            };
            inner[g] = switch (way.bias()) {
                case TWO, RECURRENT_ONLY -> c;
                case SWAPPED -> b;
                case ONE, INPUT_ONLY, NONE -> none;
            };
            bias[g] = sum(outer[g], inner[g]);
        }
    }

    boolean resetsBefore() {
        return way.convention() != null && way.convention().reset() == ResetPosition.BEFORE;
    }

    boolean admits() {
        return way.convention() != null && way.convention().update() == UpdateMeaning.ADMIT;
    }

    double[] inputs(int gate) {
        return blocks.w[block[gate]][inputSide];
    }

    double[] recurrences(int gate) {
        return blocks.u[block[gate]][recurrentSide];
    }

    /** The start state of some rows [rows·H]. */
    double[] start(double[] given, int[] rows) {
        int hidden = blocks.hidden;
        double[] start = new double[rows.length * hidden];
        if (way.start() == StartUse.GIVEN) {
            for (int i = 0; i < rows.length; i++) {
                System.arraycopy(given, rows[i] * hidden, start, i * hidden, hidden);
            }
        }
        return start;
    }

    /** Whether the way begins from zero though the case gives another state. */
    boolean dropsStart(Case given) {
        return way.start() == StartUse.ZERO
                && (Arrays.stream(given.h0()).anyMatch(v -> v != 0)
                        || Arrays.stream(given.c0()).anyMatch(v -> v != 0));
    }

    private static double[] sum(double[] a, double[] b) {
        double[] sum = new double[a.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = a[i] + b[i];
        }
        return sum;
    }
}
