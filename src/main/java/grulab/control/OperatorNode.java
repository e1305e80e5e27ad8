package grulab.control;

import javafx.scene.Group;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;

/** A circle with ⊙ or + in it. */
final class OperatorNode extends Group {
    private final Circle circle = new Circle();
    private final Circle ring = new Circle();
    private final Circle dot = new Circle();
    private final Line across = new Line();
    private final Line down = new Line();
    private final Ink outline;

    private OperatorNode(DiagramPart part, Ink outline) {
        this.outline = outline;
        setId(part.id());
        ring.setFill(Color.TRANSPARENT);
        ring.setMouseTransparent(true);
        dot.setMouseTransparent(true);
        across.setMouseTransparent(true);
        down.setMouseTransparent(true);
    }

    static OperatorNode times(DiagramPart part, Ink outline) {
        OperatorNode node = new OperatorNode(part, outline);
        node.getChildren().addAll(node.circle, node.ring, node.dot);
        return node;
    }

    static OperatorNode plus(DiagramPart part) {
        OperatorNode node = new OperatorNode(part, Ink.SOFT);
        node.getChildren().addAll(node.circle, node.across, node.down);
        return node;
    }

    void place(Spot at, double scale) {
        double r = at.width() / 2;
        for (Circle c : new Circle[] {circle, ring, dot}) {
            c.setCenterX(at.x());
            c.setCenterY(at.y());
        }
        circle.setRadius(r);
        circle.setStrokeWidth(1.8 * scale);
        ring.setRadius(0.58 * r);
        ring.setStrokeWidth(1.3 * scale);
        dot.setRadius(0.21 * r);
        line(across, at.x() - 0.52 * r, at.y(), at.x() + 0.52 * r, at.y(), scale);
        line(down, at.x(), at.y() - 0.52 * r, at.x(), at.y() + 0.52 * r, scale);
    }

    private static void line(Line line, double x0, double y0, double x1, double y1, double scale) {
        line.setStartX(x0);
        line.setStartY(y0);
        line.setEndX(x1);
        line.setEndY(y1);
        line.setStrokeWidth(1.7 * scale);
    }

    void draw(DiagramShade shade, double strength) {
        circle.setFill(shade.palette().surface);
        circle.setStroke(shade.of(outline, strength));
        Color ink = shade.of(Ink.INK, strength);
        ring.setStroke(ink);
        dot.setFill(ink);
        across.setStroke(ink);
        down.setStroke(ink);
    }
}
