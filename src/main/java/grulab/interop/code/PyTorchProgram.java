package grulab.interop.code;

import grulab.model.Array;
import grulab.model.ArrayLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** torch.nn.GRU, nn.LSTM or nn.RNN, and nn.Linear; with reset before, tensors and the formulas. */
final class PyTorchProgram extends PythonProgram {
    PyTorchProgram(Plan plan) {
        super(plan);
    }

    @Override
    String layerName() {
        return plan.layer() == null ? "" : "torch.nn." + plan.cell().title();
    }

    /** What the layer is called in the program. */
    private String cell() {
        return plan.cell().id();
    }

    @Override
    List<String> packages() {
        return List.of("numpy", "torch", "safetensors");
    }

    @Override
    List<String> opening() {
        return List.of(
                "import sys",
                "from pathlib import Path",
                "",
                "import numpy as np",
                "import torch",
                "from safetensors.torch import load_file",
                "",
                "torch.set_default_dtype(torch.float64)",
                "torch.set_grad_enabled(False)");
    }

    @Override
    String input() {
        return input("torch.from_numpy");
    }

    @Override
    List<String> layer() {
        String bias = plan.layer() != null && plan.layer().has("bias_ih_l0") ? "" : ", bias=False";
        String told = plan.layer() == null
                ? ""
                : plan.layer().told().stream().map(", "::concat).collect(Collectors.joining());
        String make = "%s = %s(%d, %d%s%s)".formatted(cell(), layerName(), plan.inputs(), plan.hidden(), bias, told);
        List<String> lines =
                new ArrayList<>(List.of("# The layer; its state has an axis more, for layers and directions."));
        lines.add(make);
        if (plan.hasHead()) {
            lines.add("head = torch.nn.Linear(%d, %d%s)"
                    .formatted(plan.hidden(), plan.outputs(), plan.hasHeadBias() ? "" : ", bias=False"));
            lines.add("model = torch.nn.ModuleDict({\"%s\": %s, \"head\": head})".formatted(cell(), cell()));
            lines.add("model.load_state_dict(load_file(here / \"weights.safetensors\"))");
        } else {
            lines.add(cell() + ".load_state_dict(load_file(here / \"weights.safetensors\"))");
        }
        lines.add(
                plan.cell().hasCellState()
                        ? "layer_h, (_, layer_c) = lstm(x, (h0[None], c0[None]))"
                        : "layer_h, _ = " + cell() + "(x, h0[None])");
        if (plan.cell().hasCellState()) {
            lines.add("layer_c = layer_c[0]");
        }
        return lines;
    }

    @Override
    List<String> names() {
        List<String> lines = new ArrayList<>();
        if (plan.layer() == null) {
            lines.add("w = load_file(here / \"weights.safetensors\")");
            lines.addAll(labNames());
            return lines;
        }
        lines.add("# The same step by step, with the layer's own weights: they lie one gate below the other.");
        for (ArrayLayout array : plan.layer().row().arrays()) {
            if (plan.layer().has(array.name())) {
                String symbols = array.rows().stream()
                        .flatMap(List::stream)
                        .map(plan::symbol)
                        .collect(Collectors.joining(", "));
                int gates = plan.cell().gates().size();
                String from = cell() + "." + array.name();
                lines.add(symbols + " = " + (gates == 1 ? from : from + ".chunk(" + gates + ")"));
            }
        }
        return lines;
    }

    @Override
    String module() {
        return "torch";
    }

    @Override
    PythonSyntax syntax() {
        return new PythonSyntax("torch.sigmoid", "torch.tanh", true);
    }

    @Override
    String stack() {
        return "torch.stack";
    }

    @Override
    List<String> head() {
        return plan.layer() == null ? labHead() : List.of("logits = head(h)");
    }

    @Override
    String toNumPy(String result) {
        return result + ".numpy()";
    }

    @Override
    public String weightsFile() {
        return "weights.safetensors";
    }

    @Override
    public Map<String, Array> weights() {
        return plan.stored(plan.hasHead() ? cell() + "." : "", "head.weight", true, "head.bias");
    }
}
