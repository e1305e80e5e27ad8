package grulab.view;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The keyboard, as a table. */
final class KeyTable {
    private record Row(String words, String... keys) {}

    private static final List<Row> ROWS = List.of(
            new Row("keys.space", "Space"),
            new Row("keys.batch", "B", "E"),
            new Row("keys.time", "←", "→"),
            new Row("keys.unit", "↑", "↓"),
            new Row("keys.micro", ",", "."),
            new Row("keys.flip", "Z", "R", "W"),
            new Row("keys.backward", "G"),
            new Row("keys.past", "[", "]"),
            new Row("keys.file", "Ctrl+O", "Ctrl+S"),
            new Row("keys.save-as", "Ctrl+Shift+S"),
            new Row("keys.undo", "Ctrl+Z", "Ctrl+Y"),
            new Row("keys.log", "L"),
            new Row("keys.tab", "1", "2", "3"),
            new Row("keys.projector", "F11"),
            new Row("keys.drawer", "Ctrl+B"),
            new Row("keys.escape", "Esc"),
            new Row("keys.help", "?"));

    private KeyTable() {}

    static void open(Workbench bench, Card card) {
        Texts texts = bench.texts();
        GridPane grid = new GridPane();
        grid.getStyleClass().add("keys");
        for (int i = 0; i < ROWS.size(); i++) {
            HBox caps = new HBox();
            caps.getStyleClass().add("caps");
            for (String cap : ROWS.get(i).keys()) {
                Label key = Labels.fixed(cap, "key");
                key.setWrapText(false);
                caps.getChildren().add(key);
            }
            grid.addRow(i, caps, Labels.of(texts.bind(ROWS.get(i).words()), "body"));
        }
        Label note = Labels.of(texts.bind("keys.note"), "hint");
        Button close = Buttons.of(texts, "keys-close", "keys.close");
        close.setCancelButton(true);
        close.setOnAction(e -> card.close());
        HBox buttons = new HBox(close);
        buttons.getStyleClass().add("buttons");
        VBox content = new VBox(Labels.of(texts.bind("keys.title"), "headline"), grid, note, buttons);
        content.setId("keys-table");
        card.open(content, close, null, () -> {});
    }
}
