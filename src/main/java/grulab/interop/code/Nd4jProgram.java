package grulab.interop.code;

import grulab.engine.explain.CellFormulas.CellFormula;
import grulab.engine.explain.DefinedFunction;
import grulab.model.Array;
import grulab.model.CellOptions.AfterEnd;
import grulab.model.CellOptions.Lengths;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Java with ND4J: its gru or gruCell operation where one computes the cell, and the formulas. */
final class Nd4jProgram implements Program {
    private static final Syntax LAB = new JavaSyntax(true);

    private final Plan plan;
    private final List<CellFormula> formulas;
    private final Syntax syntax;
    private final @Nullable Nd4jOperation operation;

    Nd4jProgram(Plan plan) {
        this.plan = plan;
        formulas = plan.formulas();
        syntax = new JavaSyntax(plan.layer() == null);
        operation = plan.layer() == null ? null : new Nd4jOperation(plan, plan.layer());
    }

    private String layerName() {
        return operation == null ? "" : operation.name();
    }

    @Override
    public String source() {
        Page page = new Page();
        page.add(imports()).add("", "/*").behind(" * ", preface()).add(" */", "public final class Run {");
        page.behind("    ", fields()).add("");
        page.behind("    ", constructor()).add("");
        page.behind("    ", step()).add("");
        page.behind("    ", functions());
        if (plan.hasHead()) {
            page.behind("    ", head()).add("");
        }
        if (operation != null) {
            page.behind("    ", operation.method()).add("");
        }
        page.behind("    ", comparison()).add("");
        return page.behind("    ", ENDING.lines().toList()).add("}").toString();
    }

    private List<String> imports() {
        Set<String> fixed = new TreeSet<>();
        Set<String> classes = new TreeSet<>(List.of(
                "java.io.File",
                "java.util.ArrayList",
                "java.util.List",
                "java.util.Locale",
                "java.util.Map",
                "org.nd4j.linalg.api.ndarray.INDArray",
                "org.nd4j.linalg.factory.Nd4j"));
        uses("σ", "sigmoid", fixed);
        uses("tanh", "tanh", fixed);
        if (!plan.functions().isEmpty()) {
            classes.add("java.util.function.DoubleUnaryOperator");
        }
        if (operation != null) {
            fixed.addAll(operation.functions());
            classes.addAll(operation.classes());
        }
        List<String> lines = new ArrayList<>();
        fixed.forEach(name -> lines.add("import static " + name + ";"));
        lines.add("");
        classes.forEach(name -> lines.add("import " + name + ";"));
        return lines;
    }

    private void uses(String sign, String name, Set<String> fixed) {
        if (formulas.stream().anyMatch(formula -> formula.right().contains(sign + "("))) {
            fixed.add("org.nd4j.linalg.ops.transforms.Transforms." + name);
        }
    }

    /** The functions that ND4J has not, number by number. */
    private List<String> functions() {
        List<String> lines = new ArrayList<>();
        for (DefinedFunction function : plan.functions()) {
            lines.add("/** " + function.definition() + " */");
            lines.add("static INDArray %s(INDArray all) {".formatted(function.identifier()));
            lines.add("    return each(all, a -> %s);".formatted(function.java()));
            lines.add("}");
            lines.add("");
        }
        if (!lines.isEmpty()) {
            lines.addAll(List.of(
                    "static INDArray each(INDArray all, DoubleUnaryOperator function) {",
                    "    INDArray made = all.dup('c');",
                    "    for (long i = 0; i < made.length(); i++) {",
                    "        made.putScalar(i, function.applyAsDouble(made.getDouble(i)));",
                    "    }",
                    "    return made;",
                    "}",
                    ""));
        }
        return lines;
    }

    private List<String> preface() {
        return Preface.of(
                plan,
                layerName(),
                List.of(weightsFile(), INPUT, TRACE),
                List.of("java -cp \"folder of nd4j-native and what it needs/*\" Run.java"));
    }

    private List<String> fields() {
        List<String> lines = new ArrayList<>();
        lines.add("private final Map<String, INDArray> w;");
        if (plan.options().forgetBias() != 0) {
            lines.add("private static final double forget_bias = %s;"
                    .formatted(plan.options().forgetBias()));
        }
        for (String gate : plan.cell().gates()) {
            lines.add("private final INDArray "
                    + plan.parameters(gate).stream().map(plan::symbol).collect(Collectors.joining(", "))
                    + ";");
        }
        if (plan.hasHead()) {
            lines.add("private final INDArray W_q" + (plan.hasHeadBias() ? ", b_q;" : ";"));
        }
        return lines;
    }

    private List<String> constructor() {
        List<String> lines = new ArrayList<>(List.of("Run(Map<String, INDArray> w) {", "    this.w = w;"));
        if (operation == null) {
            for (String gate : plan.cell().gates()) {
                plan.parameters(gate)
                        .forEach(name -> lines.add("    %s = w.get(\"%s\");".formatted(plan.symbol(name), name)));
            }
        } else {
            lines.addAll(operation.gates());
        }
        if (plan.hasHead()) {
            lines.add("    W_q = w.get(\"W_hq\").transpose();");
            if (plan.hasHeadBias()) {
                lines.add("    b_q = w.get(\"b_q\");");
            }
        }
        lines.add("}");
        return lines;
    }

    private List<String> step() {
        List<String> lines = new ArrayList<>();
        lines.add("/** One step. */");
        lines.add("INDArray[] step(%s) {"
                .formatted(Stream.concat(Stream.of("x"), plan.states().stream())
                        .map(name -> "INDArray " + name)
                        .collect(Collectors.joining(", "))));
        for (CellFormula formula : formulas) {
            lines.add("    // " + formula.equation());
            lines.add("    INDArray %s = %s;"
                    .formatted(Syntax.variable(formula.name()), syntax.written(formula.right())));
        }
        lines.add(formulas.stream()
                .map(formula -> Syntax.variable(formula.name()))
                .collect(Collectors.joining(", ", "    return new INDArray[] {", "};")));
        lines.add("}");
        return lines;
    }

    private List<String> head() {
        CellFormula formula = plan.headFormula();
        return List.of(
                "/** The logits. */",
                "INDArray head(INDArray h) {",
                "    // " + formula.equation(),
                "    return " + LAB.written(formula.right().replace("h′", "h")) + ";",
                "}");
    }

    private List<String> comparison() {
        boolean lstm = plan.cell().hasCellState();
        List<String> lines = new ArrayList<>();
        lines.add("static double largestError(File here) throws Exception {");
        lines.add("    Run cell = new Run(Nd4j.createFromNpzFile(new File(here, \"weights.npz\")));");
        lines.add("    Map<String, INDArray> given = Nd4j.createFromNpzFile(new File(here, \"input.npz\"));");
        lines.add("    Map<String, INDArray> trace = Nd4j.createFromNpzFile(new File(here, \"trace.npz\"));");
        lines.add("    INDArray x = given.get(\"x\");");
        plan.states().forEach(state -> lines.add("    INDArray %s = given.get(\"%s0\");".formatted(state, state)));
        if (plan.lengths() != null) {
            lines.add("    INDArray lengths = given.get(\"lengths\");");
        }
        lines.add("    double largest = 0;");
        if (operation != null) {
            lines.add("    largest = Math.max(largest, error(\"h of %s\", cell.layer(x, h), trace.get(\"h\")));"
                    .formatted(layerName()));
        }
        lines.add("    List<INDArray[]> steps = new ArrayList<>();");
        if (plan.hasHead()) {
            lines.add("    List<INDArray> logits = new ArrayList<>();");
        }
        lines.add("    for (int t = 0; t < x.size(0); t++) {");
        lines.add("        INDArray[] made = cell.step(x.slice(t), " + String.join(", ", plan.states()) + ");");
        lines.addAll(ending());
        lines.add("        steps.add(made);");
        if (lstm) {
            lines.add("        c = made[" + index("c") + "];");
        }
        lines.add("        h = made[" + index("h") + "];");
        if (plan.hasHead()) {
            lines.add("        logits.add(cell.head(h));");
        }
        lines.add("    }");
        lines.add(formulas.stream()
                .map(formula -> "\"" + formula.symbol() + "\"")
                .collect(Collectors.joining(", ", "    String[] names = {", "};")));
        lines.add("    for (int k = 0; k < names.length; k++) {");
        lines.add("        int made = k;");
        lines.add(
                "        INDArray got = Nd4j.stack(0, steps.stream().map(step -> step[made]).toArray(INDArray[]::new));");
        if (plan.relabelled()) {
            lines.add("        got = names[k].equals(\"z\") ? got.rsub(1) : got; // the lab's z is 1 − z");
        }
        lines.add("        largest = Math.max(largest, error(names[k], got, trace.get(names[k])));");
        lines.add("    }");
        if (plan.hasHead()) {
            lines.add("    INDArray all = Nd4j.stack(0, logits.toArray(INDArray[]::new));");
            lines.add("    largest = Math.max(largest, error(\"logits\", all, trace.get(\"logits\")));");
        }
        lines.add("    return largest;");
        lines.add("}");
        return lines;
    }

    /** After the end of a row nothing is computed. */
    private List<String> ending() {
        Lengths lengths = plan.lengths();
        if (lengths == null) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(List.of(
                "        // 1 for the rows that have this step",
                "        INDArray on = lengths.gt(t).castTo(lengths.dataType()).reshape(lengths.length(), 1);",
                "        for (int k = 0; k < made.length; k++) {",
                "            made[k] = made[k].mulColumnVector(on);",
                "        }"));
        if (lengths.after() == AfterEnd.HELD) {
            plan.states()
                    .forEach(state -> lines.add("        made[%d] = made[%d].add(%s.mulColumnVector(on.rsub(1)));"
                            .formatted(index(state), index(state), state)));
        }
        return lines;
    }

    /** Where a state is among the results of a step. */
    private int index(String symbol) {
        return formulas.stream().map(CellFormula::symbol).toList().indexOf(symbol);
    }

    private static final String ENDING = """
            /** The largest difference; beyond 1 it is relative. */
            static double error(String name, INDArray got, INDArray expected) {
                if (!got.equalShapes(expected)) {
                    throw new IllegalStateException(name + " has another shape than the trace");
                }
                double[] a = Nd4j.toFlattened('c', got).toDoubleVector();
                double[] b = Nd4j.toFlattened('c', expected).toDoubleVector();
                double largest = 0;
                for (int i = 0; i < a.length; i++) {
                    largest = Math.max(largest, Math.abs(a[i] - b[i]) / Math.max(1, Math.abs(b[i])));
                }
                System.out.printf(Locale.ROOT, "%-24s %.1e%n", name, largest);
                return largest;
            }

            public static void main(String[] args) throws Exception {
                double largest = largestError(new File(args.length > 0 ? args[0] : "."));
                System.out.printf(Locale.ROOT, "largest error %.1e%n", largest);
                System.exit(largest <= 1e-5 ? 0 : 1);
            }
            """;

    @Override
    public String weightsFile() {
        return "weights.npz";
    }

    @Override
    public Map<String, Array> weights() {
        return plan.stored("", "W_hq", false, "b_q");
    }
}
