package grulab.view;

import grulab.control.Numbers;
import grulab.presentation.TextModel;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** Which text is learned: menu, counts, Open…, a bar while a long file is read, and what was wrong with the last one. */
final class TextSection extends VBox {
    private final Workbench bench;
    private final TextModel text;

    TextSection(Workbench bench, Runnable open) {
        this.bench = bench;
        text = bench.model().text();
        Texts texts = bench.texts();
        getStyleClass().add("rows");
        HBox row = new HBox(Labels.of(texts.bind("experiment.text"), "quiet"), Labels.spacer(), menu());
        row.getStyleClass().add("row");
        Label counts = Labels.of(
                texts.bind(
                        () -> {
                            TextModel.Choice c = text.chosen().get();
                            return c.length() == 0
                                    ? ""
                                    : texts.of(
                                            "experiment.counts", Numbers.count(c.length()), Numbers.count(c.kinds()));
                        },
                        text.chosen()),
                "small");
        counts.setId("text-counts");
        Button opener = Buttons.of(texts, "open", "experiment.open", "link");
        opener.setOnAction(e -> open.run());
        HBox second = new HBox(counts, Labels.spacer(), opener);
        second.getStyleClass().add("row");
        getChildren().addAll(row, second, loading(), problem());
    }

    private MenuButton menu() {
        Texts texts = bench.texts();
        MenuButton menu = new MenuButton();
        menu.setId("text-menu");
        menu.setMnemonicParsing(false);
        menu.textProperty().bind(texts.bind(() -> title(text.chosen().get()), text.chosen()));
        bench.onLook(look -> menu.setMaxWidth(look.px(150)));
        Labels.state(
                menu,
                NumberRow.WAITING,
                text.chosen()
                        .flatMap(c ->
                                bench.model().experiment().map(e -> !e.corpus().equals(c.name()))));
        for (String id : text.builtIn()) {
            MenuItem item = new MenuItem();
            item.setMnemonicParsing(false);
            item.setId("text-" + id);
            item.textProperty().bind(texts.bind("corpus." + id));
            item.setOnAction(e -> text.choose(id));
            menu.getItems().add(item);
        }
        return menu;
    }

    private String title(TextModel.Choice choice) {
        return choice.builtIn() ? bench.texts().of("corpus." + choice.name()) : choice.name();
    }

    /** A file that is read in less than 300 ms shows no bar. */
    private VBox loading() {
        Texts texts = bench.texts();
        Label words = Labels.of(
                texts.bind(
                        () -> {
                            TextModel.@Nullable Loading l = text.loading().get();
                            return l == null ? "" : texts.of("state.loading", l.file(), Numbers.count(l.characters()));
                        },
                        text.loading()),
                "small");
        words.setId("loading");
        words.setWrapText(true);
        Button cancel = Buttons.of(texts, "loading-cancel", "state.cancel", "faint");
        cancel.setOnAction(e -> text.cancel());
        Region bar = new Region();
        bar.getStyleClass().add("loading-bar");
        StackPane track = new StackPane(bar);
        track.getStyleClass().add("loading-track");
        VBox box = new VBox(6, words, track, cancel);
        PauseTransition patience = new PauseTransition(Duration.millis(300));
        patience.setOnFinished(e -> show(box, text.loading().get() != null));
        text.loading().addListener((o, old, now) -> {
            if (now == null) {
                patience.stop();
                show(box, false);
            } else if (old == null) {
                patience.playFromStart();
            }
        });
        show(box, false);
        return box;
    }

    private static void show(VBox box, boolean shown) {
        box.setVisible(shown);
        box.setManaged(shown);
    }

    private HBox problem() {
        Texts texts = bench.texts();
        Label words = Labels.of(texts.bind(() -> texts.of(text.problem().get()), text.problem()), "bad");
        words.setId("text-problem");
        words.setWrapText(true);
        Glyph glyph = new Glyph("warning");
        glyph.getStyleClass().add("bad");
        HBox inline = new HBox(glyph, words);
        inline.getStyleClass().add("inline");
        Labels.shown(inline, text.problem().isNotNull());
        return inline;
    }
}
