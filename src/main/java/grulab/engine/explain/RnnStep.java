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
        return List.of(tanh(Quantity.STATE, "h", "h", h));
    }
}
