package grulab.interop.weights;

import grulab.interop.file.ArrayEntry;
import grulab.model.ArrayLayout;
import grulab.model.FrameworkRow;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Arrays of a file read as a framework's.
 *
 * @param entries the file's arrays by the row's names
 * @param directions 2 if the leading axis of each array holds both directions, else 1
 */
record Fit(FrameworkRow row, Map<String, ArrayEntry> entries, RowShapes.Sizes sizes, int directions) {

    /** The arrays as the row's, or null if their shapes do not fit together so. */
    static @Nullable Fit of(FrameworkRow row, Map<String, ArrayEntry> entries) {
        Map<String, int[]> shapes = new LinkedHashMap<>();
        int directions = 0;
        for (ArrayLayout array : row.arrays()) {
            ArrayEntry entry = entries.get(array.name());
            if (entry == null) {
                if (row.rules().biasOptional()) {
                    continue;
                }
                return null;
            }
            int[] shape = entry.shape();
            if (shape.length < array.leading()) {
                return null;
            }
            int leading = array.leading() == 0 ? 1 : shape[0];
            if (directions != 0 && leading != directions || leading < 1 || leading > 2) {
                return null;
            }
            directions = leading;
            for (int k = 1; k < array.leading(); k++) {
                if (shape[k] != 1) {
                    return null;
                }
            }
            shapes.put(array.name(), Arrays.copyOfRange(shape, array.leading(), shape.length));
        }
        RowShapes.Sizes sizes = RowShapes.fit(row, shapes);
        return sizes == null ? null : new Fit(row, entries, sizes, directions);
    }
}
