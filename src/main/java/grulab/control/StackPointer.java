package grulab.control;

import grulab.model.arithmetic.Subject;
import java.util.List;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.layout.Pane;

/** What the pointer does to a time stack beyond what it does to all maps: asks for numbers, and opens menus. */
final class StackPointer {
    private final TimeStack stack;
    private final HoverCard card;
    private final ContextMenu menu = new ContextMenu();

    StackPointer(TimeStack stack, TextStrip strip, List<MapLane> lanes, GradientBars bars, HoverCard card) {
        this.stack = stack;
        this.card = card;
        MapsPointer pointer = new MapsPointer(stack, card, 12);
        for (MapLane lane : lanes) {
            pointer.map(lane, lane.what, (before, cell, e) -> {
                if (e.getClickCount() == 2) {
                    stack.ask(new Subject.Value(lane.what.quantity, cell.t(), cell.unit()));
                }
            });
            lane.setOnContextMenuRequested(e -> menu(lane, e));
        }
        pointer.columns(strip, strip);
        pointer.columns(bars, bars, (t, e) -> {
            if (e.getClickCount() == 2) {
                stack.askNorm(t);
            }
        });
        bars.setOnContextMenuRequested(e -> menu(bars, e));
    }

    private void menu(Pane part, ContextMenuEvent e) {
        StackState s = stack.state();
        if (s == null) {
            return;
        }
        MenuItem copy = new MenuItem(s.words().copy());
        copy.setMnemonicParsing(false);
        copy.setId("copy-table");
        copy.setDisable(s.snapshot() == null);
        copy.setOnAction(a -> ClipboardText.put(
                part instanceof MapLane lane ? stack.table(lane.what.quantity) : stack.gradientTable(), part));
        menu.getItems().setAll(copy);
        if (part instanceof GradientBars bars) {
            CheckMenuItem logarithmic = new CheckMenuItem(s.words().logarithmic());
            logarithmic.setMnemonicParsing(false);
            logarithmic.selectedProperty().bindBidirectional(stack.logarithmicProperty());
            menu.getItems().addAll(logarithmic, new SeparatorMenuItem());
            menu.getItems().addAll(bars.items(s));
        }
        card.over(null);
        menu.show(part, e.getScreenX(), e.getScreenY());
    }
}
