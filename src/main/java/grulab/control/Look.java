package grulab.control;

/**
 * How drawn controls look. A control that is given another look draws itself again.
 *
 * @param scale logical pixels of the design per pixel of the window: 1, 1.15, 1.5 or 2
 * @param projector larger type and lines
 * @param reducedMotion all durations are 0
 * @param pixelRatio device pixels per logical pixel, so that pixel buffers are painted sharp
 */
public record Look(Palette palette, double scale, boolean projector, boolean reducedMotion, double pixelRatio) {
    public static final Look STANDARD = new Look(Palette.LIGHT, 1, false, false, 1);

    public Look with(Palette other) {
        return new Look(other, scale, projector, reducedMotion, pixelRatio);
    }

    public Look withScale(double other) {
        return new Look(palette, other, projector, reducedMotion, pixelRatio);
    }

    public Look withProjector(boolean other) {
        return new Look(palette, scale, other, reducedMotion, pixelRatio);
    }

    public Look withReducedMotion(boolean other) {
        return new Look(palette, scale, projector, other, pixelRatio);
    }

    public Look withPixelRatio(double other) {
        return new Look(palette, scale, projector, reducedMotion, other);
    }

    /** A size of the design in pixels of the window. */
    public double px(double size) {
        return size * scale;
    }

    /** A size of the design: the first normally, the second in projector mode. */
    public double px(double size, double projected) {
        return (projector ? projected : size) * scale;
    }
}
