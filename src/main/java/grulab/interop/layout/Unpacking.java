package grulab.interop.layout;

import grulab.interop.file.BadModel;
import grulab.model.Array;
import grulab.model.ArrayLayout;
import grulab.model.CellType;
import grulab.model.FrameworkRow;
import grulab.model.Side;
import grulab.model.Weights;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads a cell out of the arrays of a framework. */
final class Unpacking {
    private final FrameworkRow row;
    private final Map<String, Array> arrays;
    private final int hidden;
    private final int inputs;

    Unpacking(FrameworkRow row, Map<String, Array> arrays) throws BadModel {
        this.row = row;
        this.arrays = arrays;
        this.hidden = hidden();
        this.inputs = inputs();
    }

    Weights weights() throws BadModel {
        if (row.rules().square() && inputs != hidden) {
            throw BadModel.of(
                    "%s has input and state of the same size, but the arrays are of %d inputs and %d units",
                    row.name(), inputs, hidden);
        }
        Map<String, double[]> found = new LinkedHashMap<>();
        for (ArrayLayout layout : row.arrays()) {
            Array array = arrays.get(layout.name());
            if (array != null) {
                take(layout, array, found);
            } else if (!Place.isBias(layout)) {
                throw missing(layout);
            }
        }
        if (row.cell() == CellType.LSTM && row.rules().forgetBias() != 0) {
            double[] added = new double[hidden];
            Arrays.fill(added, row.rules().forgetBias());
            found.put("b_hf", added);
        }
        return new Weights(row.cell(), inputs, hidden, 0, inOrder(found));
    }

    private void take(ArrayLayout layout, Array array, Map<String, double[]> found) throws BadModel {
        Grid grid = Grid.of(layout, inputs, hidden);
        if (!Arrays.equals(grid.shape(), array.shape())) {
            throw BadModel.of(
                    "%s has shape %s, but with %d inputs and %d units it must be %s, which is %s",
                    layout.name(),
                    Arrays.toString(array.shape()),
                    inputs,
                    hidden,
                    Arrays.toString(grid.shape()),
                    Grid.shapeText(layout));
        }
        for (Place place : grid.places()) {
            int across = Grid.inputsOf(place.block(), inputs, hidden);
            double[] values = new double[hidden * across];
            for (int i = 0; i < values.length; i++) {
                double stored = array.values()[place.of(i, across)];
                values[i] = place.block().negated() ? -stored : stored;
            }
            found.put(name(place.block().side(), place.block().gate()), values);
        }
    }

    private static String name(Side side, String gate) {
        return switch (side) {
            case INPUT -> "W_i" + gate;
            case RECURRENT -> "W_h" + gate;
            case INPUT_BIAS, BIAS -> "b_i" + gate;
            case RECURRENT_BIAS -> "b_h" + gate;
        };
    }

    private Map<String, double[]> inOrder(Map<String, double[]> found) {
        Map<String, double[]> ordered = new LinkedHashMap<>();
        for (String kind : new String[] {"W_i", "W_h", "b_i", "b_h"}) {
            for (String gate : row.cell().gates()) {
                double[] values = found.get(kind + gate);
                if (values != null) {
                    ordered.put(kind + gate, values);
                }
            }
        }
        return ordered;
    }

    /** H: every matrix has it, on the axis of the gates. */
    private int hidden() throws BadModel {
        ArrayLayout layout = matrix(Side.RECURRENT);
        int[] shape = shape(layout);
        int gates = Grid.gates(layout);
        int units = shape[shape.length - (layout.transposed() ? 1 : 2)];
        if (units < gates || units % gates != 0) {
            throw wrong(layout, shape);
        }
        return units / gates;
    }

    private int inputs() throws BadModel {
        ArrayLayout layout = matrix(Side.INPUT);
        int[] shape = shape(layout);
        boolean joined = layout.transposed() && layout.rows().size() > 1;
        int found = shape[shape.length - (layout.transposed() ? 2 : 1)] - (joined ? hidden : 0);
        if (found < 1) {
            throw wrong(layout, shape);
        }
        return found;
    }

    private ArrayLayout matrix(Side side) {
        return row.arrays().stream()
                .filter(layout ->
                        layout.rows().stream().anyMatch(blocks -> blocks.get(0).side() == side))
                .findFirst()
                .orElseThrow();
    }

    private int[] shape(ArrayLayout layout) throws BadModel {
        Array array = arrays.get(layout.name());
        if (array == null) {
            throw missing(layout);
        }
        if (array.shape().length != Grid.axes(layout)) {
            throw wrong(layout, array.shape());
        }
        return array.shape();
    }

    private BadModel missing(ArrayLayout layout) {
        return BadModel.of(
                "there is no array %s; %s needs it, with shape %s", layout.name(), row.name(), Grid.shapeText(layout));
    }

    private BadModel wrong(ArrayLayout layout, int[] shape) {
        return BadModel.of(
                "%s has shape %s; for %s it must be %s",
                layout.name(), Arrays.toString(shape), row.name(), Grid.shapeText(layout));
    }
}
