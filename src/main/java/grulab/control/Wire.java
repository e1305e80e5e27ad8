package grulab.control;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javafx.geometry.Point2D;

/**
 * A line of the diagram from its source to its target, curves cut into short straight pieces.
 *
 * @param dashes lengths on and off, empty for a solid line
 * @param arrow a head at the target
 * @param outgoing leaves the node that its micro-step computes, so it runs when the node is filled
 */
record Wire(
        DiagramPart part,
        Ink ink,
        double width,
        List<Double> dashes,
        List<Point2D> points,
        boolean arrow,
        boolean outgoing) {

    Wire {
        dashes = List.copyOf(dashes);
        points = List.copyOf(points);
    }

    Wire dashed(List<Double> lengths) {
        return new Wire(part, ink, width, lengths, points, arrow, outgoing);
    }

    /** The same line from its target to its source, running when its micro-step comes. */
    Wire reversed() {
        List<Point2D> back = new ArrayList<>(points);
        Collections.reverse(back);
        return new Wire(part, ink, width, dashes, back, arrow, false);
    }

    Point2D source() {
        return points.get(0);
    }

    Point2D target() {
        return points.get(points.size() - 1);
    }

    double length() {
        double sum = 0;
        for (int i = 1; i < points.size(); i++) {
            sum += points.get(i).distance(points.get(i - 1));
        }
        return sum;
    }

    /** The first pixels of the line, counted along it. */
    List<Point2D> upTo(double pixels) {
        List<Point2D> part = new ArrayList<>();
        part.add(source());
        double left = pixels;
        for (int i = 1; i < points.size() && left > 0; i++) {
            Point2D a = points.get(i - 1);
            Point2D b = points.get(i);
            double piece = a.distance(b);
            part.add(piece <= left ? b : a.interpolate(b, left / piece));
            left -= piece;
        }
        return part;
    }

    /** The point at a distance from the source, counted along the line. */
    Point2D at(double pixels) {
        List<Point2D> part = upTo(Math.max(1e-6, pixels));
        return part.get(part.size() - 1);
    }
}
