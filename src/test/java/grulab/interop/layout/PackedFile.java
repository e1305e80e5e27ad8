package grulab.interop.layout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import grulab.interop.CaseFile;
import grulab.model.Array;
import grulab.model.Case;
import grulab.model.CellType;
import grulab.model.FrameworkRow;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The arrays of a real framework, as it gave them back, and the case with the same weights that it ran. */
final class PackedFile {
    private static final String FOLDER = "/golden/frameworks/";
    final FrameworkRow row;
    final Map<String, Array> arrays;
    final Case sameAs;

    PackedFile(String name, CellType cell, String row) throws Exception {
        FrameworkRow found = FrameworkRow.byId(cell, row).orElseThrow();
        // the block cells were run with forget_bias 0.75
        this.row = found.rules().forgetBias() == 0 ? found : found.withForgetBias(0.75);
        try (InputStream packed = PackedFile.class.getResourceAsStream(FOLDER + "packed/" + name + ".json");
                InputStream same = PackedFile.class.getResourceAsStream(FOLDER + name + ".json")) {
            arrays = arrays(new ObjectMapper().readTree(packed).get("arrays"), name.matches("torch_.*cell.*"));
            sameAs = CaseFile.read(same, name).problem();
        }
    }

    /** nn.GRUCell's arrays are called as nn.GRU's, without the number of a layer. */
    private static Map<String, Array> arrays(JsonNode node, boolean cellOfTorch) {
        Map<String, Array> arrays = new LinkedHashMap<>();
        node.fields().forEachRemaining(e -> arrays.put(e.getKey() + (cellOfTorch ? "_l0" : ""), array(e.getValue())));
        return arrays;
    }

    static Array array(JsonNode node) {
        List<Integer> shape = new ArrayList<>();
        for (JsonNode at = node; at.isArray(); at = at.get(0)) {
            shape.add(at.size());
        }
        List<Double> values = new ArrayList<>();
        collect(node, values);
        return Array.of(
                values.stream().mapToDouble(d -> d).toArray(),
                shape.stream().mapToInt(n -> n).toArray());
    }

    private static void collect(JsonNode node, List<Double> values) {
        if (node.isArray()) {
            node.forEach(child -> collect(child, values));
        } else {
            values.add(node.asDouble());
        }
    }
}
