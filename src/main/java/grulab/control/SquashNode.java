package grulab.control;

import javafx.scene.Group;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

/** tanh on a wire: a pill with its name. */
final class SquashNode extends Group {
    private final Rectangle box = new Rectangle();
    private final Text name = new Text("tanh");

    SquashNode(DiagramPart part) {
        setId(part.id());
        name.setMouseTransparent(true);
        getChildren().addAll(box, name);
    }

    void place(Spot at, double font, Look look) {
        box.setX(at.left());
        box.setY(at.top());
        box.setWidth(at.width());
        box.setHeight(at.height());
        box.setArcWidth(at.height());
        box.setArcHeight(at.height());
        box.setStrokeWidth(look.px(1.7));
        name.setFont(Fonts.ui(0.92 * font));
        name.setX(at.x() - name.getLayoutBounds().getWidth() / 2);
        name.setY(at.y() + 0.33 * font);
    }

    void draw(DiagramShade shade, double strength) {
        box.setFill(shade.palette().surface);
        box.setStroke(shade.of(Ink.SOFT, strength));
        name.setFill(shade.of(Ink.INK, strength));
    }
}
