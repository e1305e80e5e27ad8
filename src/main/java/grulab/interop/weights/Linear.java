package grulab.interop.weights;

import grulab.interop.file.ArrayEntry;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A matrix that could be a linear layer, or an embedding.
 *
 * @param name of the matrix
 * @param path the parts of its name
 * @param inputs what goes in, if it is a linear layer
 * @param outputs what comes out
 * @param transposed true if the array is [outputs][inputs], as nn.Linear has it, and not [inputs][outputs] as Keras's Dense
 * @param table true if it could be an embedding, an array [symbols][width]: no bias goes with it
 */
record Linear(
        String name,
        List<String> path,
        ArrayEntry weight,
        @Nullable ArrayEntry bias,
        int inputs,
        int outputs,
        boolean transposed,
        boolean table) {
    private static final Pattern LOOKUP = Pattern.compile("emb|wte|lookup|token");

    /** True if it is called as embeddings are. */
    boolean calledEmbedding() {
        return table && LOOKUP.matcher(name.toLowerCase(Locale.ROOT)).find();
    }

    int symbols() {
        return weight.shape()[0];
    }

    int width() {
        return weight.shape()[1];
    }
}
