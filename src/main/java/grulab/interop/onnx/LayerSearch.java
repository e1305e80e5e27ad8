package grulab.interop.onnx;

import grulab.interop.JsonPlace;
import grulab.interop.file.BadModel;
import grulab.interop.file.ModelLayer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import onnx.format.AttributeProto;
import onnx.format.NodeProto;
import org.jspecify.annotations.Nullable;

/** Goes through a graph, and the graphs in its nodes, for what the lab can use, and says what it cannot. */
final class LayerSearch {
    private static final Set<String> RECURRENT = Set.of("GRU", "LSTM", "RNN");

    private static final int NODES = 256;
    private static final int SENTENCES = 40;
    private static final int STEPS_BACK = 64;

    private final Scope whole;
    private final Producer producer;
    private final Census census;
    private final OnnxFile.Reading reading;
    private final Budget budget;
    private final FoundLayers found = new FoundLayers();
    private final List<String> unsupported = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final Map<String, Integer> operators = new TreeMap<>();
    private int recurrent;
    private int graphs;

    LayerSearch(Scope whole, Producer producer, Census census, OnnxFile.Reading reading, Budget budget) {
        this.whole = whole;
        this.producer = producer;
        this.census = census;
        this.reading = reading;
        this.budget = budget;
    }

    List<ModelLayer> layers() {
        return found.all();
    }

    List<String> unsupported() {
        return unsupported;
    }

    /** @param functions how many the model defines by itself */
    void run(int functions) throws BadModel {
        search(whole);
        if (functions > 0) {
            leftOut("functions that the model defines by itself (%d) are not read".formatted(functions));
        }
        if (found.all().isEmpty()) {
            throw unsupported.isEmpty() ? without() : new BadModel(unsupported.get(0));
        }
    }

    private void search(Scope scope) {
        Map<String, Integer> unnamed = new HashMap<>();
        for (NodeProto node : scope.graph().nodes()) {
            operators.merge(node.getOpType(), 1, Integer::sum);
            if (Graph.isStandard(node) && RECURRENT.contains(node.getOpType())) {
                take(node, scope);
            } else if (isLikeRecurrent(node)) {
                leftOut(scope.place() + Graph.called(node) + ": an operator of " + JsonPlace.quoted(node.getDomain())
                        + ", which the lab does not know; export with the operators of ONNX itself");
            } else {
                String op = JsonPlace.quoted(node.getOpType());
                String name = node.getName().isEmpty()
                        ? op + " " + unnamed.merge(op, 1, Integer::sum)
                        : JsonPlace.quoted(node.getName());
                node.getAttributeList().stream()
                        .filter(AttributeProto::hasG)
                        .sorted(Comparator.comparing(branch -> branch.getName().equals("else_branch")))
                        .forEach(branch -> searchInside(name, branch, scope));
                if (node.getAttributeList().stream().anyMatch(a -> a.getGraphsCount() > 0)) {
                    leftOut(scope.named(name) + ": the graphs inside it are not read");
                }
            }
        }
    }

    private void searchInside(String node, AttributeProto branch, Scope around) {
        String where = around.place(node, branch.getName());
        if (around.depth() == reading.nesting().depth()) {
            leftOut("%s: graphs in graphs are followed %d deep, this one is deeper".formatted(where, around.depth()));
            return;
        }
        if (++graphs > reading.nesting().graphs()) {
            if (graphs == reading.nesting().graphs() + 1) {
                leftOut("%s: only the first %d graphs in nodes are read".formatted(where, graphs - 1));
            }
            return;
        }
        try {
            search(around.inner(census.inner(branch.getG()), node, branch.getName(), budget));
        } catch (BadModel e) {
            leftOut(e.in(where).getMessage());
        }
    }

    private void take(NodeProto node, Scope scope) {
        recurrent++;
        if (recurrent > NODES) {
            if (recurrent == NODES + 1) {
                leftOut("only the first %d recurrent nodes are read".formatted(NODES));
            }
            return;
        }
        String name = name(node, scope);
        try {
            RecurrentNode layer = new RecurrentNode(node, name, scope.constants(), budget);
            layer.read(scope.head(), producer.forgotReset(node), reading.reset(), found::add, this::leftOut);
            NodeProto before = before(Graph.input(node, 0), scope.graph());
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
    private String name(NodeProto node, Scope scope) {
        String given = scope.named(
                node.getName().isEmpty() ? node.getOpType() + " " + recurrent : JsonPlace.quoted(node.getName()));
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
    private static @Nullable NodeProto before(String x, Graph graph) {
        String value = x;
        for (int i = 0; i < STEPS_BACK; i++) {
            NodeProto maker = graph.makerAround(value);
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
        return BadModel.of(
                "the model has no GRU, LSTM or RNN node; its nodes are %s",
                JsonPlace.quoted(String.join(", ", operators.keySet())));
    }

    private long count(String op) {
        return operators.getOrDefault(op, 0);
    }
}
