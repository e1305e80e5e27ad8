package grulab.view;

import grulab.control.Numbers;
import grulab.model.Sample;
import grulab.presentation.TrainModel;
import java.util.List;
import javafx.beans.property.DoubleProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Text that the model wrote, as it gets better. */
final class SamplePane extends VBox {
    private static final List<Double> TEMPERATURES = List.of(0.0, 0.3, 0.5, 0.7, 1.0, 1.3);

    private final Workbench bench;
    private final WrittenText written = new WrittenText("written");

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
        Label title = Labels.of(texts.bind("sample.title"), "title");
        title.setMinWidth(USE_PREF_SIZE);
        step.setMinWidth(0);
        // Left out whole where there is no room: half a number says nothing.
        step.widthProperty().addListener(o -> step.setOpacity(step.getWidth() + 1 < step.prefWidth(-1) ? 0 : 1));
        buttons.setMinWidth(USE_PREF_SIZE);
        HBox head = new HBox(title, step, Labels.spacer(), buttons);
        head.getStyleClass().add("head");
        VBox.setVgrow(written, Priority.ALWAYS);
        getChildren().addAll(head, written);
        model.sample().addListener((o, old, now) -> show(now));
        texts.language().addListener((o, old, now) -> show(model.sample().get()));
        show(model.sample().get());
    }

    private void show(@Nullable Sample sample) {
        if (sample == null) {
            written.empty(bench.texts().of("sample.empty"));
        } else {
            written.show(sample.prefix(), sample.text());
        }
    }

    private ChoiceMenu<Double> temperature() {
        Texts texts = bench.texts();
        DoubleProperty temperature = bench.model().temperature();
        return new ChoiceMenu<>(
                "temperature",
                TEMPERATURES,
                temperature.asObject(),
                temperature::set,
                t -> texts.of("sample.temperature", Numbers.fixed(t, 1)),
                texts);
    }

    private Button again() {
        Button again = Buttons.of(bench.texts(), "again", "sample.again");
        again.setGraphic(new Glyph("again"));
        again.setOnAction(e -> bench.model().again());
        return again;
    }
}
