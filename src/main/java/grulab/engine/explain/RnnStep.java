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
        return List.of(gate(Quantity.STATE));
    }

    @Override
    List<OpenLine> between() {
        Expression sum = ((Expression.Applied) gate(Quantity.STATE).expression()).of();
        return List.of(new OpenLine(SUM, sum, sum.value()));
    }
}
