package grulab.engine.whatif;

import grulab.model.Quantity;

/**
 * A little more of one number, whatever made it.
 *
 * @param sum true if it is added to the sum inside the gate, before its curve
 * @param t the step, −1 for a start
 */
record Nudge(Quantity quantity, boolean sum, int t, int unit, double by) {}
