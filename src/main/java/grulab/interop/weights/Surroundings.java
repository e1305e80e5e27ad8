package grulab.interop.weights;

import grulab.interop.file.ArrayEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What stands around the recurrent layers of a file: a linear layer behind the last, an embedding in front of the first. */
final class Surroundings {
    private final Entries entries;
    private final List<FoundLayer> layers;
    private final List<Linear> linear;
    private final Map<FoundLayer, Linear> heads = new HashMap<>();
    private final Map<FoundLayer, Linear> tables = new HashMap<>();
    /** Heads of several layers. */
    private final Set<Linear> shared = new LinkedHashSet<>();

    private final List<String> notes = new ArrayList<>();

    Surroundings(Entries entries, List<FoundLayer> layers) {
        this.entries = entries;
        this.layers = layers;
        Set<ArrayEntry> used = new LinkedHashSet<>();
        layers.forEach(layer -> used.addAll(layer.arrays()));
        linear = new LinearSearch(entries).among(used);
        layers.forEach(this::findTable);
        layers.forEach(this::findHead);
        shared.removeAll(heads.values());
        shared.forEach(head -> notes.add(Names.safe(head.name())
                + ": several layers could be the one that it stands behind, it is taken for nobody's head"));
        around(heads.values(), used);
        around(tables.values(), used);
        List<String> rest = entries.all().stream()
                .filter(e -> !used.contains(e))
                .map(ArrayEntry::name)
                .toList();
        if (!rest.isEmpty() && !layers.isEmpty()) {
            notes.add("%s: no part of a recurrent layer or of what stands around it, left out"
                    .formatted(Names.listed(rest)));
        }
    }

    @Nullable
    Linear head(FoundLayer layer) {
        return heads.get(layer);
    }

    @Nullable
    Linear table(FoundLayer layer) {
        return tables.get(layer);
    }

    /** One sentence each: what is left out, and why. */
    List<String> notes() {
        return notes;
    }

    private static void around(Collection<Linear> found, Set<ArrayEntry> used) {
        for (Linear one : found) {
            used.add(one.weight());
            if (one.bias() != null) {
                used.add(one.bias());
            }
        }
    }

    private void findTable(FoundLayer layer) {
        if (layer.depth() > 0) {
            return;
        }
        List<Linear> fitting = linear.stream()
                .filter(l -> l.table() && l.width() == layer.inputs())
                .filter(l -> !entries.numbered() || isRightBefore(l, layer))
                .toList();
        List<Linear> called = fitting.stream().filter(Linear::calledEmbedding).toList();
        Linear only = nearest(called.isEmpty() ? fitting : called, layer);
        // a square matrix without a bias could as well be the head
        if (only != null
                && !isSharedTable(only, layer)
                && (!called.isEmpty() || only.inputs() != layer.hidden() || entries.numbered())) {
            tables.put(layer, only);
        }
    }

    /** True if the table fits another stack at least as well; both directions of one may read it. */
    private boolean isSharedTable(Linear table, FoundLayer layer) {
        int here = Names.shared(table.path(), layer.path());
        return !entries.numbered()
                && layers.stream()
                        .anyMatch(other -> !other.stack().equals(layer.stack())
                                && other.depth() == 0
                                && other.inputs() == table.width()
                                && Names.shared(table.path(), other.path()) >= here);
    }

    private void findHead(FoundLayer layer) {
        List<Linear> fitting = linear.stream()
                .filter(l -> l.inputs() == layer.hidden() && !l.calledEmbedding() && !tables.containsValue(l))
                .filter(l -> !entries.numbered() || isRightBehind(l, layer))
                .toList();
        List<Linear> biased = fitting.stream().filter(l -> l.bias() != null).toList();
        List<Linear> likely = biased.isEmpty() ? fitting : biased;
        if (likely.isEmpty() || !isLast(layer)) {
            return;
        }
        Linear only = nearest(likely, layer);
        if (only == null) {
            notes.add("%s: each of the linear layers %s could stand behind it, none is taken as its head"
                    .formatted(
                            layer.name(),
                            Names.listed(likely.stream().map(Linear::name).toList())));
        } else if (isSharedHead(only, layer)) {
            shared.add(only);
        } else if (linear.stream().anyMatch(l -> l != only && !l.table() && l.inputs() == only.outputs())) {
            notes.add("%s: other linear layers follow it, so that it gives no logits of %s"
                    .formatted(Names.safe(only.name()), layer.name()));
        } else {
            heads.put(layer, only);
        }
    }

    /** The only one, or the only one in the nearest module. */
    private static @Nullable Linear nearest(List<Linear> all, FoundLayer layer) {
        int most = all.stream()
                .mapToInt(l -> Names.shared(l.path(), layer.path()))
                .max()
                .orElse(0);
        List<Linear> near = all.stream()
                .filter(l -> Names.shared(l.path(), layer.path()) == most)
                .toList();
        return near.size() == 1 ? near.get(0) : null;
    }

    /** True if nothing of its module comes behind it: no deeper layer, no other direction. */
    private boolean isLast(FoundLayer layer) {
        return layers.stream()
                .noneMatch(other -> other != layer
                        && other.stack().equals(layer.stack())
                        && (other.depth() > layer.depth() || other.depth() == layer.depth()));
    }

    /** True if the linear layer fits another stack at least as well, and this one cannot be told to come after that. */
    private boolean isSharedHead(Linear head, FoundLayer layer) {
        int here = Names.shared(head.path(), layer.path());
        return !entries.numbered()
                && layers.stream()
                        .anyMatch(other -> other != layer
                                && other.hidden() == head.inputs()
                                && isLast(other)
                                && !(layer.inputs() == other.hidden() && other.inputs() != layer.hidden())
                                && Names.shared(head.path(), other.path()) >= here);
    }

    private boolean isRightBefore(Linear table, FoundLayer layer) {
        return place(table.weight()) + 1 == placeOf(layer);
    }

    private boolean isRightBehind(Linear head, FoundLayer layer) {
        return place(head.weight()) == placeOf(layer) + layer.arrays().size();
    }

    private int placeOf(FoundLayer layer) {
        return layer.arrays().stream().mapToInt(this::place).min().orElse(0);
    }

    private int place(ArrayEntry entry) {
        return entries.inOrder().indexOf(entry);
    }
}
