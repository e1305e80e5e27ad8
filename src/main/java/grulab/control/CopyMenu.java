package grulab.control;

import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;

/** The menu of a drawing that can be copied as a table. */
final class CopyMenu {
    private CopyMenu() {}

    /** @param table empty before there is anything to copy */
    static void on(Node drawing, Supplier<String> words, Supplier<String> table) {
        ContextMenu menu = new ContextMenu();
        drawing.setOnContextMenuRequested(e -> {
            MenuItem copy = new MenuItem(words.get());
            copy.setMnemonicParsing(false);
            copy.setId("copy-table");
            copy.setDisable(table.get().isEmpty());
            copy.setOnAction(a -> ClipboardText.put(table.get(), drawing));
            menu.getItems().setAll(copy);
            menu.show(drawing, e.getScreenX(), e.getScreenY());
        });
    }
}
