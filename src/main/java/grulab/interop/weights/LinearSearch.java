package grulab.interop.weights;

import grulab.interop.file.ArrayEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the matrices of a file that could be linear layers or embeddings, by name and shape. */
final class LinearSearch {
    private final Entries entries;

    LinearSearch(Entries entries) {
        this.entries = entries;
    }

    /** @param taken what is part of a recurrent layer */
    List<Linear> among(Set<ArrayEntry> taken) {
        List<Linear> found = new ArrayList<>();
        if (entries.numbered()) {
            List<ArrayEntry> order = entries.inOrder();
            for (int i = 0; i < order.size(); i++) {
                ArrayEntry entry = order.get(i);
                if (!taken.contains(entry) && entry.shape().length == 2) {
                    ArrayEntry next = i + 1 < order.size() ? order.get(i + 1) : null;
                    add(entry.name(), entry, next != null && taken.contains(next) ? null : next, false, true, found);
                }
            }
            return found;
        }
        entries.byName().forEach((name, entry) -> {
            if (!taken.contains(entry) && entry.shape().length == 2) {
                named(name, entry, found);
            }
        });
        return found;
    }

    private void named(String name, ArrayEntry entry, List<Linear> found) {
        int dot = name.lastIndexOf('.');
        String module = dot < 0 ? "" : name.substring(0, dot + 1);
        ArrayEntry bias = entries.get(module + "bias");
        switch (name.substring(dot + 1)) {
            case "weight" -> add(entry.name(), entry, bias, true, true, found);
            case "kernel" -> add(entry.name(), entry, bias, false, false, found);
            case "embeddings", "embedding" -> add(entry.name(), entry, null, false, true, found);
            case "W_hq" -> add(entry.name(), entry, entries.get(module + "b_q"), false, false, found);
            default -> {
                // no name that a linear layer has
            }
        }
    }

    private static void add(
            String name,
            ArrayEntry weight,
            @Nullable ArrayEntry bias,
            boolean transposed,
            boolean table,
            List<Linear> found) {
        int inputs = weight.shape()[transposed ? 1 : 0];
        int outputs = weight.shape()[transposed ? 0 : 1];
        boolean fits = bias != null && bias.shape().length == 1 && bias.shape()[0] == outputs;
        found.add(new Linear(
                name, Names.path(name), weight, fits ? bias : null, inputs, outputs, transposed, table && !fits));
    }
}
