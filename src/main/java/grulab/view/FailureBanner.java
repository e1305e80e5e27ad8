package grulab.view;

import grulab.control.ClipboardText;
import grulab.model.RunState;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** Under the convention bar when the experiment is lost: why, and a button that copies it. */
final class FailureBanner extends HBox {
    FailureBanner(Workbench bench) {
        Texts texts = bench.texts();
        var state = bench.model().state();
        setId("banner");
        getStyleClass().add("banner");
        Label words = Labels.of(texts.bind(() -> sentence(texts, state.get()), state), "bad");
        words.setId("failure");
        words.setWrapText(true);
        Glyph glyph = new Glyph("warning");
        glyph.getStyleClass().add("bad");
        Button copy = Buttons.of(texts, "copy-failure", "state.copy");
        copy.setOnAction(e -> ClipboardText.put(words.getText(), copy));
        Button over = Buttons.of(texts, "failure-start-over", "experiment.over");
        over.setOnAction(e -> bench.model().startOver());
        getChildren().addAll(glyph, words, Labels.spacer(), copy, over);
        Labels.shown(this, state.map(s -> s.failure() != null));
    }

    private static String sentence(Texts texts, RunState state) {
        return state.failure() == null ? "" : texts.of("state.failed", state.failure());
    }
}
