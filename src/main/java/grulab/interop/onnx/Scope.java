package grulab.interop.onnx;

import grulab.interop.JsonPlace;
import grulab.interop.file.BadModel;
import onnx.format.GraphProto;

/**
 * A graph of a model: the whole, or one inside a node.
 *
 * @param place what names in it begin with: If_0/then_branch/, nothing for the whole
 * @param depth in how many nodes it is
 */
record Scope(Graph graph, Constants constants, Head head, String place, int depth) {
    private static final int PLACE = 120;

    Scope(Graph graph, Constants constants, Budget budget) {
        this(graph, constants, new Head(graph, constants, budget), "", 0);
    }

    /**
     * A graph inside a node of this one.
     *
     * @param node what the node is called
     * @param attribute the branch or body that it is
     */
    Scope inner(GraphProto inner, String node, String attribute, Budget budget) throws BadModel {
        Graph other = new Graph(inner, graph);
        Constants known = constants.of(other);
        return new Scope(other, known, new Head(other, known, budget), place(node, attribute), depth + 1);
    }

    /** What the names in a graph inside a node begin with; of the longest, the end. */
    String place(String node, String attribute) {
        String whole = named(node) + "/" + JsonPlace.quoted(attribute) + "/";
        return whole.length() <= PLACE ? whole : "…" + whole.substring(whole.length() - PLACE);
    }

    /** A node's name with its place in front; PyTorch's names begin with a slash themselves. */
    String named(String node) {
        return place.isEmpty() || !node.startsWith("/") ? place + node : place + node.substring(1);
    }
}
