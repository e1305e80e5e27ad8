package grulab.view;

import grulab.control.Numbers;
import grulab.model.Baselines;
import grulab.model.Snapshot;
import grulab.model.Twin;
import grulab.model.arithmetic.Perplexity;
import grulab.presentation.TwinModel;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What comes of one of the two cells: its loss on the passage, its perplexity, and what it writes. */
final class OutcomePane extends VBox {
    private final Workbench bench;
    private final TwinModel model;
    private final boolean second;
    private final Label loss = Labels.fixed("–", "number", "loss", "outcome");
    private final Label perplexity = Labels.fixed("–", "number", "loss", "outcome");
    private final Label verdict = Labels.fixed("", "quiet");
    private final WrittenText written;

    OutcomePane(Workbench bench, boolean second) {
        this.bench = bench;
        this.second = second;
        model = bench.model().twin();
        String id = second ? "outcome-b" : "outcome-a";
        setId(id);
        getStyleClass().addAll("panel", "outcome-pane");
        loss.setId(id + "-loss");
        perplexity.setId(id + "-perplexity");
        verdict.setId(id + "-verdict");
        Texts texts = bench.texts();
        HBox head = new HBox(
                new Badge(second),
                Labels.of(texts.bind("outcome.loss"), "quiet"),
                loss,
                Labels.of(texts.bind("outcome.perplexity"), "quiet"),
                perplexity,
                verdict);
        head.getStyleClass().add("outcome-head");
        verdict.setMinWidth(0);
        written = new WrittenText(id + "-written");
        VBox.setVgrow(written, Priority.ALWAYS);
        getChildren().addAll(head, written);
        model.twin().addListener(o -> show());
        texts.language().addListener(o -> show());
        show();
    }

    private void show() {
        Twin twin = model.twin().get();
        if (twin == null) {
            loss.setText("–");
            perplexity.setText("–");
            verdict.setText("");
            written.getChildren().clear();
            return;
        }
        Snapshot shown = second ? twin.b() : twin.a();
        loss.setText(Numbers.fixed(shown.loss(), 3));
        perplexity.setText(Perplexity.of(shown.loss(), 3));
        Baselines baselines = bench.model().baselines();
        boolean worse = baselines != null && shown.loss() > baselines.uniform();
        verdict.setText(
                worse && baselines != null
                        ? bench.texts().of("outcome.worse", Numbers.fixed(Math.exp(baselines.uniform()), 1))
                        : "");
        written.show(twin.prefix(), second ? twin.sampleB() : twin.sampleA());
    }
}
