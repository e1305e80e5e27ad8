package grulab.engine.diagnose;

import grulab.model.BiasUse;
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
    /** Of the first step, at which something may be left out. */
    private final double[][] firstInner;

    private final double[][] firstBias;

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
        Addends addends = way.variant().addends();
        for (int g = 0; g < blocks.gates; g++) {
            block[g] = way.block(g);
            int b = way.block(addends.input().get(g));
            int c = way.block(addends.recurrent().get(g));
            double constant = addends.constants().get(g);
            int beside = switch (way.bias()) {
                case TWO, ONE, INPUT_ONLY -> b;
                case SWAPPED, RECURRENT_ONLY, NONE -> Blocks.NOBODY;
            };
            int within = switch (way.bias()) {
                case TWO, RECURRENT_ONLY -> c;
                case SWAPPED, ONE, INPUT_ONLY, NONE -> Blocks.NOBODY;
            };
            boolean swapped = way.bias() == BiasUse.SWAPPED;
            int besideToo = way.bias() == BiasUse.ONE || swapped ? c : Blocks.NOBODY;
            int withinToo = swapped ? b : Blocks.NOBODY;
            outer[g] = blocks.added(beside, besideToo, constant);
            inner[g] = blocks.added(withinToo, within, 0);
            bias[g] = swapped
                    ? blocks.added(b, c, constant)
                    : blocks.added(beside, within == Blocks.NOBODY ? besideToo : within, constant);
        }
        firstInner = inner.clone();
        firstBias = bias.clone();
        for (int g : addends.firstWithout()) {
            firstInner[g] = blocks.added(Blocks.NOBODY, Blocks.NOBODY, 0);
            firstBias[g] = outer[g];
        }
    }

    /** outer + inner [H] of a gate at step t. */
    double[] bias(int gate, int t) {
        return (t == 0 ? firstBias : bias)[gate];
    }

    double[] inner(int gate, int t) {
        return (t == 0 ? firstInner : inner)[gate];
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

    /** Where h starts in some rows [rows·H]. */
    double[] startOfState(Case given, int[] rows) {
        return start(way.start() == StartUse.EXCHANGED ? given.c0() : given.h0(), rows);
    }

    /** Where an LSTM's c starts. */
    double[] startOfCell(Case given, int[] rows) {
        return start(way.start() == StartUse.EXCHANGED ? given.h0() : given.c0(), rows);
    }

    private double[] start(double[] given, int[] rows) {
        int hidden = blocks.hidden;
        double[] start = new double[rows.length * hidden];
        if (way.start() != StartUse.ZERO) {
            for (int i = 0; i < rows.length; i++) {
                System.arraycopy(given, rows[i] * hidden, start, i * hidden, hidden);
            }
        }
        return start;
    }

    /** What the start state makes of a function: 0 as given, or as good as given. */
    int startKind(Case given) {
        boolean none = Arrays.stream(given.h0()).allMatch(v -> v == 0)
                && Arrays.stream(given.c0()).allMatch(v -> v == 0);
        return none || (way.start() == StartUse.EXCHANGED && Arrays.equals(given.h0(), given.c0()))
                ? 0
                : way.start().ordinal();
    }
}
