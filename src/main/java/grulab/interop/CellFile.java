package grulab.interop;

import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.Weights;
import java.io.IOException;
import java.io.Writer;

/**
 * A cell with its weights and, if it has one, its head: what a case file says before it comes to an input.
 *
 * @param convention of a GRU; without meaning for LSTM and RNN
 */
public record CellFile(Convention convention, Weights weights) {

    /** Writes it as JSON, in the fields of a case file, and a line feed; the writer stays open. */
    public void write(Writer out) throws IOException {
        JsonArrays.write(out, json -> {
            json.text("cell", weights.cell().id());
            if (weights.cell() == CellType.GRU) {
                json.text("reset", convention.reset().id());
                json.text("update", convention.update().id());
            }
            json.object("weights", () -> json.weights(weights, name -> !isHead(name)));
            if (weights.outputs() > 0) {
                json.object("head", () -> json.weights(weights, CellFile::isHead));
            }
        });
    }

    private static boolean isHead(String name) {
        return name.equals("W_hq") || name.equals("b_q");
    }
}
