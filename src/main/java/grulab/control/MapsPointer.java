package grulab.control;

import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/** What the pointer does to maps over one time axis: select, scrub, scroll, read a number. */
final class MapsPointer {
    /** Hears of a cell that is pressed, when it is selected already. */
    interface Press {
        /** @param before what was selected until then */
        void on(StackState before, CellCard.Cell cell, MouseEvent e);
    }

    private final TimeMaps<?> maps;
    private final CellCard card;
    private final int turns;
    private boolean inOverview;

    /** @param turns of the wheel that scroll by all the rows that are seen */
    MapsPointer(TimeMaps<?> maps, CellCard card, int turns) {
        this.maps = maps;
        this.card = card;
        this.turns = turns;
    }

    /** A part with a column for each step; a press gives the focus to a part. */
    void columns(Pane part, Node focused) {
        columns(part, focused, (t, e) -> {});
    }

    /** @param press hears of the step that is pressed, when the cursor is there already */
    void columns(Pane part, Node focused, BiConsumer<Integer, MouseEvent> press) {
        part.setOnMousePressed(e -> {
            StackState s = drawn(e);
            if (s != null && inColumns(s, e)) {
                int t = s.columns().at(e.getX());
                focused.requestFocus();
                maps.scrub(t);
                press.accept(t, e);
            }
        });
        scrubs(part, false);
    }

    void map(Pane lane, MapQuantity what) {
        map(lane, what, (before, cell, e) -> {});
    }

    void map(Pane lane, MapQuantity what, Press press) {
        lane.setOnMousePressed(e -> press(lane, what, press, e));
        lane.setOnMouseMoved(e -> hover(what, e));
        lane.setOnMouseExited(e -> card.over(null));
        lane.setOnScroll(this::scroll);
        scrubs(lane, true);
    }

    private void scrubs(Pane part, boolean map) {
        part.setOnMouseDragged(e -> {
            StackState s = drawn(e);
            if (s == null) {
                return;
            }
            card.over(null);
            if (inOverview && map) {
                scrollTo(s, e);
            } else {
                maps.scrub(s.columns().at(e.getX()));
            }
        });
        part.setOnMouseReleased(e -> maps.letGo());
    }

    /** What is drawn, if there are numbers and it is the primary button. */
    private @Nullable StackState drawn(MouseEvent e) {
        StackState s = maps.state();
        return e.getButton() == MouseButton.PRIMARY && s != null && s.passage() != null ? s : null;
    }

    private static boolean inColumns(StackState s, MouseEvent e) {
        return e.getX() >= s.columns().left() && e.getX() < s.columns().right();
    }

    private static CellCard.Cell cell(StackState s, MapQuantity what, MouseEvent e) {
        int row = s.order().first() + s.rows().at(e.getY());
        return new CellCard.Cell(what, s.order().unitAt(row), s.columns().at(e.getX()));
    }

    private void press(Pane lane, MapQuantity what, Press press, MouseEvent e) {
        StackState s = drawn(e);
        if (s == null) {
            return;
        }
        lane.requestFocus();
        inOverview = s.frame().overview() > 0 && e.getX() >= s.columns().right();
        if (inOverview) {
            scrollTo(s, e);
        } else if (inColumns(s, e)) {
            CellCard.Cell cell = cell(s, what, e);
            maps.scrub(cell.t());
            maps.unitProperty().set(cell.unit());
            press.on(s, cell, e);
        }
    }

    private void hover(MapQuantity what, MouseEvent e) {
        StackState s = maps.state();
        boolean over =
                s != null && s.passage() != null && inColumns(s, e) && !s.look().projector();
        card.over(over && s != null ? cell(s, what, e) : null);
    }

    /** A height in the picture of all units becomes the middle of the window. */
    private void scrollTo(StackState s, MouseEvent e) {
        int row = (int) (e.getY() / s.frame().mapHeight() * s.order().size());
        maps.scroll(row - s.order().count() / 2);
    }

    private void scroll(ScrollEvent e) {
        StackState s = maps.state();
        if (s != null && s.order().isWindow() && e.getDeltaY() != 0) {
            int by = Math.max(1, s.order().count() / turns);
            card.over(null);
            maps.scroll(s.order().first() + (e.getDeltaY() < 0 ? by : -by));
            e.consume();
        }
    }
}
