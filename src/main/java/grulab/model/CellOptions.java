package grulab.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a cell does otherwise than docs/conventions.md writes it, as frameworks let one choose. The reference and all that is
 * computed in float64 follows it; the engine that trains knows only {@link #PLAIN}.
 *
 * @param activations by gate (r z n, i f g o; h for what an RNN applies, or an LSTM to c on its way out), where it is not the
 *     usual one
 * @param forgetBias added to an LSTM's f before its activation, 0 for none
 * @param cellClip an LSTM's c is cut to ± this after its update; null for not at all
 * @param clip every gate's argument is cut to ± this before its activation, as ONNX has it; null for not at all
 * @param coupled which of an LSTM's i and f is what the other leaves of 1; null if each is a gate of its own
 * @param lengths how many steps each row has; null if all have T
 */
public record CellOptions(
        Map<String, Activation> activations,
        double forgetBias,
        @Nullable Double cellClip,
        @Nullable Double clip,
        @Nullable Coupling coupled,
        @Nullable Lengths lengths) {
    /** The cell as it is written. */
    public static final CellOptions PLAIN = new CellOptions(Map.of(), 0, null, null, null, null);

    public CellOptions {
        activations = Map.copyOf(activations);
    }

    /** An LSTM with one gate for both keeping and admitting. */
    public enum Coupling {
        /** Arm NN's CIFG and TensorFlow Lite's: the input gate is not computed. */
        INPUT_FROM_FORGET("i=1-f", "i"),
        /** ONNX's input_forget: the forget gate is not computed. */
        FORGET_FROM_INPUT("f=1-i", "f");

        private final String id;
        private final String gate;

        Coupling(String id, String gate) {
            this.id = id;
            this.gate = gate;
        }

        /** The name in case files. */
        public String id() {
            return id;
        }

        /** The gate whose weights are not used. */
        public String gate() {
            return gate;
        }
    }

    /** What states are after the end of a row. */
    public enum AfterEnd {
        /** 0, as ONNX Runtime's Y and PyTorch's padded output are. */
        ZERO,
        /** The last ones that were computed, as with Keras's masks. */
        HELD;

        /** The name in case files. */
        public String id() {
            return this == ZERO ? "zero" : "held";
        }
    }

    /**
     * The rows of a padded batch.
     *
     * @param steps how many steps each row has [B], from 0 to T
     */
    public record Lengths(List<Integer> steps, AfterEnd after) {
        public Lengths {
            steps = List.copyOf(steps);
        }

        /** Whether row b has a step t, counted from 0. */
        public boolean reaches(int t, int b) {
            return t < steps.get(b);
        }
    }

    /** Whether the cell is as it is written, and every row as long as the others. */
    public boolean isPlain() {
        return equals(PLAIN);
    }

    /** Whether row b has a step t, counted from 0. */
    public boolean reaches(int t, int b) {
        return lengths == null || lengths.reaches(t, b);
    }

    /** What a gate's argument, or c of an LSTM by the letter h, goes through. */
    public Activation activation(CellType cell, String gate) {
        return activations.getOrDefault(gate, cell.activation(gate));
    }

    /** Whether a gate's argument is cut. @param sum W x + b + U h + c, with what a forget gate has added */
    public boolean cuts(double sum) {
        return clip != null && Math.abs(sum) > clip;
    }

    /** Whether c is cut. @param c after the update */
    public boolean cutsCell(double c) {
        return cellClip != null && Math.abs(c) > cellClip;
    }

    /** A gate's argument as it goes into the activation. @param sum W x + b + U h + c, with what a forget gate has added */
    public double clipped(double sum) {
        return clip == null ? sum : Math.max(-clip, Math.min(clip, sum));
    }

    /** c after the update. */
    public double clippedCell(double c) {
        return cellClip == null ? c : Math.max(-cellClip, Math.min(cellClip, c));
    }

    /** The same with other activations; those that a cell has anyway are left away. */
    public CellOptions withActivations(CellType cell, Map<String, Activation> chosen) {
        Map<String, Activation> other = new LinkedHashMap<>(chosen);
        other.entrySet().removeIf(e -> e.getValue().equals(cell.activation(e.getKey())));
        return new CellOptions(other, forgetBias, cellClip, clip, coupled, lengths);
    }

    public CellOptions withForgetBias(double added) {
        return new CellOptions(activations, added, cellClip, clip, coupled, lengths);
    }

    public CellOptions withCellClip(@Nullable Double at) {
        return new CellOptions(activations, forgetBias, at, clip, coupled, lengths);
    }

    public CellOptions withClip(@Nullable Double at) {
        return new CellOptions(activations, forgetBias, cellClip, at, coupled, lengths);
    }

    public CellOptions withCoupled(@Nullable Coupling coupling) {
        return new CellOptions(activations, forgetBias, cellClip, clip, coupling, lengths);
    }

    public CellOptions withLengths(@Nullable Lengths rows) {
        return new CellOptions(activations, forgetBias, cellClip, clip, coupled, rows);
    }
}
