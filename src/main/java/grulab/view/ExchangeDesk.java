package grulab.view;

import grulab.control.ClipboardText;
import grulab.model.Framework;
import grulab.model.FrameworkRow;
import grulab.model.Snapshot;
import grulab.presentation.TrainModel;
import grulab.view.ConventionsWorkspace.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** What lets a number leave or enter the lab: weights from a file, export, code, and the diagnosis of other people's numbers. */
final class ExchangeDesk extends HBox {
    static final List<String> MODELS = List.of("*.safetensors", "*.npz", "*.onnx", "*.json");

    private final TrainModel model;
    private final Texts texts;
    private final FileDialogs dialogs;
    private final ObjectProperty<Page> page;
    private final ToggleButton diagnose;
    private final ReadOnlyObjectProperty<@Nullable FrameworkRow> row;

    /**
     * @param page whether the diagnosis stands in the place of the twin cells
     * @param row that was chosen, whose layout may be exported
     */
    ExchangeDesk(Workbench bench, ObjectProperty<Page> page, ReadOnlyObjectProperty<@Nullable FrameworkRow> row) {
        model = bench.model();
        texts = bench.texts();
        dialogs = bench.dialogs();
        this.page = page;
        this.row = row;
        setId("exchange");
        getStyleClass().add("desk");
        diagnose = diagnose();
        getChildren().addAll(export(), code(), Labels.spacer(), diagnose);
    }

    /** Whether the diagnosis is to be asked for, and not there already. */
    void asks(boolean now) {
        diagnose.setVisible(now);
    }

    /** As the row stores them that was chosen, and as the first that computes what the experiment does. */
    private MenuButton export() {
        MenuButton menu = new MenuButton();
        menu.setMnemonicParsing(false);
        menu.setId("export");
        menu.textProperty().bind(texts.bind("exchange.export"));
        Labels.tip(menu, texts.bind("exchange.export.tip"));
        MenuItem own = item("export-own", () -> row(true));
        MenuItem chosen = item("export-chosen", () -> row(false));
        own.visibleProperty().bind(texts.bind(() -> "", row, model.snapshot()).map(s -> row(true) != row(false)));
        menu.getItems().addAll(own, chosen);
        return menu;
    }

    private MenuItem item(String id, Supplier<@Nullable FrameworkRow> which) {
        MenuItem item = new MenuItem();
        item.setMnemonicParsing(false);
        item.setId(id);
        item.textProperty()
                .bind(texts.bind(() -> texts.of("exchange.export.as", name(which.get())), row, model.snapshot()));
        item.setOnAction(e -> export(which.get()));
        return item;
    }

    private @Nullable FrameworkRow row(boolean own) {
        Snapshot shown = model.snapshot().get();
        return own && shown != null ? FrameworkRow.nearest(shown.weights().cell(), shown.convention()) : row.get();
    }

    private ToggleButton diagnose() {
        ToggleButton toggle = new ToggleButton();
        toggle.setMnemonicParsing(false);
        toggle.setId("diagnose");
        toggle.getStyleClass().add("turn");
        toggle.setMinWidth(USE_PREF_SIZE);
        toggle.textProperty().bind(texts.bind("diagnosis.title"));
        toggle.setOnAction(e -> page.set(toggle.isSelected() ? Page.DIAGNOSIS : Page.TWINS));
        page.addListener((o, old, now) -> toggle.setSelected(now == Page.DIAGNOSIS));
        return toggle;
    }

    private MenuButton code() {
        MenuButton menu = new MenuButton();
        menu.setMnemonicParsing(false);
        menu.setId("code");
        menu.textProperty().bind(texts.bind("exchange.code"));
        for (Framework target : Framework.values()) {
            MenuItem copy = new MenuItem();
            copy.setMnemonicParsing(false);
            copy.setId("code-copy-" + target.id());
            copy.textProperty().bind(texts.bind("exchange.copy"));
            copy.setOnAction(e -> copy(target));
            MenuItem save = new MenuItem();
            save.setMnemonicParsing(false);
            save.setId("code-save-" + target.id());
            save.textProperty().bind(texts.bind("exchange.save"));
            save.setOnAction(e -> save(target));
            Menu each = new Menu(target.title(), null, copy, save);
            each.setMnemonicParsing(false);
            each.setId("code-" + target.id());
            menu.getItems().add(each);
        }
        return menu;
    }

    /** The program is written aside, and is on the clipboard when it is there. */
    private void copy(Framework target) {
        model.exchange().code().source(target, ClipboardText::put);
    }

    private void save(Framework target) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(texts.of("exchange.code.folder", target.title()));
        Path folder = dialogs.folder(chooser, window());
        if (folder != null) {
            model.exchange().code().save(target, folder);
        }
    }

    private void export(@Nullable FrameworkRow chosen) {
        if (chosen == null) {
            return;
        }
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.of("exchange.export.title", name(chosen)));
        String ending = chosen.id().startsWith("onnx") ? ".onnx" : ".safetensors";
        chooser.setInitialFileName("weights" + ending);
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(texts.of("file.model"), MODELS));
        Path file = dialogs.save(chooser, window());
        if (file != null) {
            model.exchange().exports().export(chosen, FileDesk.withEnding(file, ending));
        }
    }

    private static String name(@Nullable FrameworkRow chosen) {
        return chosen == null ? "" : chosen.name();
    }

    private @Nullable Window window() {
        return getScene() == null ? null : getScene().getWindow();
    }
}
