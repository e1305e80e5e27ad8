package grulab.control;

import grulab.model.arithmetic.Line;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A state as a point on the way between two others: h′ lies a share of the way from the candidate towards h; an LSTM's
 * from 0 towards tanh(c′).
 *
 * @param share name of the share, a term: "z", "1 − z", "o"
 * @param part its value
 * @param at where the way led
 */
record LeverSpan(String share, double part, Ink ink, double from, double to, double at, boolean blend) {
    /** What a line is the lever of; null if it is none. */
    static @Nullable LeverSpan of(Line line, boolean backward) {
        if (backward || !line.symbol().equals("h")) {
            return null;
        }
        List<String> names = line.terms().stream().map(t -> t.name()).toList();
        if (names.size() == 4 && names.contains("z")) {
            double h = line.terms().get(1).value();
            double candidate = line.terms().get(3).value();
            return new LeverSpan(names.get(0), line.terms().get(0).value(), Ink.Z, candidate, h, line.value(), true);
        }
        if (names.size() == 2 && names.get(0).equals("o")) {
            double shown = Math.tanh(line.terms().get(1).value());
            return new LeverSpan("o", line.terms().get(0).value(), Ink.INK, 0, shown, line.value(), false);
        }
        return null;
    }

    /** The axis is −reach … reach: 1 but for states set by hand beyond it. */
    double reach() {
        return Math.max(1, Math.ceil(Math.max(Math.max(Math.abs(from), Math.abs(to)), Math.abs(at))));
    }

    /** Where the bar ends: its share of the way. */
    double end() {
        return from + part * (to - from);
    }

    boolean finite() {
        return Double.isFinite(from + to + at + part);
    }
}
