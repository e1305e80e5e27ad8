package grulab.view;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** A person who knows at once which file; nobody answers what is not known. */
final class KnownFiles implements FileDialogs {
    final Queue<Path> answers = new ArrayDeque<>();
    final List<FileChooser> asked = new ArrayList<>();

    @Override
    public @Nullable Path open(FileChooser chooser, @Nullable Window owner) {
        asked.add(chooser);
        return answers.poll();
    }

    @Override
    public @Nullable Path save(FileChooser chooser, @Nullable Window owner) {
        asked.add(chooser);
        return answers.poll();
    }

    @Override
    public @Nullable Path folder(DirectoryChooser chooser, @Nullable Window owner) {
        return answers.poll();
    }
}
