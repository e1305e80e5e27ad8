package grulab.interop.weights;

import grulab.model.CellType;
import grulab.model.Convention;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a file says of one recurrent layer, in one direction, before its numbers are read.
 *
 * @param name by which it is chosen
 * @param alsoAs what it is called in the other places where the file has it, by which it is chosen as well
 * @param convention of a GRU; null where the file does not say it and nobody has said it; without meaning for LSTM and RNN
 * @param inputs I
 * @param hidden H
 * @param outputs O of the head behind it, 0 without one
 * @param reverse true if it reads its input from the last step to the first
 * @param layout whose layout it has, as people call it
 * @param embedding in front of it, or null
 * @param resetDoubted true if what wrote the file is known to forget where the reset gate acts, and nobody has said it
 */
public record LayerOutline(
        String name,
        List<String> alsoAs,
        CellType cell,
        @Nullable Convention convention,
        int inputs,
        int hidden,
        int outputs,
        boolean reverse,
        String layout,
        @Nullable Embedding embedding,
        boolean resetDoubted) {
    public LayerOutline {
        alsoAs = List.copyOf(alsoAs);
    }
}
