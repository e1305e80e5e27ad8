package grulab.interop.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that is there as a whole or not at all: written beside, as NAME.part, and moved into place. */
public final class PlacedFile {
    private PlacedFile() {}

    /** Writes a file, in place of what was there; leaves that as it was if the content cannot be written to its end. */
    public static void write(Path target, Content content) throws BadModel {
        String name = FileBytes.shown(target);
        Path last = target.getFileName();
        if (last == null || Files.isDirectory(target)) {
            throw new BadModel(name + ": this is a folder; give the name of a file");
        }
        Path beside = target.resolveSibling(last + ".part");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(beside), Limits.CHUNK)) {
                content.to(out);
            }
            move(beside, target);
        } catch (BadModel e) {
            remove(beside);
            throw e.in(name);
        } catch (IOException e) {
            remove(beside);
            throw new BadModel(name + ": the file cannot be written; choose another place for it");
        }
    }

    private static void move(Path beside, Path target) throws IOException {
        try {
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void remove(Path beside) {
        try {
            Files.deleteIfExists(beside);
        } catch (IOException e) {
            // what keeps it from being written keeps it from being removed; the sentence to come says so
        }
    }

    /** What a file is to hold; the stream stays open. */
    public interface Content {
        void to(OutputStream out) throws IOException, BadModel;
    }
}
