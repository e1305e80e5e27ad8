package grulab.view;

import grulab.control.Numbers;
import grulab.model.MetricSeries;
import grulab.model.RunState;
import grulab.model.arithmetic.Perplexity;
import grulab.presentation.LabPreferences;
import grulab.presentation.TrainModel;
import grulab.presentation.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/** Name, workspace, how the run stands, projector, language, theme; and the run's buttons where the panel has no room. */
final class TopBar extends HBox {
    private final Workbench bench;
    private final TrainModel model;
    private final HBox epoch;
    private final HBox perplexity;
    private final HBox loss;
    private final Button drawer;
    private final HBox run;
    private final HBox step;
    private final Label name;
    private final Label words;
    /** Tell their own shortcut, where there is room. */
    private final List<Labeled> keyed = new ArrayList<>();

    private final BatchChooser batches;
    private final AgeLabel age;

    TopBar(Workbench bench, LabPreferences preferences, BooleanProperty projector, Runnable callDrawer) {
        this.bench = bench;
        model = bench.model();
        setId("top-bar");
        getStyleClass().add("top-bar");
        Texts texts = bench.texts();
        name = Labels.of(texts.bind("app.name"), "name");
        HBox tabs = new HBox();
        for (Workspace workspace : Workspace.values()) {
            tabs.getChildren().add(tab(workspace));
        }

        words = runState();
        HBox state = state();
        epoch = pair(
                "epoch",
                "status.epoch",
                m -> m.last() == null ? "0" : Numbers.count(m.last().epoch()));
        loss = pair("loss", "status.loss", m -> m.last() == null ? "–" : Numbers.fixed(m.smoothed(), 3), "loss");
        perplexity =
                pair("perplexity", "status.perplexity", m -> m.last() == null ? "–" : Perplexity.of(m.smoothed(), 3));
        step = pair("step", "status.step", m -> Numbers.count(m.batches()));
        batches = new BatchChooser(bench);
        age = new AgeLabel(bench);
        HBox status = new HBox(age, state, step, epoch, loss, perplexity, batches);
        status.setId("status");
        status.getStyleClass().add("status");

        drawer = button("call-experiment", "top.experiment");
        drawer.setOnAction(e -> callDrawer.run());
        run = new HBox(8, RunButtons.train(bench, "top-train"), RunButtons.batch(bench, "top-batch"));
        run.setAlignment(Pos.CENTER_LEFT);

        Button project = button("projector", "top.projector");
        project.setGraphic(Labels.fixed("F11", "key"));
        keyed.add(project);
        project.setOnAction(e -> projector.set(true));
        HBox buttons = new HBox(drawer, run, project, language(preferences), theme(preferences));
        buttons.getStyleClass().add("top-buttons");
        getChildren().addAll(name, tabs, Labels.spacer(), status, buttons);
        room(1440, false);
    }

    /** Width in pixels of the design; whether the experiment panel is a drawer. */
    void room(double width, boolean asDrawer) {
        boolean narrow = width < 1200;
        boolean tight = width < (asDrawer ? 1400 : 1280);
        shown(name, !tight);
        Workspace workspace = model.workspace().get();
        boolean stepping = workspace == Workspace.STEP;
        boolean training = workspace == Workspace.TRAIN;
        shown(batches, stepping);
        batches.brief(narrow);
        age.brief(tight || stepping);
        for (Labeled labeled : keyed) {
            labeled.setContentDisplay(
                    tight
                            ? ContentDisplay.TEXT_ONLY
                            : labeled instanceof ToggleButton ? ContentDisplay.LEFT : ContentDisplay.RIGHT);
        }
        shown(words, !tight);
        shown(step, !stepping);
        shown(loss, training);
        for (HBox pair : new HBox[] {perplexity, epoch}) {
            shown(pair, !narrow && training);
        }
        shown(drawer, asDrawer);
        shown(run, asDrawer);
    }

    private static void shown(Node node, boolean now) {
        node.setVisible(now);
        node.setManaged(now);
    }

    /** One of the workspaces; pressing the tab of the one that is shown must not leave none. */
    private ToggleButton tab(Workspace workspace) {
        String name = workspace.id();
        ToggleButton tab = new ToggleButton();
        tab.setId("tab-" + name);
        tab.textProperty().bind(bench.texts().bind("tab." + name));
        tab.setGraphic(Labels.fixed(Integer.toString(workspace.ordinal() + 1), "key"));
        keyed.add(tab);
        tab.getStyleClass().add("tab");
        tab.setSelected(model.workspace().get() == workspace);
        model.workspace().addListener((o, old, now) -> tab.setSelected(now == workspace));
        tab.setOnAction(e -> {
            model.workspace().set(workspace);
            tab.setSelected(true);
        });
        return tab;
    }

    private Label runState() {
        Label label = Labels.of(
                bench.texts()
                        .bind(
                                () -> bench.texts()
                                        .of("status." + word(model.state().get())),
                                model.state()),
                "quiet");
        label.setId("run-state");
        return label;
    }

    private HBox state() {
        Glyph glyph = new Glyph("ready");
        Runnable follow = () -> glyph.show(
                switch (model.state().get().phase()) {
                    case IDLE -> "ready";
                    case RUNNING -> "play";
                    case PAUSED -> model.state().get().divergence() == null ? "pause" : "stop";
                    case FAILED, CLOSED -> "stop";
                });
        follow.run();
        model.state().addListener((o, old, now) -> follow.run());
        HBox box = new HBox(glyph, words);
        box.getStyleClass().add("state");
        return box;
    }

    private static String word(RunState state) {
        return switch (state.phase()) {
            case IDLE -> "idle";
            case RUNNING -> "running";
            case PAUSED -> state.divergence() == null ? "paused" : "failed";
            case FAILED, CLOSED -> "failed";
        };
    }

    private HBox pair(
            String id, String key, java.util.function.Function<MetricSeries, String> value, String... styles) {
        Label number = Labels.of(model.metrics().map(value), "number");
        number.getStyleClass().addAll(styles);
        if (styles.length > 0) {
            number.getStyleClass().add("strong");
        }
        number.setId("status-" + id);
        HBox pair = new HBox(Labels.of(bench.texts().bind(key), "quiet"), number);
        pair.getStyleClass().add("pair");
        return pair;
    }

    private Button button(String id, String key) {
        return Buttons.of(bench.texts(), id, key);
    }

    private MenuButton language(LabPreferences preferences) {
        MenuButton menu = new MenuButton();
        menu.setId("language");
        menu.textProperty().bind(bench.texts().bind("top.language"));
        ToggleGroup group = new ToggleGroup();
        Texts texts = bench.texts();
        ObservableValue<Locale> language = preferences.language();
        RadioMenuItem english =
                choice("language-en", group, language, () -> !texts.chinese(), () -> preferences.chinese(false));
        english.setText("English");
        RadioMenuItem chinese = choice("language-zh", group, language, texts::chinese, () -> preferences.chinese(true));
        chinese.setText("中文");
        menu.getItems().addAll(english, chinese);
        return menu;
    }

    private MenuButton theme(LabPreferences preferences) {
        Texts texts = bench.texts();
        MenuButton menu = new MenuButton();
        menu.setId("theme");
        menu.textProperty()
                .bind(texts.bind(
                        () -> texts.of(preferences.dark().get() ? "top.dark" : "top.light"), preferences.dark()));
        ToggleGroup group = new ToggleGroup();
        BooleanProperty chosen = preferences.dark();
        RadioMenuItem light = choice("theme-light", group, chosen, () -> !chosen.get(), () -> chosen.set(false));
        light.textProperty().bind(texts.bind("top.light"));
        RadioMenuItem dark = choice("theme-dark", group, chosen, chosen::get, () -> chosen.set(true));
        dark.textProperty().bind(texts.bind("top.dark"));
        CheckMenuItem motion = new CheckMenuItem();
        motion.setId("reduced-motion");
        motion.textProperty().bind(texts.bind("top.motion"));
        motion.selectedProperty().bindBidirectional(preferences.reducedMotion());
        menu.getItems().addAll(light, dark, new SeparatorMenuItem(), motion);
        return menu;
    }

    private static RadioMenuItem choice(
            String id, ToggleGroup group, ObservableValue<?> source, BooleanSupplier chosen, Runnable choose) {
        RadioMenuItem item = new RadioMenuItem();
        item.setId(id);
        item.setToggleGroup(group);
        item.setSelected(chosen.getAsBoolean());
        item.setOnAction(e -> choose.run());
        source.addListener((o, old, now) -> item.setSelected(chosen.getAsBoolean()));
        return item;
    }
}
