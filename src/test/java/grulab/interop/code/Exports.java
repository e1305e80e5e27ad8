package grulab.interop.code;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import grulab.engine.reference.Reference;
import grulab.interop.file.BadModel;
import grulab.interop.file.ElementType;
import grulab.interop.file.NpzFile;
import grulab.interop.file.SafetensorsFile;
import grulab.interop.layout.Conversion;
import grulab.interop.layout.Layouts;
import grulab.interop.onnx.OnnxWriter;
import grulab.model.Array;
import grulab.model.Case;
import grulab.model.FrameworkRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Files of every kind that is exported, and what a library must find in them. */
final class Exports {
    /** What there is in a file. @param type as NumPy calls it; of a model, what comes out of it, to rounding */
    private record Content(String type, Map<String, Array> arrays, boolean model) {}

    private final Path folder;
    private final Map<String, Content> contents = new LinkedHashMap<>();
    private double worst;

    Exports(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    /** Every row that can store the cell, in both kinds of file and of number; an ONNX model in both layouts. */
    void add(Case given) throws BadModel, IOException {
        for (FrameworkRow row : FrameworkRow.of(given.weights().cell())) {
            Map<String, Array> arrays;
            try {
                arrays = Layouts.pack(row, Conversion.of(given.weights(), given.convention(), row));
            } catch (BadModel e) {
                continue; // no weights of this row are the same function
            }
            for (ElementType type : Set.of(ElementType.F32, ElementType.F64)) {
                String name = given.name() + "_" + row.id() + "_" + type;
                String dtype = type == ElementType.F32 ? "float32" : "float64";
                SafetensorsFile.write(folder.resolve(name + ".safetensors"), arrays, type);
                contents.put(name + ".safetensors", new Content(dtype, arrays, false));
                NpzFile.write(folder.resolve(name + ".npz"), arrays, type);
                contents.put(name + ".npz", new Content(dtype, arrays, false));
            }
        }
        model(given, 0);
        model(given, 1);
    }

    private void model(Case given, int layout) throws BadModel, IOException {
        String name = given.name() + "_layout" + layout + ".onnx";
        OnnxWriter.write(folder.resolve(name), given.weights(), given.convention(), given.options(), layout);
        Map<String, Array> in = new LinkedHashMap<>();
        int batch = given.batch();
        int hidden = given.weights().hidden();
        Array x = Array.of(given.x(), given.steps(), batch, given.weights().inputs());
        in.put("x", layout == 0 ? x : turned(x));
        int[] state = layout == 0 ? new int[] {1, batch, hidden} : new int[] {batch, 1, hidden};
        in.put("h0", Array.of(given.h0(), state));
        if (given.weights().cell().hasCellState()) {
            in.put("c0", Array.of(given.c0(), state));
        }
        Path input = folder.resolve("input.npz.part");
        NpzFile.write(input, in, ElementType.F32);
        Files.move(input, folder.resolve(name + ".input"));
        Map<String, Array> forward = Reference.run(given, false).forward();
        Map<String, Array> out = new LinkedHashMap<>();
        out.put("y", layout == 0 ? forward.get("h") : turned(forward.get("h")));
        if (given.weights().outputs() > 0) {
            out.put("logits", layout == 0 ? forward.get("logits") : turned(forward.get("logits")));
        }
        contents.put(name, new Content("float32", out, true));
    }

    /** [B][T][·] of [T][B][·]. */
    private static Array turned(Array array) {
        int[] shape = array.shape();
        double[] values = new double[array.values().length];
        for (int i = 0; i < values.length; i++) {
            int k = i % shape[2];
            int b = i / shape[2] % shape[1];
            int t = i / shape[2] / shape[1];
            values[(b * shape[0] + t) * shape[2] + k] = array.values()[i];
        }
        return Array.of(values, shape[1], shape[0], shape[2]);
    }

    Set<String> names() {
        return contents.keySet();
    }

    /** @param loaded what load_all.py says of a file */
    void check(JsonNode loaded) {
        String file = loaded.get("file").asText();
        Content content = contents.get(file);
        JsonNode arrays = loaded.get("arrays");
        if (!content.model) {
            assertThat(arrays.fieldNames()).toIterable().containsExactlyInAnyOrderElementsOf(content.arrays.keySet());
        }
        content.arrays.forEach((name, array) -> {
            String where = file + " " + name;
            JsonNode node = arrays.get(name);
            assertThat(node).as(where).isNotNull();
            assertThat(node.get("type").asText()).as(where).isEqualTo(content.type);
            assertThat(node.get("shape").toString().replace(",", ", "))
                    .as(where)
                    .isEqualTo(Arrays.toString(array.shape()));
            for (int i = 0; i < array.values().length; i++) {
                double value = array.values()[i];
                double got = node.get("values").get(i).asDouble();
                if (content.model) {
                    double error = Math.abs(got - value) / Math.max(1, Math.abs(value));
                    assertThat(error).as(where).isLessThanOrEqualTo(1e-5);
                    worst = Math.max(worst, error);
                } else {
                    assertThat(got).as(where).isEqualTo(content.type.equals("float32") ? (float) value : value);
                }
            }
        });
    }

    String figures() {
        long models = contents.values().stream().filter(Content::model).count();
        return "%d files of weights loaded exactly, %d ONNX models run, largest error %.1e"
                .formatted(contents.size() - models, models, worst);
    }
}
