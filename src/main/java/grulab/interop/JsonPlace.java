package grulab.interop;

import com.fasterxml.jackson.core.JsonStreamContext;
import org.jspecify.annotations.Nullable;

/** Where the parser stands, as a JSON path: {@code $.weights.W_ir[2][0]}. */
final class JsonPlace {
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

    /** Text from the file made safe for one line of a message. */
    static String quoted(String text) {
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
