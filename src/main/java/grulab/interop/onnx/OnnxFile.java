package grulab.interop.onnx;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import grulab.interop.JsonPlace;
import grulab.interop.file.BadModel;
import grulab.interop.file.FileBytes;
import grulab.interop.file.ModelLayer;
import grulab.model.ResetPosition;
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
     * @param reset where the reset gate of a GRU acts whose node does not say it, or null for what ONNX says then
     * @throws BadModel if it is no ONNX model or none of its layers can be used
     */
    public static OnnxFile open(Path file, @Nullable ResetPosition reset) throws BadModel {
        Path folder = file.toAbsolutePath().getParent();
        return FileBytes.use(file, bytes -> {
            if (bytes.size() > LARGEST) {
                throw BadModel.of(
                        "the model has %,d bytes, at most %,d are read; let its weights be stored in a file of their own",
                        bytes.size(), LARGEST);
            }
            Census census = new Census();
            census.model(bytes.stream(0, bytes.size()));
            byte[] whole = bytes.at(0, (int) bytes.size(), "the model").array();
            return parsed(whole, census, new Reading(folder, reset, Nesting.WIDE));
        });
    }

    /** The same of bytes that are in memory. */
    static OnnxFile read(byte[] bytes, Reading reading) throws BadModel {
        try {
            Census census = new Census();
            census.model(new ByteArrayInputStream(bytes));
            return parsed(bytes, census, reading);
        } catch (IOException e) {
            throw new BadModel("this is no ONNX model: " + JsonPlace.quoted(String.valueOf(e.getMessage())));
        }
    }

    private static OnnxFile parsed(byte[] bytes, Census census, Reading reading) throws BadModel, IOException {
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
        Path folder = reading.folder();
        TensorReader reader = new TensorReader(folder == null ? null : new ExternalFiles(folder), budget);
        LayerSearch search = new LayerSearch(
                new Scope(graph, new Constants(graph, reader, budget), budget),
                Producer.of(model),
                census,
                reading,
                budget);
        search.run(model.getFunctionsCount());
        return new OnnxFile(search.layers(), search.unsupported());
    }

    /** How deep graphs in nodes are followed, and how many of them. */
    record Nesting(int depth, int graphs) {
        static final Nesting WIDE = new Nesting(16, 256);
    }

    /**
     * How a model is read.
     *
     * @param folder where weights in other files are looked for, or null if nothing else may be read
     * @param reset what was said of GRUs whose nodes say nothing, or null
     */
    record Reading(@Nullable Path folder, @Nullable ResetPosition reset, Nesting nesting) {
        static final Reading ALONE = new Reading(null, null, Nesting.WIDE);
    }
}
