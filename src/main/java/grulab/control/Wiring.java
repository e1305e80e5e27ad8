package grulab.control;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Point2D;

/** Lays the wires of a diagram one after the other; a later one hops over those that it crosses. */
final class Wiring {
    /** Arms of gates that say how much passes: short, with their pattern. */
    static final List<Double> DOTTED = List.of(2.5, 2.5);

    static final List<Double> DASHED = List.of(7.0, 3.0);
    private static final List<Double> SOLID = List.of();
    /** Pieces into which half a circle is cut. */
    private static final int ARC = 24;

    private final DiagramBox box;
    private final List<Wire> wires = new ArrayList<>();

    Wiring(DiagramBox box) {
        this.box = box;
    }

    List<Wire> done() {
        return List.copyOf(wires);
    }

    /** A solid line with a head that runs when its target's micro-step comes. */
    void solid(DiagramPart part, Ink ink, double width, double... points) {
        add(part, ink, width, SOLID, false, true, points(points));
    }

    /** A solid line that leaves what its micro-step computes. */
    void leaving(DiagramPart part, Ink ink, double width, double... points) {
        add(part, ink, width, SOLID, true, true, points(points));
    }

    /** A line between two circles that nearly touch at small sizes, where a head would cover it. */
    void between(DiagramPart part, Ink ink, double width, Spot left, Spot right) {
        boolean room = right.left() - left.right() > 1.4 * box.arrow();
        add(part, ink, width, SOLID, false, room, points(left.right(), left.y(), right.left(), right.y()));
    }

    void add(
            DiagramPart part,
            Ink ink,
            double width,
            List<Double> dashes,
            boolean outgoing,
            boolean arrow,
            List<Point2D> points) {
        Wire solid = new Wire(part, ink, width * box.scale(), SOLID, withHops(points), arrow, outgoing);
        double on = dashes.isEmpty() ? 0 : dashes.get(0) + dashes.get(1) + dashes.get(0);
        // on a very short way the pattern shrinks, so that it is still told from a solid line
        double room = Math.max(1, solid.length() - box.arrow());
        double fit = Math.min(1, room / Math.max(1, on * box.scale()));
        wires.add(solid.dashed(dashes.stream().map(d -> d * box.scale() * fit).toList()));
    }

    static List<Point2D> points(double... xy) {
        List<Point2D> points = new ArrayList<>();
        for (int i = 0; i < xy.length; i += 2) {
            points.add(new Point2D(xy[i], xy[i + 1]));
        }
        return points;
    }

    /** A quadratic Bézier curve without its first point. */
    static List<Point2D> curve(Point2D from, Point2D bend, Point2D to) {
        List<Point2D> curve = new ArrayList<>();
        for (int i = 1; i <= ARC; i++) {
            double u = (double) i / ARC;
            curve.add(from.interpolate(bend, u).interpolate(bend.interpolate(to, u), u));
        }
        return curve;
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
        double low = Math.min(a.getY(), b.getY()) + box.hopRadius();
        double high = Math.max(a.getY(), b.getY()) - box.hopRadius();
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
        double r = box.hopRadius();
        for (int i = 0; i <= ARC; i++) {
            double angle = Math.PI * i / ARC;
            path.add(new Point2D(x + r * Math.sin(angle), y - direction * r * Math.cos(angle)));
        }
    }
}
