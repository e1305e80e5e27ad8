package grulab.control;

import java.util.function.IntToDoubleFunction;

/**
 * The cells of a strip, top to bottom.
 *
 * @param colors opaque ARGB, or 0 where the value is not finite
 * @param clipped true where the value lies beyond the ends of the colour map
 * @param selected the row of the selected unit, or −1 if it is outside the window
 */
@SuppressWarnings("ArrayRecordComponent") // made for one drawing and never written
record StripColumn(int[] colors, boolean[] clipped, int selected) {

    /** The column of a part, in the colours of the maps. */
    static StripColumn of(DiagramMoment moment, DiagramPart part, Palette palette) {
        boolean gate = part.isGate();
        ColorMap map = gate ? palette.gates : palette.states;
        IntToDoubleFunction values = part.values(moment);
        UnitOrder order = moment.order();
        int[] colors = new int[order.count()];
        boolean[] clipped = new boolean[order.count()];
        for (int row = 0; row < colors.length; row++) {
            double v = values.applyAsDouble(order.unitAt(order.first() + row));
            colors[row] = Double.isFinite(v) ? map.argb(gate ? v : (v + 1) / 2) : 0;
            clipped[row] = Math.abs(v) > 1;
        }
        int selected = order.shows(moment.unit()) ? order.rowOf(moment.unit()) - order.first() : -1;
        return new StripColumn(colors, clipped, selected);
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
        return new StripColumn(between, mix < 0.5 ? other.clipped : clipped, selected);
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
