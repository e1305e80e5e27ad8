package grulab.cli;

import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A text file that is there as a whole or not at all: written beside, as NAME.part, and moved into place by
 * {@link #commit}. What is no plain file (a pipe, /dev/stdout) is written directly.
 */
public final class WholeFile implements Closeable {
    private final Path target;
    private final Path beside;
    private final Writer writer;

    /** {@link BadRequest} if it cannot be opened. */
    public WholeFile(Path target) {
        this.target = target.toAbsolutePath();
        boolean plain = !Files.exists(target) || Files.isRegularFile(target);
        this.beside = plain ? this.target.resolveSibling(target.getFileName() + ".part") : this.target;
        try {
            this.writer = Files.newBufferedWriter(beside);
        } catch (IOException e) {
            throw new BadRequest(
                    Given.shown(target.toString()) + " cannot be written; choose another place for the file");
        }
    }

    /** Refuses, before any work is done, a path at which no file can be written. */
    static Path checked(String option, String text) {
        Path file = Given.path(option, text);
        Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file) || folder == null || file.getFileName() == null) {
            throw new BadRequest("%s %s is a folder; give the name of a file".formatted(option, Given.shown(text)));
        }
        if (!Files.isDirectory(folder)) {
            throw new BadRequest("%s %s: there is no folder %s; make it first"
                    .formatted(option, Given.shown(text), Given.shown(folder.toString())));
        }
        boolean plain = !Files.exists(file) || Files.isRegularFile(file);
        if (!Files.isWritable(plain ? folder : file)) {
            throw new BadRequest(
                    "%s %s may not be written by this user; choose another place".formatted(option, Given.shown(text)));
        }
        return file;
    }

    public Writer writer() {
        return writer;
    }

    /** Everything is written: moves the file into place. */
    public void commit() throws IOException {
        writer.close();
        if (beside.equals(target)) {
            return;
        }
        try {
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Without {@link #commit}, leaves what was at the target as it was. */
    @Override
    public void close() throws IOException {
        writer.close();
        if (!beside.equals(target)) {
            Files.deleteIfExists(beside);
        }
    }
}
