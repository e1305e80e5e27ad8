package grulab.control;

import javafx.scene.paint.Color;

/**
 * Colours of the diagram, more or less faint. What is still to come is mixed with the surface instead of being
 * transparent, so that a faint chip still hides the wire under it.
 */
record DiagramShade(Palette palette) {
    private static final double TO_COME = 0.28;

    /** @param strength 0 still to come, 1 done */
    Color of(Color color, double strength) {
        return palette.surface.interpolate(color, TO_COME + (1 - TO_COME) * strength);
    }

    Color of(Ink ink, double strength) {
        return of(ink.in(palette), strength);
    }

    void apply(TexNode symbol, double strength) {
        symbol.shade(palette, c -> of(c, strength));
    }
}
