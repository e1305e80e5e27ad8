package grulab.control;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Point2D;

/** The wires of the GRU's diagram. They are the same in all four conventions: chips and badges move along them. */
final class GruWires {
    private final GruCircuit circuit;
    private final Wiring wiring;

    GruWires(GruCircuit circuit) {
        this.circuit = circuit;
        wiring = new Wiring(circuit.box);
    }

    List<Wire> laid(double inputRight) {
        state();
        input(inputRight);
        gates();
        blend();
        return wiring.done();
    }

    private void state() {
        Spot from = spot(GruPart.PREVIOUS);
        double y = from.y();
        wiring.solid(
                GruPart.HIGHWAY,
                Ink.H,
                3.2,
                from.right(),
                y,
                spot(GruPart.TIMES_OLD).left(),
                y);
        down(GruPart.HIGHWAY_TO_R, y, GruPart.R);
        down(GruPart.HIGHWAY_TO_TIMES, y, GruPart.TIMES_R);
    }

    private void down(GruPart part, double from, GruPart to) {
        Spot end = spot(to);
        wiring.solid(part, Ink.H, 2, end.x(), from, end.x(), end.top());
    }

    private void input(double right) {
        double from = right;
        from = up(GruPart.INPUT_TO_R, from, GruPart.R);
        from = up(GruPart.INPUT_TO_CANDIDATE, from, GruPart.CANDIDATE);
        up(GruPart.INPUT_TO_Z, from, GruPart.Z);
    }

    /** Along the rail and up into a gate; the next goes on from there. */
    private double up(GruPart part, double from, GruPart to) {
        double rail = circuit.inputRail();
        Spot end = spot(to);
        wiring.solid(part, Ink.X, 1.8, from, rail, end.x(), rail, end.x(), end.bottom());
        return end.x();
    }

    private void gates() {
        Spot r = spot(GruPart.R);
        Spot times = spot(GruPart.TIMES_R);
        Spot product = spot(GruPart.PRODUCT);
        Spot candidate = spot(GruPart.CANDIDATE);
        double y = r.y();
        List<Point2D> toTimes = Wiring.points(r.right(), y, times.left(), y);
        wiring.add(GruPart.R_TO_TIMES, Ink.R, 2, Wiring.DASHED, false, true, toTimes);
        wiring.solid(GruPart.TIMES_TO_PRODUCT, Ink.H, 2, times.right(), y, product.left(), y);
        wiring.solid(GruPart.PRODUCT_TO_CANDIDATE, Ink.H, 2, product.right(), y, candidate.left(), y);
        Spot mixer = spot(GruPart.TIMES_NEW);
        double x = candidate.x();
        wiring.leaving(
                GruPart.CANDIDATE_TO_MIXER,
                Ink.CANDIDATE,
                2.4,
                x,
                candidate.top(),
                x,
                mixer.y(),
                mixer.left(),
                mixer.y());
        down(GruPart.HIGHWAY_TO_Z, spot(GruPart.PREVIOUS).y(), GruPart.Z);
    }

    private void blend() {
        Spot z = spot(GruPart.Z);
        Spot old = spot(GruPart.TIMES_OLD);
        Spot fresh = spot(GruPart.TIMES_NEW);
        Spot plus = spot(GruPart.PLUS);
        List<Point2D> up = Wiring.points(z.right(), z.y(), fresh.x(), z.y(), fresh.x(), fresh.bottom());
        wiring.add(GruPart.Z_TO_NEW, Ink.Z, 2, Wiring.DOTTED, true, true, up);
        double arm = circuit.arm();
        List<Point2D> aside = new ArrayList<>(Wiring.points(arm, z.y(), arm, circuit.armOld()));
        aside.addAll(curveToOld(old));
        wiring.add(GruPart.Z_TO_OLD, Ink.Z, 2, Wiring.DOTTED, true, true, aside);

        wiring.between(GruPart.OLD_TO_PLUS, Ink.H, 3.2, old, plus);
        wiring.solid(
                GruPart.NEW_TO_PLUS,
                Ink.CANDIDATE,
                2.4,
                fresh.right(),
                fresh.y(),
                plus.x(),
                fresh.y(),
                plus.x(),
                plus.bottom());
        double y = plus.y();
        wiring.solid(
                GruPart.PLUS_TO_STATE,
                Ink.H,
                3.2,
                plus.right(),
                y,
                spot(GruPart.STATE).left(),
                y);
    }

    /** From the badge's place to the lower left of h's ⊙. */
    private List<Point2D> curveToOld(Spot old) {
        double radius = circuit.box.operatorRadius();
        double angle = Math.toRadians(152);
        Point2D from = new Point2D(circuit.arm(), circuit.armOld());
        Point2D to = new Point2D(old.x() + radius * Math.cos(angle), old.y() + radius * Math.sin(angle));
        Point2D bend = new Point2D(from.getX() + 0.3 * (to.getX() - from.getX()), to.getY() + 0.2 * circuit.box.font());
        return Wiring.curve(from, bend, to);
    }

    private Spot spot(GruPart part) {
        return circuit.spot(part);
    }
}
