package grulab.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import grulab.engine.explain.DefinedFunction;
import grulab.engine.explain.Explanation;
import grulab.engine.explain.Written;
import grulab.model.Case;
import grulab.model.CellOptions.Lengths;
import grulab.model.CellType;
import grulab.model.arithmetic.Breakdown;
import grulab.model.arithmetic.Digits;
import grulab.model.arithmetic.DotProduct;
import grulab.model.arithmetic.Line;
import grulab.model.arithmetic.Term;
import java.io.PrintWriter;
import java.util.List;

/**
 * What {@code explain} prints.
 *
 * @param backward lines of the way back, empty if they were not asked for
 * @param sample from 1
 * @param products how many of the products behind a term, 0 for none
 */
record ExplainReport(Explanation forward, List<Line> backward, int sample, int products) {

    ObjectNode json() {
        ObjectNode root = Json.object()
                .put("t", forward.t() + 1)
                .put("unit", forward.unit() + 1)
                .put("sample", sample);
        ArrayNode lines = root.putArray("lines");
        forward.lines().forEach(line -> add(lines, line));
        if (!backward.isEmpty()) {
            ArrayNode back = root.putArray("backward");
            backward.forEach(line -> add(back, line).put("exponent", line.exponent()));
        }
        return root;
    }

    private ObjectNode add(ArrayNode lines, Line line) {
        ObjectNode node = lines.addObject()
                .put("symbol", line.symbol())
                .put("formula", line.formula())
                .put("substituted", line.substituted())
                .put("result", line.result());
        node.set("value", Json.number(line.value()));
        node.set("reference", Json.number(line.reference()));
        node.put("agrees", line.agrees()).put("exact", line.exact());
        ArrayNode terms = node.putArray("terms");
        for (Term term : line.terms()) {
            ObjectNode entry = terms.addObject().put("name", term.name());
            entry.set("value", Json.number(term.value()));
            if (term.products() != null && products > 0) {
                add(entry, term, term.products());
            }
        }
        return node;
    }

    private void add(ObjectNode entry, Term term, DotProduct dot) {
        ArrayNode all = entry.putArray("products");
        for (DotProduct.Product product : dot.largest(products)) {
            ObjectNode one = all.addObject().put("index", product.index() + 1);
            one.set("left", Json.number(product.left()));
            one.set("right", Json.number(product.right()));
            one.set("value", Json.number(product.value()));
        }
        entry.set("rest", Json.number(dot.rest(products)));
        if (term.bias() != 0) {
            entry.set("bias", Json.number(term.bias()));
        }
    }

    void print(Case problem, PrintWriter out) {
        CellType cell = problem.weights().cell();
        String convention = cell == CellType.GRU
                ? ", reset %s, update %s"
                        .formatted(
                                problem.convention().reset().id(),
                                problem.convention().update().id())
                : "";
        out.printf(
                "unit %d, t = %d, sample %d: %s%s%n",
                forward.unit() + 1, forward.t() + 1, sample, cell.id(), convention);
        Lengths lengths = problem.options().lengths();
        if (lengths != null && !lengths.reaches(forward.t(), sample - 1)) {
            int steps = lengths.steps().get(sample - 1);
            out.printf("the row has %d step%s and has ended: nothing is computed%n", steps, steps == 1 ? "" : "s");
        }
        DefinedFunction.of(cell, problem.options()).forEach(f -> out.printf("%s%n", f.definition()));
        forward.lines().forEach(line -> print(line, out));
        if (!backward.isEmpty()) {
            int exponent = backward.get(0).exponent();
            String units = exponent == 0
                    ? ""
                    : ", in units of 10^%d".formatted(exponent).replace('-', '−');
            out.printf("%nthe way back%s%n", units);
            backward.forEach(line -> print(line, out));
        }
    }

    private void print(Line line, PrintWriter out) {
        out.printf("%n%s = %s%n", twoWide(Written.name(line)), line.formula());
        out.printf(
                "   %s %s %s  %s%n",
                line.exact() ? "=" : "≈",
                line.substituted().isEmpty() ? "(not finite)" : line.substituted() + " =",
                line.result(),
                line.agrees() ? "✓" : "✕ cell %s, recomputed %s".formatted(line.value(), line.reference()));
        for (Term term : line.terms()) {
            if (products > 0 && (term.products() != null || !term.biases().isEmpty())) {
                print(line, term, out);
            }
        }
    }

    private void print(Line line, Term term, PrintWriter out) {
        Breakdown behind = Breakdown.of(line, term, products);
        out.printf("      %s %s %s%n", term.name(), behind.exact() ? "=" : "≈", behind.value());
        for (Breakdown.Row row : behind.rows()) {
            out.printf(
                    "      %7d: %s · %s %s %s%n",
                    row.index() + 1, row.left(), bracketed(row.right()), row.exact() ? "=" : "≈", row.value());
        }
        if (behind.rest() != null) {
            out.printf("         and %d more: %s%n", behind.left(), behind.rest());
        }
        behind.biases().forEach(bias -> out.printf("         and %s: %s%n", bias.name(), bias.value()));
    }

    private static String bracketed(String number) {
        return number.startsWith(Digits.MINUS) ? "(" + number + ")" : number;
    }

    /** h̃ is two code points and one column. */
    private static String twoWide(String name) {
        return name.replace("\u0303", "").length() < 2 ? name + " " : name;
    }
}
