package grulab.control;

import java.util.Arrays;
import javafx.scene.paint.Color;

/** Colours for the interval 0 to 1: stops at equal distances, linear in sRGB between them. */
public final class ColorMap {
    private static final int SIZE = 1024;
    private final int[] table = new int[SIZE];

    private ColorMap(Color[] stops) {
        for (int i = 0; i < SIZE; i++) {
            double at = (double) i / (SIZE - 1) * (stops.length - 1);
            int low = Math.min((int) at, stops.length - 2);
            Color c = stops[low].interpolate(stops[low + 1], at - low);
            table[i] = 0xff000000
                    | (int) Math.round(c.getRed() * 255) << 16
                    | (int) Math.round(c.getGreen() * 255) << 8
                    | (int) Math.round(c.getBlue() * 255);
        }
    }

    static ColorMap of(String hexes) {
        return new ColorMap(Arrays.stream(hexes.split(" ")).map(Color::web).toArray(Color[]::new));
    }

    /** Opaque ARGB of a value clipped to 0 … 1; the value must be finite. */
    public int argb(double value) {
        return table[(int) Math.round(Math.max(0, Math.min(1, value)) * (SIZE - 1))];
    }

    /** The colour of a value clipped to 0 … 1; the value must be finite. */
    public Color color(double value) {
        int c = argb(value);
        return Color.rgb(c >> 16 & 255, c >> 8 & 255, c & 255);
    }
}
