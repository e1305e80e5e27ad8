package grulab.engine;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import grulab.model.Case;
import grulab.model.CellType;
import grulab.model.ResetPosition;
import grulab.model.UpdateMeaning;
import grulab.model.Weights;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A case computed by ONNX Runtime's own GRU, LSTM or RNN, from weights in the layout that ONNX prescribes. */
final class OnnxRuntime {
    private final Case given;
    private final Weights weights;
    private final Map<String, long[]> shapes = new LinkedHashMap<>();
    private final Map<String, float[]> values = new HashMap<>();

    private OnnxRuntime(Case given) {
        this.given = given;
        // ONNX's z keeps the past; under the other meaning the same function has its negated weights.
        boolean relabel =
                given.weights().cell() == CellType.GRU && given.convention().update() == UpdateMeaning.ADMIT;
        weights = relabel ? given.weights().relabelled() : given.weights();
    }

    /** Every state h [T][B][H], as the operator's output Y has it. */
    static float[] states(Case given) {
        return new OnnxRuntime(given).run();
    }

    private float[] run() {
        int inputs = weights.inputs();
        int hidden = weights.hidden();
        List<String> gates = order(weights.cell());
        operand("X", numbers(given.x()), given.steps(), given.batch(), inputs);
        operand("W", stacked("W_i", gates, hidden * inputs), 1, gates.size() * hidden, inputs);
        operand("R", stacked("W_h", gates, hidden * hidden), 1, gates.size() * hidden, hidden);
        operand(
                "B",
                joined(stacked("b_i", gates, hidden), stacked("b_h", gates, hidden)),
                1,
                2 * gates.size() * hidden);
        shapes.put("sequence_lens", null);
        operand("initial_h", numbers(given.h0()), 1, given.batch(), hidden);
        if (weights.cell().hasCellState()) {
            operand("initial_c", numbers(given.c0()), 1, given.batch(), hidden);
        }
        Map<String, Integer> attributes = new LinkedHashMap<>(Map.of("hidden_size", hidden));
        if (weights.cell() == CellType.GRU) {
            attributes.put("linear_before_reset", given.convention().reset() == ResetPosition.AFTER ? 1 : 0);
        }
        Map<String, long[]> outputs = Map.of("Y", new long[] {given.steps(), 1, given.batch(), hidden});
        return compute(OnnxModel.bytes(weights.cell().title(), attributes, shapes, outputs));
    }

    private float[] compute(byte[] model) {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            try (OrtSession session = environment.createSession(model, options)) {
                Map<String, OnnxTensor> operands = new HashMap<>();
                for (Map.Entry<String, float[]> e : values.entrySet()) {
                    FloatBuffer buffer = FloatBuffer.wrap(e.getValue());
                    operands.put(e.getKey(), OnnxTensor.createTensor(environment, buffer, shapes.get(e.getKey())));
                }
                try (OrtSession.Result result = session.run(operands)) {
                    FloatBuffer states = ((OnnxTensor) result.get(0)).getFloatBuffer();
                    float[] copy = new float[states.remaining()];
                    states.get(copy);
                    return copy;
                } finally {
                    operands.values().forEach(OnnxTensor::close);
                }
            }
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The gates in the order in which ONNX stacks them. */
    private static List<String> order(CellType cell) {
        return switch (cell) {
            case GRU -> List.of("z", "r", "n");
            case LSTM -> List.of("i", "o", "f", "g");
            case RNN -> List.of("h");
        };
    }

    private void operand(String name, float[] array, long... shape) {
        shapes.put(name, shape);
        values.put(name, array);
    }

    private float[] stacked(String kind, List<String> gates, int size) {
        float[] all = new float[gates.size() * size];
        for (int g = 0; g < gates.size(); g++) {
            String name = kind + gates.get(g);
            if (weights.has(name)) {
                System.arraycopy(numbers(weights.get(name)), 0, all, g * size, size);
            }
        }
        return all;
    }

    private static float[] joined(float[] first, float[] second) {
        float[] both = new float[first.length + second.length];
        System.arraycopy(first, 0, both, 0, first.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static float[] numbers(double[] values) {
        float[] narrow = new float[values.length];
        for (int i = 0; i < narrow.length; i++) {
            narrow[i] = (float) values[i];
        }
        return narrow;
    }
}
