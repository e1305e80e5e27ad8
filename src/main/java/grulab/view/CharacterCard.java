package grulab.view;

import grulab.model.Edit;
import grulab.model.Snapshot;
import grulab.presentation.StepModel;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Asks which character (or word) the cell should have read instead. */
final class CharacterCard {
    private CharacterCard() {}

    static void open(Workbench bench, Card card) {
        StepModel step = bench.model().step();
        Snapshot shown = step.shown().get();
        if (shown == null) {
            return;
        }
        Texts texts = bench.texts();
        int t = bench.model().selection().time().get();
        List<String> symbols = step.symbols();
        Label title = Labels.fixed(texts.of("whatif.character.title", t + 1), "headline");
        TextField field = new TextField(shown.passage().labels().get(t));
        field.setId("character-field");
        field.setMaxWidth(bench.look().get().px(160));
        Label problem = Labels.fixed("", "bad");
        problem.setId("character-problem");
        problem.setWrapText(true);
        Label hint = Labels.fixed(texts.of("whatif.character.hint", sample(symbols)), "hint");
        hint.setWrapText(true);
        Button set = Buttons.of(texts, "character-set", "whatif.set");
        Button cancel = Buttons.of(texts, "character-cancel", "state.cancel");
        cancel.setCancelButton(true);
        cancel.setOnAction(e -> card.dismiss());
        Runnable commit = () -> {
            int symbol = symbols.indexOf(typed(field.getText(), symbols));
            if (symbol < 0) {
                problem.setText(texts.of("whatif.character.unknown", field.getText(), symbols.size()));
            } else {
                card.close();
                step.whatIf().add(new Edit.Input(t, symbol));
            }
        };
        set.setOnAction(e -> commit.run());
        field.setOnAction(e -> commit.run());
        HBox buttons = new HBox(set, cancel);
        buttons.getStyleClass().add("buttons");
        VBox content = new VBox(title, field, hint, problem, buttons);
        content.setId("character-card");
        content.setPrefWidth(bench.look().get().px(400));
        card.open(content, field, null, () -> {});
        field.selectAll();
    }

    /** A space is shown as a sign that nobody has on a keyboard. */
    private static String typed(String text, List<String> symbols) {
        String plain = text.isBlank() && !text.isEmpty() ? "␣" : text.strip();
        return symbols.contains(plain) ? plain : text;
    }

    private static String sample(List<String> symbols) {
        String all = String.join(" ", symbols);
        return all.length() <= 160 ? all : all.substring(0, all.offsetByCodePoints(0, 150)) + " …";
    }
}
