package grulab.control;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * The cells of a strip, top to bottom.
 *
 * @param colors opaque ARGB, or 0 where the value is not finite
 * @param clipped true where the value lies beyond the ends of the colour map
 * @param selected the row of the selected unit, or −1 if it is outside the window
 * @param beside what is said besides
 */
@SuppressWarnings("ArrayRecordComponent") // made for one drawing and never written
record StripColumn(int[] colors, boolean[] clipped, int selected, Beside beside) {
    private static final Beside NOTHING = new Beside(new String[0], new int[0], 0, 1);

    /**
     * What the Step workspace adds to the colours.
     *
     * @param numbers one a cell, or none
     * @param ghost colours before a change, empty if they are the same
     * @param from share of all units that is above the window
     * @param to share of all units down to the window's lower end
     */
    @SuppressWarnings("ArrayRecordComponent") // made for one drawing and never written
    record Beside(String[] numbers, int[] ghost, double from, double to) {
        boolean isWindow() {
            return to - from < 1;
        }
    }

    StripColumn(int[] colors, boolean[] clipped, int selected) {
        this(colors, clipped, selected, NOTHING);
    }

    /** The column of a part, in the colours of the maps. */
    static StripColumn of(DiagramMoment moment, DiagramPart part, Palette palette) {
        double[] values = values(moment, moment, part);
        double scale = scale(moment);
        UnitOrder order = moment.order();
        int[] colors = colors(values, part, moment, palette);
        boolean[] clipped = new boolean[values.length];
        for (int row = 0; row < clipped.length; row++) {
            clipped[row] = Math.abs(values[row]) > scale;
        }
        int selected = order.shows(moment.unit()) ? order.rowOf(moment.unit()) - order.first() : -1;
        return new StripColumn(colors, clipped, selected);
    }

    /** The same with numbers if there is room for them, the ghost, and where its window is. */
    static StripColumn detailed(DiagramMoment moment, DiagramPart part, Palette palette, boolean numbered) {
        StripColumn plain = of(moment, part, palette);
        double[] values = values(moment, moment, part);
        String[] numbers = new String[numbered ? values.length : 0];
        for (int row = 0; row < numbers.length; row++) {
            numbers[row] = Numbers.narrow(values[row] / Math.pow(10, exponent(moment)));
        }
        int[] ghost = {};
        if (moment.ghost() != null) {
            double[] were = values(moment.ghost(), moment, part);
            ghost = Arrays.equals(were, values) ? ghost : colors(were, part, moment, palette);
        }
        UnitOrder order = moment.order();
        double all = order.size();
        Beside beside = new Beside(numbers, ghost, order.first() / all, (order.first() + order.count()) / all);
        return new StripColumn(plain.colors, plain.clipped, plain.selected, beside);
    }

    /** Power of ten in which numbers of a moment are printed: 0 but for gradients that two decimals do not show. */
    static int exponent(DiagramMoment moment) {
        StepSlopes slopes = moment.slopes();
        if (slopes == null || slopes.scale() >= 1 && slopes.scale() < 100) {
            return 0;
        }
        return (int) Math.floor(Math.log10(slopes.scale()));
    }

    private static double scale(DiagramMoment moment) {
        return moment.slopes() == null ? 1 : moment.slopes().scale();
    }

    /** @param where the units that are shown, in their order */
    private static double[] values(DiagramMoment moment, DiagramMoment where, DiagramPart part) {
        StepSlopes slopes = moment.slopes();
        IntToDoubleFunction of = slopes == null ? part.values(moment) : part.slopes(slopes);
        UnitOrder order = where.order();
        double[] values = new double[order.count()];
        for (int row = 0; row < values.length; row++) {
            values[row] = of.applyAsDouble(order.unitAt(order.first() + row));
        }
        return values;
    }

    /** @param scale the moment whose largest gradient is the end of the map */
    private static int[] colors(double[] values, DiagramPart part, DiagramMoment scale, Palette palette) {
        boolean gate = part.isGate() && !scale.isBackward();
        ColorMap map = gate ? palette.gates : palette.states;
        double most = scale(scale);
        int[] colors = new int[values.length];
        for (int row = 0; row < colors.length; row++) {
            double v = values[row];
            colors[row] = Double.isFinite(v) ? map.argb(gate ? v : (v / most + 1) / 2) : 0;
        }
        return colors;
    }

    /** On the way from another column to this one: 0 is the other, 1 is this. */
    StripColumn from(StripColumn other, double mix) {
        if (mix >= 1 || other.colors.length != colors.length) {
            return this;
        }
        int[] between = new int[colors.length];
        for (int row = 0; row < between.length; row++) {
            between[row] = blend(other.colors[row], colors[row], mix);
        }
        StripColumn near = mix < 0.5 ? other : this;
        return new StripColumn(between, near.clipped, selected, near.beside);
    }

    private static int blend(int a, int b, double mix) {
        if (a == 0 || b == 0) {
            return mix < 0.5 ? a : b;
        }
        int argb = 0xff000000;
        for (int shift = 0; shift <= 16; shift += 8) {
            double from = a >> shift & 255;
            double to = b >> shift & 255;
            argb |= (int) Math.round(from + (to - from) * mix) << shift;
        }
        return argb;
    }
}
