package grulab.interop.layout;

import grulab.interop.file.BadModel;
import grulab.model.CellType;
import grulab.model.FrameworkRow;
import grulab.model.Side;
import grulab.model.Weights;

/** Whether a framework has places for all that a cell has. */
final class Fit {
    private final FrameworkRow row;
    private final Weights w;

    private Fit(FrameworkRow row, Weights w) {
        this.row = row;
        this.w = w;
    }

    /** @throws BadModel with the first number for which there is no place */
    static void check(FrameworkRow row, Weights w) throws BadModel {
        if (w.cell() != row.cell()) {
            throw BadModel.of(
                    "%s stores %s, but the weights are of %s; choose a layout for that",
                    row.name(), called(row.cell()), called(w.cell()));
        }
        if (row.rules().square() && w.inputs() != w.hidden()) {
            throw BadModel.of(
                    "%s has input and state of the same size, but the weights have %d inputs and %d units",
                    row.name(), w.inputs(), w.hidden());
        }
        Fit fit = new Fit(row, w);
        for (String gate : w.cell().gates()) {
            fit.check(BiasPlaces.of(row, gate));
        }
    }

    private void check(BiasPlaces places) throws BadModel {
        if (places.two()) {
            return;
        }
        String gate = places.gate();
        if (places.none()) {
            String reason = "%s has no bias for " + gate;
            mustBeZero("b_i" + gate, reason);
            mustBeZero("b_h" + gate, reason);
        } else if (places.apart()) {
            boolean inside = places.sides().contains(Side.RECURRENT_BIAS);
            mustBeZero(
                    inside ? "b_in" : "b_hn",
                    "%s has one bias for n, " + (inside ? "inside" : "outside") + " the product with r");
        }
    }

    private void mustBeZero(String name, String reason) throws BadModel {
        for (int unit = 0; unit < w.hidden(); unit++) {
            double value = w.bias(name, unit);
            if (value != 0) {
                throw BadModel.of(
                        reason + ", but %s[%d] is %s; only weights whose %s is 0 in every unit can be stored so",
                        row.name(),
                        name,
                        unit,
                        shown(value),
                        name);
            }
        }
    }

    /** As short as tells the number from every other of its precision. */
    static String shown(double value) {
        float rounded = (float) value;
        return rounded == value ? Float.toString(rounded) : Double.toString(value);
    }

    private static String called(CellType cell) {
        return cell == CellType.GRU ? "a GRU" : "an " + cell.title();
    }
}
