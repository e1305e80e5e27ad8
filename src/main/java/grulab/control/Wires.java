package grulab.control;

import grulab.control.DiagramGeometry.Column;
import grulab.control.DiagramGeometry.Row;
import grulab.control.DiagramGeometry.Spot;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Point2D;

/** The wires of the diagram. They are the same in all four conventions: chips and badges move along them. */
final class Wires {
    private static final List<Double> SOLID = List.of();
    /** Pieces into which half a circle is cut. */
    private static final int ARC = 24;

    private final DiagramGeometry g;
    private final List<Wire> wires = new ArrayList<>();

    private Wires(DiagramGeometry g) {
        this.g = g;
    }

    /** @param inputRight right edge of the box of x, which is wider when it holds a word */
    static List<Wire> of(DiagramGeometry g, double inputRight) {
        Wires w = new Wires(g);
        w.state();
        w.input(inputRight);
        w.gates();
        w.blend();
        return List.copyOf(w.wires);
    }

    private void state() {
        double y = g.y(Row.HIGHWAY);
        solid(
                DiagramPart.HIGHWAY,
                Ink.H,
                3.2,
                false,
                spot(DiagramPart.PREVIOUS).right(),
                y,
                left(DiagramPart.TIMES_OLD),
                y);
        double r = g.x(Column.R);
        solid(
                DiagramPart.HIGHWAY_TO_R,
                Ink.H,
                2,
                false,
                r,
                y,
                r,
                spot(DiagramPart.R).top());
        double times = g.x(Column.TIMES);
        solid(
                DiagramPart.HIGHWAY_TO_TIMES,
                Ink.H,
                2,
                false,
                times,
                y,
                times,
                spot(DiagramPart.TIMES_R).top());
    }

    private void input(double right) {
        double y = g.y(Row.INPUT);
        double bottom = spot(DiagramPart.R).bottom();
        double r = g.x(Column.R);
        double n = g.x(Column.CANDIDATE);
        double z = g.x(Column.Z);
        solid(DiagramPart.INPUT_TO_R, Ink.X, 1.8, false, right, y, r, y, r, bottom);
        solid(DiagramPart.INPUT_TO_CANDIDATE, Ink.X, 1.8, false, r, y, n, y, n, bottom);
        solid(DiagramPart.INPUT_TO_Z, Ink.X, 1.8, false, n, y, z, y, z, bottom);
    }

    private void gates() {
        double y = g.y(Row.GATE);
        List<Double> dashed = List.of(7.0, 3.0);
        double from = spot(DiagramPart.R).right();
        add(DiagramPart.R_TO_TIMES, Ink.R, 2, dashed, false, true, points(from, y, left(DiagramPart.TIMES_R), y));
        Spot product = spot(DiagramPart.PRODUCT);
        double times = spot(DiagramPart.TIMES_R).right();
        solid(DiagramPart.TIMES_TO_PRODUCT, Ink.H, 2, false, times, y, product.left(), y);
        double candidate = left(DiagramPart.CANDIDATE);
        solid(DiagramPart.PRODUCT_TO_CANDIDATE, Ink.H, 2, false, product.right(), y, candidate, y);
        double mixer = g.y(Row.MIXER);
        double x = g.x(Column.CANDIDATE);
        double top = spot(DiagramPart.CANDIDATE).top();
        double end = left(DiagramPart.TIMES_NEW);
        solid(DiagramPart.CANDIDATE_TO_MIXER, Ink.CANDIDATE, 2.4, true, x, top, x, mixer, end, mixer);
        double z = g.x(Column.Z);
        solid(
                DiagramPart.HIGHWAY_TO_Z,
                Ink.H,
                2,
                false,
                z,
                g.y(Row.HIGHWAY),
                z,
                spot(DiagramPart.Z).top());
    }

    private void blend() {
        List<Double> dotted = List.of(2.5, 2.5);
        double gate = g.y(Row.GATE);
        double mixer = g.x(Column.MIXER);
        Spot fresh = spot(DiagramPart.TIMES_NEW);
        double z = spot(DiagramPart.Z).right();
        List<Point2D> up = points(z, gate, mixer, gate, mixer, fresh.bottom());
        add(DiagramPart.Z_TO_NEW, Ink.Z, 2, dotted, true, true, up);
        double arm = g.x(Column.ARM);
        List<Point2D> aside = new ArrayList<>(points(arm, gate, arm, g.y(Row.ARM_OLD)));
        aside.addAll(curveToOld(arm));
        add(DiagramPart.Z_TO_OLD, Ink.Z, 2, dotted, true, true, aside);

        double y = g.y(Row.HIGHWAY);
        Spot plus = spot(DiagramPart.PLUS);
        double old = spot(DiagramPart.TIMES_OLD).right();
        // at small sizes the two circles nearly touch, and a head would cover the line
        boolean room = plus.left() - old > 1.4 * g.arrow();
        add(DiagramPart.OLD_TO_PLUS, Ink.H, 3.2, SOLID, false, room, points(old, y, plus.left(), y));
        double row = g.y(Row.MIXER);
        solid(
                DiagramPart.NEW_TO_PLUS,
                Ink.CANDIDATE,
                2.4,
                false,
                fresh.right(),
                row,
                plus.x(),
                row,
                plus.x(),
                plus.bottom());
        solid(DiagramPart.PLUS_TO_STATE, Ink.H, 3.2, false, plus.right(), y, left(DiagramPart.STATE), y);
    }

    /** From the badge's place to the lower left of h's ⊙. */
    private List<Point2D> curveToOld(double arm) {
        Spot old = spot(DiagramPart.TIMES_OLD);
        double angle = Math.toRadians(152);
        Point2D from = new Point2D(arm, g.y(Row.ARM_OLD));
        Point2D to = new Point2D(
                old.x() + g.operatorRadius() * Math.cos(angle), old.y() + g.operatorRadius() * Math.sin(angle));
        Point2D bend = new Point2D(from.getX() + 0.3 * (to.getX() - from.getX()), to.getY() + 0.2 * g.font());
        List<Point2D> curve = new ArrayList<>();
        for (int i = 1; i <= ARC; i++) {
            double u = (double) i / ARC;
            curve.add(from.interpolate(bend, u).interpolate(bend.interpolate(to, u), u));
        }
        return curve;
    }

    private Spot spot(DiagramPart part) {
        return g.spot(part);
    }

    private double left(DiagramPart part) {
        return spot(part).left();
    }

    private void solid(DiagramPart part, Ink ink, double width, boolean outgoing, double... points) {
        add(part, ink, width, SOLID, outgoing, true, points(points));
    }

    private void add(
            DiagramPart part,
            Ink ink,
            double width,
            List<Double> dashes,
            boolean outgoing,
            boolean arrow,
            List<Point2D> points) {
        Wire solid = new Wire(part, ink, width * g.scale(), SOLID, withHops(points), arrow, outgoing);
        double on = dashes.isEmpty() ? 0 : dashes.get(0) + dashes.get(1) + dashes.get(0);
        // on a very short way the pattern shrinks, so that it is still told from a solid line
        double fit = Math.min(1, (solid.length() - g.arrow()) / Math.max(1, on * g.scale()));
        wires.add(solid.dashed(dashes.stream().map(d -> d * g.scale() * fit).toList()));
    }

    private static List<Point2D> points(double... xy) {
        List<Point2D> points = new ArrayList<>();
        for (int i = 0; i < xy.length; i += 2) {
            points.add(new Point2D(xy[i], xy[i + 1]));
        }
        return points;
    }

    /** Where a vertical piece crosses a horizontal piece of an earlier wire, it goes around by half a circle. */
    private List<Point2D> withHops(List<Point2D> points) {
        List<Point2D> all = new ArrayList<>();
        all.add(points.get(0));
        for (int i = 1; i < points.size(); i++) {
            Point2D a = points.get(i - 1);
            Point2D b = points.get(i);
            if (a.getX() == b.getX()) {
                crossings(a, b).forEach(y -> hop(all, a.getX(), y, Math.signum(b.getY() - a.getY())));
            }
            all.add(b);
        }
        return all;
    }

    private List<Double> crossings(Point2D a, Point2D b) {
        double low = Math.min(a.getY(), b.getY()) + g.hopRadius();
        double high = Math.max(a.getY(), b.getY()) - g.hopRadius();
        List<Double> ys = new ArrayList<>();
        for (Wire other : wires) {
            for (int i = 1; i < other.points().size(); i++) {
                Point2D p = other.points().get(i - 1);
                Point2D q = other.points().get(i);
                double left = Math.min(p.getX(), q.getX());
                double right = Math.max(p.getX(), q.getX());
                boolean crosses = p.getY() == q.getY() && left < a.getX() && a.getX() < right;
                if (crosses && p.getY() > low && p.getY() < high) {
                    ys.add(p.getY());
                }
            }
        }
        ys.sort(a.getY() < b.getY() ? Double::compare : (c, d) -> Double.compare(d, c));
        return ys;
    }

    private void hop(List<Point2D> path, double x, double y, double direction) {
        for (int i = 0; i <= ARC; i++) {
            double angle = Math.PI * i / ARC;
            path.add(new Point2D(x + g.hopRadius() * Math.sin(angle), y - direction * g.hopRadius() * Math.cos(angle)));
        }
    }
}
