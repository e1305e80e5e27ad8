package grulab.interop.onnx;

import grulab.interop.JsonPlace;
import grulab.interop.file.BadModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import onnx.format.GraphProto;
import onnx.format.ModelProto;
import onnx.format.NodeProto;
import onnx.format.OperatorSetIdProto;
import onnx.format.TensorProto;
import onnx.format.ValueInfoProto;
import org.jspecify.annotations.Nullable;

/** Who makes what and who uses it. In ONNX every value has a name and is made in one place. */
final class Graph {
    private static final Set<String> ONNX = Set.of("", "ai.onnx");

    private static final Set<String> PASSING =
            Set.of("Identity", "Cast", "Dropout", "Squeeze", "Unsqueeze", "Transpose", "Reshape");

    private final GraphProto graph;
    private final @Nullable Graph outer;
    private final long opset;
    private final Map<String, TensorProto> stored = new HashMap<>();
    private final Map<String, NodeProto> makers = new HashMap<>();
    private final Map<String, List<NodeProto>> users = new HashMap<>();
    private final Set<String> inputs = new HashSet<>();

    Graph(ModelProto model) throws BadModel {
        this(
                model.getGraph(),
                null,
                model.getOpsetImportList().stream()
                        .filter(set -> ONNX.contains(set.getDomain()))
                        .mapToLong(OperatorSetIdProto::getVersion)
                        .max()
                        .orElse(1));
    }

    /** A graph inside a node of another one, whose values it may use. */
    Graph(GraphProto inner, Graph outer) throws BadModel {
        this(inner, outer, outer.opset);
    }

    private Graph(GraphProto graph, @Nullable Graph outer, long opset) throws BadModel {
        this.graph = graph;
        this.outer = outer;
        this.opset = opset;
        for (TensorProto tensor : graph.getInitializerList()) {
            if (stored.put(tensor.getName(), tensor) != null) {
                throw BadModel.of("two stored arrays are called %s", JsonPlace.quoted(tensor.getName()));
            }
        }
        graph.getInputList().stream().map(ValueInfoProto::getName).forEach(inputs::add);
        for (NodeProto node : graph.getNodeList()) {
            for (String output : node.getOutputList()) {
                if (!output.isEmpty() && (makers.put(output, node) != null || stored.containsKey(output))) {
                    throw BadModel.of("the value %s is made in two places", JsonPlace.quoted(output));
                }
            }
            for (String input : node.getInputList()) {
                users.computeIfAbsent(input, name -> new ArrayList<>()).add(node);
            }
        }
    }

    List<NodeProto> nodes() {
        return graph.getNodeList();
    }

    long opset() {
        return opset;
    }

    @Nullable
    TensorProto stored(String name) {
        return stored.get(name);
    }

    @Nullable
    NodeProto maker(String name) {
        return makers.get(name);
    }

    /** What makes a value here, or in a graph around this one if nothing here is called so. */
    @Nullable
    NodeProto makerAround(String name) {
        for (Graph at = this; at != null; at = at.outer) {
            if (at.has(name)) {
                return at.maker(name);
            }
        }
        return null;
    }

    /** True if a value is stored, made or handed in here, and not in a graph around this one. */
    boolean has(String name) {
        return stored.containsKey(name) || makers.containsKey(name) || inputs.contains(name);
    }

    /** True of a graph inside a node. */
    boolean isInner() {
        return outer != null;
    }

    /** The nodes that take a value, one as often as it takes it. */
    List<NodeProto> users(String name) {
        return users.getOrDefault(name, List.of());
    }

    boolean isInput(String name) {
        return inputs.contains(name);
    }

    /** An operator of ONNX itself, not one of somebody else with the same name. */
    static boolean isStandard(NodeProto node) {
        return ONNX.contains(node.getDomain());
    }

    /** A node that passes its numbers on as they are, perhaps in another order or shape. */
    static boolean passesOn(NodeProto node) {
        return isStandard(node) && PASSING.contains(node.getOpType());
    }

    /** The name of an input that is there, "" if it is left out. */
    static String input(NodeProto node, int place) {
        return place < node.getInputCount() ? node.getInput(place) : "";
    }

    static String output(NodeProto node, int place) {
        return place < node.getOutputCount() ? node.getOutput(place) : "";
    }

    /** What a node is called in a sentence: Slice node_Slice_12. */
    static String called(NodeProto node) {
        String op = JsonPlace.quoted(node.getOpType());
        return node.getName().isEmpty() ? op : op + " " + JsonPlace.quoted(node.getName());
    }
}
