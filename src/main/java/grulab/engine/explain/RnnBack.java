package grulab.engine.explain;

import grulab.model.Quantity;
import java.util.List;

/** The way back through a plain RNN: dh′, dh. */
final class RnnBack extends UnitBack {
    RnnBack(Walk walk, int t, int unit) {
        super(walk, t, unit);
    }

    @Override
    List<OpenLine> lines() {
        return List.of(arrives(), through(Quantity.STATE), stateBack());
    }

    @Override
    Expression sentBack() {
        return recurrentBack(Quantity.STATE);
    }
}
