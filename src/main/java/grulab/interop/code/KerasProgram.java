package grulab.interop.code;

import grulab.model.Array;
import grulab.model.ArrayLayout;
import grulab.model.LayoutBlock;
import grulab.model.ResetPosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * keras.layers.GRU with reset_after as it has to be, LSTM or SimpleRNN, and Dense. One of them fits every cell that can be
 * told to it; else keras.ops and the formulas.
 */
final class KerasProgram extends PythonProgram {
    private final @Nullable Layer layer;

    KerasProgram(Plan plan) {
        super(plan);
        layer = plan.layer();
    }

    @Override
    String layerName() {
        if (layer == null) {
            return "";
        }
        return switch (plan.cell()) {
            case GRU -> "keras.layers.GRU";
            case LSTM -> "keras.layers.LSTM";
            case RNN -> "keras.layers.SimpleRNN";
        };
    }

    private String cell() {
        return plan.cell().id();
    }

    @Override
    List<String> packages() {
        return List.of("numpy", "keras", "jax");
    }

    @Override
    List<String> opening() {
        return List.of(
                "import os",
                "import sys",
                "from importlib.util import find_spec",
                "from pathlib import Path",
                "",
                "# Keras computes with any of these: with the first that is there, or as KERAS_BACKEND says.",
                "backends = [name for name in (\"tensorflow\", \"torch\", \"jax\") if find_spec(name)]",
                "os.environ.setdefault(\"KERAS_BACKEND\", backends[0])",
                "",
                "import keras",
                "import numpy as np",
                "from keras import ops",
                "",
                "",
                "def tensor(a):",
                INDENT + "return ops.convert_to_tensor(a, dtype=\"float32\")",
                "");
    }

    @Override
    String input() {
        return input("tensor");
    }

    @Override
    List<String> layer() {
        return layer == null ? List.of() : lines(layer);
    }

    private List<String> lines(Layer layer) {
        List<String> options = new ArrayList<>(List.of(String.valueOf(plan.hidden())));
        options.add("return_sequences=True");
        boolean lstm = plan.cell().hasCellState();
        if (lstm) {
            options.add("return_state=True");
        }
        switch (plan.cell()) {
            case GRU -> options.add("reset_after=" + (after(layer) ? "True" : "False"));
            case LSTM, RNN -> {}
        }
        options.addAll(layer.told());
        if (!layer.has("bias")) {
            options.add("use_bias=False");
        }
        List<String> lines = new ArrayList<>();
        lines.add("# The layer; in Keras the batch comes before the time.");
        lines.add("w = np.load(here / \"weights.npz\")");
        lines.add("%s = %s(%s)".formatted(cell(), layerName(), String.join(", ", options)));
        lines.add("%s.build((%d, %d, %d))"
                .formatted(cell(), plan.given().batch(), plan.given().steps(), plan.inputs()));
        lines.add("%s.set_weights([%s])"
                .formatted(
                        cell(),
                        layer.row().arrays().stream()
                                .filter(array -> layer.has(array.name()))
                                .map(array -> "w[\"" + array.name() + "\"]")
                                .collect(Collectors.joining(", "))));
        String batchFirst = "ops.transpose(x, (1, 0, 2))";
        lines.add(
                lstm
                        ? "layer_h, _, layer_c = lstm(%s, initial_state=[h0, c0])".formatted(batchFirst)
                        : "layer_h = %s(%s, initial_state=h0)".formatted(cell(), batchFirst));
        lines.add("layer_h = ops.transpose(layer_h, (1, 0, 2))");
        return lines;
    }

    private static boolean after(Layer layer) {
        return layer.row().convention().reset() == ResetPosition.AFTER;
    }

    @Override
    List<String> names() {
        List<String> lines = new ArrayList<>();
        if (layer == null) {
            lines.add("w = {name: tensor(a) for name, a in np.load(here / \"weights.npz\").items()}");
            lines.addAll(labNames());
            return lines;
        }
        lines.add("# The same step by step, with the layer's weights: they lie one gate beside the other.");
        for (ArrayLayout array : layer.row().arrays()) {
            if (layer.has(array.name())) {
                for (int row = 0; row < array.rows().size(); row++) {
                    String from = "w[\"" + array.name() + "\"]" + (array.rows().size() > 1 ? "[" + row + "]" : "");
                    lines.add(split(array.rows().get(row), "tensor(" + from + ")"));
                }
            }
        }
        return lines;
    }

    private String split(List<LayoutBlock> blocks, String from) {
        String symbols = blocks.stream().map(plan::symbol).collect(Collectors.joining(", "));
        return symbols
                + " = "
                + (blocks.size() == 1 ? from : "ops.split(%s, %d, axis=-1)".formatted(from, blocks.size()));
    }

    @Override
    String module() {
        return "ops";
    }

    @Override
    PythonSyntax syntax() {
        return new PythonSyntax("ops.sigmoid", "ops.tanh", layer == null);
    }

    @Override
    String stack() {
        return "ops.stack";
    }

    @Override
    List<String> head() {
        if (layer == null) {
            return labHead();
        }
        String weights = plan.hasHeadBias() ? "w[\"head_kernel\"], w[\"head_bias\"]" : "w[\"head_kernel\"]";
        return List.of(
                "head = keras.layers.Dense(%d%s)"
                        .formatted(plan.outputs(), plan.hasHeadBias() ? "" : ", use_bias=False"),
                "head.build((None, %d))".formatted(plan.hidden()),
                "head.set_weights([" + weights + "])",
                "logits = head(h)");
    }

    @Override
    String toNumPy(String result) {
        return "ops.convert_to_numpy(" + result + ")";
    }

    @Override
    public String weightsFile() {
        return "weights.npz";
    }

    @Override
    public Map<String, Array> weights() {
        return plan.stored("", "head_kernel", false, "head_bias");
    }
}
