package grulab.view;

import grulab.control.Numbers;
import grulab.presentation.ConventionModel;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Says that a reset position cannot be relabelled, and asks what to do instead. */
final class RefusalCard {
    private RefusalCard() {}

    static void follow(Workbench bench, Card card, Supplier<Node> toggle) {
        ConventionModel model = bench.model().convention();
        model.refused().addListener((o, old, now) -> {
            if (now != null) {
                show(bench, card, toggle.get());
            } else if (old != null) {
                card.close();
            }
        });
    }

    private static void show(Workbench bench, Card card, Node toggle) {
        Texts texts = bench.texts();
        ConventionModel model = bench.model().convention();
        Label sentence = Labels.of(texts.bind("state.no-relabel"), "body");
        sentence.setId("no-relabel");
        sentence.setWrapText(true);
        sentence.setPrefWidth(bench.look().get().px(420));
        Button keep = button("no-relabel-keep", texts.of("state.keep-weights"), model::keepWeights);
        Button retrain = button(
                "no-relabel-retrain",
                texts.of(
                        "state.retrain",
                        Numbers.count(bench.model().experiment().get().seed())),
                model::retrain);
        Button cancel = button("no-relabel-cancel", texts.of("state.cancel"), model::cancel);
        cancel.setCancelButton(true);
        cancel.setDefaultButton(true);
        HBox buttons = new HBox(keep, retrain, cancel);
        buttons.getStyleClass().add("buttons");
        VBox content = new VBox(sentence, buttons);
        content.setId("no-relabel-card");
        card.open(content, cancel, toggle, model::cancel);
    }

    private static Button button(String id, String text, Runnable action) {
        Button button = Buttons.of(id);
        button.setText(text);
        button.setOnAction(e -> action.run());
        return button;
    }
}
