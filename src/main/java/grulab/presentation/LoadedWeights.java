package grulab.presentation;

import grulab.model.CellOptions;
import grulab.model.Convention;
import grulab.model.FrameworkRow;
import grulab.model.StoredStart;
import grulab.model.Weights;

/**
 * A recurrent layer that was read from a model file.
 *
 * @param file its name without folders
 * @param layer what the layer is called in it
 * @param convention of a GRU; without meaning for LSTM and RNN
 * @param weights with the head that stands behind the layer, if there is one
 * @param start what the file stores of the state that it starts from
 * @param reverse true if it reads its input from the last step to the first
 * @param options what the cell does otherwise
 * @param layout how the file holds it
 */
public record LoadedWeights(
        String file,
        String layer,
        Convention convention,
        Weights weights,
        StoredStart start,
        boolean reverse,
        CellOptions options,
        FrameworkRow layout) {}
