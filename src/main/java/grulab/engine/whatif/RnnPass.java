package grulab.engine.whatif;

import grulab.model.Quantity;

/** h' = tanh(W x + b + U h + c). */
final class RnnPass extends Pass {
    RnnPass(Course course) {
        super(course);
    }

    @Override
    void step(int t) {
        argument(Quantity.STATE, t);
        tanh(Quantity.STATE, t, h, (t + 1) * hidden);
    }

    @Override
    void stepBack(int t) {
        tanhBack(h, (t + 1) * hidden, slope);
        gate(Quantity.STATE).back(slope, sent);
    }
}
