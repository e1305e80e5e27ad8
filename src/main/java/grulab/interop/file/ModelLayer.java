package grulab.interop.file;

import grulab.model.CellOptions;
import grulab.model.Convention;
import grulab.model.FrameworkRow;
import grulab.model.Weights;

/**
 * One recurrent layer, in one direction, of a model file.
 *
 * @param name what it is called in the file, by which it is chosen
 * @param convention of a GRU; without meaning for LSTM and RNN
 * @param weights with a head if the file has one linear layer that fits behind it
 * @param reverse true if it reads its input from the last step to the first
 * @param layout how the file holds it
 * @param type the widest type of its arrays
 * @param options what the cell does otherwise
 */
public record ModelLayer(
        String name,
        Convention convention,
        Weights weights,
        boolean reverse,
        FrameworkRow layout,
        ElementType type,
        CellOptions options) {

    /** Of a cell as it is written. */
    public ModelLayer(
            String name,
            Convention convention,
            Weights weights,
            boolean reverse,
            FrameworkRow layout,
            ElementType type) {
        this(name, convention, weights, reverse, layout, type, CellOptions.PLAIN);
    }
}
