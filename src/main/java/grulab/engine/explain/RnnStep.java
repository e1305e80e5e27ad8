package grulab.engine.explain;

import grulab.model.Quantity;
import grulab.model.StepTrace;
import grulab.model.Weights;
import java.util.List;

/** The one line of a plain RNN. */
final class RnnStep extends UnitStep {
    RnnStep(StepTrace trace, int t, Weights w, double[] x, int unit) {
        super(trace, t, w, x, unit);
    }

    @Override
    List<OpenLine> lines() {
        return List.of(tanh("h", Quantity.STATE));
    }
}
