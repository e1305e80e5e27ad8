package grulab.interop.onnx;

import grulab.interop.JsonPlace;
import grulab.interop.file.BadModel;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import onnx.format.NodeProto;
import onnx.format.TensorProto;
import org.jspecify.annotations.Nullable;

/**
 * What the values of a graph are that depend on no input: stored arrays, and what nodes make of them; in a graph inside
 * another one also those around it.
 */
final class Constants {
    /** Exporters put three or four nodes between an array and the layer that uses it. */
    private static final int DEPTH = 50;

    private final Graph graph;
    private final @Nullable Constants outer;
    private final TensorReader reader;
    private final Budget budget;
    private final Folding folding;
    private final Map<String, Tensor> known = new HashMap<>();
    private final Map<String, BadModel> refused = new HashMap<>();
    /** What is being made, here and around. */
    private final Set<String> under;

    Constants(Graph graph, TensorReader reader, Budget budget) {
        this(graph, null, reader, budget, new HashSet<>());
    }

    private Constants(Graph graph, @Nullable Constants outer, TensorReader reader, Budget budget, Set<String> under) {
        this.graph = graph;
        this.outer = outer;
        this.reader = reader;
        this.budget = budget;
        this.under = under;
        this.folding = new Folding(this, reader, graph.opset(), budget);
    }

    /** Those of a graph inside this one. */
    Constants of(Graph inner) {
        return new Constants(inner, this, reader, budget, under);
    }

    /**
     * @param name of a value
     * @throws BadModel if it depends on the model's input, or cannot be worked out; asked again, the same
     */
    Tensor value(String name) throws BadModel {
        if (outer != null && !graph.has(name)) {
            return outer.value(name);
        }
        BadModel before = refused.get(name);
        if (before != null) {
            throw before;
        }
        Tensor value = known.get(name);
        if (value == null) {
            try {
                value = made(name);
            } catch (BadModel e) {
                refused.put(name, e);
                throw e;
            }
            known.put(name, value);
        }
        return value;
    }

    private Tensor made(String name) throws BadModel {
        TensorProto stored = graph.stored(name);
        if (stored != null) {
            try {
                return reader.read(stored);
            } catch (BadModel e) {
                throw e.in(JsonPlace.quoted(name));
            }
        }
        NodeProto maker = graph.maker(name);
        if (maker == null) {
            throw BadModel.of(
                    !graph.isInput(name)
                            ? "%s is nowhere in the model; export it again"
                            : graph.isInner()
                                    ? "%s is handed in anew at every run of the graph that it is in; only weights that are"
                                            + " stored can be read"
                                    : "%s is an input of the model; only weights that are stored in it can be read",
                    JsonPlace.quoted(name));
        }
        if (under.size() >= DEPTH || !under.add(name)) {
            throw BadModel.of(
                    under.contains(name) ? "%s is made of itself" : "%s is made by too long a chain of nodes",
                    JsonPlace.quoted(name));
        }
        try {
            return folding.output(maker, name);
        } finally {
            under.remove(name);
        }
    }
}
