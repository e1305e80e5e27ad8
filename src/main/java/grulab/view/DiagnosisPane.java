package grulab.view;

import grulab.model.CellType;
import grulab.model.Diagnosis;
import grulab.model.Weights;
import grulab.presentation.DiagnosisCell;
import grulab.presentation.DiagnosisModel;
import grulab.presentation.DiagnosisWords;
import grulab.presentation.OpenedModel;
import grulab.presentation.WeightsModel;
import grulab.model.ResetPosition;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import grulab.view.ConventionsWorkspace.Page;
import java.io.File;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/** Which convention made numbers that came from elsewhere: weights, an input and the numbers in, explanations out. */
final class DiagnosisPane extends VBox {
    private final DiagnosisModel model;
    private final Texts texts;
    private final WeightsModel files;
    private final Label verdict = Labels.fixed("", "headline");
    private final Label parting = Labels.fixed("", "body");
    private final FindingTable findings;

    DiagnosisPane(Workbench bench, ObjectProperty<Page> page) {
        texts = bench.texts();
        model = bench.model().diagnosis();
        files = bench.model().weights();
        setId("diagnosis");
        getStyleClass().addAll("panel", "diagnosis");
        Button back = Buttons.of(texts, "diagnosis-back", "twin.title");
        back.setOnAction(e -> page.set(Page.TWINS));
        HBox head = new HBox(Labels.of(texts.bind("diagnosis.title"), "headline"), Labels.spacer(), back);
        head.getStyleClass().add("twin-head");
        HBox wells = new HBox(weights(), input(), expected());
        wells.getStyleClass().add("wells");
        wells.getChildren().forEach(well -> HBox.setHgrow(well, Priority.ALWAYS));
        findings = new FindingTable(texts);
        verdict.setId("diagnosis-verdict");
        parting.setId("diagnosis-parting");
        verdict.setWrapText(true);
        parting.setWrapText(true);
        VBox found = new VBox(verdict, parting, findings);
        found.getStyleClass().add("found");
        ScrollPane scroll = new ScrollPane(found);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head, Labels.of(texts.bind("diagnosis.note"), "quiet"), wells, actions(), scroll);
        model.result().addListener(o -> show());
        texts.language().addListener(o -> show());
        show();
    }

    private VBox weights() {
        Label said = Labels.of(texts.bind(this::cell, model.cell()), "body");
        said.setId("diagnosis-weights");
        said.setWrapText(true);
        Button own = Buttons.of(texts, "diagnosis-own", "diagnosis.own");
        own.setOnAction(e -> model.useRunning());
        Button open = Buttons.of(texts, "diagnosis-open", "diagnosis.open");
        open.setOnAction(e -> choose(this::open));
        HBox buttons = new HBox(8, own, open, layers());
        VBox well = well("diagnosis.weights", said, buttons);
        well.getChildren().add(2, reset());
        return well;
    }

    /** Of a file with several layers, which. */
    private MenuButton layers() {
        MenuButton menu = new MenuButton();
        menu.setId("diagnosis-layers");
        menu.textProperty().bind(texts.bind("diagnosis.layer"));
        ReadOnlyObjectProperty<@Nullable OpenedModel> opened = files.opened();
        Labels.shown(menu, opened.map(o -> o.layers().size() > 1).orElse(false));
        opened.addListener((o, old, now) -> {
            menu.getItems().clear();
            for (OpenedModel.Layer layer : now == null ? List.<OpenedModel.Layer>of() : now.layers()) {
                MenuItem item = new MenuItem(layer.name());
                item.setMnemonicParsing(false);
                item.setOnAction(e -> files.choose(layer.name()));
                menu.getItems().add(item);
            }
        });
        return menu;
    }

    /** What is wrong with a file; two buttons for what it may have left open. */
    private VBox reset() {
        Label notice = Labels.of(files.notice(), "bad");
        notice.setId("diagnosis-notice");
        notice.setWrapText(true);
        HBox say = new HBox(8);
        for (ResetPosition position : ResetPosition.values()) {
            Button button = Buttons.of(texts, "diagnosis-" + position.id(), "diagnosis.reset." + position.id());
            button.setOnAction(e -> files.say(position, null, null));
            say.getChildren().add(button);
        }
        ObservableValue<Boolean> open = files.opened().map(o -> true).orElse(false);
        BooleanBinding unsaid = Bindings.createBooleanBinding(
                () -> Boolean.TRUE.equals(open.getValue()) && files.notice().get().contains("--reset"), open, files.notice());
        Labels.shown(say, unsaid);
        VBox box = new VBox(4, notice, say);
        Labels.shown(box, files.notice().isNotEmpty());
        return box;
    }

    /** What was chosen, as it describes itself. */
    private String cell() {
        DiagnosisCell cell = model.cell().get();
        if (cell == null) {
            return texts.of("diagnosis.no-weights");
        }
        Weights w = cell.weights();
        String form = w.cell() == CellType.GRU
                ? texts.of(
                        "twin.convention",
                        texts.of("diagnosis.update." + cell.convention().update().id()),
                        texts.of("diagnosis.reset." + cell.convention().reset().id()))
                : "";
        return texts.of("diagnosis.cell", cell.name(), w.cell().title(), w.inputs(), w.hidden(), form);
    }

    /** A case brings its input along; any other file is read for weights alone. */
    private void open(Path file) {
        if (file.toString().toLowerCase(Locale.ROOT).endsWith(".json")) {
            model.openCase(file);
        } else {
            files.open(file);
        }
    }

    private VBox input() {
        return well("diagnosis.input", area("diagnosis-x", model.input(), "diagnosis.input.hint"), null);
    }

    private VBox expected() {
        return well("diagnosis.expected", area("diagnosis-expected", model.expected(), "diagnosis.expected.hint"), null);
    }

    private VBox well(String title, Node content, @Nullable HBox below) {
        VBox well = new VBox(Labels.of(texts.bind(title), "title"), content);
        well.getStyleClass().add("well");
        VBox.setVgrow(content, Priority.ALWAYS);
        if (below != null) {
            well.getChildren().add(below);
        }
        return well;
    }

    private TextArea area(String id, StringProperty text, String hint) {
        TextArea area = new TextArea();
        area.setId(id);
        area.setWrapText(true);
        area.textProperty().bindBidirectional(text);
        area.promptTextProperty().bind(texts.bind(hint));
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

    private void choose(Consumer<Path> open) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.of("diagnosis.open"));
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(texts.of("file.model"), ExchangeDesk.MODELS));
        File file = chooser.showOpenDialog(getScene() == null ? null : getScene().getWindow());
        if (file != null) {
            open.accept(file.toPath());
        }
    }

    private void show() {
        Diagnosis result = model.result().get();
        verdict.setText(result == null ? "" : texts.of(DiagnosisWords.verdict(result)));
        parting.setText(result == null ? "" : texts.of(DiagnosisWords.parting(result)));
        findings.show(result);
    }
}
