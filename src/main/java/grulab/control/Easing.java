package grulab.control;

import javafx.animation.Interpolator;

/** Progress through a movement, 0 to 1 in and out. */
final class Easing {
    private Easing() {}

    static double both(double u) {
        return Interpolator.EASE_BOTH.interpolate(0.0, 1.0, u);
    }

    static double out(double u) {
        return Interpolator.EASE_OUT.interpolate(0.0, 1.0, u);
    }
}
