package grulab.view;

import grulab.control.FormulaText;
import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.ResetPosition;
import grulab.model.Weights;
import grulab.presentation.DiagnosisCell;
import grulab.presentation.DiagnosisModel;
import grulab.presentation.DiagnosisReport;
import grulab.presentation.FileKind;
import grulab.presentation.LoadedWeights;
import grulab.presentation.OpenedModel;
import grulab.presentation.WeightsModel;
import grulab.view.ConventionsWorkspace.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/** Which convention made numbers that came from elsewhere: weights, an input and the numbers in, explanations out. */
final class DiagnosisPane extends VBox {
    private final DiagnosisModel model;
    private final Workbench bench;
    private final Texts texts;
    private final WeightsModel files;
    private final FoundPane found;
    private final Button back;

    DiagnosisPane(Workbench bench, ObjectProperty<Page> page) {
        this.bench = bench;
        texts = bench.texts();
        model = bench.model().exchange().diagnosis();
        files = bench.model().exchange().weights();
        setId("diagnosis");
        getStyleClass().addAll("panel", "diagnosis");
        back = Buttons.of(texts, "diagnosis-back", "twin.title");
        ObservableBooleanValue twins = bench.model().twin().applies();
        back.textProperty().bind(texts.bind(() -> texts.of(twins.get() ? "twin.title" : "frameworks.title"), twins));
        back.setOnAction(e -> page.set(Page.TWINS));
        HBox head = new HBox(Labels.of(texts.bind("diagnosis.title"), "headline"), Labels.spacer(), back);
        head.getStyleClass().add("twin-head");
        HBox wells = new HBox(weights(), input(), expected());
        wells.getStyleClass().add("wells");
        wells.getChildren().forEach(well -> HBox.setHgrow(well, Priority.ALWAYS));
        found = new FoundPane(texts, asSecond(page));
        ScrollPane scroll = new ScrollPane(found);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head, Labels.of(texts.bind("diagnosis.note"), "quiet"), wells, actions(), scroll);
        model.result().addListener(o -> found.show(model.result().get()));
        texts.language().addListener(o -> found.show(model.result().get()));
    }

    /** Shows the convention that was found as the other one of two twins. */
    private Button asSecond(ObjectProperty<Page> page) {
        Button second = Buttons.of(texts, "diagnosis-as-b", "diagnosis.as-b");
        second.setOnAction(e -> {
            DiagnosisReport result = model.result().get();
            Convention convention =
                    result == null ? null : result.diagnosis().findings().get(0).convention();
            if (convention != null) {
                bench.model().twin().choose(convention.update());
                bench.model().twin().choose(convention.reset());
                page.set(Page.TWINS);
            }
        });
        Labels.shown(
                second,
                model.result()
                        .map(r -> r.diagnosis().explained()
                                && r.diagnosis().findings().get(0).convention() != null)
                        .orElse(false));
        return second;
    }

    /** Whether there is anything that its button leads to: twins, or in a narrow window the frameworks. */
    void leads(boolean twins, boolean narrow) {
        back.setVisible(twins || narrow);
        back.setManaged(twins || narrow);
    }

    private VBox weights() {
        Label said = Labels.of(texts.bind(this::cell, model.cell(), files.opened()), "body");
        said.setId("diagnosis-weights");
        said.setWrapText(true);
        Button own = Buttons.of(texts, "diagnosis-own", "diagnosis.own");
        own.setOnAction(e -> model.useRunning());
        Button open = Buttons.of(texts, "diagnosis-open", "diagnosis.open");
        open.setOnAction(e -> choose("file.model", ExchangeDesk.MODELS, this::open));
        HBox buttons = new HBox(8, own, open, layers());
        Label left = Labels.of(
                files.opened().map(o -> String.join("\n", o.unsupported())).orElse(""), "quiet");
        left.setId("diagnosis-unsupported");
        Labels.shown(left, left.textProperty().isNotEmpty());
        // no room for it beside what was chosen: the whole of it is in the tip
        Labels.tip(left, left.textProperty());
        VBox well = well("diagnosis.weights", said, buttons);
        well.getChildren().addAll(2, List.of(left, reset()));
        return well;
    }

    /** Of a file with several layers, which. */
    private MenuButton layers() {
        MenuButton menu = new MenuButton();
        menu.setId("diagnosis-layers");
        menu.setMnemonicParsing(false);
        menu.textProperty()
                .bind(texts.bind(
                        () -> {
                            LoadedWeights chosen = files.chosen().get();
                            return chosen == null ? texts.of("diagnosis.layer") : chosen.layer();
                        },
                        files.chosen()));
        ReadOnlyObjectProperty<@Nullable OpenedModel> opened = files.opened();
        Labels.shown(menu, opened.map(o -> o.layers().size() > 1).orElse(false));
        opened.addListener((o, old, now) -> {
            menu.getItems().clear();
            for (OpenedModel.Layer layer : now == null ? List.<OpenedModel.Layer>of() : now.layers()) {
                MenuItem item = new MenuItem(layer.name());
                item.setId("diagnosis-layer-" + (menu.getItems().size() + 1));
                item.setMnemonicParsing(false);
                item.setOnAction(e -> files.choose(layer.name()));
                menu.getItems().add(item);
            }
        });
        return menu;
    }

    /** What is wrong with a file; two buttons for what it may have left open, or forgotten to say. */
    private VBox reset() {
        Label notice = Labels.of(
                texts.bind(
                        () -> files.unsaid().get()
                                ? texts.of("diagnosis.unsaid")
                                : files.doubted().get()
                                        ? texts.of("diagnosis.doubted")
                                        : files.notice().get(),
                        files.notice(),
                        files.unsaid(),
                        files.doubted()),
                "bad");
        notice.setId("diagnosis-notice");
        notice.setWrapText(true);
        HBox say = new HBox(8);
        for (ResetPosition position : ResetPosition.values()) {
            Button button = Buttons.of(texts, "diagnosis-" + position.id(), "diagnosis.reset." + position.id());
            button.setOnAction(e -> files.say(position, null, null));
            say.getChildren().add(button);
        }
        Labels.shown(say, files.unsaid().or(files.doubted()));
        VBox box = new VBox(4, notice, say);
        Labels.shown(box, files.notice().isNotEmpty().or(files.doubted()));
        return box;
    }

    /** What was chosen, as it describes itself. */
    private String cell() {
        DiagnosisCell cell = model.cell().get();
        OpenedModel file = files.opened().get();
        if (cell == null) {
            if (file == null) {
                return texts.of("diagnosis.no-weights");
            }
            int layers = file.layers().size();
            return layers == 1 ? file.name() : texts.of("diagnosis.layers", file.name(), layers);
        }
        Weights w = cell.weights();
        String form = w.cell() == CellType.GRU
                ? texts.of(
                        "twin.convention",
                        texts.of(
                                "diagnosis.update." + cell.convention().update().id()),
                        texts.of("diagnosis.reset." + cell.convention().reset().id()))
                : "";
        String title = w.cell().title();
        // the running experiment has no file, and is called after its cell
        String name = cell.name().equals(title) ? texts.of("diagnosis.running") : cell.name();
        return texts.of("diagnosis.cell", name, title, w.inputs(), w.hidden(), form);
    }

    /** A case brings its input along; any other file is read for weights alone. */
    void open(Path file) {
        if (FileKind.of(file) == FileKind.CASE) {
            model.openCase(file);
        } else {
            files.open(file);
        }
    }

    private VBox input() {
        HBox cell = start("diagnosis-c0", FormulaText.EMPTY.ink("c_0"), model.startCell());
        Labels.shown(
                cell, model.cell().map(c -> c.weights().cell().hasCellState()).orElse(false));
        HBox row = new HBox(8, start("diagnosis-h0", FormulaText.EMPTY.h("h_0"), model.start()), cell);
        row.getChildren().forEach(each -> HBox.setHgrow(each, Priority.ALWAYS));
        return well("diagnosis.input", area("diagnosis-x", model.input(), "diagnosis.input.hint"), row);
    }

    private HBox start(String id, FormulaText symbol, StringProperty state) {
        TextField start = new TextField();
        start.setId(id);
        start.textProperty().bindBidirectional(state);
        start.promptTextProperty().bind(texts.bind("diagnosis.start.hint"));
        start.accessibleTextProperty().bind(texts.bind(id.replace('-', '.') + ".spoken"));
        HBox.setHgrow(start, Priority.ALWAYS);
        HBox row = new HBox(8, bench.formula(symbol, 17), start);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private VBox expected() {
        Button open = Buttons.of(texts, "diagnosis-expected-open", "diagnosis.open");
        open.setOnAction(e -> choose("diagnosis.expected", List.of("*.json"), model::openExpected));
        Label file = Labels.of(
                texts.bind(
                        () -> {
                            Path from = model.expectedFile().get();
                            return from == null ? "" : String.valueOf(from.getFileName());
                        },
                        model.expectedFile()),
                "body");
        file.setId("diagnosis-expected-file");
        HBox row = new HBox(8, open, file);
        row.setAlignment(Pos.CENTER_LEFT);
        return well("diagnosis.expected", area("diagnosis-expected", model.expected(), "diagnosis.expected.hint"), row);
    }

    private VBox well(String title, Node content, HBox below) {
        VBox well = new VBox(Labels.of(texts.bind(title), "title"), content, below);
        well.getStyleClass().add("well");
        well.setMinWidth(0);
        VBox.setVgrow(content, Priority.ALWAYS);
        return well;
    }

    private TextArea area(String id, StringProperty text, String hint) {
        TextArea area = new TextArea();
        area.setId(id);
        area.setWrapText(true);
        area.textProperty().bindBidirectional(text);
        area.promptTextProperty().bind(texts.bind(hint));
        area.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.TAB && !e.isControlDown()) {
                // a tab says nothing among numbers: the key goes on, as it does everywhere else
                area.fireEvent(new KeyEvent(
                        area, area, KeyEvent.KEY_PRESSED, "", "", KeyCode.TAB, e.isShiftDown(), true, false, false));
                e.consume();
            }
        });
        area.accessibleTextProperty().bind(texts.bind(hint.substring(0, hint.lastIndexOf('.'))));
        return area;
    }

    private HBox actions() {
        Button run = Buttons.of(texts, "diagnosis-run", "diagnosis.run", "dark");
        run.setOnAction(e -> model.diagnose());
        run.disableProperty().bind(model.busy());
        Button example = Buttons.of(texts, "diagnosis-example", "diagnosis.example");
        example.setOnAction(e -> model.example());
        Label problem = Labels.of(texts.bind(() -> texts.of(model.problem().get()), model.problem()), "bad");
        problem.setId("diagnosis-problem");
        problem.setWrapText(true);
        HBox actions = new HBox(run, example, problem);
        actions.getStyleClass().add("twin-head");
        return actions;
    }

    private void choose(String what, List<String> endings, Consumer<Path> open) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.of(what));
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(texts.of(what), endings));
        Path file = bench.dialogs()
                .open(chooser, getScene() == null ? null : getScene().getWindow());
        if (file != null) {
            open.accept(file);
        }
    }
}
