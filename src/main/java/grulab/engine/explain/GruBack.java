package grulab.engine.explain;

import static grulab.engine.explain.Expression.difference;
import static grulab.engine.explain.Expression.leaf;
import static grulab.engine.explain.Expression.rest;
import static grulab.engine.explain.Expression.slope;
import static grulab.engine.explain.Expression.sum;

import grulab.engine.reference.Formulas;
import grulab.model.Quantity;
import grulab.model.ResetPosition;
import grulab.model.UpdateMeaning;
import java.util.List;

/** The way back through a GRU: dh′, dz, dh̃, dm or dq, dr, dh. */
final class GruBack extends UnitBack {
    private final boolean keep;
    private final boolean before;
    /** da_n of all units [H] */
    private final double[] candidateSums;

    GruBack(Walk walk, int t, int unit) {
        super(walk, t, unit);
        keep = walk.trace().convention().update() == UpdateMeaning.KEEP;
        before = walk.trace().convention().reset() == ResetPosition.BEFORE;
        candidateSums = sums(Quantity.CANDIDATE);
    }

    @Override
    List<OpenLine> lines() {
        return List.of(
                arrives(),
                update(),
                through(Quantity.UPDATE),
                candidate(),
                through(Quantity.CANDIDATE),
                before ? product() : line("dm", Expression.product(candidateSum(), r())),
                reset(),
                through(Quantity.RESET),
                stateBack());
    }

    private OpenLine update() {
        Leaf past = leaf("h", past());
        Leaf candidate = leaf("h̃", at(Quantity.CANDIDATE));
        Expression reach = keep ? difference(past, candidate) : difference(candidate, past);
        return line(Quantity.UPDATE, Expression.product(arrived(), reach), Quantity.STATE);
    }

    private OpenLine candidate() {
        double z = at(Quantity.UPDATE);
        Expression share = Expression.product(arrived(), keep ? rest("z", z) : leaf("z", z));
        return line(Quantity.CANDIDATE, share, Quantity.STATE);
    }

    /** Total ∂L/∂ of what goes on from the reset gate: U_nᵀ da_n with reset before; with reset after it is da_n. */
    OpenLine product() {
        return before
                ? line("dq", recurrentBack(Quantity.CANDIDATE, "da_n", candidateSums))
                : through("dq", Quantity.CANDIDATE, throughActivation(Quantity.CANDIDATE));
    }

    private OpenLine reset() {
        return line(
                Quantity.RESET,
                before
                        ? Expression.product(dq(), leaf("h", past()))
                        : Expression.product(candidateSum(), leaf(new GruStep(walk, t, unit).memory())));
    }

    @Override
    Expression sentBack() {
        double z = at(Quantity.UPDATE);
        Expression kept = Expression.product(arrived(), keep ? leaf("z", z) : rest("z", z));
        Expression throughCandidate = before
                ? Expression.product(dq(), r())
                : recurrentBack(
                        Quantity.CANDIDATE,
                        "dm",
                        Formulas.product(candidateSums, walk.trace().row(Quantity.RESET, t)));
        return sum(List.of(kept, throughCandidate, recurrentBack(Quantity.UPDATE), recurrentBack(Quantity.RESET)));
    }

    @Override
    double argument(Quantity gate, int k) {
        return gate == Quantity.CANDIDATE
                ? Formulas.candidateArgument(
                        w,
                        walk.trace().convention().reset(),
                        k,
                        walk.input().apply(t),
                        walk.trace().before(t),
                        walk.trace().row(Quantity.RESET, t))
                : super.argument(gate, k);
    }

    private Leaf candidateSum() {
        return slope("da_n", candidateSums[unit]);
    }

    /** With reset before. */
    private Leaf dq() {
        return slope("dq", product().expression());
    }

    private Leaf r() {
        return leaf("r", at(Quantity.RESET));
    }

    private double past() {
        return walk.trace().before(t, unit);
    }
}
