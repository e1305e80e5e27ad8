package grulab.interop.file;

import grulab.interop.BadCase;
import grulab.interop.CaseFile;
import grulab.interop.CellFile;
import grulab.model.CellOptions;
import grulab.model.Convention;
import grulab.model.Weights;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The lab's own weights: JSON with the fields of a case file, of which x and all that goes with it may be missing.
 *
 * @param convention of a GRU; without meaning for LSTM and RNN
 * @param options what the cell does otherwise
 */
public record LabWeights(Convention convention, Weights weights, CellOptions options) {

    /** Reads such a file, or a whole case. */
    public static LabWeights read(Path file) throws BadModel {
        try {
            CellFile cell = CaseFile.readCell(file);
            return new LabWeights(cell.convention(), cell.weights(), cell.options());
        } catch (BadCase e) {
            throw new BadModel(String.valueOf(e.getMessage()));
        }
    }

    /** Writes every number so that the same float64 is read again; refuses what could not be read again. */
    public static void write(Path file, Weights weights, Convention convention, CellOptions options) throws BadModel {
        PlacedFile.write(file, out -> {
            for (var e : weights.arrays().entrySet()) {
                Numbers.check(e.getKey(), weights.shape(e.getKey()), e.getValue());
            }
            Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            new CellFile(convention, weights, options).write(text);
        });
    }
}
