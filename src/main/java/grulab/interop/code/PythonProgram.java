package grulab.interop.code;

import grulab.engine.explain.CellFormulas.CellFormula;
import grulab.engine.explain.DefinedFunction;
import grulab.interop.code.Formula.Applied;
import grulab.interop.code.Formula.Name;
import grulab.model.Activation;
import grulab.model.CellOptions.AfterEnd;
import grulab.model.CellOptions.Lengths;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A program in Python: the framework's layer where there is one, then the same step by step as the formulas say, then
 * the head, then how far all of it is from the lab's trace. Time comes first in every array of results.
 */
abstract class PythonProgram implements Program {
    static final String INDENT = "    ";

    final Plan plan;

    PythonProgram(Plan plan) {
        this.plan = plan;
    }

    /** How its users call the layer: "torch.nn.GRU"; "" if there is none. */
    abstract String layerName();

    /** Packages that have to be there. */
    abstract List<String> packages();

    /** The imports, and what has to be set before anything is computed. */
    abstract List<String> opening();

    /** "x, h0 = …" */
    abstract String input();

    /** Loads the layer and runs it: makes layer_h [T, B, H] and, of an LSTM, layer_c, its last [B, H]. */
    abstract List<String> layer();

    /** Makes the parameters that the formulas name: W_r, U_r, b_r and so on. */
    abstract List<String> names();

    abstract PythonSyntax syntax();

    /** Where functions of arrays are: np, torch, jnp, ops. */
    abstract String module();

    /** The function that makes one array of a list of arrays. */
    abstract String stack();

    /** Makes logits of h [T, B, H]. */
    abstract List<String> head();

    /** A result as an array of NumPy. */
    abstract String toNumPy(String result);

    @Override
    public final String source() {
        Page page = new Page().add("\"\"\"" + preface().get(0));
        page.add(preface().subList(1, preface().size())).add("\"\"\"");
        page.add(opened()).add("", "here = Path(__file__).parent", "given = np.load(here / \"input.npz\")");
        page.add(input()).add("");
        if (plan.layer() != null) {
            page.add(layer()).add("");
        }
        page.add(names()).add("", "").add(step()).add("", "").add(loop());
        if (plan.hasHead()) {
            page.add("").add(head());
        }
        return page.add("", "").add(comparison()).toString();
    }

    /** The opening, and behind it two lines apart what else is defined. */
    private List<String> opened() {
        List<String> opening = opening();
        List<String> functions = functions();
        int last = opening.size() - 1;
        boolean blank = opening.get(last).isEmpty() && !functions.isEmpty();
        List<String> lines = new ArrayList<>(blank ? opening.subList(0, last) : opening);
        lines.addAll(functions);
        return lines;
    }

    /** The functions that the framework has not. */
    private List<String> functions() {
        List<String> lines = new ArrayList<>();
        for (DefinedFunction function : plan.functions()) {
            lines.addAll(List.of(
                    "",
                    "",
                    "def %s(a):".formatted(function.identifier()),
                    INDENT + "# " + function.definition(),
                    INDENT + "return " + function.python(module())));
        }
        if (!lines.isEmpty()) {
            lines.add("");
        }
        return lines;
    }

    /** What a function of the cell is called here. */
    final String called(String gate) {
        Activation activation = plan.options().activation(plan.cell(), gate);
        return new Applied(DefinedFunction.signOf(activation), new Name("a"))
                .called(syntax().sigmoid(), syntax().tanh());
    }

    private List<String> preface() {
        return Preface.of(
                plan,
                layerName(),
                List.of(weightsFile(), INPUT, TRACE),
                List.of(
                        "pip install " + String.join(" ", packages()),
                        "python " + plan.framework().file()));
    }

    /** One step, formula by formula. */
    private List<String> step() {
        List<String> lines = new ArrayList<>();
        lines.add("def step(x, %s):".formatted(String.join(", ", plan.states())));
        for (CellFormula formula : plan.formulas()) {
            lines.add(INDENT + "# " + formula.equation());
            lines.add(INDENT + Syntax.variable(formula.name()) + " = " + syntax().written(formula.right()));
        }
        lines.add(INDENT
                + plan.formulas().stream()
                        .map(formula -> Syntax.variable(formula.name()))
                        .collect(Collectors.joining(", ", "return ", "")));
        return lines;
    }

    private List<String> loop() {
        Lengths lengths = plan.lengths();
        return lengths == null ? wholeLoop() : endingLoop(lengths.after());
    }

    /** After the end of a row nothing is computed. */
    private List<String> endingLoop(AfterEnd after) {
        List<String> all = plan.formulas().stream().map(CellFormula::symbol).toList();
        List<String> gates =
                all.stream().filter(s -> !plan.states().contains(s)).toList();
        List<String> lines = new ArrayList<>(List.of(
                plan.states().stream().map(s -> s + "0").collect(Collectors.joining(", ", starts() + " = ", "")),
                "steps = []",
                "for t, x_t in enumerate(x):",
                INDENT + "on = (t < lengths)[:, None]  # the rows that have this step",
                INDENT
                        + all.stream()
                                .map(s -> plan.states().contains(s) ? s + "_next" : s)
                                .collect(Collectors.joining(", "))
                        + " = step(x_t, "
                        + starts()
                        + ")"));
        for (String gate : gates) {
            lines.add(INDENT + "%s = %s.where(on, %s, 0.0)".formatted(gate, module(), gate));
        }
        for (String state : plan.states()) {
            lines.add(INDENT
                    + "%s = %s.where(on, %s_next, %s)"
                            .formatted(state, module(), state, after == AfterEnd.HELD ? state : "0.0"));
        }
        boolean one = all.size() == 1;
        lines.add(INDENT + "steps.append(" + (one ? symbols() : "(" + symbols() + ")") + ")");
        lines.add(stacked(one));
        return lines;
    }

    private String stacked(boolean one) {
        return one
                ? symbols() + " = " + stack() + "(steps)"
                : symbols() + " = (" + stack() + "(values) for values in zip(*steps))";
    }

    private List<String> wholeLoop() {
        String results = symbols();
        boolean one = plan.formulas().size() == 1;
        return List.of(
                plan.states().stream().map(s -> s + "0").collect(Collectors.joining(", ", starts() + " = ", "")),
                "steps = []",
                "for x_t in x:",
                INDENT + results + " = step(x_t, " + String.join(", ", plan.states()) + ")",
                INDENT + "steps.append(" + (one ? results : "(" + results + ")") + ")",
                stacked(one));
    }

    private String starts() {
        return String.join(", ", plan.states());
    }

    /** r, n, z, h */
    private String symbols() {
        return plan.formulas().stream().map(CellFormula::symbol).collect(Collectors.joining(", "));
    }

    private List<String> comparison() {
        List<String> lines = new ArrayList<>(List.of(
                "def error(got, expected):",
                INDENT + "\"\"\"The largest difference; beyond 1 it is relative.\"\"\"",
                INDENT + "got = " + toNumPy("got"),
                INDENT + "assert got.shape == expected.shape",
                INDENT + "return np.max(np.abs(got - expected) / np.maximum(1, np.abs(expected)))",
                "",
                "",
                "trace = np.load(here / \"trace.npz\")",
                "errors = {"));
        compared().forEach((label, pair) -> lines.add(INDENT + "\"%s\": error(%s),".formatted(label, pair)));
        lines.addAll(List.of(
                "}",
                "for name, value in errors.items():",
                INDENT + "print(f\"{name:28} {value:.1e}\")",
                "largest = np.max(list(errors.values()))",
                "print(f\"largest error {largest:.1e}\")",
                "sys.exit(0 if largest <= 1e-5 else 1)"));
        return lines;
    }

    /** What is compared, by what it is called, with where it comes from in the trace. */
    private Map<String, String> compared() {
        Map<String, String> compared = new LinkedHashMap<>();
        if (plan.layer() != null) {
            compared.put("h of " + layerName(), "layer_h, trace[\"h\"]");
            if (plan.cell().hasCellState()) {
                compared.put("last c of " + layerName(), "layer_c, trace[\"c\"][-1]");
            }
        }
        for (CellFormula formula : plan.formulas()) {
            String symbol = formula.symbol();
            boolean turned = plan.relabelled() && symbol.equals("z");
            compared.put(turned ? "1 - z" : symbol, "%s, trace[\"%s\"]".formatted(turned ? "1 - z" : symbol, symbol));
        }
        if (plan.hasHead()) {
            compared.put("logits", "logits, trace[\"logits\"]");
        }
        return compared;
    }

    /** "x, h0 = …" with each array made one of the framework. */
    final String input(String from) {
        List<String> names = new ArrayList<>(List.of("x"));
        plan.states().forEach(state -> names.add(state + "0"));
        if (plan.lengths() != null) {
            names.add("lengths");
        }
        return String.join(", ", names)
                + " = "
                + (from.isEmpty()
                        ? names.stream().map("given[\"%s\"]"::formatted).collect(Collectors.joining(", "))
                        : "(%s(given[name]) for name in (%s))"
                                .formatted(
                                        from,
                                        names.stream().map("\"%s\""::formatted).collect(Collectors.joining(", "))));
    }

    /** One line a gate: "W_r, U_r, b_r, c_r = …" of the lab's names in a dictionary w. */
    final List<String> labNames() {
        List<String> lines = new ArrayList<>();
        for (String gate : plan.cell().gates()) {
            lines.add(line(plan.parameters(gate), "w[\"%s\"]"::formatted));
        }
        if (plan.options().forgetBias() != 0) {
            lines.add("forget_bias = " + plan.options().forgetBias());
        }
        return lines;
    }

    private String line(List<String> parameters, UnaryOperator<String> from) {
        return parameters.stream().map(plan::symbol).collect(Collectors.joining(", "))
                + " = "
                + parameters.stream().map(from).collect(Collectors.joining(", "));
    }

    /** The head by its formula, from the lab's names in a dictionary w. */
    final List<String> labHead() {
        CellFormula formula = plan.headFormula();
        return List.of(
                plan.hasHeadBias() ? "W_q, b_q = w[\"W_hq\"].T, w[\"b_q\"]" : "W_q = w[\"W_hq\"].T",
                "# " + formula.equation(),
                "logits = " + syntax().written(formula.right().replace("h′", "h")));
    }
}
