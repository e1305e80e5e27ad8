package grulab.interop.onnx;

import grulab.interop.file.BadModel;
import grulab.interop.file.ElementType;
import grulab.model.Weights;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import onnx.format.AttributeProto;
import onnx.format.AttributeProto.AttributeType;
import onnx.format.NodeProto;
import org.jspecify.annotations.Nullable;

/** The linear layer behind a recurrent node, where it is plainly one: MatMul and Add, or Gemm, whose results are the model's. */
final class Head {
    private static final Set<String> ENDING = Set.of("Softmax", "LogSoftmax", "ArgMax");

    /** What is done with states beside what is computed from them. */
    private static final Set<String> BESIDE = Set.of("GRU", "LSTM", "RNN", "Concat", "Shape");

    /** How many values are followed from one node. */
    private static final int REACH = 64;

    private final Graph graph;
    private final Constants constants;
    private final Budget budget;

    Head(Graph graph, Constants constants, Budget budget) {
        this.graph = graph;
        this.constants = constants;
        this.budget = budget;
    }

    /**
     * @param matrix [H×O]
     * @param bias [O], or null
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over once and never written
    record Found(double[] matrix, double @Nullable [] bias, int outputs, ElementType type) {
        Weights on(Weights cell) {
            Map<String, double[]> arrays = new LinkedHashMap<>(cell.arrays());
            arrays.put("W_hq", matrix);
            if (bias != null) {
                arrays.put("b_q", bias);
            }
            return new Weights(cell.cell(), cell.inputs(), cell.hidden(), outputs, arrays);
        }
    }

    /** The head behind a node of one direction; null, with a sentence if there is something like it, if none is plain. */
    @Nullable
    Found behind(NodeProto node, int hidden, Consumer<String> unsupported) {
        List<NodeProto> products = new ArrayList<>();
        NodeProto other = null;
        for (String value : reached(List.of(Graph.output(node, 0), Graph.output(node, 1)), hidden)) {
            for (NodeProto user : graph.users(value)) {
                if (isProduct(user) && Graph.input(user, 0).equals(value)) {
                    if (!products.contains(user)) {
                        products.add(user);
                    }
                } else if (!passes(user, hidden) && !BESIDE.contains(user.getOpType())) {
                    other = other == null ? user : other;
                }
            }
        }
        if (products.isEmpty()) {
            if (other != null) {
                unsupported.accept("%s: its states go on into %s, which is left out with all behind it"
                        .formatted(Graph.called(node), Graph.called(other)));
            }
            return null;
        }
        if (products.size() > 1) {
            unsupported.accept("%s: %d linear layers follow (%s …); none is taken as the head"
                    .formatted(Graph.called(node), products.size(), Graph.called(products.get(0))));
            return null;
        }
        try {
            return found(products.get(0), hidden);
        } catch (BadModel e) {
            unsupported.accept(e.in(Graph.called(products.get(0))).getMessage() + "; it is not taken as the head");
            return null;
        }
    }

    private static boolean isProduct(NodeProto node) {
        return Graph.isStandard(node)
                && (node.getOpType().equals("MatMul") || node.getOpType().equals("Gemm"));
    }

    /** Values that are these, or those of one step, in another order or shape with the units still last. */
    private List<String> reached(List<String> from, int hidden) {
        Deque<String> open = new ArrayDeque<>(from);
        List<String> reached = new ArrayList<>();
        while (!open.isEmpty() && reached.size() < REACH) {
            String value = open.remove();
            if (value.isEmpty() || reached.contains(value)) {
                continue;
            }
            reached.add(value);
            for (NodeProto user : graph.users(value).stream().limit(REACH).toList()) {
                if (passes(user, hidden) && Graph.input(user, 0).equals(value)) {
                    open.add(Graph.output(user, 0));
                }
            }
        }
        return reached;
    }

    private boolean passes(NodeProto node, int hidden) {
        try {
            if (!Graph.passesOn(node)) {
                return picksSteps(node);
            }
            if (node.getOpType().equals("Transpose")) {
                long[] order = Attributes.of(node).integers("perm");
                return order != null && order.length > 0 && order[order.length - 1] == order.length - 1;
            }
            if (node.getOpType().equals("Reshape") && graph.opset() >= 5) {
                long[] shape = constants.value(Graph.input(node, 1)).integers();
                long last = shape.length == 0 ? 0 : shape[shape.length - 1];
                return last == hidden || last == -1;
            }
            return true;
        } catch (BadModel e) {
            return false;
        }
    }

    /** As y[:, -1] does: what is left out is steps or rows, by indices that the model stores. */
    private boolean picksSteps(NodeProto node) throws BadModel {
        if (!Graph.isStandard(node)) {
            return false;
        }
        return switch (node.getOpType()) {
            case "Gather" -> {
                constants.value(Graph.input(node, 1)).integers();
                yield isBeforeUnits(Attributes.of(node).integer("axis", 0));
            }
            case "Slice" -> {
                String axes = Graph.input(node, 3);
                yield graph.opset() >= 10
                        && !axes.isEmpty()
                        && Arrays.stream(constants.value(axes).integers()).allMatch(Head::isBeforeUnits);
            }
            default -> false;
        };
    }

    /** The units come third or fourth. */
    private static boolean isBeforeUnits(long axis) {
        return axis == 0 || axis == 1;
    }

    private Found found(NodeProto product, int hidden) throws BadModel {
        boolean gemm = product.getOpType().equals("Gemm");
        Tensor matrix = constants.value(Graph.input(product, 1));
        if (gemm) {
            Attributes attributes = Attributes.of(product);
            if (attributes.integer("transA", 0) != 0
                    || scale(attributes, "alpha") != 1
                    || scale(attributes, "beta") != 1) {
                throw new BadModel("it is scaled or transposed");
            }
            if (attributes.integer("transB", 0) != 0 && matrix.shape().length == 2) {
                int[] shape = {matrix.shape()[1], matrix.shape()[0]};
                matrix = matrix.picked(shape, 0, new int[] {1, matrix.shape()[1]}, budget);
            }
        }
        if (matrix.type() == null || matrix.shape().length != 2 || !matrix.has(hidden, matrix.shape()[1])) {
            throw BadModel.of(
                    "its matrix has shape %s; for %d units it must be [%d][classes]",
                    Tensor.text(matrix.shape()), hidden, hidden);
        }
        int outputs = matrix.shape()[1];
        String result = Graph.output(product, 0);
        String biasName = gemm ? Graph.input(product, 2) : "";
        if (!gemm
                && graph.users(result).size() == 1
                && graph.users(result).get(0).getOpType().equals("Add")) {
            NodeProto add = graph.users(result).get(0);
            biasName = Graph.input(add, Graph.input(add, 0).equals(result) ? 1 : 0);
            result = Graph.output(add, 0);
        }
        Tensor bias = biasName.isEmpty() ? null : constants.value(biasName);
        if (outputs == 0 || bias != null && (bias.type() == null || bias.values().length != outputs)) {
            throw new BadModel("its bias has another size than its matrix");
        }
        checkEnds(result);
        Finite.check("the matrix ", matrix.shape(), matrix.values());
        if (bias != null) {
            Finite.check("the bias ", bias.shape(), bias.values());
        }
        ElementType type = Objects.requireNonNull(matrix.type());
        return new Found(
                matrix.values(),
                bias == null ? null : bias.values(),
                outputs,
                bias == null ? type : RecurrentNode.wider(type, Objects.requireNonNull(bias.type())));
    }

    private static double scale(Attributes attributes, String name) throws BadModel {
        AttributeProto attribute = attributes.of(name, AttributeType.FLOAT, "a number");
        return attribute == null ? 1 : attribute.getF();
    }

    /** A layer whose results go on into another one is no head. */
    private void checkEnds(String result) throws BadModel {
        Deque<String> open = new ArrayDeque<>(List.of(result));
        for (int seen = 0; !open.isEmpty() && seen < REACH; seen++) {
            for (NodeProto user : graph.users(open.remove())) {
                if (Graph.passesOn(user)) {
                    open.add(Graph.output(user, 0));
                } else if (!ENDING.contains(user.getOpType())) {
                    throw BadModel.of("its results go on into %s", Graph.called(user));
                }
            }
        }
    }
}
