package grulab.control;

import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/** What the pointer does to the rows of text and state: select, scrub, ask, scroll, light up. */
final class RowsPointer {
    private final StateRows rows;
    private boolean inOverview;

    RowsPointer(StateRows rows, TextStrip strip, MapLane lane, ChangeRow change) {
        this.rows = rows;
        strip.setOnMousePressed(e -> press(strip, e));
        change.setOnMousePressed(e -> press(strip, e));
        lane.setOnMousePressed(e -> pressState(lane, e));
        for (Node node : new Node[] {strip, lane, change}) {
            node.setOnMouseDragged(e -> drag(node == lane, e));
            node.setOnMouseReleased(e -> rows.letGo());
        }
        lane.setOnMouseMoved(this::hover);
        lane.setOnScroll(this::scroll);
        strip.setOnMouseEntered(e -> rows.hoverTerm("x"));
        lane.setOnMouseEntered(e -> rows.hoverTerm("h"));
        strip.setOnMouseExited(e -> rows.hoverTerm(null));
        lane.setOnMouseExited(e -> {
            rows.hoverTerm(null);
            rows.hover(null);
        });
    }

    private static boolean inColumns(StackState s, double x) {
        return s.snapshot() != null
                && x >= s.columns().left()
                && x < s.columns().right();
    }

    private void press(TextStrip strip, MouseEvent e) {
        StackState s = rows.state();
        if (e.getButton() == MouseButton.PRIMARY && s != null && inColumns(s, e.getX())) {
            strip.requestFocus();
            rows.scrub(s.columns().at(e.getX()));
        }
    }

    private void pressState(MapLane lane, MouseEvent e) {
        StackState s = rows.state();
        if (e.getButton() != MouseButton.PRIMARY || s == null || s.snapshot() == null) {
            return;
        }
        lane.requestFocus();
        inOverview = s.frame().overview() > 0 && e.getX() >= s.columns().right();
        if (inOverview) {
            scrollTo(e.getY());
        } else if (inColumns(s, e.getX())) {
            int unit = unitAt(s, e.getY());
            int t = s.columns().at(e.getX());
            boolean selected = unit == s.unit() && t == s.t();
            rows.unitProperty().set(unit);
            rows.scrub(t);
            if (selected) {
                rows.ask();
            }
        }
    }

    private void drag(boolean overState, MouseEvent e) {
        StackState s = rows.state();
        if (e.getButton() != MouseButton.PRIMARY || s == null || s.snapshot() == null) {
            return;
        }
        rows.hover(null);
        if (inOverview && overState) {
            scrollTo(e.getY());
        } else {
            rows.scrub(s.columns().at(e.getX()));
        }
    }

    private static int unitAt(StackState s, double y) {
        return s.order().unitAt(s.order().first() + s.rows().at(y));
    }

    private void hover(MouseEvent e) {
        StackState s = rows.state();
        rows.hover(
                s != null && inColumns(s, e.getX())
                        ? new HoverCard.Cell(
                                MapQuantity.STATE,
                                unitAt(s, e.getY()),
                                s.columns().at(e.getX()))
                        : null);
    }

    /** A height in the picture of all units becomes the middle of the window. */
    private void scrollTo(double y) {
        StackState s = rows.state();
        if (s != null) {
            int row = (int) (y / s.frame().mapHeight() * s.order().size());
            rows.scroll(row - s.order().count() / 2);
        }
    }

    private void scroll(ScrollEvent e) {
        StackState s = rows.state();
        if (s != null && s.order().isWindow() && e.getDeltaY() != 0) {
            int by = Math.max(1, s.order().count() / 6);
            rows.hover(null);
            rows.scroll(s.order().first() + (e.getDeltaY() < 0 ? by : -by));
            e.consume();
        }
    }
}
