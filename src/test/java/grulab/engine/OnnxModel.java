package grulab.engine;

import java.util.Map;

/**
 * An ONNX model of one node, in the bytes of an .onnx file. All operands are inputs of the graph, so that a model
 * depends on its shapes alone. The field numbers are those of onnx.proto.
 */
final class OnnxModel {
    /** The first operator set in which GRU, LSTM and RNN have the attribute layout; what it leaves out has not changed since set 7. */
    private static final int OPERATOR_SET = 14;

    private static final int IR_VERSION = 8;
    private static final int FLOAT = 1;
    private static final int INTEGER_ATTRIBUTE = 2;

    private OnnxModel() {}

    /**
     * @param operator GRU, LSTM or RNN
     * @param attributes of the node, by name
     * @param operands shape of each by name, in the operator's order; null leaves one out
     * @param outputs shape of each by name, in the operator's order
     */
    static byte[] bytes(
            String operator,
            Map<String, Integer> attributes,
            Map<String, long[]> operands,
            Map<String, long[]> outputs) {
        Protobuf node = new Protobuf();
        operands.forEach((name, shape) -> node.text(1, shape == null ? "" : name));
        outputs.keySet().forEach(name -> node.text(2, name));
        node.text(4, operator);
        attributes.forEach((name, value) ->
                node.message(5, new Protobuf().text(1, name).number(3, value).number(20, INTEGER_ATTRIBUTE)));

        Protobuf graph = new Protobuf().message(1, node).text(2, operator);
        operands.forEach((name, shape) -> {
            if (shape != null) {
                graph.message(11, value(name, shape));
            }
        });
        outputs.forEach((name, shape) -> graph.message(12, value(name, shape)));
        return new Protobuf()
                .number(1, IR_VERSION)
                .message(7, graph)
                .message(8, new Protobuf().number(2, OPERATOR_SET))
                .toBytes();
    }

    private static Protobuf value(String name, long[] shape) {
        Protobuf dimensions = new Protobuf();
        for (long size : shape) {
            dimensions.message(1, new Protobuf().number(1, size));
        }
        Protobuf tensor = new Protobuf().number(1, FLOAT).message(2, dimensions);
        return new Protobuf().text(1, name).message(2, new Protobuf().message(1, tensor));
    }
}
