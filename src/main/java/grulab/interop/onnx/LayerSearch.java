package grulab.interop.onnx;

import grulab.interop.JsonPlace;
import grulab.interop.file.BadModel;
import grulab.interop.file.ModelLayer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import onnx.format.NodeProto;
import org.jspecify.annotations.Nullable;

/** Goes through a graph for what the lab can use, and says what it cannot. */
final class LayerSearch {
    private static final Set<String> RECURRENT = Set.of("GRU", "LSTM", "RNN");

    private static final int NODES = 256;
    private static final int SENTENCES = 40;
    private static final int STEPS_BACK = 64;

    private final Graph graph;
    private final Constants constants;
    private final Budget budget;
    private final Head head;
    private final List<ModelLayer> layers = new ArrayList<>();
    private final List<String> unsupported = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private int recurrent;

    LayerSearch(Graph graph, Constants constants, Budget budget) {
        this.graph = graph;
        this.constants = constants;
        this.budget = budget;
        this.head = new Head(graph, constants, budget);
    }

    List<ModelLayer> layers() {
        return layers;
    }

    List<String> unsupported() {
        return unsupported;
    }

    /** @param functions how many the model defines by itself */
    void run(int functions) throws BadModel {
        for (NodeProto node : graph.nodes()) {
            if (Graph.isStandard(node) && RECURRENT.contains(node.getOpType())) {
                take(node);
            } else if (isLikeRecurrent(node)) {
                leftOut(Graph.called(node) + ": an operator of " + JsonPlace.quoted(node.getDomain())
                        + ", which the lab does not know; export with the operators of ONNX itself");
            } else if (node.getAttributeList().stream().anyMatch(a -> a.hasG() || a.getGraphsCount() > 0)) {
                leftOut(Graph.called(node) + ": the graph inside it is not read");
            }
        }
        if (functions > 0) {
            leftOut("functions that the model defines by itself (%d) are not read".formatted(functions));
        }
        if (layers.isEmpty()) {
            throw unsupported.isEmpty() ? without() : new BadModel(unsupported.get(0));
        }
    }

    private void take(NodeProto node) {
        recurrent++;
        if (recurrent > NODES) {
            if (recurrent == NODES + 1) {
                leftOut("only the first %d recurrent nodes are read".formatted(NODES));
            }
            return;
        }
        String name = name(node);
        try {
            RecurrentNode layer = new RecurrentNode(node, name, constants, budget);
            layer.read(head, layers::add, this::leftOut);
            NodeProto before = before(Graph.input(node, 0));
            if (before != null) {
                leftOut("%s: its input comes out of %s, which is left out; give x as the layer itself gets it"
                        .formatted(name, Graph.called(before)));
            }
        } catch (BadModel e) {
            leftOut(String.valueOf(e.in(name).getMessage()));
        }
    }

    private void leftOut(String sentence) {
        if (unsupported.size() < SENTENCES) {
            unsupported.add(sentence);
        }
    }

    /** A layer is chosen by its name, so no two may have the same. */
    private String name(NodeProto node) {
        String given = node.getName().isEmpty() ? node.getOpType() + " " + recurrent : JsonPlace.quoted(node.getName());
        String name = given;
        for (int n = 2; !names.add(name); n++) {
            name = given + " (" + n + ")";
        }
        return name;
    }

    private static boolean isLikeRecurrent(NodeProto node) {
        String op = node.getOpType().toUpperCase(Locale.ROOT);
        return !Graph.isStandard(node) && (op.contains("GRU") || op.contains("LSTM") || op.contains("RNN"));
    }

    /** The first node before x that changes its numbers; null if x comes from outside or from another layer as it is. */
    private @Nullable NodeProto before(String x) {
        String value = x;
        for (int i = 0; i < STEPS_BACK; i++) {
            NodeProto maker = graph.maker(value);
            if (maker == null || RECURRENT.contains(maker.getOpType())) {
                return null;
            }
            if (!Graph.passesOn(maker)) {
                return maker;
            }
            value = Graph.input(maker, 0);
        }
        return null;
    }

    private BadModel without() {
        long products = count("MatMul") + count("Gemm");
        long activations = count("Tanh") + count("Sigmoid");
        if (products > 1 && activations > 1) {
            return BadModel.of(
                    "the model has no GRU, LSTM or RNN node, but %d products and %d activations: it seems that the exporter"
                            + " unrolled the recurrence into its single steps; export it with torch.onnx.export(…,"
                            + " dynamo=False), or save the state_dict as .safetensors",
                    products, activations);
        }
        Set<String> ops = new TreeSet<>();
        graph.nodes().forEach(node -> ops.add(node.getOpType()));
        return BadModel.of(
                "the model has no GRU, LSTM or RNN node; its nodes are %s", JsonPlace.quoted(String.join(", ", ops)));
    }

    private long count(String op) {
        return graph.nodes().stream()
                .filter(node -> node.getOpType().equals(op))
                .count();
    }
}
