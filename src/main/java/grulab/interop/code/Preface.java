package grulab.interop.code;

import grulab.engine.explain.CellFormulas;
import grulab.engine.explain.CellFormulas.CellFormula;
import grulab.model.CellOptions.AfterEnd;
import grulab.model.CellOptions.Lengths;
import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.Framework;
import grulab.model.UpdateMeaning;
import grulab.model.Weights;
import java.util.ArrayList;
import java.util.List;

/** What the comment at the head of a program says. */
final class Preface {
    private static final String INDENT = "    ";

    private Preface() {}

    /**
     * The lines of it.
     *
     * @param layer how the framework's users call the layer, or "" if there is none
     * @param files the program's own
     * @param run how it is run, line by line
     */
    static List<String> of(Plan plan, String layer, List<String> files, List<String> run) {
        List<String> lines = new ArrayList<>();
        lines.add(title(plan, layer));
        lines.add("");
        lines.addAll(convention(plan, layer));
        lines.add("");
        plan.formulas().forEach(formula -> lines.add(INDENT + formula.equation()));
        plan.functions().forEach(function -> lines.add(INDENT + function.definition()));
        if (plan.hasHead()) {
            lines.add(INDENT + plan.headFormula().equation());
        }
        lines.add("");
        lines.addAll(biases(plan));
        lines.addAll(rows(plan));
        lines.add("T = %d steps, B = %d, I = %d, H = %d%s; the state is [B, H], the input [T, B, I]."
                .formatted(
                        plan.given().steps(),
                        plan.given().batch(),
                        plan.inputs(),
                        plan.hidden(),
                        plan.hasHead() ? ", O = " + plan.outputs() : ""));
        lines.add(
                plan.framework() == Framework.KERAS
                        ? "The files are float64; Keras computes in float32."
                        : "All numbers are float64, so that rounding hides nothing.");
        lines.add("");
        lines.add("Beside it: " + String.join(", ", files) + ". To run it:");
        lines.add("");
        run.forEach(line -> lines.add(INDENT + line));
        lines.add("");
        lines.add("It prints the largest error against trace.npz and exits with 1 if that is above 1e-5.");
        return lines;
    }

    /** What becomes of rows that end before T. */
    private static List<String> rows(Plan plan) {
        Lengths lengths = plan.lengths();
        if (lengths == null) {
            return List.of();
        }
        return List.of("The rows have lengths; after its end a row's gates are 0 and its states "
                + (lengths.after() == AfterEnd.HELD ? "stay as they are." : "0."));
    }

    private static String title(Plan plan, String layer) {
        String cell = switch (plan.cell()) {
            case GRU -> "A GRU";
            case LSTM -> "An LSTM";
            case RNN -> "A plain RNN";
        };
        return layer.isEmpty()
                ? "%s written out in %s: weights, input and trace are from GRU Lab."
                        .formatted(cell, plan.framework().title())
                : "%s as %s: weights, input and trace are from GRU Lab.".formatted(cell, layer);
    }

    private static List<String> convention(Plan plan, String layer) {
        if (plan.cell() != CellType.GRU) {
            return List.of("The formulas:");
        }
        String said = said(plan.convention());
        if (plan.relabelled()) {
            CellFormula lab = last(CellFormulas.of(
                    plan.cell(), plan.given().convention(), plan.given().weights()::has));
            return List.of(
                    "In the lab " + meaning(plan.given().convention()) + ", " + lab.equation() + ".",
                    "Here it is the other way round: everything that z is made of is negated, so this z is",
                    "the lab's 1 − z, and h is the same. Reset " + said + ":");
        }
        return List.of(
                layer.isEmpty() && plan.framework() != Framework.NUMPY
                        ? (plan.options().isPlain()
                                        ? "No layer of %s has this convention, reset %s:"
                                        : "No layer of %s computes this, reset %s:")
                                .formatted(plan.framework().title(), said)
                        : "The convention is reset " + said + ":");
    }

    private static String said(Convention convention) {
        return convention.reset().id() + ", " + meaning(convention);
    }

    private static String meaning(Convention convention) {
        return convention.update() == UpdateMeaning.KEEP ? "z keeps the past" : "z admits the new";
    }

    private static CellFormula last(List<CellFormula> formulas) {
        return formulas.get(formulas.size() - 1);
    }

    /** How the layer's biases come from the lab's, where they are not the same. */
    private static List<String> biases(Plan plan) {
        Weights lab = plan.given().weights();
        List<String> all = plan.cell().gates().stream()
                .flatMap(gate -> List.of("b_i" + gate, "b_h" + gate).stream())
                .toList();
        boolean fewer =
                all.stream().anyMatch(name -> lab.has(name) && !plan.weights().has(name));
        boolean none = all.stream().noneMatch(lab::has);
        boolean more =
                all.stream().anyMatch(name -> !lab.has(name) && plan.weights().has(name));
        if (fewer) {
            return List.of("Where the layer has one bias it is the sum of the lab's two.");
        }
        return more
                ? List.of(
                        none
                                ? "The lab's cell has no biases: here they are 0."
                                : "A bias that the lab's cell has not is 0 here.")
                : List.of();
    }
}
