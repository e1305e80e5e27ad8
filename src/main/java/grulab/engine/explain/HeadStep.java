package grulab.engine.explain;

import static grulab.engine.explain.Expression.difference;
import static grulab.engine.explain.Expression.leaf;
import static grulab.engine.explain.Expression.sum;

import grulab.engine.reference.Formulas;
import grulab.model.Prediction;
import grulab.model.Quantity;
import grulab.model.Weights;
import grulab.model.arithmetic.DotProduct;
import grulab.model.arithmetic.Term;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What the head makes of the state after a step. The engine keeps none of it, so the values are those of float64. */
final class HeadStep {
    /** e^y is printed as it is up to here; beyond, the largest y is taken off first, so that numbers stay short. */
    private static final double LARGE = 9;

    private final Walk walk;
    private final int t;
    private final Weights w;
    /** h′ */
    private final double[] h;

    private final double[] logits;
    private final double[] probabilities;

    HeadStep(Walk walk, int t) {
        walk.check(t, 0);
        this.walk = walk;
        this.t = t;
        w = walk.weights();
        if (w.outputs() == 0) {
            throw new IllegalArgumentException("there is no head, W_q, that would say anything of a symbol");
        }
        h = walk.trace().row(Quantity.STATE, t);
        logits = logits();
        probabilities = Formulas.softmax(logits);
    }

    /** h W_hq + b_q, along the rows as they lie in memory: of a large vocabulary it is the longest work of a line. */
    private double[] logits() {
        double[] weight = w.get("W_hq");
        double[] sums = w.has("b_q") ? w.get("b_q").clone() : new double[w.outputs()];
        for (int k = 0; k < h.length; k++) {
            int row = k * sums.length;
            for (int o = 0; o < sums.length; o++) {
                sums[o] += h[k] * weight[row + o];
            }
        }
        return sums;
    }

    Prediction prediction() {
        return new Prediction(logits, probabilities, target(), surprise());
    }

    OpenLine logit(int symbol) {
        check(symbol);
        double[] column = new double[h.length];
        for (int k = 0; k < column.length; k++) {
            column[k] = w.get("W_hq")[k * w.outputs() + symbol];
        }
        DotProduct products = new DotProduct("W_q", "h′", column, h);
        List<Leaf> terms = new ArrayList<>();
        terms.add(leaf(new Term("W_q h′", products.value(), products)));
        if (w.has("b_q")) {
            terms.add(leaf("b_q", w.bias("b_q", symbol)));
        }
        return new OpenLine("y", sum(terms), logits[symbol]);
    }

    OpenLine probability(int symbol) {
        check(symbol);
        double top = top();
        Expression share = Math.abs(top) <= LARGE
                ? new Expression.Quotient(power(leaf("y", logits[symbol])), total("e^y", 0))
                : new Expression.Quotient(
                        power(difference(leaf("y", logits[symbol]), leaf("max y", top))), total("e^(y − max y)", top));
        return new OpenLine("p", share, probabilities[symbol]);
    }

    /** −ln p; where p is so small that five decimals do not hold enough of it, ln Σ e^y − y. */
    OpenLine loss() {
        double loss = surprise();
        Leaf p = leaf("p", probabilities[target()]);
        OpenLine line = new OpenLine("loss", new Expression.Minus(new Expression.Applied(Key.LN, p)), loss);
        if (Closing.shownAlone(line).exact()) {
            return line;
        }
        double top = top();
        Expression all = new Expression.Applied(Key.LN, total("e^(y − max y)", top));
        Expression behind = difference(leaf("max y", top), leaf("y", logits[target()]));
        return new OpenLine("loss", sum(List.of(all, behind)), loss);
    }

    /** −ln p of the target in nats, by the logits: it is finite where p is too small to be a number. */
    private double surprise() {
        double top = top();
        double total = Arrays.stream(logits).map(y -> Math.exp(y - top)).sum();
        return Math.log(total) + top - logits[target()];
    }

    /** ∂L/∂y of all symbols [O]: (p − 1 at the target) over the number of targets. */
    double[] slopes() {
        double[] d = probabilities.clone();
        d[target()] -= 1;
        for (int o = 0; o < d.length; o++) {
            d[o] /= walk.counted();
        }
        return d;
    }

    /** The head's share of ∂L/∂h′ of a unit: W_q dy. */
    Term share(int unit) {
        int outputs = w.outputs();
        double[] row = Arrays.copyOfRange(w.get("W_hq"), unit * outputs, (unit + 1) * outputs);
        DotProduct products = new DotProduct("W_q", "dy", row, slopes());
        return new Term("W_q dy", products.value(), products);
    }

    private int target() {
        int[] targets = walk.targets();
        if (targets == null) {
            throw new IllegalArgumentException("without targets there is no loss and no way back");
        }
        return targets[t];
    }

    private static Expression power(Expression of) {
        return new Expression.Applied(Key.EXP, of);
    }

    private Leaf total(String name, double off) {
        double[] powers = Arrays.stream(logits).map(y -> Math.exp(y - off)).toArray();
        double[] ones = new double[powers.length];
        Arrays.fill(ones, 1);
        DotProduct products = new DotProduct(name, "1", powers, ones);
        return leaf(new Term("Σ " + name, products.value(), products));
    }

    private double top() {
        return Arrays.stream(logits).max().orElseThrow();
    }

    private void check(int symbol) {
        if (symbol < 0 || symbol >= w.outputs()) {
            throw new IllegalArgumentException("symbols are 0 to %d, not %d".formatted(w.outputs() - 1, symbol));
        }
    }
}
