package grulab.interop.onnx;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.List;
import onnx.format.AttributeProto;
import onnx.format.AttributeProto.AttributeType;
import onnx.format.GraphProto;
import onnx.format.NodeProto;
import onnx.format.TensorProto;
import onnx.format.TensorProto.DataType;
import onnx.format.TypeProto;
import onnx.format.ValueInfoProto;

/** Puts the recurrent node of a sound model into graphs inside nodes. */
final class InnerModel {
    private InnerModel() {}

    /** Puts all nodes into both branches of an If, whose condition is true. */
    static void intoIf(EditedModel model, String name) {
        GraphProto.Builder graph = model.graph();
        List<String> outputs = outputs(graph);
        GraphProto.Builder branch = GraphProto.newBuilder().setName("branch").addAllNode(graph.getNodeList());
        outputs.forEach(output -> branch.addOutput(value(output)));
        if (graph.getInitializerList().stream().noneMatch(t -> t.getName().equals("yes"))) {
            graph.addInitializer(TensorProto.newBuilder()
                    .setName("yes")
                    .setDataType(DataType.BOOL_VALUE)
                    .addInt32Data(1));
        }
        graph.clearNode()
                .addNode(NodeProto.newBuilder()
                        .setOpType("If")
                        .setName(name)
                        .addInput("yes")
                        .addAllOutput(outputs)
                        .addAttribute(graph("else_branch", branch.build()))
                        .addAttribute(graph("then_branch", branch.build())));
    }

    /** Lets Scan run the node over x, a step at a time; the head is left out. */
    static void intoScan(EditedModel model) {
        GraphProto.Builder graph = model.graph();
        NodeProto.Builder node = graph.getNode(0).toBuilder();
        node.setInput(0, "x_1").setInput(5, "h").clearOutput().addOutput("Y_1").addOutput("h_next");
        graph.clearNode();
        GraphProto.Builder body = GraphProto.newBuilder().setName("body");
        body.addInput(value("h"))
                .addInput(value("x_t"))
                .addOutput(value("h_copy"))
                .addOutput(value("y_t"));
        body.addInitializer(EditedModel.wholeNumbers(0).setName("first"));
        body.addNode(node("Unsqueeze", List.of("x_t", "first"), "x_1"));
        body.addNode(node);
        body.addNode(node("Squeeze", List.of("h_next", "first"), "y_t"));
        body.addNode(node("Identity", List.of("h_next"), "h_copy"));
        graph.addNode(NodeProto.newBuilder()
                .setOpType("Scan")
                .addInput("h0")
                .addInput("x")
                .addOutput("h_n")
                .addOutput("y")
                .addAttribute(EditedModel.integer("num_scan_inputs", 1))
                .addAttribute(graph("body", body.build())));
    }

    /** Takes W out of the stored arrays into a Constant node behind which it is cut in two and joined again. */
    static void cutTogether(EditedModel model) {
        GraphProto.Builder graph = model.graph();
        TensorProto w = model.stored("W").build();
        model.stored("W").setName("not used");
        List<NodeProto> before = new ArrayList<>();
        before.add(constant("W whole", w));
        before.add(constant("0", EditedModel.wholeNumbers(0).build()));
        before.add(constant("1", EditedModel.wholeNumbers(1).build()));
        before.add(constant("5", EditedModel.wholeNumbers(5).build()));
        before.add(constant("end", EditedModel.wholeNumbers(1000).build()));
        before.add(node("Squeeze", List.of("W whole", "0"), "W flat"));
        before.add(node("Slice", List.of("W flat", "0", "5", "0"), "W upper"));
        before.add(node("Slice", List.of("W flat", "5", "end", "0"), "W lower"));
        before.add(node("Concat", List.of("W upper", "W lower"), "W again").toBuilder()
                .addAttribute(EditedModel.integer("axis", 0))
                .build());
        before.add(node("Unsqueeze", List.of("W again", "0"), "W"));
        List<NodeProto> rest = graph.getNodeList();
        graph.clearNode().addAllNode(before).addAllNode(rest);
    }

    /** Moves stored arrays into the graph of the outermost node that they are used in. */
    static GraphProto withStored(GraphProto inner, List<TensorProto> arrays) {
        return inner.toBuilder().addAllInitializer(arrays).build();
    }

    static AttributeProto graph(String name, GraphProto graph) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeType.GRAPH)
                .setG(ByteString.copyFrom(graph.toByteArray()))
                .build();
    }

    static NodeProto node(String op, List<String> inputs, String output) {
        return NodeProto.newBuilder()
                .setOpType(op)
                .addAllInput(inputs)
                .addOutput(output)
                .build();
    }

    private static NodeProto constant(String output, TensorProto value) {
        return NodeProto.newBuilder()
                .setOpType("Constant")
                .addOutput(output)
                .addAttribute(AttributeProto.newBuilder()
                        .setName("value")
                        .setType(AttributeType.TENSOR)
                        .setT(value))
                .build();
    }

    private static List<String> outputs(GraphProto.Builder graph) {
        return graph.getOutputList().stream().map(ValueInfoProto::getName).toList();
    }

    /** Of any shape, as numbers in a subgraph may be. */
    static ValueInfoProto value(String name) {
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder()
                        .setTensorType(TypeProto.Tensor.newBuilder().setElemType(DataType.FLOAT_VALUE)))
                .build();
    }
}
