package grulab.control;

import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;

/** What the pointer does to the map of differences: select, scrub, scroll, read a number. */
final class DeltaPointer {
    private final DeltaMap map;
    private boolean inOverview;

    DeltaPointer(DeltaMap map, TextStrip strip, DeltaLane lane, DeltaBars bars) {
        this.map = map;
        for (Pane part : new Pane[] {strip, bars}) {
            part.setOnMousePressed(e -> {
                StackState s = map.state();
                if (e.getButton() == MouseButton.PRIMARY && s != null && inColumns(s, e.getX())) {
                    strip.requestFocus();
                    map.scrub(s.columns().at(e.getX()));
                }
            });
        }
        lane.setOnMousePressed(e -> press(lane, e));
        for (Pane part : new Pane[] {strip, lane, bars}) {
            part.setOnMouseDragged(e -> drag(part == lane, e));
            part.setOnMouseReleased(e -> map.letGo());
        }
        lane.setOnMouseMoved(this::hover);
        lane.setOnMouseExited(e -> map.hover(-1, -1));
        lane.setOnScroll(this::scroll);
    }

    private static boolean inColumns(StackState s, double x) {
        return s.passage() != null && x >= s.columns().left() && x < s.columns().right();
    }

    private static int unitAt(StackState s, double y) {
        return s.order().unitAt(s.order().first() + s.rows().at(y));
    }

    private void press(DeltaLane lane, MouseEvent e) {
        StackState s = map.state();
        if (e.getButton() != MouseButton.PRIMARY || s == null || s.passage() == null) {
            return;
        }
        lane.requestFocus();
        inOverview = s.frame().overview() > 0 && e.getX() >= s.columns().right();
        if (inOverview) {
            scrollTo(s, e.getY());
        } else if (inColumns(s, e.getX())) {
            int unit = unitAt(s, e.getY());
            map.scrub(s.columns().at(e.getX()));
            map.unitProperty().set(unit);
        }
    }

    private void drag(boolean overMap, MouseEvent e) {
        StackState s = map.state();
        if (e.getButton() != MouseButton.PRIMARY || s == null || s.passage() == null) {
            return;
        }
        map.hover(-1, -1);
        if (inOverview && overMap) {
            scrollTo(s, e.getY());
        } else {
            map.scrub(s.columns().at(e.getX()));
        }
    }

    private void hover(MouseEvent e) {
        StackState s = map.state();
        if (s != null && inColumns(s, e.getX())) {
            map.hover(s.columns().at(e.getX()), unitAt(s, e.getY()));
        } else {
            map.hover(-1, -1);
        }
    }

    /** A height in the picture of all units becomes the middle of the window. */
    private void scrollTo(StackState s, double y) {
        int row = (int) (y / s.frame().mapHeight() * s.order().size());
        map.scroll(row - s.order().count() / 2);
    }

    private void scroll(ScrollEvent e) {
        StackState s = map.state();
        if (s != null && s.order().isWindow() && e.getDeltaY() != 0) {
            int by = Math.max(1, s.order().count() / 8);
            map.hover(-1, -1);
            map.scroll(s.order().first() + (e.getDeltaY() < 0 ? by : -by));
            e.consume();
        }
    }
}
