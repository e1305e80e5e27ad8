package grulab.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How a framework lays out its gates, written down array by array. A gate is given by the lab's letter, followed by the
 * framework's where that is another: "z=u".
 */
record Storage(List<Gate> gates) {
    record Gate(String letter, String called) {
        static Gate of(String text) {
            int equals = text.indexOf('=');
            return equals < 0 ? new Gate(text, text) : new Gate(text.substring(0, equals), text.substring(equals + 1));
        }

        LayoutBlock block(Side side) {
            return new LayoutBlock(side, letter, called, false);
        }
    }

    /** In the order of the framework, with blanks between. */
    static Storage of(String gates) {
        return new Storage(Arrays.stream(gates.split(" ")).map(Gate::of).toList());
    }

    /** [3H × ·]: one gate below the other, as PyTorch has them. */
    ArrayLayout below(String name, Side side) {
        return below(name, side, 0);
    }

    ArrayLayout below(String name, Side side, int leading) {
        List<List<LayoutBlock>> rows =
                gates.stream().map(gate -> List.of(gate.block(side))).toList();
        return new ArrayLayout(name, false, leading, rows);
    }

    /** [· × 3H]: one gate beside the other, as Keras has them. */
    ArrayLayout beside(String name, Side side) {
        return new ArrayLayout(name, true, 0, List.of(row(side)));
    }

    /** [(I+H) × 3H]: the rows of x, then those of h. */
    ArrayLayout joined(String name) {
        return new ArrayLayout(name, true, 0, List.of(row(Side.INPUT), row(Side.RECURRENT)));
    }

    /** [3H], or [6H] of two sides, one after the other. */
    ArrayLayout vector(String name, Side... sides) {
        return vector(name, 0, sides);
    }

    ArrayLayout vector(String name, int leading, Side... sides) {
        List<LayoutBlock> all =
                Arrays.stream(sides).flatMap(side -> row(side).stream()).toList();
        return new ArrayLayout(name, false, leading, List.of(all));
    }

    /** [2 × 3H]: a row for each side. */
    ArrayLayout twoVectors(String name) {
        return new ArrayLayout(name, false, 0, List.of(row(Side.INPUT_BIAS), row(Side.RECURRENT_BIAS)));
    }

    /** An array for each gate. {@code names} has a place for what the framework calls the gate. */
    List<ArrayLayout> each(String names, Side side, boolean transposed) {
        List<ArrayLayout> arrays = new ArrayList<>();
        for (Gate gate : gates) {
            arrays.add(single(names.formatted(gate.called), transposed, gate.block(side)));
        }
        return arrays;
    }

    static ArrayLayout single(String name, boolean transposed, LayoutBlock block) {
        return new ArrayLayout(name, transposed, 0, List.of(List.of(block)));
    }

    @SafeVarargs
    static List<ArrayLayout> all(List<ArrayLayout>... parts) {
        return Arrays.stream(parts).flatMap(List::stream).toList();
    }

    private List<LayoutBlock> row(Side side) {
        return gates.stream().map(gate -> gate.block(side)).toList();
    }
}
