package grulab.control;

import java.util.List;
import javafx.scene.shape.Rectangle;

/** Under a line of arithmetic: a rule above it, and what marks the active one. A line that stands alone has neither. */
final class LineGround {
    private final Rectangle active = new Rectangle();
    private final Rectangle bar = new Rectangle();
    private final Rectangle rule = new Rectangle();

    LineGround() {
        for (Rectangle r : nodes()) {
            r.setManaged(false);
            r.setMouseTransparent(true);
        }
    }

    /** From the lowest to the highest. */
    List<Rectangle> nodes() {
        return List.of(active, bar, rule);
    }

    /** @param left how far the rule stays from either edge */
    void place(double width, double height, double left, Look look) {
        active.setWidth(width);
        active.setHeight(height);
        bar.setWidth(look.px(4));
        bar.setHeight(height);
        rule.setX(left);
        rule.setWidth(width - 2 * left);
        rule.setHeight(1);
    }

    void draw(boolean marked, boolean alone, Palette palette) {
        active.setFill(palette.sunk);
        active.setVisible(marked && !alone);
        bar.setFill(palette.ink);
        bar.setVisible(active.isVisible());
        rule.setFill(palette.rule);
        rule.setVisible(!alone);
    }
}
