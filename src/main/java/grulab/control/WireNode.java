package grulab.control;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.Group;
import javafx.scene.paint.Color;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;

/** A wire on the screen: faint where it has not run yet, and wide enough for the pointer. */
final class WireNode extends Group {
    private static final double POINTER = 10;

    private final Wire wire;
    private final double length;
    private final Path faint = new Path();
    private final Path strong = new Path();
    private final Polygon head = new Polygon();
    private double drawn = -1;
    private double shownRun = -1;
    private double shownStrength = -1;
    private boolean shownLit;

    WireNode(Wire wire, double arrow) {
        this.wire = wire;
        double head = wire.arrow() ? 0.85 * arrow : 0;
        length = wire.length() - head;
        setId(wire.part().id());
        for (Path path : List.of(faint, strong)) {
            path.setStrokeWidth(wire.width());
            path.setStrokeLineCap(StrokeLineCap.BUTT);
            path.setStrokeLineJoin(StrokeLineJoin.MITER);
            path.getStrokeDashArray().setAll(wire.dashes());
            path.setMouseTransparent(true);
        }
        faint.getElements().setAll(elements(wire.upTo(length)));
        Path pointer = line();
        pointer.setStroke(Color.TRANSPARENT);
        pointer.setStrokeWidth(Math.max(POINTER, wire.width()));
        getChildren().addAll(pointer, faint, strong);
        if (wire.arrow()) {
            arrowhead(arrow);
        }
    }

    Wire wire() {
        return wire;
    }

    /** All of it, to be stroked. */
    Path line() {
        return new Path(elements(wire.points()));
    }

    private void arrowhead(double arrow) {
        Point2D tip = wire.target();
        Point2D back = wire.at(wire.length() - arrow);
        Point2D along = tip.subtract(back).normalize();
        Point2D side = new Point2D(-along.getY(), along.getX()).multiply(Math.max(0.42 * arrow, 1.1 * wire.width()));
        Point2D base = tip.subtract(along.multiply(arrow));
        Point2D a = base.add(side);
        Point2D b = base.subtract(side);
        head.getPoints().setAll(tip.getX(), tip.getY(), a.getX(), a.getY(), b.getX(), b.getY());
        head.setMouseTransparent(true);
        getChildren().add(head);
    }

    /** @param lit as strong as if it were done */
    void draw(DiagramFrame frame, DiagramShade shade, boolean lit) {
        int microStep = frame.step(wire.part());
        double run = wire.outgoing() && frame.running() ? frame.fill(microStep) : frame.run(microStep);
        double strength = frame.running() ? 1 : frame.strength(microStep);
        if (run == shownRun && strength == shownStrength && lit == shownLit) {
            return;
        }
        shownRun = run;
        shownStrength = strength;
        shownLit = lit;
        double still = lit ? 1 : 0;
        faint.setVisible(run < 1);
        faint.setStroke(shade.of(wire.ink(), still));
        strong.setVisible(run > 0);
        strong.setStroke(shade.of(wire.ink(), lit ? 1 : strength));
        head.setFill(shade.of(wire.ink(), run < 1 ? still : lit ? 1 : strength));
        if (run != drawn && run > 0) {
            drawn = run;
            strong.getElements().setAll(elements(wire.upTo(length * run)));
        }
    }

    private static List<PathElement> elements(List<Point2D> points) {
        List<PathElement> elements = new ArrayList<>();
        Point2D first = points.get(0);
        elements.add(new MoveTo(first.getX(), first.getY()));
        points.stream().skip(1).forEach(p -> elements.add(new LineTo(p.getX(), p.getY())));
        return elements;
    }
}
