package grulab.control;

import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** What is copied as plain text, wherever that is offered. */
public final class ClipboardText {
    private ClipboardText() {}

    /** Puts it on the clipboard in place of what is there. */
    public static void put(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
