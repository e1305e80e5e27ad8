package grulab.control;

import grulab.model.arithmetic.Subject;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;

/** What the pointer does to a time stack: hover, select, scrub, scroll, menus. */
final class StackPointer {
    private final TimeStack stack;
    private final ContextMenu menu = new ContextMenu();
    private boolean inOverview;

    StackPointer(TimeStack stack, TextStrip strip, List<MapLane> lanes, GradientBars bars) {
        this.stack = stack;
        for (MapLane lane : lanes) {
            scrubs(lane);
            lane.setOnMousePressed(e -> press(lane, e));
            lane.setOnMouseMoved(e -> hover(lane, e));
            lane.setOnMouseExited(e -> stack.hover(null));
            lane.setOnScroll(this::scroll);
            lane.setOnContextMenuRequested(e -> menu(lane, e));
        }
        for (Pane pane : List.of(strip, bars)) {
            scrubs(pane);
            pane.setOnMousePressed(e -> {
                if (plain(e) && inColumns(e.getX())) {
                    pane.requestFocus();
                    scrub(e);
                    if (pane == bars && e.getClickCount() == 2) {
                        norm(e);
                    }
                }
            });
        }
        bars.setOnContextMenuRequested(e -> menu(bars, e));
    }

    private void scrubs(Node node) {
        node.setOnMouseDragged(e -> {
            if (plain(e)) {
                stack.hover(null);
                if (inOverview && node instanceof MapLane) {
                    scrollTo(e.getY());
                } else {
                    scrub(e);
                }
            }
        });
        node.setOnMouseReleased(e -> stack.letGo());
    }

    private static boolean plain(MouseEvent e) {
        return e.getButton() == MouseButton.PRIMARY;
    }

    private boolean inColumns(double x) {
        StackState s = stack.state();
        return s != null && x >= s.columns().left() && x < s.columns().right();
    }

    private void scrub(MouseEvent e) {
        StackState s = stack.state();
        if (s != null && s.snapshot() != null) {
            stack.scrub(s.columns().at(e.getX()));
        }
    }

    /** The height of a gradient bar. */
    private void norm(MouseEvent e) {
        StackState s = stack.state();
        if (s != null && s.snapshot() != null) {
            stack.ask(new Subject.Norm(s.gradient().quantity, s.columns().at(e.getX())));
        }
    }

    private void press(MapLane lane, MouseEvent e) {
        StackState s = stack.state();
        if (!plain(e) || s == null || s.snapshot() == null) {
            return;
        }
        lane.requestFocus();
        inOverview = s.frame().overview() > 0 && e.getX() >= s.columns().right();
        if (inOverview) {
            scrollTo(e.getY());
        } else if (inColumns(e.getX())) {
            int unit = unitAt(s, e.getY());
            scrub(e);
            stack.unitProperty().set(unit);
            if (e.getClickCount() == 2) {
                stack.ask(new Subject.Value(lane.what.quantity, s.columns().at(e.getX()), unit));
            }
        }
    }

    private static int unitAt(StackState s, double y) {
        return s.order().unitAt(s.order().first() + s.rows().at(y));
    }

    private void hover(MapLane lane, MouseEvent e) {
        StackState s = stack.state();
        boolean over = s != null && s.snapshot() != null && inColumns(e.getX());
        stack.hover(
                over && s != null
                        ? new HoverCard.Cell(
                                lane.what, unitAt(s, e.getY()), s.columns().at(e.getX()))
                        : null);
    }

    /** A height in the picture of all units becomes the middle of the window. */
    private void scrollTo(double y) {
        StackState s = stack.state();
        if (s != null) {
            int row = (int) (y / s.frame().mapHeight() * s.order().size());
            stack.units().scroll(row - s.order().count() / 2);
        }
    }

    private void scroll(ScrollEvent e) {
        StackState s = stack.state();
        if (s != null && s.order().isWindow() && e.getDeltaY() != 0) {
            int rows = Math.max(1, s.order().count() / 12);
            stack.hover(null);
            stack.units().scroll(s.order().first() + (e.getDeltaY() < 0 ? rows : -rows));
            e.consume();
        }
    }

    private void menu(Pane part, ContextMenuEvent e) {
        StackState s = stack.state();
        if (s == null) {
            return;
        }
        MenuItem copy = new MenuItem(s.words().copy());
        copy.setId("copy-table");
        copy.setDisable(s.snapshot() == null);
        copy.setOnAction(a -> ClipboardText.put(
                part instanceof MapLane lane ? stack.table(lane.what.quantity) : stack.gradientTable()));
        menu.getItems().setAll(copy);
        if (part instanceof GradientBars bars) {
            CheckMenuItem logarithmic = new CheckMenuItem(s.words().logarithmic());
            logarithmic.selectedProperty().bindBidirectional(stack.logarithmicProperty());
            menu.getItems().addAll(logarithmic, new SeparatorMenuItem());
            menu.getItems().addAll(bars.items(s));
        }
        stack.hover(null);
        menu.show(part, e.getScreenX(), e.getScreenY());
    }
}
