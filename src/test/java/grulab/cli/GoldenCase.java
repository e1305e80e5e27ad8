package grulab.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import grulab.model.CellType;
import grulab.model.Quantity;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** A golden file of libtorch as a case file with everything that is expected of it. */
final class GoldenCase {
    private static final ObjectMapper JSON = new ObjectMapper();

    private GoldenCase() {}

    /** The case; "expected" holds gates, states, loss, all gradients and the five training steps. */
    static ObjectNode read(String name) throws IOException {
        JsonNode golden;
        try (InputStream in = GoldenCase.class.getResourceAsStream("/golden/" + name + ".json")) {
            golden = JSON.readTree(in);
        }
        ObjectNode given = JSON.createObjectNode();
        CellType cell = CellType.valueOf(name.substring(0, name.indexOf('_')).toUpperCase(Locale.ROOT));
        given.put("name", name).put("cell", cell.id());
        if (cell == CellType.GRU) {
            given.put("update", "keep").put("reset", name.startsWith("gru_before") ? "before" : "after");
        }
        ObjectNode head = given.putObject("head");
        ObjectNode weights = named(cell, golden.get("params"));
        head.set("W_hq", weights.remove("W_hq"));
        head.set("b_q", weights.remove("b_q"));
        given.set("weights", weights);
        given.setAll((ObjectNode) golden.get("inputs"));
        JsonNode training = golden.get("training");
        ObjectNode train = given.putObject("train");
        train.set("steps", training.get("steps"));
        train.set("lr", training.get("lr"));
        train.set("clip", training.get("theta"));
        given.set("expected", expected(cell, golden));
        return given.put("tolerance", 1e-12).put("rtol", 0);
    }

    static Path write(JsonNode given, Path file) throws IOException {
        return Files.writeString(file, given.toString());
    }

    private static ObjectNode expected(CellType cell, JsonNode golden) {
        ObjectNode expected = JSON.createObjectNode();
        for (Quantity quantity : cell.quantities()) {
            expected.set(quantity.id(), golden.get("forward").get(quantity.id()));
        }
        expected.set("h_last", golden.get("forward").get("hn"));
        if (cell.hasCellState()) {
            expected.set("c_last", golden.get("forward").get("cn"));
        }
        expected.set("loss", golden.get("loss"));
        ObjectNode gradients = named(cell, golden.get("grads").get("params"));
        ((ObjectNode) golden.get("grads")).remove("params");
        gradients.setAll((ObjectNode) golden.get("grads"));
        expected.set("gradients", gradients);
        ObjectNode training = expected.putObject("training");
        training.set("loss", golden.get("training").get("loss"));
        training.set("gradNorm", golden.get("training").get("grad_norm"));
        training.set("weights", named(cell, golden.get("training").get("final_params")));
        return expected;
    }

    /** Packed rows, gate after gate, or one array a gate with one bias, by the names of a case. */
    private static ObjectNode named(CellType cell, JsonNode parameters) {
        ObjectNode named = JSON.createObjectNode();
        if (parameters.has("weight_ih_l0")) {
            split(cell.gates(), parameters.get("weight_ih_l0"), "W_i", named);
            split(cell.gates(), parameters.get("weight_hh_l0"), "W_h", named);
            split(cell.gates(), parameters.get("bias_ih_l0"), "b_i", named);
            split(cell.gates(), parameters.get("bias_hh_l0"), "b_h", named);
        } else {
            for (String gate : cell.gates()) {
                named.set("W_i" + gate, parameters.get("W_" + gate));
                named.set("W_h" + gate, parameters.get("U_" + gate));
                named.set("b_i" + gate, parameters.get("b_" + gate));
            }
        }
        named.set("W_hq", parameters.get("W_hq"));
        named.set("b_q", parameters.get("b_q"));
        return named;
    }

    private static void split(List<String> gates, JsonNode rows, String prefix, ObjectNode named) {
        int size = rows.size() / gates.size();
        for (int gate = 0; gate < gates.size(); gate++) {
            ArrayNode part = named.putArray(prefix + gates.get(gate));
            for (int i = 0; i < size; i++) {
                part.add(rows.get(gate * size + i));
            }
        }
    }
}
