package grulab.interop.code;

import grulab.model.ArrayLayout;
import grulab.model.LayoutBlock;
import grulab.model.Side;
import java.util.ArrayList;
import java.util.List;

/** ND4J's gru or gruCell in a program: the one reads all steps, the other one. */
record Nd4jOperation(Plan plan, Layer layer) {
    private boolean isGru() {
        return layer.row().id().equals("nd4j-gru");
    }

    /** As its users call it. */
    String name() {
        return isGru() ? "ND4J's gru" : "ND4J's gruCell";
    }

    /** Static methods that it needs. */
    List<String> functions() {
        return List.of("org.nd4j.linalg.indexing.NDArrayIndex.all", "org.nd4j.linalg.indexing.NDArrayIndex.interval");
    }

    /** Classes that it needs. Of NDRNN.gruCell the inputs never reach the operation in 1.0.0-M2.1. */
    List<String> classes() {
        return isGru() ? List.of() : List.of("org.nd4j.linalg.api.ops.DynamicCustomOp");
    }

    /** The lines that make the parameters of the formulas. */
    List<String> gates() {
        List<String> lines = new ArrayList<>(List.of("    // the operation's arrays hold the gates side by side"));
        layer.row().arrays().forEach(array -> lines.addAll(cut(array)));
        return lines;
    }

    /** The gates of an array of the operation. */
    private List<String> cut(ArrayLayout array) {
        List<String> lines = new ArrayList<>();
        int top = 0;
        for (List<LayoutBlock> row : array.rows()) {
            int high = row.get(0).side() == Side.INPUT ? plan.inputs() : plan.hidden();
            for (int k = 0; k < row.size(); k++) {
                String columns = interval(k * plan.hidden(), (k + 1) * plan.hidden());
                String rows = array.rows().size() == 1 ? "all()" : interval(top, top + high);
                lines.add("    %s = w.get(\"%s\").get(%s);"
                        .formatted(
                                plan.symbol(row.get(k)),
                                array.name(),
                                array.transposed() ? rows + ", " + columns : columns));
            }
            top += high;
        }
        return lines;
    }

    private static String interval(int from, int to) {
        return "interval(%d, %d)".formatted(from, to);
    }

    /** The method that runs it over all steps. */
    List<String> method() {
        List<String> lines = new ArrayList<>();
        lines.add("/** h of every step [T, B, H], as " + name() + " computes it. */");
        lines.add("INDArray layer(INDArray x, INDArray h) {");
        if (isGru()) {
            lines.add("    return Nd4j.rnn().gru(x, h, w.get(\"Wx\"), w.get(\"Wh\"), w.get(\"b\"));");
        } else {
            lines.addAll(List.of(
                    "    INDArray[] states = new INDArray[(int) x.size(0)];",
                    "    for (int t = 0; t < states.length; t++) {",
                    "        INDArray[] made = Nd4j.exec(DynamicCustomOp.builder(\"gruCell\")",
                    "                .addInputs(x.slice(t), h, w.get(\"Wru\"), w.get(\"Wc\"), w.get(\"bru\"), w.get(\"bc\"))",
                    "                .build()); // r, z, n, h",
                    "        h = made[3];",
                    "        states[t] = h;",
                    "    }",
                    "    return Nd4j.stack(0, states);"));
        }
        lines.add("}");
        return lines;
    }
}
