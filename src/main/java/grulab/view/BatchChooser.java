package grulab.view;

import grulab.control.Numbers;
import grulab.model.Kept;
import grulab.presentation.BatchHistory;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** After which batch the weights are that everything is shown with: the newest, or one of those that are kept. */
final class BatchChooser extends HBox {
    private final Texts texts;
    private final BatchHistory history;
    private final MenuButton which = new MenuButton();
    private final Slider slider = new Slider();
    private boolean following;

    BatchChooser(Workbench bench) {
        texts = bench.texts();
        history = bench.model().step().history();
        setId("batch-chooser");
        getStyleClass().add("batch-chooser");
        Button back = Buttons.arrow(texts, "batch-back", false, "batch.back", () -> history.move(-1));
        Button forward = Buttons.arrow(texts, "batch-forward", true, "batch.forward", () -> history.move(1));
        which.setId("batch-shown");
        which.setMnemonicParsing(false);
        which.textProperty().bind(texts.bind("batch.weights"));
        Label number = Labels.of(texts.bind(() -> Numbers.count(history.batch().get()), history.batch()), "number");
        which.setGraphic(number);
        which.setContentDisplay(ContentDisplay.RIGHT);
        which.getItems().add(chooser());
        getChildren().addAll(back, which, forward);
        back.disableProperty()
                .bind(texts.bind(() -> "", history.batch(), history.kept()).map(s -> atFirst()));
        forward.disableProperty()
                .bind(texts.bind(() -> "", history.batch(), history.kept()).map(s -> atLast()));
        history.batch().addListener(o -> follow());
        history.kept().addListener(o -> follow());
        follow();
    }

    /** In little room the number alone. */
    void brief(boolean now) {
        which.setContentDisplay(now ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.RIGHT);
    }

    private boolean atFirst() {
        Kept kept = history.kept().get();
        return kept == null || history.batch().get() <= kept.first();
    }

    private boolean atLast() {
        Kept kept = history.kept().get();
        return kept == null || history.batch().get() >= kept.last();
    }

    private CustomMenuItem chooser() {
        slider.setId("batch-slider");
        slider.setBlockIncrement(1);
        slider.accessibleTextProperty().bind(texts.bind("batch.weights"));
        slider.valueProperty().addListener((o, old, now) -> {
            if (!following) {
                history.go(Math.round(now.doubleValue()));
            }
        });
        Label words = Labels.of(texts.bind(() -> sentence(history.kept().get()), history.kept()), "hint");
        words.setId("batch-kept");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        VBox box = new VBox(slider, words);
        box.getStyleClass().add("batch-box");
        CustomMenuItem item = new CustomMenuItem(box, false);
        item.getStyleClass().add("batch-item");
        return item;
    }

    private String sentence(@Nullable Kept kept) {
        return kept == null || kept.last() <= kept.first()
                ? texts.of("batch.none")
                : texts.of(
                        kept.last() - kept.first() + 1 < kept.most() ? "batch.kept.fewer" : "batch.kept",
                        Numbers.count(kept.first()),
                        Numbers.count(kept.last()),
                        Numbers.count(Math.max(1, Math.round(kept.bytes() / 1e6))),
                        Numbers.count(kept.most()));
    }

    private void follow() {
        Kept kept = history.kept().get();
        following = true;
        slider.setDisable(kept == null || kept.last() <= kept.first());
        slider.setMin(kept == null ? 0 : kept.first());
        slider.setMax(kept == null ? 1 : kept.last());
        slider.setValue(history.batch().get());
        following = false;
    }
}
