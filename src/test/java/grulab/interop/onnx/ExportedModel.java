package grulab.interop.onnx;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A model that PyTorch exported, and what PyTorch and ONNX Runtime computed with it. */
record ExportedModel(String file) {
    static Stream<ExportedModel> all() {
        List<ExportedModel> models = new ArrayList<>();
        json("manifest.json").get("files").forEach(entry -> {
            if (entry.get("kind").asText().equals("onnx")) {
                models.add(new ExportedModel(entry.get("file").asText()));
            }
        });
        return models.stream();
    }

    Path path() {
        return path(file);
    }

    boolean unrolled() {
        return file.equals("onnx_rnn_dynamo.onnx");
    }

    JsonNode expected() {
        return json("expected/" + file + ".json");
    }

    /** All numbers of nested lists, row-major; none if they are missing. */
    static double[] flat(JsonNode node) {
        if (node.isNumber()) {
            return new double[] {node.doubleValue()};
        }
        return Stream.iterate(0, i -> i + 1)
                .limit(node.size())
                .flatMapToDouble(i -> Arrays.stream(flat(node.get(i))))
                .toArray();
    }

    static Path path(String file) {
        try {
            return Path.of(
                    ExportedModel.class.getResource("/golden/files/" + file).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(String file) {
        try {
            return new ObjectMapper().readTree(path(file).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return file;
    }
}
