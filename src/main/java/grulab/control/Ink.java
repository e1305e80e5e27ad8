package grulab.control;

import javafx.scene.paint.Color;

/** What a term, wire or box is about, and with it its colour in every theme. */
public enum Ink {
    /** Weights, operators, brackets: text. */
    INK,
    /** The same, quieter. */
    SOFT,
    /** The same, quieter still. */
    FAINT,
    X,
    Z,
    R,
    CANDIDATE,
    H,
    /** Loss and gradient. */
    LOSS;

    public Color in(Palette palette) {
        return switch (this) {
            case INK -> palette.ink;
            case SOFT -> palette.text2;
            case FAINT -> palette.text3;
            case X -> palette.x;
            case Z -> palette.z;
            case R -> palette.r;
            case CANDIDATE -> palette.candidate;
            case H -> palette.h;
            case LOSS -> palette.loss;
        };
    }
}
