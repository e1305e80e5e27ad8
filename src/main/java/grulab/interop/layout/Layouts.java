package grulab.interop.layout;

import grulab.interop.file.BadModel;
import grulab.model.Array;
import grulab.model.ArrayLayout;
import grulab.model.FrameworkRow;
import grulab.model.Side;
import grulab.model.Weights;
import java.util.LinkedHashMap;
import java.util.Map;

/** A cell's parameters as the arrays that a framework stores, and back. The head is no part of it. */
public final class Layouts {
    private Layouts() {}

    /**
     * The arrays of a framework by their names in it, in its order. Numbers are moved and not changed, except where two
     * biases have one place: they are added. Weights without any bias have no arrays of biases where the framework can do
     * without, else zeros.
     *
     * @param row its convention is that of the weights
     * @throws BadModel if it has no place for one of the numbers
     */
    public static Map<String, Array> pack(FrameworkRow row, Weights w) throws BadModel {
        Obstacle obstacle = Fit.obstacle(row, w);
        if (obstacle != null) {
            throw obstacle.refusal();
        }
        boolean noBias = row.rules().biasOptional()
                && w.arrays().keySet().stream().noneMatch(name -> name.startsWith("b_i") || name.startsWith("b_h"));
        Map<String, Array> arrays = new LinkedHashMap<>();
        for (ArrayLayout layout : row.arrays()) {
            if (!noBias || !Place.isBias(layout)) {
                arrays.put(layout.name(), packed(row, layout, w));
            }
        }
        return arrays;
    }

    private static Array packed(FrameworkRow row, ArrayLayout layout, Weights w) {
        Grid grid = Grid.of(layout, w.inputs(), w.hidden());
        double[] values = new double[Math.multiplyExact(grid.rows(), grid.columns())];
        for (Place place : grid.places()) {
            int inputs = Grid.inputsOf(place.block(), w.inputs(), w.hidden());
            double[] from = parameter(row, place, w);
            for (int i = 0; i < from.length; i++) {
                values[place.of(i, inputs)] = place.block().negated() ? -from[i] : from[i];
            }
        }
        return Array.of(values, grid.shape());
    }

    private static double[] parameter(FrameworkRow row, Place place, Weights w) {
        String gate = place.block().gate();
        Side side = place.block().side();
        if (side == Side.INPUT) {
            return w.get("W_i" + gate);
        }
        if (side == Side.RECURRENT) {
            return w.get("W_h" + gate);
        }
        BiasPlaces places = BiasPlaces.of(row, gate);
        double[] bias = new double[w.hidden()];
        for (int unit = 0; unit < bias.length; unit++) {
            bias[unit] = places.stored(w, side, unit);
        }
        return bias;
    }

    /**
     * The parameters that a framework has stored, in the framework's own convention. An only bias is on the input side, or
     * on the side where the framework has it; what the framework adds to the forget gate by itself is b_hf.
     *
     * @param arrays by their names in the framework; others are not looked at, absent biases are no biases
     * @param place what the sentence of an exception begins with
     * @throws BadModel if an array is missing or has a shape that fits none or not the others
     */
    public static Weights unpack(FrameworkRow row, Map<String, Array> arrays, String place) throws BadModel {
        try {
            return new Unpacking(row, arrays).weights();
        } catch (BadModel e) {
            throw e.in(place);
        }
    }
}
