package grulab.interop.file;

import grulab.model.CellOptions;
import grulab.model.Convention;
import grulab.model.FrameworkRow;
import grulab.model.StoredStart;
import grulab.model.Weights;
import java.util.List;

/**
 * One recurrent layer, in one direction, of a model file.
 *
 * @param name what it is called in the file, by which it is chosen
 * @param alsoAs what it is called in the other places where the file has it
 * @param convention of a GRU; without meaning for LSTM and RNN
 * @param weights with a head if the file has one linear layer that fits behind it
 * @param start the state that the file stores for its first step
 * @param reverse true if it reads its input from the last step to the first
 * @param layout how the file holds it
 * @param type the widest type of its arrays
 * @param options what the cell does otherwise
 * @param resetDoubted true if what wrote the file is known to forget where the reset gate acts, and nobody has said it
 */
public record ModelLayer(
        String name,
        List<String> alsoAs,
        Convention convention,
        Weights weights,
        StoredStart start,
        boolean reverse,
        FrameworkRow layout,
        ElementType type,
        CellOptions options,
        boolean resetDoubted) {
    public ModelLayer {
        alsoAs = List.copyOf(alsoAs);
    }

    /** A layer in one place, of a cell as it is written, without a start state. */
    public ModelLayer(
            String name,
            Convention convention,
            Weights weights,
            boolean reverse,
            FrameworkRow layout,
            ElementType type) {
        this(name, convention, weights, reverse, layout, type, CellOptions.PLAIN);
    }

    /** A layer in one place, without a start state. */
    public ModelLayer(
            String name,
            Convention convention,
            Weights weights,
            boolean reverse,
            FrameworkRow layout,
            ElementType type,
            CellOptions options) {
        this(name, List.of(), convention, weights, StoredStart.NONE, reverse, layout, type, options, false);
    }

    /** The same layer with other weights. */
    public ModelLayer with(Weights other) {
        return new ModelLayer(name, alsoAs, convention, other, start, reverse, layout, type, options, resetDoubted);
    }

    /** The same layer with all the other places where it is. */
    public ModelLayer alsoAs(List<String> others) {
        return new ModelLayer(name, others, convention, weights, start, reverse, layout, type, options, resetDoubted);
    }
}
