package grulab.control;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/**
 * A frame of ink, 3 px, outside a 2 px gap, around the part that has the focus; of a part as wide as the stack, around its
 * columns only.
 */
final class FocusRing extends Pane {
    private final Rectangle gap = new Rectangle();
    private final Rectangle ink = new Rectangle();
    private @Nullable Node focused;

    FocusRing() {
        setId("stack-focus");
        setMouseTransparent(true);
        setManaged(false);
        gap.setFill(null);
        ink.setFill(null);
        getChildren().addAll(gap, ink);
        setVisible(false);
    }

    void follow(List<? extends Node> parts) {
        for (Node part : parts) {
            part.focusedProperty().addListener((o, old, now) -> {
                focused = now ? part : focused == part ? null : focused;
                setVisible(focused != null);
            });
            part.boundsInParentProperty().addListener(o -> place());
            // columns get their place in a part after the part gets its own
            framed(part).layoutBoundsProperty().addListener(o -> place());
        }
        visibleProperty().addListener(o -> place());
    }

    void look(Look look) {
        gap.setStroke(look.palette().surface);
        gap.setStrokeWidth(look.px(2));
        ink.setStroke(look.palette().ink);
        ink.setStrokeWidth(look.px(3));
        place();
    }

    private void place() {
        if (focused == null || focused.getParent() == null) {
            return;
        }
        Bounds b = sceneToLocal(focused.localToScene(framed(focused).getLayoutBounds()));
        outline(gap, b, gap.getStrokeWidth() / 2);
        outline(ink, b, gap.getStrokeWidth() + ink.getStrokeWidth() / 2);
    }

    /** In the part's coordinates. */
    private static Node framed(Node part) {
        return part instanceof Framed framed ? framed.framed() : part;
    }

    private static void outline(Rectangle r, Bounds b, double out) {
        r.setX(b.getMinX() - out);
        r.setY(b.getMinY() - out);
        r.setWidth(b.getWidth() + 2 * out);
        r.setHeight(b.getHeight() + 2 * out);
    }
}
