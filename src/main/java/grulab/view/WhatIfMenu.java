package grulab.view;

import grulab.presentation.WhatIf;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** What can be changed to see what would have happened, beside the numbers themselves. */
final class WhatIfMenu extends MenuButton {
    private final Texts texts;

    /** @param character asks for another character to read */
    WhatIfMenu(Workbench bench, Runnable character) {
        texts = bench.texts();
        WhatIf whatIf = bench.model().step().whatIf();
        setId("what-if");
        setMnemonicParsing(false);
        setMinWidth(USE_PREF_SIZE);
        textProperty().bind(texts.bind("whatif.title"));
        MenuItem undo = item("undo", whatIf::undo, whatIf.canUndo());
        MenuItem redo = item("redo", whatIf::redo, whatIf.canRedo());
        getItems()
                .addAll(
                        item("character", character, bench.model().snapshot().isNotNull()),
                        item("plain", whatIf::plainRnn, whatIf.canPlainRnn()),
                        item("wire", whatIf::wire, whatIf.canWire()),
                        new SeparatorMenuItem(),
                        undo,
                        redo,
                        item("reset", whatIf::reset, whatIf.canUndo()));
    }

    private MenuItem item(String key, Runnable action, ObservableValue<Boolean> possible) {
        MenuItem item = new MenuItem();
        item.setId("what-if-" + key);
        item.setMnemonicParsing(false);
        item.textProperty().bind(texts.bind("whatif." + key));
        item.disableProperty().bind(possible.map(p -> !p));
        item.setOnAction(e -> action.run());
        return item;
    }
}
