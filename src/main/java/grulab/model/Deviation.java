package grulab.model;

import java.util.List;

/**
 * What somebody computed otherwise than the cell is described, besides its convention, the order of its gates, transposition, use
 * of biases and start. Steps and rows count from 0.
 */
public sealed interface Deviation {

    /**
     * Another function.
     *
     * @param gates what goes through it: gates by their letters, {@code h} for an LSTM's cell state on its way out
     * @param function as a case names it
     */
    record Activation(List<String> gates, String function) implements Deviation {
        public Activation {
            gates = List.copyOf(gates);
        }
    }

    /** A number that the cell adds to an LSTM's forget gate, before its activation. */
    record ForgetBias(double added) implements Deviation {}

    /** A number in the argument of any other gate, the same for all units. */
    record Constant(String gate, double added) implements Deviation {}

    /** Axes that changed places, or a sequence from its end to its beginning: of the input, of what came out, or of both. */
    record Order(Axis axis, boolean input, boolean output) implements Deviation {}

    enum Axis {
        /** Printed with the batch in front; computed as it should be. */
        BATCH_FIRST,
        TIME_REVERSED,
        /** Computed along the batch, as if that were time. */
        BATCH_AND_TIME
    }

    /** Rows of the batch that end early. */
    record Length(List<Row> rows, AfterEnd after) implements Deviation {
        public Length {
            rows = List.copyOf(rows);
        }
    }

    /** @param steps how many of its steps are computed */
    record Row(int sample, int steps) {}

    /** What the states are from a row's end on. */
    enum AfterEnd {
        ZERO,
        HELD
    }

    /** The first step alone leaves something out. */
    record FirstStep(List<String> without) implements Deviation {
        public FirstStep {
            without = List.copyOf(without);
        }
    }

    /** One gate has another's bias. */
    record Bias(String gate, String uses, BiasSide side) implements Deviation {}

    enum BiasSide {
        INPUT,
        RECURRENT,
        BOTH
    }

    record Calculation(Operation operation) implements Deviation {}

    /** Every gate's argument is cut to ± this. */
    record Clip(double at) implements Deviation {}

    /** The cell state is cut to ± this after its update. */
    record CellClip(double at) implements Deviation {}

    /** Units that keep their old state: this share of them at random, or of each unit's state this share always. */
    record Zoneout(double rate, boolean averaged) implements Deviation {}

    /** States that were dropped at this rate after they were computed, and the rest made larger for it. */
    record Dropout(double rate) implements Deviation {}

    /** The numbers hold more than this layer's: these are part {@code part} of {@code of}. */
    record Part(Whole whole, int part, int of) implements Deviation {}

    enum Whole {
        DIRECTIONS,
        LAYERS_OR_DIRECTIONS
    }

    /** Gates that look at the cell state, too. */
    record Peephole(List<String> gates) implements Deviation {
        public Peephole {
            gates = List.copyOf(gates);
        }
    }
}
