package grulab.interop.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import grulab.model.Case;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A model run by ONNX Runtime. */
final class OnnxSession {
    private OnnxSession() {}

    /** Every output by its name, for the input and the start of a case. */
    static Map<String, double[]> run(Path model, Case given) {
        int hidden = given.weights().hidden();
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        Map<String, OnnxTensor> inputs = new HashMap<>();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
            try (OrtSession session = environment.createSession(model.toString(), options)) {
                long[] state = {1, given.batch(), hidden};
                long[] sequence = {given.steps(), given.batch(), given.weights().inputs()};
                inputs.put("x", tensor(environment, given.x(), sequence));
                inputs.put("h0", tensor(environment, given.h0(), state));
                if (given.c0().length > 0) {
                    inputs.put("c0", tensor(environment, given.c0(), state));
                }
                try (OrtSession.Result result = session.run(inputs)) {
                    Map<String, double[]> outputs = new HashMap<>();
                    for (Map.Entry<String, OnnxValue> e : result) {
                        outputs.put(e.getKey(), numbers((OnnxTensor) e.getValue()));
                    }
                    return outputs;
                }
            }
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
    }

    private static OnnxTensor tensor(OrtEnvironment environment, double[] values, long... shape) throws OrtException {
        FloatBuffer numbers = FloatBuffer.allocate(values.length);
        for (double value : values) {
            numbers.put((float) value);
        }
        return OnnxTensor.createTensor(environment, numbers.flip(), shape);
    }

    private static double[] numbers(OnnxTensor tensor) {
        FloatBuffer buffer = tensor.getFloatBuffer();
        double[] values = new double[buffer.remaining()];
        for (int i = 0; i < values.length; i++) {
            values[i] = buffer.get(i);
        }
        return values;
    }
}
