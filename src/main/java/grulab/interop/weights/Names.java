package grulab.interop.weights;

import grulab.interop.JsonPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names of arrays: paths whose parts are joined by dots or slashes, as PyTorch and Keras join them. */
final class Names {
    /** What TensorFlow appends to the name of a variable. */
    private static final Pattern OUTPUT = Pattern.compile(":\\d+$");

    private static final Pattern PYTORCH_LAYER = Pattern.compile("_l\\d+$");
    private static final Pattern SEPARATORS = Pattern.compile("[./ ]+_?|^_");
    private static final int DISTINCTIVE = 3;
    private static final int SHOWN = 60;

    /**
     * A name taken apart: the path of its layer, and what tells layer and direction behind the array's own name.
     *
     * @param prefix with the separator at its end, or empty
     * @param suffix of nn.GRU: _l0, _l0_reverse; else empty
     */
    record Parts(String prefix, String suffix) {}

    private Names() {}

    /** The same for every way in which one name is written. */
    static String canonical(String name) {
        return OUTPUT.matcher(name).replaceFirst("").replace('/', '.');
    }

    /** A framework's array name without the number of its layer. */
    static String base(String rowName) {
        return canonical(PYTORCH_LAYER.matcher(rowName).replaceFirst(""));
    }

    /** What names look like in which an array's own name is. */
    static Pattern around(String base) {
        // a letter or two at the end of another word is no name
        String boundary = base.replaceFirst("\\..*", "").length() < DISTINCTIVE ? "[.:]" : "[.:_]";
        return Pattern.compile("(|.*" + boundary + ")" + Pattern.quote(base) + "((?:_l\\d{1,6})?(?:_reverse)?)");
    }

    /** Takes a canonical name apart around an array's own name; null if it is not called so. */
    static @Nullable Parts parts(String canonical, Pattern around) {
        Matcher m = around.matcher(canonical);
        return m.matches() ? new Parts(m.group(1), m.group(2)) : null;
    }

    /** How a layer is called: module.rnn.l0_reverse, gru.gru_cell, l0; the cell where nothing names it. */
    static String layer(Parts parts, String cell) {
        String path = parts.prefix.replaceFirst("[.:_]+$", "");
        String own = parts.suffix.replaceFirst("^_", "");
        return path.isEmpty() ? own.isEmpty() ? cell : own : own.isEmpty() ? path : path + "." + own;
    }

    /** The parts of a path; _l0 behind a separator is l0. */
    static List<String> path(String name) {
        List<String> parts = new ArrayList<>();
        for (String part : SEPARATORS.split(canonical(name))) {
            if (!part.isEmpty()) {
                parts.add(part);
            }
        }
        return parts;
    }

    /** How many parts two paths share from the beginning. */
    static int shared(List<String> one, List<String> other) {
        int n = 0;
        while (n < Math.min(one.size(), other.size()) && one.get(n).equals(other.get(n))) {
            n++;
        }
        return n;
    }

    /** Names in a sentence: all of a few, the first of many. */
    static String listed(List<String> names) {
        int shown = 8;
        return names.stream()
                        .limit(shown)
                        .map(Names::ended)
                        .reduce((a, b) -> a + ", " + b)
                        .orElse("none")
                + (names.size() > shown ? " …" : "");
    }

    /** A name made safe for one line, whose end tells more than its beginning if it is long. */
    private static String ended(String name) {
        int length = name.codePointCount(0, name.length());
        return length <= SHOWN ? safe(name) : "…" + safe(name.substring(name.offsetByCodePoints(0, length - SHOWN)));
    }

    /** A name from a file made short and safe for one line. */
    static String safe(String name) {
        return JsonPlace.quoted(name);
    }
}
