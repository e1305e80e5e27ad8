package grulab.engine.explain;

import static grulab.engine.explain.Expression.leaf;
import static grulab.engine.explain.Expression.rest;
import static grulab.engine.explain.Expression.sum;

import grulab.engine.reference.Formulas;
import grulab.model.Quantity;
import grulab.model.ResetPosition;
import grulab.model.UpdateMeaning;
import grulab.model.arithmetic.Term;
import java.util.ArrayList;
import java.util.List;

/** The four lines of a GRU, as the trace's convention writes them. */
final class GruStep extends UnitStep {
    GruStep(Walk walk, int t, int unit) {
        super(walk, t, unit);
    }

    @Override
    List<OpenLine> lines() {
        return List.of(
                gate(Quantity.RESET),
                candidate(),
                gate(Quantity.UPDATE),
                state(walk.trace().convention().update()));
    }

    @Override
    List<OpenLine> between() {
        return List.of(before(), product());
    }

    private boolean resetsBefore() {
        return walk.trace().convention().reset() == ResetPosition.BEFORE;
    }

    private OpenLine candidate() {
        if (resetsBefore()) {
            double[] past = Formulas.product(walk.trace().row(Quantity.RESET, t), h);
            return gate(Quantity.CANDIDATE, "n", "r ⊙ h", past);
        }
        Leaf input = leaf(biased(inputSide("n"), "b_n", "b_in"));
        Leaf reset = leaf("r", at(Quantity.RESET));
        Expression inside = sum(List.of(input, Expression.product(reset, leaf(memory()))));
        return line(Quantity.CANDIDATE, activated("n", inside));
    }

    /** m = U_n h + c_n, which r multiplies with reset after. */
    final Term memory() {
        return biased(recurrentSide("n", "h", h), "c_n", "b_hn");
    }

    private Term biased(Term product, String name, String bias) {
        if (!w.has(bias)) {
            return product;
        }
        Term beside = new Term(name, w.bias(bias, unit));
        return new Term(
                product.name() + " + " + name, product.value() + beside.value(), product.products(), List.of(beside));
    }

    /** What goes on from the reset gate: r ⊙ h, or r ⊙ (U_n h + c_n). */
    OpenLine product() {
        Leaf reset = leaf("r", at(Quantity.RESET));
        if (resetsBefore()) {
            return line(Quantity.PRODUCT, Expression.product(reset, leaf("h", h[unit])));
        }
        List<Leaf> memory = new ArrayList<>();
        memory.add(leaf(recurrentSide("n", "h", h)));
        if (w.has("b_hn")) {
            memory.add(leaf("c_n", w.bias("b_hn", unit)));
        }
        return line(Quantity.PRODUCT, Expression.product(reset, sum(memory)));
    }

    /** The blend, by a meaning of z. */
    OpenLine state(UpdateMeaning update) {
        double z = at(Quantity.UPDATE);
        Leaf share = leaf("z", z);
        Leaf rest = rest("z", z);
        Leaf past = leaf("h", h[unit]);
        Leaf candidate = leaf("h̃", at(Quantity.CANDIDATE));
        boolean keep = update == UpdateMeaning.KEEP;
        Expression blend = sum(List.of(
                Expression.product(keep ? share : rest, past), Expression.product(keep ? rest : share, candidate)));
        return line(Quantity.STATE, blend);
    }

    /** The same numbers under the other meaning of z, which the engine did not compute. */
    OpenLine otherState() {
        Expression blend = state(walk.trace().convention().update().opposite()).expression();
        return new OpenLine(Quantity.STATE.id(), blend, blend.value());
    }
}
