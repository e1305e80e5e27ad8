package grulab.interop.weights;

import grulab.model.CellType;
import grulab.model.Convention;
import org.jspecify.annotations.Nullable;

/**
 * What a file says of one recurrent layer, in one direction, before its numbers are read.
 *
 * @param name by which it is chosen
 * @param convention of a GRU; null where the file does not say it and nobody has said it; without meaning for LSTM and RNN
 * @param inputs I
 * @param hidden H
 * @param outputs O of the head behind it, 0 without one
 * @param reverse true if it reads its input from the last step to the first
 * @param layout whose layout it has, as people call it
 * @param embedding in front of it, or null
 */
public record LayerOutline(
        String name,
        CellType cell,
        @Nullable Convention convention,
        int inputs,
        int hidden,
        int outputs,
        boolean reverse,
        String layout,
        @Nullable Embedding embedding) {}
