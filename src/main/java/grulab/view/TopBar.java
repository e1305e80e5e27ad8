package grulab.view;

import grulab.control.Fonts;
import grulab.control.Look;
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
import javafx.scene.text.Text;

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

    TopBar(Workbench bench, LabPreferences preferences, BooleanProperty projector, Runnable callDrawer, Runnable help) {
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
        HBox status = new HBox(age, state, step, loss, epoch, perplexity, batches);
        status.setId("status");
        status.getStyleClass().add("status");

        drawer = button("call-experiment", "top.experiment");
        drawer.setOnAction(e -> callDrawer.run());
        // what is changed in the drawer is marked where the drawer is called
        Labels.state(drawer, NumberRow.WAITING, model.waiting());
        Button batch = RunButtons.batch(bench, "top-batch");
        // one batch would still be one of the old experiment
        Labels.shown(batch, model.anew().map(anew -> anew == TrainModel.Anew.NO));
        run = new HBox(8, RunButtons.train(bench, "top-train", true), batch);
        run.setAlignment(Pos.CENTER_LEFT);

        Button project = button("projector", "top.projector");
        project.setGraphic(Labels.fixed("F11", "key"));
        keyed.add(project);
        project.setOnAction(e -> projector.set(true));
        Button keys = Buttons.of("help", "narrow");
        keys.setText("?");
        keys.accessibleTextProperty().bind(texts.bind("keys.title"));
        keys.setOnAction(e -> help.run());
        HBox buttons = new HBox(drawer, run, project, language(preferences), theme(preferences), keys);
        buttons.getStyleClass().add("top-buttons");
        getChildren().addAll(name, tabs, status, Labels.spacer(), buttons);
        room(1440, false);
    }

    /**
     * What all workspaces have stands in the same place in all of them, whatever else one of them shows.
     *
     * @param width in pixels of the design
     * @param asDrawer whether the experiment panel is a drawer
     */
    void room(double width, boolean asDrawer) {
        boolean narrow = width < 1200;
        boolean tight = width < 1400;
        shown(name, !tight);
        Workspace workspace = model.workspace().get();
        boolean stepping = workspace == Workspace.STEP;
        shown(batches, stepping);
        batches.brief(width < 1500);
        age.brief(tight || stepping);
        for (Labeled labeled : keyed) {
            boolean tab = labeled instanceof ToggleButton;
            labeled.setContentDisplay(
                    tight && (tab || narrow)
                            ? ContentDisplay.TEXT_ONLY
                            : tab ? ContentDisplay.LEFT : ContentDisplay.RIGHT);
            if (tab) {
                steady(labeled, !tight);
            }
        }
        shown(words, width >= 1720);
        shown(step, !stepping || !narrow);
        shown(loss, width >= 1340 || (workspace == Workspace.TRAIN && width >= 1180));
        boolean all = workspace == Workspace.TRAIN && !asDrawer || width >= 1720;
        for (HBox pair : new HBox[] {perplexity, epoch}) {
            shown(pair, all);
        }
        shown(drawer, asDrawer);
        shown(run, asDrawer);
    }

    /** As wide as it is when it is chosen, so that the others do not move. */
    private void steady(Labeled tab, boolean key) {
        Look look = bench.look().get();
        Text bold = new Text(tab.getText());
        bold.setFont(Fonts.semiBold(look.px(14)));
        double beside = key ? tab.getGraphic().prefWidth(-1) + tab.getGraphicTextGap() : 0;
        tab.setPrefWidth(Math.ceil(bold.getLayoutBounds().getWidth() + beside + look.px(26)) + 1);
        tab.setMinWidth(USE_PREF_SIZE);
    }

    private static void shown(Node node, boolean now) {
        node.setVisible(now);
        node.setManaged(now);
    }

    /** One of the workspaces; pressing the tab of the one that is shown must not leave none. */
    private ToggleButton tab(Workspace workspace) {
        String name = workspace.id();
        ToggleButton tab = new ToggleButton();
        tab.setMnemonicParsing(false);
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
        menu.setMnemonicParsing(false);
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
        menu.setMnemonicParsing(false);
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
        motion.setMnemonicParsing(false);
        motion.setId("reduced-motion");
        motion.textProperty().bind(texts.bind("top.motion"));
        motion.selectedProperty().bindBidirectional(preferences.reducedMotion());
        menu.getItems().addAll(light, dark, new SeparatorMenuItem(), motion);
        return menu;
    }

    private static RadioMenuItem choice(
            String id, ToggleGroup group, ObservableValue<?> source, BooleanSupplier chosen, Runnable choose) {
        RadioMenuItem item = new RadioMenuItem();
        item.setMnemonicParsing(false);
        item.setId(id);
        item.setToggleGroup(group);
        item.setSelected(chosen.getAsBoolean());
        item.setOnAction(e -> choose.run());
        source.addListener((o, old, now) -> item.setSelected(chosen.getAsBoolean()));
        return item;
    }
}
