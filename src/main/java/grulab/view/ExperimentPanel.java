package grulab.view;

import grulab.control.Numbers;
import grulab.model.Initialization;
import grulab.model.Optimizer;
import grulab.model.Sampling;
import grulab.presentation.ExperimentDraft;
import grulab.presentation.ExperimentPreset;
import grulab.presentation.NumberText;
import grulab.presentation.TrainModel;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Everything that decides a run, and the buttons that run it. Settings scroll when the window is low; buttons stay. */
final class ExperimentPanel extends VBox {
    private final Workbench bench;
    private final TrainModel model;
    private final ExperimentDraft draft;

    ExperimentPanel(Workbench bench, FileDesk files) {
        this.bench = bench;
        model = bench.model();
        draft = model.draft();
        setId("experiment");
        getStyleClass().add("experiment");
        VBox text = section(head(), new CellChoice(bench), new TextSection(bench, files::open));
        VBox settings = section(settings());
        VBox rows = new VBox(text, Labels.rule(), settings);
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setId("settings-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.setMinHeight(0);
        scroll.setMaxHeight(Region.USE_PREF_SIZE);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        // A viewport asks for a fixed height of its own; this panel is as high as what it holds.
        scroll.prefHeightProperty().bind(rows.heightProperty());
        Region space = new Region();
        VBox.setVgrow(space, Priority.SOMETIMES);
        RunSection run = new RunSection(bench, files);
        getChildren().addAll(scroll, Labels.rule(), run.running(), space, run.starting());
    }

    /** Whether the panel lies over the rest of the window. */
    void over(boolean over) {
        if (over != getStyleClass().contains("over")) {
            if (over) {
                getStyleClass().add("over");
            } else {
                getStyleClass().remove("over");
            }
        }
    }

    private HBox head() {
        MenuButton presets = new MenuButton();
        presets.setMnemonicParsing(false);
        presets.setId("experiment-presets");
        presets.getStyleClass().add("faint");
        presets.textProperty().bind(bench.texts().bind("experiment.presets"));
        for (ExperimentPreset preset : ExperimentPreset.ALL) {
            MenuItem item = new MenuItem();
            item.setId("experiment-" + preset.id());
            item.setMnemonicParsing(false);
            item.textProperty().bind(bench.texts().bind(() -> describe(preset)));
            item.setOnAction(e -> {
                draft.take(preset);
                model.settingsCommitted();
            });
            presets.getItems().add(item);
        }
        HBox head = new HBox(Labels.of(bench.texts().bind("experiment.title"), "title"), Labels.spacer(), presets);
        head.getStyleClass().add("row");
        return head;
    }

    private String describe(ExperimentPreset p) {
        Texts texts = bench.texts();
        return texts.of(
                "preset.line",
                texts.of("preset." + p.id()),
                p.hidden(),
                p.batch(),
                p.steps(),
                texts.of("optimizer." + p.optimizer().id()),
                NumberText.show(p.learningRate()),
                NumberText.show(p.clip()));
    }

    private Node[] settings() {
        Runnable start = model::settingsCommitted;
        Runnable live = model::liveSettingsCommitted;
        Label count = Labels.of(model.checks().parameters().map(n -> Numbers.count(n.longValue())), "number");
        count.setId("parameters");
        return new Node[] {
            new NumberRow(bench, draft.hidden, start),
            new NumberRow(bench, draft.steps, start),
            new NumberRow(bench, draft.batch, start),
            new NumberRow(bench, draft.learningRate, live),
            new RateSlider(bench),
            clip(live),
            choice("sampling", List.of(Sampling.values()), draft.sampling(), Sampling::id, e -> e.sampling()),
            choice(
                    "optimizer",
                    List.of(Optimizer.ADAM, Optimizer.SGD),
                    draft.optimizer(),
                    Optimizer::id,
                    e -> e.optimizer()),
            choice(
                    "init",
                    List.of(Initialization.PYTORCH, Initialization.D2L),
                    draft.initialization(),
                    Initialization::id,
                    e -> e.initialization()),
            new NumberRow(bench, draft.seed, start),
            new VBox(tight(row(Labels.of(bench.texts().bind("experiment.parameters"), "quiet"), count)), memory())
        };
    }

    private NumberRow clip(Runnable committed) {
        CheckBox on = new CheckBox();
        on.setId("clipping");
        on.setMnemonicParsing(false);
        on.textProperty().bind(bench.texts().bind("setting.clip"));
        on.selectedProperty().bindBidirectional(draft.clipping());
        on.setOnAction(e -> committed.run());
        NumberRow row = new NumberRow(bench, draft.clip, on, committed);
        row.field().disableProperty().bind(on.selectedProperty().not());
        return row;
    }

    private <T> HBox choice(
            String key,
            List<T> values,
            ObjectProperty<T> chosen,
            Function<T, String> id,
            Function<grulab.model.Experiment, T> inForce) {
        Texts texts = bench.texts();
        ChoiceMenu<T> menu = new ChoiceMenu<>(
                "choice-" + key,
                values,
                chosen,
                v -> {
                    chosen.set(v);
                    model.settingsCommitted();
                },
                v -> texts.of(key + "." + id.apply(v)),
                texts);
        Labels.state(
                menu,
                NumberRow.WAITING,
                chosen.flatMap(
                        c -> model.experiment().map(e -> !inForce.apply(e).equals(c))));
        return row(Labels.of(texts.bind("setting." + key), "quiet"), menu);
    }

    private static HBox row(Node name, Node value) {
        HBox row = new HBox(name, Labels.spacer(), value);
        row.getStyleClass().add("row");
        return row;
    }

    private HBox memory() {
        Label needs = MemoryNotice.said(bench, "small");
        needs.setId("memory");
        Labels.style(needs, "bad", MemoryNotice.tooMuch(bench));
        return new HBox(Labels.spacer(), needs);
    }

    private static HBox tight(HBox row) {
        row.getStyleClass().add("tight");
        return row;
    }

    private static VBox section(Node... children) {
        VBox section = new VBox(children);
        section.getStyleClass().add("section");
        return section;
    }
}
