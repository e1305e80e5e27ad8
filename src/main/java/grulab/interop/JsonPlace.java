package grulab.interop;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import org.jspecify.annotations.Nullable;

/** Where the parser stands, as a JSON path: {@code $.weights.W_ir[2][0]}; and what it and the file say, made safe for a line. */
public final class JsonPlace {
    private JsonPlace() {}

    static String of(JsonStreamContext context) {
        StringBuilder path = new StringBuilder("$");
        append(context, path);
        return path.toString();
    }

    private static void append(@Nullable JsonStreamContext context, StringBuilder path) {
        if (context == null || context.inRoot()) {
            return;
        }
        append(context.getParent(), path);
        if (context.inArray() && context.hasCurrentIndex()) {
            path.append('[').append(context.getCurrentIndex()).append(']');
        } else if (context.inObject() && context.getCurrentName() != null) {
            path.append('.').append(quoted(context.getCurrentName()));
        }
    }

    /** What is wrong with a text that is not JSON, and where. */
    public static String fault(JsonProcessingException e) {
        String message = e.getOriginalMessage() == null ? "it cannot be read" : e.getOriginalMessage();
        int end = message.indexOf('\n');
        return "not valid JSON: " + quoted(end < 0 ? message : message.substring(0, end)) + at(e);
    }

    static String at(JsonProcessingException e) {
        return e.getLocation() == null
                ? ""
                : " (line %d, column %d)"
                        .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
    }

    /** Text from a file, or of its name, made short and safe for one line of a message. */
    public static String quoted(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().limit(60).forEach(c -> {
            if (unsafe(c)) {
                safe.append("\\u%04x".formatted(c));
            } else {
                safe.appendCodePoint(c);
            }
        });
        return text.codePointCount(0, text.length()) > 60 ? safe.append('…').toString() : safe.toString();
    }

    /** True if the text can stand in a line as it is. */
    static boolean oneLine(String text) {
        return text.codePoints().noneMatch(JsonPlace::unsafe);
    }

    private static boolean unsafe(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
