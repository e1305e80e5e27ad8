package grulab.control;

import grulab.model.ArrayLayout;
import grulab.model.LayoutBlock;
import grulab.model.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The axes of a stored array: how often H, how often I, and how many besides, each block of a bias in rows being one.
 *
 * @param axes from the outermost
 */
record LayoutShape(List<Axis> axes) {
    /** So many times H, so many times I, and a plain number. */
    record Axis(int hidden, int inputs, int ones) {
        private Axis plus(Axis other) {
            return new Axis(hidden + other.hidden, inputs + other.inputs, ones + other.ones);
        }

        String symbol() {
            List<String> parts = new ArrayList<>();
            add(parts, inputs, "I");
            add(parts, hidden, "H");
            if (ones > 0) {
                parts.add(Integer.toString(ones));
            }
            String sum = String.join(" + ", parts);
            return parts.size() > 1 ? "(" + sum + ")" : sum;
        }

        private static void add(List<String> parts, int times, String letter) {
            if (times > 0) {
                parts.add(times == 1 ? letter : times + letter);
            }
        }

        int count(int h, int i) {
            return hidden * h + inputs * i + ones;
        }
    }

    private static final Axis NONE = new Axis(0, 0, 0);
    private static final Axis ONE = new Axis(0, 0, 1);
    private static final Axis H = new Axis(1, 0, 0);
    private static final Axis I = new Axis(0, 1, 0);

    static LayoutShape of(ArrayLayout array) {
        List<Axis> axes = new ArrayList<>();
        for (int i = 0; i < array.leading(); i++) {
            axes.add(ONE);
        }
        List<LayoutBlock> first = array.rows().get(0);
        if (array.rows().size() > 1 || !vector(first)) {
            axes.add(array.rows().stream().map(r -> height(array, r.get(0))).reduce(NONE, Axis::plus));
        }
        axes.add(first.stream().map(b -> width(array, b)).reduce(NONE, Axis::plus));
        return new LayoutShape(List.copyOf(axes));
    }

    static boolean vector(List<LayoutBlock> row) {
        return row.stream().allMatch(b -> bias(b.side()));
    }

    static boolean bias(Side side) {
        return side != Side.INPUT && side != Side.RECURRENT;
    }

    static Axis height(ArrayLayout array, LayoutBlock block) {
        return bias(block.side()) ? ONE : !array.transposed() ? H : block.side() == Side.INPUT ? I : H;
    }

    static Axis width(ArrayLayout array, LayoutBlock block) {
        return !bias(block.side()) && !array.transposed() && block.side() == Side.INPUT ? I : H;
    }

    /** 3H × I */
    String symbols() {
        return axes.stream().map(Axis::symbol).collect(Collectors.joining(" × "));
    }

    /** 120 × 28 */
    String numbers(int hidden, int inputs) {
        return axes.stream().map(a -> Numbers.count(a.count(hidden, inputs))).collect(Collectors.joining(" × "));
    }
}
