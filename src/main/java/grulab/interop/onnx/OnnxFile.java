package grulab.interop.onnx;

import grulab.interop.file.BadModel;
import grulab.interop.file.ModelLayer;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The recurrent layers of an ONNX model.
 *
 * @param layers one for each direction of a GRU, LSTM or RNN node, in the order of the graph; at least one
 * @param unsupported what the file has beside them that the lab leaves out, a sentence each
 */
public record OnnxFile(List<ModelLayer> layers, List<String> unsupported) {
    public OnnxFile {
        layers = List.copyOf(layers);
        unsupported = List.copyOf(unsupported);
    }

    /**
     * Reads a model, and the files beside it that hold its weights.
     *
     * @throws BadModel if it is no ONNX model or none of its layers can be used
     */
    public static OnnxFile open(Path file) throws BadModel {
        throw BadModel.of("%s: .onnx files cannot be read yet", file.getFileName());
    }

    /**
     * The same of bytes that are in memory.
     *
     * @param folder where weights in other files are looked for, or null if there may be none
     */
    static OnnxFile read(ByteBuffer bytes, @Nullable Path folder) throws BadModel {
        throw BadModel.of("%d bytes of .onnx cannot be read yet", bytes.remaining());
    }
}
