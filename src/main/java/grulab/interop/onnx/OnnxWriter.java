package grulab.interop.onnx;

import com.google.protobuf.UnsafeByteOperations;
import grulab.interop.file.BadModel;
import grulab.interop.file.PlacedFile;
import grulab.interop.layout.Layouts;
import grulab.model.Array;
import grulab.model.CellOptions;
import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.FrameworkRow;
import grulab.model.ResetPosition;
import grulab.model.UpdateMeaning;
import grulab.model.Weights;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import onnx.format.AttributeProto;
import onnx.format.AttributeProto.AttributeType;
import onnx.format.GraphProto;
import onnx.format.ModelProto;
import onnx.format.NodeProto;
import onnx.format.OperatorSetIdProto;
import onnx.format.TensorProto;
import onnx.format.TensorProto.DataType;
import onnx.format.TensorShapeProto.Dimension;
import onnx.format.TypeProto;
import onnx.format.ValueInfoProto;

/**
 * Writes a cell as an ONNX model: one GRU, LSTM or RNN node, with MatMul and Add behind it where there is a head.
 * Inputs are x [T][B][I], h0 [1][B][H] and, of an LSTM, c0; outputs y [T][B][H], h_n [1][B][H], c_n, and logits [T][B][O].
 * T and B are free. Numbers are float32, the only ones that ONNX Runtime computes these nodes in; what the lab has trained
 * is float32 already. A bias that is missing where others are there is written as zeros.
 */
public final class OnnxWriter {
    /** What PyTorch's exporter writes too; layout came with 14, and no later version changed these nodes. */
    private static final int OPSET = 17;

    private static final int IR_VERSION = 8;

    private final Weights weights;
    private final CellOptions options;
    private final boolean batchFirst;
    private final GraphProto.Builder graph = GraphProto.newBuilder().setName("gru-lab");

    private OnnxWriter(Weights weights, CellOptions options, boolean batchFirst) {
        this.weights = weights;
        this.options = options;
        this.batchFirst = batchFirst;
    }

    /**
     * @param convention of a GRU; an update gate that admits is relabelled, which is exact
     * @param options what the cell does otherwise, as far as ONNX has attributes for it
     * @param layout 0 for what is said above, which every runtime takes; 1 for x [B][T][I], h0 [B][1][H], y [B][T][H] and
     *     h_n [B][1][H], which ONNX Runtime does not run
     * @throws BadModel if a number does not fit float32, or the file cannot be written
     */
    public static void write(Path file, Weights weights, Convention convention, CellOptions options, int layout)
            throws BadModel {
        byte[] bytes = bytes(weights, convention, options, layout);
        PlacedFile.write(file, out -> out.write(bytes));
    }

    /** The file's content. */
    static byte[] bytes(Weights weights, Convention convention, CellOptions options, int layout) throws BadModel {
        if (layout != 0 && layout != 1) {
            throw BadModel.of("ONNX has the layouts 0 and 1, not %d", layout);
        }
        boolean gru = weights.cell() == CellType.GRU;
        boolean relabel = gru && convention.update() == UpdateMeaning.ADMIT;
        boolean after = gru && convention.reset() == ResetPosition.AFTER;
        OnnxWriter writer = new OnnxWriter(relabel ? weights.relabelled() : weights, options, layout == 1);
        return writer.model(after).toByteArray();
    }

    private ModelProto model(boolean after) throws BadModel {
        FrameworkRow row =
                FrameworkRow.byId(weights.cell(), after ? "onnx-after" : "onnx").orElseThrow();
        Map<String, Array> packed = Layouts.pack(row, weights);
        for (Map.Entry<String, Array> e : packed.entrySet()) {
            store(e.getKey(), e.getValue());
        }
        recurrent(packed.containsKey("B"), after);
        if (weights.outputs() > 0) {
            head();
        }
        return ModelProto.newBuilder()
                .setIrVersion(IR_VERSION)
                .setProducerName("GRU Lab")
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPSET))
                .setGraph(graph)
                .build();
    }

    private void recurrent(boolean biased, boolean after) {
        boolean lstm = weights.cell().hasCellState();
        int hidden = weights.hidden();
        NodeProto.Builder node = NodeProto.newBuilder()
                .setOpType(weights.cell().title())
                .setName(weights.cell().id())
                .addAllInput(List.of("x", "W", "R", biased ? "B" : "", "", "h0"))
                .addAllOutput(List.of("Y", "h_n"))
                .addAttribute(integer("hidden_size", hidden));
        if (batchFirst) {
            node.addAttribute(integer("layout", 1));
        }
        if (weights.cell() == CellType.GRU) {
            node.addAttribute(integer("linear_before_reset", after ? 1 : 0));
        }
        node.addAllAttribute(NodeOptions.attributes(weights.cell(), options));
        if (lstm) {
            node.addInput("c0").addOutput("c_n");
        }
        graph.addNode(node);
        graph.addInput(value("x", sequence(weights.inputs())));
        graph.addOutput(value("y", sequence(hidden)));
        for (String state : lstm ? List.of("h", "c") : List.of("h")) {
            graph.addInput(value(state + "0", state(hidden)));
            graph.addOutput(value(state + "_n", state(hidden)));
        }
        // Y has an axis for the directions: [T][1][B][H], or [B][T][1][H]
        graph.addInitializer(TensorProto.newBuilder()
                .setName("directions")
                .setDataType(DataType.INT64_VALUE)
                .addDims(1)
                .addInt64Data(batchFirst ? 2 : 1));
        graph.addNode(NodeProto.newBuilder()
                .setOpType("Squeeze")
                .setName("squeeze")
                .addAllInput(List.of("Y", "directions"))
                .addOutput("y"));
    }

    private void head() throws BadModel {
        boolean biased = weights.has("b_q");
        store("W_hq", Array.of(weights.get("W_hq"), weights.shape("W_hq")));
        graph.addNode(NodeProto.newBuilder()
                .setOpType("MatMul")
                .setName("head")
                .addAllInput(List.of("y", "W_hq"))
                .addOutput(biased ? "product" : "logits"));
        if (biased) {
            store("b_q", Array.of(weights.get("b_q"), weights.shape("b_q")));
            graph.addNode(NodeProto.newBuilder()
                    .setOpType("Add")
                    .setName("head_bias")
                    .addAllInput(List.of("product", "b_q"))
                    .addOutput("logits"));
        }
        graph.addOutput(value("logits", sequence(weights.outputs())));
    }

    private void store(String name, Array array) throws BadModel {
        Finite.check(name, array.shape(), array.values());
        byte[] raw = new byte[Float.BYTES * array.values().length];
        ByteBuffer numbers = ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN);
        for (double value : array.values()) {
            numbers.putFloat((float) value);
        }
        TensorProto.Builder tensor = TensorProto.newBuilder().setName(name).setDataType(DataType.FLOAT_VALUE);
        for (int n : array.shape()) {
            tensor.addDims(n);
        }
        graph.addInitializer(tensor.setRawData(UnsafeByteOperations.unsafeWrap(raw)));
    }

    private static AttributeProto integer(String name, long value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeType.INT)
                .setI(value)
                .build();
    }

    private List<Dimension> sequence(int width) {
        List<Dimension> dimensions = new ArrayList<>(List.of(named("T"), named("B"), fixed(width)));
        if (batchFirst) {
            Collections.swap(dimensions, 0, 1);
        }
        return dimensions;
    }

    private List<Dimension> state(int hidden) {
        return batchFirst ? List.of(named("B"), fixed(1), fixed(hidden)) : List.of(fixed(1), named("B"), fixed(hidden));
    }

    private static Dimension named(String name) {
        return Dimension.newBuilder().setDimParam(name).build();
    }

    private static Dimension fixed(int size) {
        return Dimension.newBuilder().setDimValue(size).build();
    }

    private static ValueInfoProto value(String name, List<Dimension> shape) {
        TypeProto.Tensor.Builder tensor = TypeProto.Tensor.newBuilder().setElemType(DataType.FLOAT_VALUE);
        tensor.getShapeBuilder().addAllDim(shape);
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(tensor))
                .build();
    }
}
