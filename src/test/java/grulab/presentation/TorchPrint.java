package grulab.presentation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** Expected numbers of a case file as PyTorch prints a tensor: four decimals, nested, with what stands around it. */
final class TorchPrint {
    private TorchPrint() {}

    static String of(Path file, String field) throws IOException {
        JsonNode values = new ObjectMapper().readTree(file.toFile()).at("/expected/" + field);
        return "tensor(" + nested(values, 8) + ",\n       grad_fn=<SqueezeBackward1>)";
    }

    private static String nested(JsonNode node, int indent) {
        if (node.isNumber()) {
            return String.format(Locale.ROOT, "%7.4f", node.asDouble());
        }
        StringBuilder text = new StringBuilder("[");
        for (int i = 0; i < node.size(); i++) {
            boolean rows = node.get(i).isArray();
            text.append(i == 0 ? "" : rows ? ",\n" + " ".repeat(indent) : ", ");
            text.append(nested(node.get(i), indent + 1));
        }
        return text.append("]").toString();
    }
}
