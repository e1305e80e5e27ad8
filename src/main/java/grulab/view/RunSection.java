package grulab.view;

import grulab.control.Numbers;
import grulab.model.Rate;
import grulab.presentation.MemoryNeed;
import grulab.presentation.NumberDraft;
import grulab.presentation.TrainModel;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The lower part of the experiment panel: train, where to stop, how fast it goes; and at its foot starting over. */
final class RunSection {
    private final Workbench bench;
    private final TrainModel model;
    private final FileDesk files;

    RunSection(Workbench bench, FileDesk files) {
        this.bench = bench;
        this.files = files;
        model = bench.model();
    }

    VBox running() {
        Button train = RunButtons.train(bench, "train", false);
        Button batch = RunButtons.batch(bench, "one-batch");
        Button epoch = RunButtons.epoch(bench, "one-epoch");
        batch.getStyleClass().add("large");
        epoch.getStyleClass().add("large");
        VBox box = new VBox(
                train,
                inline(model.checks().tooShort(), "too-short"),
                pair(batch, epoch),
                stop("stop-at-step", "experiment.stop", model.stop().atStep(), model.stop().step),
                stop(
                        "stop-at-perplexity",
                        "experiment.stop.perplexity",
                        model.stop().atPerplexity(),
                        model.stop().perplexity),
                rates());
        box.getStyleClass().add("section");
        return box;
    }

    VBox starting() {
        Texts texts = bench.texts();
        Button over = Buttons.of(texts, "start-over", "experiment.over", "large");
        over.disableProperty().bind(model.canStart().not());
        over.setOnAction(e -> model.startOver());
        Labels.style(over, "called", model.waiting());
        Button save = Buttons.of(texts, "save", "experiment.save", "large");
        save.setOnAction(e -> files.saveAs());
        Label waiting = Labels.of(texts.bind(this::waiting, model.checks().memory()), "small");
        waiting.setId("waiting");
        wrap(waiting);
        HBox note = new HBox(waiting);
        note.getStyleClass().add("inline");
        Labels.shown(note, model.waiting().and(MemoryNotice.tooMuch(bench).not()));
        VBox box = new VBox(new MemoryNotice(bench), note, pair(over, save));
        box.getStyleClass().add("section");
        return box;
    }

    /** What a new start takes stands here too, for the settings scroll. */
    private String waiting() {
        MemoryNeed need = model.checks().memory().get();
        Texts texts = bench.texts();
        return need == null
                ? texts.of("experiment.waiting")
                : texts.of("experiment.waiting.needs", texts.of(need.sentence()));
    }

    private NumberRow stop(String id, String key, BooleanProperty on, NumberDraft draft) {
        CheckBox box = new CheckBox();
        box.setMnemonicParsing(false);
        box.setId(id);
        box.textProperty().bind(bench.texts().bind(key));
        box.selectedProperty().bindBidirectional(on);
        NumberRow row = new NumberRow(bench, draft, box);
        row.field().disableProperty().bind(on.not());
        return row;
    }

    private HBox rates() {
        Texts texts = bench.texts();
        Label when = Labels.of(
                texts.bind(
                        () -> texts.of(model.state().get().running() ? "experiment.now" : "experiment.last"),
                        model.state()),
                "small");
        VBox numbers = new VBox(
                rate("steps-rate", "experiment.steps-rate", r -> speed(r.stepsPerSecond())),
                rate("tokens-rate", "experiment.tokens-rate", r -> speed(r.tokensPerSecond())));
        numbers.setAlignment(javafx.geometry.Pos.TOP_RIGHT);
        HBox box = new HBox(when, Labels.spacer(), numbers);
        box.getStyleClass().add("rates");
        ObservableValue<Boolean> measured = model.metrics().map(m -> m.rate().stepsPerSecond() > 0);
        Labels.shown(box, measured);
        return box;
    }

    private Label rate(String id, String key, Function<Rate, String> number) {
        Texts texts = bench.texts();
        Label label = Labels.of(
                texts.bind(
                        () -> texts.of(key, number.apply(model.metrics().get().rate())), model.metrics()),
                "number");
        label.setId(id);
        return label;
    }

    private static String speed(double perSecond) {
        return perSecond < 100 ? Numbers.fixed(perSecond, 1) : Numbers.count(Math.round(perSecond));
    }

    private HBox inline(ObservableValue<grulab.presentation.Message> message, String id) {
        Texts texts = bench.texts();
        Label words = Labels.of(texts.bind(() -> texts.of(message.getValue()), message), "bad");
        words.setId(id);
        wrap(words);
        Glyph glyph = new Glyph("warning");
        glyph.getStyleClass().add("bad");
        HBox inline = new HBox(glyph, words);
        inline.getStyleClass().add("inline");
        Labels.shown(inline, message.map(m -> true).orElse(false));
        return inline;
    }

    /** As many lines as the sentence needs, even where the panel is short of height. */
    private static void wrap(Label words) {
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
    }

    private static HBox pair(Node left, Node right) {
        HBox pair = new HBox(left, right);
        pair.getStyleClass().add("pair");
        for (Node node : pair.getChildren()) {
            HBox.setHgrow(node, Priority.ALWAYS);
            // Equal halves, whatever the words.
            ((Button) node).setPrefWidth(100);
        }
        return pair;
    }
}
