package grulab.engine.explain;

import grulab.model.Quantity;
import java.util.List;

/** The one line of a plain RNN. */
final class RnnStep extends UnitStep {
    RnnStep(Walk walk, int t, int unit) {
        super(walk, t, unit);
    }

    @Override
    List<OpenLine> lines() {
        return List.of(state());
    }

    private OpenLine state() {
        return tanh(Quantity.STATE, "h", "h", h);
    }

    @Override
    List<OpenLine> between() {
        Expression sum = ((Expression.Applied) state().expression()).of();
        return List.of(new OpenLine(SUM, sum, sum.value()));
    }
}
