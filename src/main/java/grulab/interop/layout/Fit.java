package grulab.interop.layout;

import grulab.interop.layout.Obstacle.Kind;
import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.FrameworkRow;
import grulab.model.Side;
import grulab.model.Weights;
import org.jspecify.annotations.Nullable;

/** Whether a framework has places for all that a cell has. */
final class Fit {
    private final FrameworkRow row;
    private final Weights w;

    private Fit(FrameworkRow row, Weights w) {
        this.row = row;
        this.w = w;
    }

    /** The first number for which there is no place, of weights in the framework's own convention. */
    static @Nullable Obstacle obstacle(FrameworkRow row, Weights w) {
        return new Fit(row, w).first();
    }

    /** What keeps weights from being the same function under the framework's reset position. */
    static @Nullable Obstacle reset(FrameworkRow row, Weights w, Convention from) {
        boolean same = w.cell() != CellType.GRU
                || row.cell() != CellType.GRU
                || from.reset() == row.convention().reset();
        return same ? null : new Fit(row, w).besideTheDiagonal();
    }

    private @Nullable Obstacle first() {
        if (w.cell() != row.cell()) {
            String cell = w.cell() == CellType.GRU ? "a GRU" : "an " + w.cell().title();
            return new Obstacle(Kind.CELL, row, cell, 0);
        }
        if (row.rules().square() && w.inputs() != w.hidden()) {
            return new Obstacle(Kind.SIZES, row, "I = %d and H = %d".formatted(w.inputs(), w.hidden()), 0);
        }
        for (String gate : w.cell().gates()) {
            Obstacle obstacle = obstacle(BiasPlaces.of(row, gate));
            if (obstacle != null) {
                return obstacle;
            }
        }
        return null;
    }

    private @Nullable Obstacle obstacle(BiasPlaces places) {
        if (places.none()) {
            Obstacle first = nonZero("b_i" + places.gate(), Kind.NO_BIAS);
            return first != null ? first : nonZero("b_h" + places.gate(), Kind.NO_BIAS);
        }
        if (places.two() || !places.apart()) {
            return null;
        }
        return places.sides().contains(Side.RECURRENT_BIAS)
                ? nonZero("b_in", Kind.BIAS_INSIDE)
                : nonZero("b_hn", Kind.BIAS_OUTSIDE);
    }

    private @Nullable Obstacle nonZero(String name, Kind kind) {
        for (int unit = 0; unit < w.hidden(); unit++) {
            double value = w.bias(name, unit);
            if (value != 0) {
                return new Obstacle(kind, row, "%s[%d]".formatted(name, unit), value);
            }
        }
        return null;
    }

    private @Nullable Obstacle besideTheDiagonal() {
        double[] u = w.get("W_hn");
        for (int i = 0; i < u.length; i++) {
            int unit = i / w.hidden();
            int other = i % w.hidden();
            if (unit != other && u[i] != 0) {
                return new Obstacle(Kind.RESET, row, "W_hn[%d][%d]".formatted(unit, other), u[i]);
            }
        }
        return nonZero("b_hn", Kind.RESET);
    }
}
