package grulab.interop;

import grulab.model.Activation;
import grulab.model.CellOptions;
import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.Weights;
import java.io.IOException;
import java.io.Writer;
import java.util.Map;

/**
 * A cell with its weights and, if it has one, its head: what a case file says before it comes to an input.
 *
 * @param convention of a GRU; without meaning for LSTM and RNN
 * @param options what the cell does otherwise; no lengths, which are of an input
 */
public record CellFile(Convention convention, Weights weights, CellOptions options) {

    /** Writes it as JSON, in the fields of a case file, and a line feed; the writer stays open. */
    public void write(Writer out) throws IOException {
        JsonArrays.write(out, json -> {
            json.text("cell", weights.cell().id());
            if (weights.cell() == CellType.GRU) {
                json.text("reset", convention.reset().id());
                json.text("update", convention.update().id());
            }
            options(json);
            json.object("weights", () -> json.weights(weights, name -> !isHead(name)));
            if (weights.outputs() > 0) {
                json.object("head", () -> json.weights(weights, CellFile::isHead));
            }
        });
    }

    private void options(JsonArrays json) throws IOException {
        if (!options.activations().isEmpty()) {
            json.object("activations", () -> {
                for (Map.Entry<String, Activation> e : options.activations().entrySet()) {
                    activation(json, e.getKey(), e.getValue());
                }
            });
        }
        if (options.forgetBias() != 0) {
            json.number("forgetBias", options.forgetBias());
        }
        if (options.cellClip() != null) {
            json.number("cellClip", options.cellClip());
        }
        if (options.clip() != null) {
            json.number("clip", options.clip());
        }
        if (options.coupled() != null) {
            json.text("coupled", options.coupled().id());
        }
    }

    private static void activation(JsonArrays json, String gate, Activation activation) throws IOException {
        if (Activation.NAMED.contains(activation)) {
            json.text(gate, activation.id());
            return;
        }
        json.object(gate, () -> {
            json.text("function", activation.function().onnx());
            if (activation.function().constants() > 0) {
                json.number("alpha", activation.alpha());
            }
            if (activation.function().constants() > 1) {
                json.number("beta", activation.beta());
            }
        });
    }

    private static boolean isHead(String name) {
        return name.equals("W_hq") || name.equals("b_q");
    }
}
