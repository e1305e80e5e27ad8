package grulab.interop.code;

import grulab.model.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** NumPy has no layers: the formulas alone. */
final class NumPyProgram extends PythonProgram {
    NumPyProgram(Plan plan) {
        super(plan);
    }

    @Override
    String layerName() {
        return "";
    }

    @Override
    List<String> packages() {
        return List.of("numpy");
    }

    @Override
    List<String> opening() {
        return List.of(
                "import sys",
                "from pathlib import Path",
                "",
                "import numpy as np",
                "",
                "",
                "def sigmoid(a):",
                INDENT + "return 1 / (1 + np.exp(-a))",
                "");
    }

    @Override
    String input() {
        return input("");
    }

    @Override
    List<String> layer() {
        return List.of();
    }

    @Override
    List<String> names() {
        List<String> lines = new ArrayList<>(List.of("w = np.load(here / \"weights.npz\")"));
        lines.addAll(labNames());
        return lines;
    }

    @Override
    String module() {
        return "np";
    }

    @Override
    PythonSyntax syntax() {
        return new PythonSyntax("sigmoid", "np.tanh", true);
    }

    @Override
    String stack() {
        return "np.stack";
    }

    @Override
    List<String> head() {
        return labHead();
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
        return plan.labArrays();
    }
}
