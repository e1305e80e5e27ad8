package grulab.presentation;

import grulab.model.CellType;
import grulab.model.Convention;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A model file that was opened.
 *
 * @param name of the file, without folders
 * @param layers what can be chosen, at least one
 * @param unsupported what was found and cannot be used, one sentence each
 */
public record OpenedModel(Path file, String name, List<Layer> layers, List<String> unsupported) {
    public OpenedModel {
        layers = List.copyOf(layers);
        unsupported = List.copyOf(unsupported);
    }

    /**
     * One recurrent layer in one direction.
     *
     * @param convention of a GRU; null if the file does not say it and nobody has said it
     * @param inputs I
     * @param hidden H
     * @param outputs O of the head behind it, 0 without one
     * @param reverse true if it reads its input from the last step to the first
     * @param layout whose layout it has, as people call it
     */
    public record Layer(
            String name,
            CellType cell,
            @Nullable Convention convention,
            int inputs,
            int hidden,
            int outputs,
            boolean reverse,
            String layout) {}
}
