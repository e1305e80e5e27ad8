package grulab.control;

import grulab.model.CellType;
import grulab.model.Quantity;
import org.jspecify.annotations.Nullable;

/** A movement of the gate diagram from one picture at rest to another, as a function of elapsed milliseconds. */
sealed interface DiagramMotion {
    double REWIRE = 450;
    double OUTLINE = 800;
    double BACK = 150;
    double COLUMN = 180;

    double duration();

    /** The picture after some milliseconds; from the duration on it is {@link #end}. */
    DiagramFrame at(double ms);

    DiagramFrame end();

    /** The same movement towards newer numbers of the same step. */
    DiagramMotion towards(DiagramMoment newer);

    /** The movement that leads from one step to another, or null if the picture just changes. */
    static @Nullable DiagramMotion between(DiagramFrame from, DiagramMoment to) {
        DiagramMoment was = from.now();
        if (was == null || was.cell() != to.cell() || was.isBackward() != to.isBackward()) {
            return null;
        }
        DiagramFrame end = DiagramFrame.still(to, from.level());
        if (to.cell() == CellType.GRU && !was.convention().equals(to.convention())) {
            return new Rewire(from, end, !Rewire.sameState(was, to));
        }
        boolean samePassage = was.trace().steps() == to.trace().steps();
        if (samePassage && Math.abs(was.t() - to.t()) == 1) {
            return new NextColumn(from, end);
        }
        return null;
    }

    /** The movement to another micro-step. */
    static DiagramMotion toLevel(DiagramFrame from, int level, CellType cell) {
        DiagramFrame end = DiagramFrame.still(from.now(), level);
        return MicroSteps.runs(cell, from.level(), level) ? new Forward(end) : new Back(from, end);
    }

    private static double part(double ms, double of) {
        return Math.max(0, Math.min(1, ms / of));
    }

    /** A toggle: U_n slides, badges trade places, strips fade over. */
    record Rewire(DiagramFrame from, DiagramFrame end, boolean outlined) implements DiagramMotion {
        /** What rounding in float32 leaves after a relabelling. */
        private static final double VISIBLE = 1e-4;

        static boolean sameState(DiagramMoment a, DiagramMoment b) {
            if (a.trace().hidden() != b.trace().hidden() || a.t() != b.t()) {
                return false;
            }
            for (int u = 0; u < a.trace().hidden(); u++) {
                double was = a.trace().at(Quantity.STATE, a.t(), u);
                if (Math.abs(was - b.trace().at(Quantity.STATE, b.t(), u)) > VISIBLE) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public double duration() {
            return outlined ? OUTLINE : REWIRE;
        }

        @Override
        public DiagramFrame at(double ms) {
            if (ms >= duration()) {
                return end;
            }
            double u = Easing.both(part(ms, REWIRE));
            return new DiagramFrame(
                    end.now(),
                    from.now(),
                    u,
                    from.after() + (end.after() - from.after()) * u,
                    from.admit() + (end.admit() - from.admit()) * u,
                    end.level(),
                    true,
                    1,
                    outlined ? 1 - Math.max(0, part(ms - REWIRE, OUTLINE - REWIRE)) : 0);
        }

        @Override
        public DiagramMotion towards(DiagramMoment newer) {
            return new Rewire(from, end.with(newer), outlined);
        }
    }

    /** One micro-step on; of several only the last one runs. */
    record Forward(DiagramFrame end) implements DiagramMotion {
        @Override
        public double duration() {
            return DiagramFrame.FORWARD;
        }

        @Override
        public DiagramFrame at(double ms) {
            return DiagramFrame.still(end.now(), end.level() - 1 + part(ms, DiagramFrame.FORWARD));
        }

        @Override
        public DiagramMotion towards(DiagramMoment newer) {
            return new Forward(end.with(newer));
        }
    }

    /** Micro-steps back: strips empty and wires fade. */
    record Back(DiagramFrame from, DiagramFrame end) implements DiagramMotion {
        @Override
        public double duration() {
            return BACK;
        }

        @Override
        public DiagramFrame at(double ms) {
            if (ms >= BACK) {
                return end;
            }
            double level = from.level() + (end.level() - from.level()) * part(ms, BACK);
            DiagramFrame f = DiagramFrame.still(end.now(), level);
            return new DiagramFrame(f.now(), null, 1, f.after(), f.admit(), level, false, 1, 0);
        }

        @Override
        public DiagramMotion towards(DiagramMoment newer) {
            return new Back(from, end.with(newer));
        }
    }

    /** The step before or after: its column comes in from the map. */
    record NextColumn(DiagramFrame from, DiagramFrame end) implements DiagramMotion {
        @Override
        public double duration() {
            return COLUMN;
        }

        @Override
        public DiagramFrame at(double ms) {
            if (ms >= COLUMN) {
                return end;
            }
            double u = Easing.out(part(ms, COLUMN));
            return new DiagramFrame(end.now(), from.now(), u, end.after(), end.admit(), end.level(), true, u, 0);
        }

        @Override
        public DiagramMotion towards(DiagramMoment newer) {
            return new NextColumn(from, end.with(newer));
        }
    }
}
