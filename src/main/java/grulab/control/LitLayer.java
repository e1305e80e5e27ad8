package grulab.control;

import java.util.Collection;
import javafx.geometry.Bounds;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.paint.Color;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;

/** A halo of ink under the parts that carry the term under the pointer, here or in another control. */
final class LitLayer extends Group {
    private static final double HALO = 0.2;
    private static final double ASIDE = 5;
    private static final double RADIUS = 8;

    LitLayer() {
        setId("diagram-lit");
        setMouseTransparent(true);
    }

    void show(Collection<WireNode> wires, Collection<Node> nodes, Look look) {
        getChildren().clear();
        Color halo = look.palette().surface.interpolate(look.palette().ink, HALO);
        for (WireNode wire : wires) {
            Path path = wire.line();
            path.setStroke(halo);
            path.setStrokeWidth(wire.wire().width() + look.px(2 * ASIDE));
            path.setStrokeLineCap(StrokeLineCap.ROUND);
            path.setStrokeLineJoin(StrokeLineJoin.ROUND);
            getChildren().add(path);
        }
        for (Node node : nodes) {
            Bounds b = node.getBoundsInParent();
            double aside = look.px(ASIDE);
            Rectangle box = new Rectangle(
                    b.getMinX() - aside, b.getMinY() - aside, b.getWidth() + 2 * aside, b.getHeight() + 2 * aside);
            box.setArcWidth(2 * look.px(RADIUS));
            box.setArcHeight(2 * look.px(RADIUS));
            box.setFill(halo);
            getChildren().add(box);
        }
    }
}
