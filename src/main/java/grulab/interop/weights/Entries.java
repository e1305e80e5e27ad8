package grulab.interop.weights;

import grulab.interop.file.ArrayEntry;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The arrays of a file that could be weights, by their canonical names, in the order of the file. */
final class Entries {
    private static final Pattern NUMBERED = Pattern.compile("arr_\\d{1,6}");
    private final Map<String, ArrayEntry> named = new LinkedHashMap<>();
    private final boolean numbered;
    /** By their numbers; empty if they have names. */
    private final List<ArrayEntry> inOrder;

    Entries(List<ArrayEntry> all) {
        for (ArrayEntry entry : all) {
            if (entry.type() != null) {
                named.putIfAbsent(Names.canonical(entry.name()), entry);
            }
        }
        numbered = !named.isEmpty()
                && named.keySet().stream().allMatch(n -> NUMBERED.matcher(n).matches());
        inOrder = numbered
                ? named.entrySet().stream()
                        .sorted(Comparator.comparingInt(
                                e -> Integer.parseInt(e.getKey().substring("arr_".length()))))
                        .map(Map.Entry::getValue)
                        .toList()
                : List.of();
    }

    @Nullable
    ArrayEntry get(String canonical) {
        return named.get(canonical);
    }

    Collection<ArrayEntry> all() {
        return named.values();
    }

    /** By canonical name. */
    Map<String, ArrayEntry> byName() {
        return named;
    }

    /** True if nobody gave the arrays names: numpy.savez(file, *weights) calls them arr_0, arr_1, … */
    boolean numbered() {
        return numbered;
    }

    /** Arrays without names, in the order of their numbers. */
    List<ArrayEntry> inOrder() {
        return inOrder;
    }
}
