package grulab.interop.weights;

import grulab.interop.file.ArrayEntry;
import java.util.Collection;
import java.util.List;

/**
 * Arrays that are a recurrent layer in one direction, by every framework's layout that they fit.
 *
 * @param name of the layer
 * @param path the parts of its name
 * @param stack what layers and directions of one module have in common
 * @param depth from 0: which layer of the stack
 * @param direction which of the directions that share arrays
 * @param fits at least one, the likeliest first; all of the same arrays
 */
record FoundLayer(
        String name, List<String> path, String stack, int depth, int direction, boolean reverse, List<Fit> fits) {
    FoundLayer {
        fits = List.copyOf(fits);
    }

    FoundLayer(String name, String stack, int depth, int direction, boolean reverse, List<Fit> fits) {
        this(name, Names.path(name), stack, depth, direction, reverse, fits);
    }

    int inputs() {
        return fits.get(0).sizes().inputs();
    }

    int hidden() {
        return fits.get(0).sizes().hidden();
    }

    Collection<ArrayEntry> arrays() {
        return fits.get(0).entries().values();
    }
}
