package grulab.interop.layout;

import grulab.model.ArrayLayout;
import grulab.model.LayoutBlock;
import grulab.model.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An array of a framework for a cell of a size: its shape, and the place of every block.
 *
 * @param rows of all blocks
 * @param columns of all blocks
 */
record Grid(ArrayLayout layout, int rows, int columns, List<Place> places) {

    /** For I inputs and H units. */
    static Grid of(ArrayLayout layout, int inputs, int hidden) {
        boolean across = layout.transposed() || Place.isBias(layout);
        int columns = layout.rows().get(0).stream()
                .mapToInt(block -> across ? hidden : inputsOf(block, inputs, hidden))
                .sum();
        List<Place> places = new ArrayList<>();
        int top = 0;
        for (List<LayoutBlock> row : layout.rows()) {
            int left = 0;
            int height = across ? inputsOf(row.get(0), inputs, hidden) : hidden;
            for (LayoutBlock block : row) {
                int width = across ? hidden : inputsOf(block, inputs, hidden);
                places.add(new Place(block, across, top, left, height, width, columns));
                left += width;
            }
            top += height;
        }
        return new Grid(layout, top, columns, places);
    }

    /** How many numbers of a parameter belong to one unit: I, H, or the one of a bias. */
    static int inputsOf(LayoutBlock block, int inputs, int hidden) {
        return switch (block.side()) {
            case INPUT -> inputs;
            case RECURRENT -> hidden;
            case INPUT_BIAS, RECURRENT_BIAS, BIAS -> 1;
        };
    }

    int[] shape() {
        boolean vector = Place.isBias(layout) && layout.rows().size() == 1;
        int axes = layout.leading() + (vector ? 1 : 2);
        int[] shape = new int[axes];
        Arrays.fill(shape, 1);
        shape[axes - 1] = columns;
        if (!vector) {
            shape[axes - 2] = rows;
        }
        return shape;
    }

    /** How many axes the array has. */
    static int axes(ArrayLayout layout) {
        return of(layout, 1, 1).shape().length;
    }

    /** How often H goes into the axis on which the units of the state lie. */
    static int gates(ArrayLayout layout) {
        return layout.transposed() ? layout.rows().get(0).size() : layout.rows().size();
    }

    /** The shape as people write it: [3H, I]. */
    static String shapeText(ArrayLayout layout) {
        int gates = Place.isBias(layout) ? layout.rows().get(0).size() : gates(layout);
        String units = gates == 1 ? "H" : gates + "H";
        String text;
        if (Place.isBias(layout)) {
            text = layout.rows().size() == 1 ? units : layout.rows().size() + ", " + units;
        } else {
            boolean joined = layout.transposed() && layout.rows().size() > 1;
            String inputs = joined ? "I+H" : layout.rows().get(0).get(0).side() == Side.INPUT ? "I" : "H";
            text = layout.transposed() ? inputs + ", " + units : units + ", " + inputs;
        }
        return "[" + "1, ".repeat(layout.leading()) + text + "]";
    }
}
