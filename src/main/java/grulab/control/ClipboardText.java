package grulab.control;

import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** What is copied as plain text, wherever that is offered. */
public final class ClipboardText {
    private ClipboardText() {}

    /** Told to the node that something was copied from, and to all above it. */
    public static final EventType<Event> COPIED = new EventType<>(Event.ANY, "COPIED");

    /** Puts it on the clipboard in place of what is there, and says so to the node that it is from. */
    public static void put(String text, Node from) {
        put(text);
        from.fireEvent(new Event(COPIED));
    }

    /** Puts it on the clipboard in place of what is there. */
    public static void put(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
