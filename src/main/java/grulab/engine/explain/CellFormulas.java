package grulab.engine.explain;

import grulab.model.CellOptions;
import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.Quantity;
import grulab.model.StepTrace;
import grulab.model.Weights;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The formulas of a cell without numbers: what the lines of an {@link Explanation} say, in their order and from the same
 * code.
 */
public final class CellFormulas {
    private CellFormulas() {}

    /**
     * One formula.
     *
     * @param symbol id of what it makes: r, n, z, h; i, f, g, o, c, h; h
     * @param name what that is called in formulas: "r", "h̃", "h′"
     * @param right its right side: "σ(W_r x + U_r h + b_r + c_r)"
     */
    public record CellFormula(String symbol, String name, String right) {
        /** "r = σ(W_r x + U_r h + b_r + c_r)" */
        public String equation() {
            return name + " = " + right;
        }
    }

    /**
     * The formulas of a cell.
     *
     * @param convention of a GRU; without meaning for LSTM and RNN
     * @param has whether there is a bias of that name (b_ir, b_hn …); one that is not there is in no formula
     */
    public static List<CellFormula> of(CellType cell, Convention convention, Predicate<String> has) {
        return of(cell, convention, has, CellOptions.PLAIN);
    }

    /** The same of a cell that does otherwise; functions that it needs beside σ and tanh are {@link DefinedFunction}s. */
    public static List<CellFormula> of(
            CellType cell, Convention convention, Predicate<String> has, CellOptions options) {
        Walk plain = smallest(cell, convention, has);
        Walk walk = new Walk(
                plain.trace(), plain.weights(), plain.input(), null, 1, List.of(), options.withLengths(null), 1);
        return UnitStep.of(walk, 0, 0).lines().stream()
                .map(line -> new CellFormula(
                        line.symbol(),
                        PlainName.of(line.symbol()),
                        line.expression().formula()))
                .toList();
    }

    /** The formula of the head's logits: y = W_q h′ + b_q. @param bias whether there is a b_q */
    public static CellFormula head(boolean bias) {
        Map<String, double[]> arrays = new LinkedHashMap<>();
        arrays.put("W_hq", new double[1]);
        if (bias) {
            arrays.put("b_q", new double[1]);
        }
        Walk walk = smallest(CellType.RNN, Convention.PYTORCH, name -> false);
        Weights head = new Weights(CellType.RNN, 1, 1, 1, arrays);
        OpenLine line = new HeadStep(new Walk(walk.trace(), head, walk.input(), new int[1], 1, List.of()), 0).logit(0);
        return new CellFormula("logits", line.symbol(), line.expression().formula());
    }

    /** One step of one unit with one input, all zero: formulas do not depend on numbers. */
    private static Walk smallest(CellType cell, Convention convention, Predicate<String> has) {
        Map<String, double[]> arrays = new LinkedHashMap<>();
        for (String gate : cell.gates()) {
            for (String name : List.of("W_i" + gate, "W_h" + gate, "b_i" + gate, "b_h" + gate)) {
                if (name.startsWith("W") || has.test(name)) {
                    arrays.put(name, new double[1]);
                }
            }
        }
        Map<Quantity, float[]> values = new EnumMap<>(Quantity.class);
        cell.quantities().forEach(quantity -> values.put(quantity, new float[1]));
        StepTrace trace = new StepTrace(cell, convention, 1, 1, new float[1], new float[1], values, Map.of());
        return new Walk(trace, new Weights(cell, 1, 1, 0, arrays), t -> new double[1], null, 1, List.of());
    }
}
