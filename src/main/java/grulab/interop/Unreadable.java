package grulab.interop;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** Why a file could not be read or written, for one sentence to a person. */
public final class Unreadable {
    private Unreadable() {}

    public static String because(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "there is no such file";
        }
        if (e instanceof AccessDeniedException) {
            return "the file may not be read by this user";
        }
        return "the file cannot be read: " + JsonPlace.quoted(String.valueOf(e.getMessage()));
    }
}
