package grulab.view;

import grulab.control.Numbers;
import grulab.presentation.MemoryNeed;
import grulab.presentation.MemoryNeed.Alternative;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Why the settings cannot be started: they take too much memory. What would fit are buttons that set it. */
final class MemoryNotice extends VBox {
    private final Workbench bench;
    private final FlowPane fitting = new FlowPane();

    MemoryNotice(Workbench bench) {
        this.bench = bench;
        Texts texts = bench.texts();
        ObservableValue<@Nullable MemoryNeed> memory = bench.model().checks().memory();
        Label words = said(bench, "bad");
        words.setId("memory-refusal");
        words.setWrapText(true);
        Glyph glyph = new Glyph("warning");
        glyph.getStyleClass().add("bad");
        HBox line = new HBox(glyph, words);
        line.getStyleClass().add("inline");
        Label fits = Labels.of(texts.bind("memory.fits"), "small");
        fits.setMinWidth(USE_PREF_SIZE);
        fitting.getStyleClass().add("fitting");
        HBox.setHgrow(fitting, Priority.ALWAYS);
        HBox choices = new HBox(fits, fitting);
        choices.getStyleClass().add("fits");
        Labels.shown(choices, memory.map(m -> !m.alternatives().isEmpty()).orElse(false));
        memory.addListener((o, old, now) -> offer(now));
        offer(memory.getValue());
        getChildren().addAll(line, choices);
        setMinHeight(USE_PREF_SIZE);
        Labels.shown(this, tooMuch(bench));
    }

    /** What the settings take, in one line; empty while that is not known. */
    static Label said(Workbench bench, String style) {
        Texts texts = bench.texts();
        ObservableValue<@Nullable MemoryNeed> memory = bench.model().checks().memory();
        return Labels.of(
                texts.bind(
                        () -> memory.getValue() == null
                                ? ""
                                : texts.of(memory.getValue().sentence()),
                        memory),
                style);
    }

    static BooleanBinding tooMuch(Workbench bench) {
        ObservableValue<@Nullable MemoryNeed> memory = bench.model().checks().memory();
        return Bindings.createBooleanBinding(
                () -> memory.getValue() != null && !memory.getValue().fits(), memory);
    }

    private void offer(@Nullable MemoryNeed need) {
        List<Alternative> alternatives = need == null ? List.of() : need.alternatives();
        fitting.getChildren().setAll(alternatives.stream().map(this::button).toList());
    }

    private Button button(Alternative alternative) {
        String setting = alternative.setting().id();
        Button button = Buttons.of("fit-" + setting, "link");
        Texts texts = bench.texts();
        button.textProperty()
                .bind(texts.bind(() -> texts.of("memory.fit." + setting, Numbers.count(alternative.value()))));
        button.setOnAction(e -> {
            alternative.setting().set(alternative.value());
            bench.model().settingsCommitted();
        });
        return button;
    }
}
