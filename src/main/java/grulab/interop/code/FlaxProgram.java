package grulab.interop.code;

import grulab.model.Array;
import grulab.model.ArrayLayout;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** flax.linen's GRUCell, OptimizedLSTMCell or SimpleCell, and Dense; with reset before, jax.numpy and the formulas. */
final class FlaxProgram extends PythonProgram {
    private static final String CELL = "cell/";

    FlaxProgram(Plan plan) {
        super(plan);
    }

    private String className() {
        return switch (plan.cell()) {
            case GRU -> "GRUCell";
            case LSTM -> "OptimizedLSTMCell";
            case RNN -> "SimpleCell";
        };
    }

    @Override
    String layerName() {
        return plan.layer() == null ? "" : "flax.linen." + className();
    }

    @Override
    List<String> packages() {
        return List.of("numpy", "jax", "flax");
    }

    @Override
    List<String> opening() {
        List<String> lines = new ArrayList<>(List.of("import sys", "from pathlib import Path", "", "import jax"));
        lines.add("import jax.numpy as jnp");
        lines.add("import numpy as np");
        if (plan.layer() != null) {
            lines.add("from flax import linen as nn");
            lines.add("from flax.traverse_util import unflatten_dict");
        }
        lines.addAll(List.of("", "jax.config.update(\"jax_enable_x64\", True)"));
        return lines;
    }

    @Override
    String input() {
        return input("jnp.asarray");
    }

    @Override
    List<String> layer() {
        boolean lstm = plan.cell().hasCellState();
        List<String> lines = new ArrayList<>();
        lines.add(
                lstm
                        ? "# The layer: a cell that is called once a step; what it carries is (c, h)."
                        : "# The layer: a cell that is called once a step.");
        lines.addAll(List.of(
                "params = unflatten_dict(dict(np.load(here / \"weights.npz\")), sep=\"/\")",
                "cell = nn.%s(features=%d%s)".formatted(className(), plan.hidden(), functions()),
                lstm ? "carry, layer_h = (c0, h0), []" : "carry, layer_h = h0, []",
                "for x_t in x:",
                INDENT + "carry, y = cell.apply({\"params\": params[\"cell\"]}, carry, x_t)",
                INDENT + "layer_h.append(y)",
                "layer_h = jnp.stack(layer_h)"));
        if (lstm) {
            lines.add("layer_c, _ = carry");
        }
        return lines;
    }

    /** The cell's arguments, where its functions are not what they are by default. */
    private String functions() {
        if (plan.options().activations().isEmpty()) {
            return "";
        }
        return switch (plan.cell()) {
            case GRU -> ", gate_fn=%s, activation_fn=%s".formatted(called("r"), called("n"));
            case LSTM -> ", gate_fn=%s, activation_fn=%s".formatted(called("i"), called("g"));
            case RNN -> ", activation_fn=%s".formatted(called("h"));
        };
    }

    @Override
    List<String> names() {
        List<String> lines = new ArrayList<>();
        if (plan.layer() == null) {
            lines.add("w = {name: jnp.asarray(a) for name, a in np.load(here / \"weights.npz\").items()}");
            lines.addAll(labNames());
            return lines;
        }
        lines.add("# The same step by step, with the layer's own weights.");
        lines.add("p = params[\"cell\"]");
        for (String gate : plan.cell().gates()) {
            Map<String, String> parts = new LinkedHashMap<>();
            for (ArrayLayout array : plan.layer().row().arrays()) {
                if (array.rows().get(0).get(0).gate().equals(gate)) {
                    parts.put(plan.symbol(array.rows().get(0).get(0)), path(array.name()));
                }
            }
            lines.add(parts.keySet().stream().collect(Collectors.joining(", "))
                    + " = "
                    + parts.values().stream().collect(Collectors.joining(", ")));
        }
        return lines;
    }

    /** "ir/kernel" is p["ir"]["kernel"]. */
    private static String path(String name) {
        return List.of(name.split("/")).stream().map("[\"%s\"]"::formatted).collect(Collectors.joining("", "p", ""));
    }

    @Override
    String module() {
        return "jnp";
    }

    @Override
    PythonSyntax syntax() {
        return new PythonSyntax("jax.nn.sigmoid", "jnp.tanh", plan.layer() == null);
    }

    @Override
    String stack() {
        return "jnp.stack";
    }

    @Override
    List<String> head() {
        if (plan.layer() == null) {
            return labHead();
        }
        return List.of(
                "head = nn.Dense(features=%d%s)"
                        .formatted(plan.outputs(), plan.hasHeadBias() ? "" : ", use_bias=False"),
                "logits = head.apply({\"params\": params[\"head\"]}, h)");
    }

    @Override
    String toNumPy(String result) {
        return "np.asarray(" + result + ")";
    }

    @Override
    public String weightsFile() {
        return "weights.npz";
    }

    @Override
    public Map<String, Array> weights() {
        return plan.stored(CELL, "head/kernel", false, "head/bias");
    }
}
