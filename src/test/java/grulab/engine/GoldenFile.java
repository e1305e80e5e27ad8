package grulab.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import grulab.model.Case;
import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.Weights;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** A file of golden numbers that libtorch computed in float64. */
final class GoldenFile {
    private final JsonNode root;
    private final String name;
    private final CellType cell;

    GoldenFile(String name) {
        this.name = name;
        cell = CellType.valueOf(name.substring(0, name.indexOf('_')).toUpperCase(Locale.ROOT));
        try (InputStream in = GoldenFile.class.getResourceAsStream("/golden/" + name + ".json")) {
            root = new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    CellType cell() {
        return cell;
    }

    /** All numbers below a path, row-major. */
    double[] numbers(String path) {
        return flat(node(path));
    }

    JsonNode node(String path) {
        JsonNode node = root.at("/" + path.replace('.', '/'));
        if (node.isMissingNode()) {
            throw new IllegalArgumentException(name + " has no " + path);
        }
        return node;
    }

    /** Parameters, or anything of their shapes, by the names of the case files. */
    Map<String, double[]> parameters(String path) {
        JsonNode node = node(path);
        Map<String, double[]> arrays = new LinkedHashMap<>();
        if (node.has("weight_ih_l0")) {
            split(arrays, "W_i", flat(node.get("weight_ih_l0")));
            split(arrays, "W_h", flat(node.get("weight_hh_l0")));
            split(arrays, "b_i", flat(node.get("bias_ih_l0")));
            split(arrays, "b_h", flat(node.get("bias_hh_l0")));
        } else {
            for (String gate : cell.gates()) {
                arrays.put("W_i" + gate, flat(node.get("W_" + gate)));
                arrays.put("W_h" + gate, flat(node.get("U_" + gate)));
                arrays.put("b_i" + gate, flat(node.get("b_" + gate)));
            }
        }
        if (node.has("W_hq")) {
            arrays.put("W_hq", flat(node.get("W_hq")));
            arrays.put("b_q", flat(node.get("b_q")));
        }
        return arrays;
    }

    private void split(Map<String, double[]> arrays, String prefix, double[] packed) {
        int size = packed.length / cell.gates().size();
        for (int g = 0; g < cell.gates().size(); g++) {
            arrays.put(prefix + cell.gates().get(g), Arrays.copyOfRange(packed, g * size, (g + 1) * size));
        }
    }

    /** The case that the file's numbers are the answer to. */
    Case toCase(Convention convention, String parameters, Case.@Nullable Training training) {
        JsonNode meta = node("meta");
        Map<String, double[]> arrays = parameters(parameters);
        int outputs = arrays.containsKey("b_q") ? arrays.get("b_q").length : 0;
        Weights weights = new Weights(cell, meta.get("I").asInt(), meta.get("H").asInt(), outputs, arrays);
        int[] targets = outputs == 0
                ? null
                : Arrays.stream(numbers("inputs.targets"))
                        .mapToInt(v -> (int) v)
                        .toArray();
        return new Case(
                name,
                convention,
                weights,
                meta.get("T").asInt(),
                meta.get("B").asInt(),
                numbers("inputs.x"),
                numbers("inputs.h0"),
                cell.hasCellState() ? numbers("inputs.c0") : new double[0],
                targets,
                training);
    }

    private static double[] flat(JsonNode node) {
        if (!node.isArray()) {
            return new double[] {node.asDouble()};
        }
        List<double[]> parts = StreamSupport.stream(node.spliterator(), false)
                .map(GoldenFile::flat)
                .toList();
        return parts.stream().flatMapToDouble(Arrays::stream).toArray();
    }
}
