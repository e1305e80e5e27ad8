package grulab.control;

import javafx.scene.Group;
import javafx.scene.shape.Rectangle;

/** The edge of a map, and in the picture of all units beside it the window that the map shows. */
final class MapOutline extends Group {
    final Rectangle whole = new Rectangle();
    private final Rectangle window = new Rectangle();

    MapOutline() {
        setMouseTransparent(true);
        whole.setFill(null);
        window.setFill(null);
        getChildren().addAll(whole, window);
    }

    void place(StackState s) {
        Look look = s.look();
        ColumnAxis c = s.columns();
        StackFrame frame = s.frame();
        whole.setX(c.left() - 0.5);
        whole.setY(-0.5);
        whole.setWidth(c.width() + 1);
        whole.setHeight(frame.mapHeight() + 1);
        whole.setStroke(look.palette().border);
        whole.setStrokeWidth(1);
        window.setVisible(frame.overview() > 0);
        window.setX(c.right() + look.px(HeatMap.OVERVIEW_GAP));
        window.setWidth(frame.overview());
        window.setY(frame.mapHeight() * s.order().first() / s.order().size());
        window.setHeight(Math.max(
                look.px(4), frame.mapHeight() * s.order().count() / s.order().size()));
        window.setStroke(look.palette().ink);
        window.setStrokeWidth(look.px(1.5));
    }
}
