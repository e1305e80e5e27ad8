package grulab.view;

import java.io.File;
import java.nio.file.Path;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** The dialogs of the operating system. */
final class SystemDialogs implements FileDialogs {
    @Override
    public @Nullable Path open(FileChooser chooser, @Nullable Window owner) {
        return path(chooser.showOpenDialog(owner));
    }

    @Override
    public @Nullable Path save(FileChooser chooser, @Nullable Window owner) {
        return path(chooser.showSaveDialog(owner));
    }

    @Override
    public @Nullable Path folder(DirectoryChooser chooser, @Nullable Window owner) {
        return path(chooser.showDialog(owner));
    }

    private static @Nullable Path path(@Nullable File file) {
        return file == null ? null : file.toPath();
    }
}
