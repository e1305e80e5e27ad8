package grulab.interop.onnx;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import grulab.interop.JsonPlace;
import grulab.interop.file.BadModel;
import grulab.interop.file.FileBytes;
import grulab.interop.file.ModelLayer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import onnx.format.ModelProto;
import org.jspecify.annotations.Nullable;

/**
 * The recurrent layers of an ONNX model.
 *
 * @param layers one for each direction of a GRU, LSTM or RNN node, in the order of the graph; at least one
 * @param unsupported what the file has beside them that is left out, a sentence each
 */
public record OnnxFile(List<ModelLayer> layers, List<String> unsupported) {
    /** Weights may lie in other files; what is left of the model is small. */
    private static final long LARGEST = 256 << 20;

    public OnnxFile {
        layers = List.copyOf(layers);
        unsupported = List.copyOf(unsupported);
    }

    /**
     * Reads a model, and the files in its folder that hold its weights.
     *
     * @throws BadModel if it is no ONNX model or none of its layers can be used
     */
    public static OnnxFile open(Path file) throws BadModel {
        Path folder = file.toAbsolutePath().getParent();
        return FileBytes.use(file, bytes -> {
            if (bytes.size() > LARGEST) {
                throw BadModel.of(
                        "the model has %,d bytes, at most %,d are read; let its weights be stored in a file of their own",
                        bytes.size(), LARGEST);
            }
            Census.take(bytes.stream(0, bytes.size()));
            return parsed(bytes.at(0, (int) bytes.size(), "the model").array(), folder);
        });
    }

    /**
     * The same of bytes that are in memory.
     *
     * @param folder where weights in other files are looked for, or null if nothing else may be read
     */
    static OnnxFile read(byte[] bytes, @Nullable Path folder) throws BadModel {
        try {
            Census.take(new ByteArrayInputStream(bytes));
            return parsed(bytes, folder);
        } catch (IOException e) {
            throw new BadModel("this is no ONNX model: " + JsonPlace.quoted(String.valueOf(e.getMessage())));
        }
    }

    private static OnnxFile parsed(byte[] bytes, @Nullable Path folder) throws BadModel, IOException {
        ModelProto model;
        try {
            CodedInputStream in = CodedInputStream.newInstance(bytes);
            in.enableAliasing(true);
            model = ModelProto.parseFrom(in);
        } catch (InvalidProtocolBufferException e) {
            throw new BadModel("this is no ONNX model, or it was cut off or damaged");
        }
        if (!model.hasGraph() || model.getGraph().getNodeCount() == 0) {
            throw new BadModel(
                    bytes.length == 0 ? "the file is empty" : "this is no ONNX model: it has no graph with nodes");
        }
        Budget budget = new Budget();
        budget.grow(bytes.length);
        Graph graph = new Graph(model);
        TensorReader reader = new TensorReader(folder == null ? null : new ExternalFiles(folder), budget);
        LayerSearch search = new LayerSearch(graph, new Constants(graph, reader, budget), budget);
        search.run(model.getFunctionsCount());
        return new OnnxFile(search.layers(), search.unsupported());
    }
}
