package grulab.view;

import grulab.control.Fonts;
import grulab.control.Look;
import grulab.control.Numbers;
import grulab.model.Sample;
import grulab.presentation.TrainModel;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/** Text that the model wrote, as it gets better. */
final class SamplePane extends VBox {
    private static final List<Double> TEMPERATURES = List.of(0.0, 0.3, 0.5, 0.7, 1.0, 1.3);

    private final Workbench bench;
    private final TextFlow written = new TextFlow();

    SamplePane(Workbench bench) {
        this.bench = bench;
        TrainModel model = bench.model();
        Texts texts = bench.texts();
        setId("sample");
        getStyleClass().add("sample");
        Label step = Labels.of(
                texts.bind(
                        () -> {
                            Sample s = model.sample().get();
                            return s == null ? "" : texts.of("sample.step", Numbers.count(s.batch()));
                        },
                        model.sample()),
                "quiet");
        step.setId("sample-step");
        HBox buttons = new HBox(temperature(), again());
        buttons.getStyleClass().add("buttons");
        bench.onLook(look -> {
            buttons.setVisible(!look.projector());
            buttons.setManaged(!look.projector());
            step.setVisible(!look.projector());
            getStyleClass().remove("projected");
            if (look.projector()) {
                getStyleClass().add("projected");
            }
        });
        HBox head = new HBox(Labels.of(texts.bind("sample.title"), "title"), step, Labels.spacer(), buttons);
        head.getStyleClass().add("head");
        written.setId("written");
        written.getStyleClass().add("written");
        written.setMinHeight(0);
        VBox.setVgrow(written, Priority.ALWAYS);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(written.widthProperty());
        // Whole lines only: a line that does not fit is not begun.
        written.heightProperty().addListener(o -> clip.setHeight(wholeLines()));
        bench.onLook(look -> clip.setHeight(wholeLines()));
        written.setClip(clip);
        getChildren().addAll(head, written);
        model.sample().addListener((o, old, now) -> show(now));
        texts.language().addListener((o, old, now) -> show(model.sample().get()));
        show(model.sample().get());
    }

    private double wholeLines() {
        Look look = bench.look().get();
        Text probe = new Text("x");
        probe.setFont(Fonts.mono(look.px(14, 21)));
        double line = probe.getLayoutBounds().getHeight() + look.px(1);
        return Math.max(1, Math.floor((written.getHeight() + look.px(1)) / line)) * line;
    }

    private void show(@Nullable Sample sample) {
        if (sample == null) {
            Text empty = new Text(bench.texts().of("sample.empty"));
            empty.getStyleClass().addAll("text", "prefix");
            written.getChildren().setAll(empty);
            return;
        }
        Text prefix = new Text(sample.prefix());
        prefix.getStyleClass().addAll("text", "prefix");
        Text text = new Text(sample.text());
        text.getStyleClass().add("text");
        written.getChildren().setAll(prefix, text);
        written.setAccessibleText(sample.prefix() + sample.text());
    }

    private ChoiceMenu<Double> temperature() {
        Texts texts = bench.texts();
        ObjectProperty<Double> chosen =
                new SimpleObjectProperty<>(bench.model().temperature().get());
        chosen.addListener((o, old, now) -> bench.model().temperature().set(now));
        return new ChoiceMenu<>(
                "temperature", TEMPERATURES, chosen, t -> texts.of("sample.temperature", Numbers.fixed(t, 1)), texts);
    }

    private Button again() {
        Button again = Buttons.of(bench.texts(), "again", "sample.again");
        again.setGraphic(new Glyph("again"));
        again.setOnAction(e -> bench.model().again());
        return again;
    }
}
