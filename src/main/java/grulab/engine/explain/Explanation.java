package grulab.engine.explain;

import grulab.model.CellType;
import grulab.model.Edit;
import grulab.model.Prediction;
import grulab.model.Snapshot;
import grulab.model.arithmetic.Line;
import grulab.model.arithmetic.Subject;
import java.util.List;

/**
 * The arithmetic of one unit at one step, such that the printed numbers close on a pocket calculator: every line has
 * the fewest decimals d in 2 … 5, one d for all, for which the printed terms, worked out again, round to the printed
 * result. Steps, units and symbols count from 0.
 *
 * @param lines in the order r, n (h̃), z, h of a GRU; i, f, g, o, c, h of an LSTM; h of an RNN
 * @param between what other micro-steps make, with the digits of the lines or more: h_before (h_{t−1}) and q (the product
 *     with r) of a GRU; a (what tanh squashes) of an RNN; nothing on the way back
 */
public record Explanation(int t, int unit, List<Line> lines, List<Line> between) {
    public Explanation {
        lines = List.copyOf(lines);
        between = List.copyOf(between);
    }

    /** The arithmetic of one unit at step t of the watched passage; a value that an edit gives is what it is given. */
    public static Explanation of(Snapshot snapshot, int t, int unit, List<Edit> edits) {
        return of(Walk.of(snapshot, edits), t, unit);
    }

    public static Explanation of(Walk walk, int t, int unit) {
        UnitStep step = UnitStep.of(walk, t, unit);
        List<OpenLine> lines = step.lines();
        Closing closing = Closing.of(lines);
        return new Explanation(
                t,
                unit,
                lines.stream().map(closing::shown).toList(),
                step.between().stream()
                        .map(line -> closing.with(line).shown(line))
                        .toList());
    }

    /**
     * The way back through step t, see {@link #backward(Walk, int, int)}; a value that an edit gives sends nothing back.
     */
    public static Explanation backward(Snapshot snapshot, int t, int unit, List<Edit> edits) {
        return backward(Walk.of(snapshot, edits), t, unit);
    }

    /**
     * The way back through step t, all gradients in the same unit. GRU: dh, dz, da_z, dn, da_n, dm (dq with reset
     * before), dr, da_r, dh_prev. LSTM: dh, do, da_o, dc, dg, da_g, di, da_i, df, da_f, dc_prev, dh_prev. RNN: dh, da_h,
     * dh_prev. dh and dc are of the state after the step, dh_prev and dc_prev what it sends back to the one before. The
     * engine's value of what it does not keep, da_… and dm or dq, is the float64's. None after the end of a sample.
     *
     * @throws IllegalArgumentException without targets, a head or gradients in the trace
     */
    public static Explanation backward(Walk walk, int t, int unit) {
        walk.check(t, unit);
        List<OpenLine> lines =
                walk.ended(t) ? List.of() : UnitBack.of(walk, t, unit).lines();
        return new Explanation(t, unit, Closing.shown(lines), List.of());
    }

    /** A GRU's state from the same numbers under the other meaning of z, which the engine did not compute. */
    public static Line otherMeaning(Snapshot snapshot, int t, int unit, List<Edit> edits) {
        if (snapshot.trace().cell() != CellType.GRU) {
            throw new IllegalArgumentException("only a GRU has an update gate with two meanings");
        }
        GruStep step = new GruStep(Walk.of(snapshot, edits), t, unit);
        OpenLine other = step.otherState();
        return Closing.of(step.lines()).with(other).shown(other);
    }

    /**
     * The one line of a number. It has the digits that it has among the lines of its step.
     *
     * @throws IllegalArgumentException for a number that the snapshot has not
     */
    public static Line line(Snapshot snapshot, Subject subject, List<Edit> edits) {
        return line(Walk.of(snapshot, edits), subject);
    }

    public static Line line(Walk walk, Subject subject) {
        return new Subjects(walk).line(subject);
    }

    /**
     * What the head makes in float64 of the state after step t.
     *
     * @throws IllegalArgumentException if the weights have no head
     */
    public static Prediction prediction(Snapshot snapshot, int t) {
        return new HeadStep(Walk.of(snapshot, List.of()), t).prediction();
    }

    /** The line of a symbol. */
    public Line line(String symbol) {
        return lines.stream()
                .filter(line -> line.symbol().equals(symbol))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no line " + symbol));
    }
}
