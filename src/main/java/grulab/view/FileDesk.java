package grulab.view;

import grulab.presentation.FileKind;
import grulab.presentation.TrainModel;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Opening and saving: by the system's dialog, or by a file that is dropped on the window. */
final class FileDesk {
    private static final String LAB = "*.grulab";

    private final TrainModel model;
    private final Texts texts;
    private final FileDialogs dialogs;
    private final Node owner;
    private final Consumer<Path> weights;

    FileDesk(Workbench bench, Node owner, Consumer<Path> weights) {
        model = bench.model();
        texts = bench.texts();
        dialogs = bench.dialogs();
        this.owner = owner;
        this.weights = weights;
    }

    void open() {
        FileChooser chooser = chooser("file.open");
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter(texts.of("file.all"), "*.*"),
                        new FileChooser.ExtensionFilter(texts.of("file.lab"), LAB),
                        new FileChooser.ExtensionFilter(texts.of("file.text"), "*.txt"));
        Path file = dialogs.open(chooser, window());
        if (file != null) {
            open(file);
        }
    }

    /** Opens a lab, a text, or weights, which are for the diagnosis. */
    void open(Path file) {
        if (FileKind.of(file).isWeights()) {
            weights.accept(file);
        } else {
            model.open(file);
        }
    }

    /** Writes the experiment to the file that it is in already, or asks for one. */
    void save() {
        Path known = model.keeping().file().get();
        if (known == null) {
            saveAs();
        } else {
            model.save(known);
        }
    }

    /** Writes the experiment to a file that is asked for. */
    void saveAs() {
        Path file = chosen();
        if (file != null) {
            model.save(file);
        }
    }

    /** The answer to the question what is to become of training that is in no file. */
    void saveFirst() {
        Path known = model.keeping().file().get();
        Path file = known == null ? chosen() : known;
        if (file != null) {
            model.keeping().saveFirst(file);
        }
    }

    private @Nullable Path chosen() {
        FileChooser chooser = chooser("file.save");
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(texts.of("file.lab"), LAB));
        chooser.setInitialFileName("experiment.grulab");
        Path file = dialogs.save(chooser, window());
        return file == null ? null : withEnding(file, ".grulab");
    }

    /** Lets a file be dropped anywhere on the node. */
    void accept(Node target) {
        target.addEventHandler(DragEvent.DRAG_OVER, e -> {
            if (e.getDragboard().hasFiles()) {
                e.acceptTransferModes(TransferMode.COPY);
                e.consume();
            }
        });
        target.addEventHandler(DragEvent.DRAG_DROPPED, e -> {
            List<File> files = e.getDragboard().getFiles();
            if (files.size() == 1) {
                open(files.get(0).toPath());
            }
            e.setDropCompleted(files.size() == 1);
            e.consume();
        });
    }

    /** Some dialogs add an ending, and some leave it to the program. */
    static Path withEnding(Path file, String ending) {
        String name = String.valueOf(file.getFileName());
        return name.contains(".") ? file : file.resolveSibling(name + ending);
    }

    private FileChooser chooser(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.of(title));
        return chooser;
    }

    private @Nullable Window window() {
        Scene scene = owner.getScene();
        return scene == null ? null : scene.getWindow();
    }
}
