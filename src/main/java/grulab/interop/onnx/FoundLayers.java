package grulab.interop.onnx;

import grulab.interop.file.ModelLayer;
import grulab.model.Array;
import grulab.model.StoredStart;
import grulab.model.Weights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The layers of a model in the order in which they are found, one and the same of several places once. */
final class FoundLayers {
    private final List<ModelLayer> all = new ArrayList<>();

    List<ModelLayer> all() {
        return all;
    }

    void add(ModelLayer layer) {
        for (int i = 0; i < all.size(); i++) {
            ModelLayer before = all.get(i);
            if (isSame(before, layer)) {
                // the place with a head behind it says more
                boolean more =
                        before.weights().outputs() == 0 && layer.weights().outputs() > 0;
                List<String> others = new ArrayList<>(before.alsoAs());
                others.add(more ? before.name() : layer.name());
                all.set(i, (more ? layer : before).alsoAs(others));
                return;
            }
        }
        all.add(layer);
    }

    private static boolean isSame(ModelLayer a, ModelLayer b) {
        return a.layout().equals(b.layout())
                && a.convention().equals(b.convention())
                && a.reverse() == b.reverse()
                && isSame(a.start(), b.start())
                && isSame(a.weights(), b.weights());
    }

    private static boolean isSame(StoredStart a, StoredStart b) {
        return isSame(a.h0(), b.h0()) && isSame(a.c0(), b.c0());
    }

    private static boolean isSame(@Nullable Array a, @Nullable Array b) {
        return a == null || b == null
                ? a == b
                : Arrays.equals(a.shape(), b.shape()) && Arrays.equals(a.values(), b.values());
    }

    /** Two heads are two layers; where only one of them has a head, the other is left out of it. */
    private static boolean isSame(Weights a, Weights b) {
        boolean heads = a.outputs() > 0 && b.outputs() > 0;
        return a.cell() == b.cell()
                && a.inputs() == b.inputs()
                && a.hidden() == b.hidden()
                && isWithin(a, b, heads)
                && isWithin(b, a, heads);
    }

    private static boolean isWithin(Weights a, Weights b, boolean heads) {
        return a.arrays().entrySet().stream()
                .filter(e -> heads || !e.getKey().endsWith("q"))
                .allMatch(e -> b.has(e.getKey()) && Arrays.equals(e.getValue(), b.get(e.getKey())));
    }
}
