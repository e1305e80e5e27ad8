package grulab.interop.weights;

import grulab.interop.file.ArrayEntry;
import grulab.interop.file.BadModel;
import grulab.interop.file.ModelHints;
import grulab.model.ArrayLayout;
import grulab.model.FrameworkRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds recurrent layers among arrays without names, which follow one another as the framework gives them: Keras's get_weights(). */
final class NumberedSearch {
    private final List<ArrayEntry> arrays;
    private final List<FrameworkRow> rows;

    NumberedSearch(Entries entries, ModelHints hints) throws BadModel {
        arrays = entries.inOrder();
        rows = Rows.of(hints).stream()
                .filter(row -> hints.framework() != null
                        || row.id().startsWith("keras")
                        || row.id().equals("pytorch"))
                .toList();
    }

    /** In the order of the file. */
    List<FoundLayer> layers() {
        // an embedding and a kernel can pass for the two kernels of a layer, but not with a bias behind them
        List<FoundLayer> whole = layers(true);
        return whole.isEmpty() ? layers(false) : whole;
    }

    private List<FoundLayer> layers(boolean biased) {
        List<FoundLayer> layers = new ArrayList<>();
        int at = 0;
        while (at < arrays.size()) {
            List<Fit> fits = new ArrayList<>();
            for (FrameworkRow row : rows) {
                Fit fit = fit(row, at, biased);
                if (fit != null) {
                    fits.add(fit);
                }
            }
            int most = fits.stream().mapToInt(f -> f.entries().size()).max().orElse(0);
            if (most > 0) {
                String name = arrays.get(at).name();
                layers.add(new FoundLayer(
                        name,
                        name,
                        0,
                        0,
                        false,
                        fits.stream().filter(f -> f.entries().size() == most).toList()));
            }
            at += Math.max(1, most);
        }
        return layers;
    }

    private @Nullable Fit fit(FrameworkRow row, int from, boolean biased) {
        Map<String, ArrayEntry> found = new LinkedHashMap<>();
        int at = from;
        for (ArrayLayout array : row.arrays()) {
            if (!biased && !RowShapes.isMatrix(array)) {
                continue;
            }
            if (at == arrays.size()) {
                return null;
            }
            found.put(array.name(), arrays.get(at++));
        }
        return Fit.of(row, found);
    }
}
