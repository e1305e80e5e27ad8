package grulab.view;

import java.nio.file.Path;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Asks which file or folder; null where that is called off. */
interface FileDialogs {
    @Nullable
    Path open(FileChooser chooser, @Nullable Window owner);

    @Nullable
    Path save(FileChooser chooser, @Nullable Window owner);

    @Nullable
    Path folder(DirectoryChooser chooser, @Nullable Window owner);
}
