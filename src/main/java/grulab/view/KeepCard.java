package grulab.view;

import grulab.presentation.Keeping;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Asks whether training that is in no file is to be saved, before it is given up. */
final class KeepCard {
    private KeepCard() {}

    static void follow(Workbench bench, Card card, FileDesk files) {
        Keeping keeping = bench.model().keeping();
        keeping.question().addListener((o, old, now) -> {
            if (now != null) {
                show(bench, card, files);
            } else if (old != null) {
                card.close();
            }
        });
    }

    private static void show(Workbench bench, Card card, FileDesk files) {
        Texts texts = bench.texts();
        Keeping keeping = bench.model().keeping();
        Label sentence = Labels.of(texts.bind("keep.question"), "body");
        sentence.setId("keep-question");
        sentence.setWrapText(true);
        sentence.setPrefWidth(bench.look().get().px(420));
        Button save = Buttons.of(texts, "keep-save", "keep.save");
        save.setOnAction(e -> files.saveFirst());
        save.setDefaultButton(true);
        Button discard = Buttons.of(texts, "keep-discard", "keep.discard");
        discard.setOnAction(e -> keeping.discard());
        Button cancel = Buttons.of(texts, "keep-cancel", "state.cancel");
        cancel.setOnAction(e -> keeping.cancel());
        cancel.setCancelButton(true);
        HBox buttons = new HBox(save, discard, cancel);
        buttons.getStyleClass().add("buttons");
        VBox content = new VBox(sentence, buttons);
        content.setId("keep-card");
        card.open(content, save, null, keeping::cancel);
    }
}
