package grulab.peers;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.core.Linear;
import ai.djl.nn.recurrent.RNN;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.GradientCollector;
import grulab.model.CellType;
import grulab.model.Weights;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * nn.GRU, nn.LSTM or nn.RNN with nn.Linear behind it, as libtorch has them: at::gru, at::lstm, at::rnn_tanh and their
 * autograd, called through DJL. What a pass makes belongs to the manager of its input.
 */
final class TorchNetwork implements AutoCloseable {
    /**
     * @param states h [T×B×H]
     * @param logits [T·B×O]
     * @param loss mean cross-entropy in nats
     * @param last h, and c of an LSTM, after the last step, each [1×B×H] and cut off from the gradient
     */
    record Pass(NDArray states, NDArray logits, NDArray loss, NDList last) {}

    private final Weights shapes;
    private final TorchLayout layout;
    private final DataType type;
    private final NDManager manager = NDManager.newBaseManager();
    private final NDList parameters = new NDList();
    /** How many of the parameters are the recurrent layer's. */
    private final int ofCell;

    /** @param threads that libtorch may use, here and in every network of this process from now on */
    TorchNetwork(Weights weights, DataType type, int threads) {
        JniUtils.setNumThreads(threads);
        shapes = weights;
        layout = new TorchLayout(weights);
        ofCell = layout.hasBiases() ? 4 : 2;
        this.type = type;
        for (TorchLayout.Packed packed : layout.all()) {
            NDArray array = array(manager, layout.pack(packed), packed.shape());
            array.setRequiresGradient(true);
            parameters.add(array);
        }
    }

    /** Values in this network's precision. */
    NDArray array(NDManager owner, double[] values, long... shape) {
        if (type == DataType.FLOAT64) {
            return owner.create(values, new Shape(shape));
        }
        float[] narrow = new float[values.length];
        for (int i = 0; i < narrow.length; i++) {
            narrow[i] = (float) values[i];
        }
        return owner.create(narrow, new Shape(shape));
    }

    /**
     * Forward and backward, which leaves the gradients with the parameters and with whatever input wants one.
     *
     * @param x [T×B×I]
     * @param start h, and c of an LSTM, each [1×B×H]
     * @param targets class numbers [T·B×1], int64
     */
    Pass run(NDArray x, NDList start, NDArray targets) {
        try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
            NDList out = recurrent(x, start);
            NDArray states = out.get(0);
            NDArray logits = linear(states.reshape(-1, shapes.hidden()));
            NDArray loss = logits.logSoftmax(-1).gather(targets, 1).mean().neg();
            collector.backward(loss);
            NDList last = new NDList();
            out.subNDList(1).forEach(state -> last.add(state.stopGradient()));
            return new Pass(states, logits, loss, last);
        }
    }

    private NDList recurrent(NDArray x, NDList start) {
        NDList own = parameters.subNDList(0, ofCell);
        boolean biases = layout.hasBiases();
        return switch (shapes.cell()) {
            case GRU -> x.getNDArrayInternal().gru(x, start.get(0), own, biases, 1, 0, true, false, false);
            case LSTM -> x.getNDArrayInternal().lstm(x, start, own, biases, 1, 0, true, false, false);
            case RNN ->
                x.getNDArrayInternal().rnn(x, start.get(0), own, biases, 1, RNN.Activation.TANH, 0, true, false, false);
        };
    }

    private NDArray linear(NDArray rows) {
        NDArray weight = parameters.get(ofCell);
        return (parameters.size() == ofCell + 1
                        ? Linear.linear(rows, weight)
                        : Linear.linear(rows, weight, parameters.get(ofCell + 1)))
                .singletonOrThrow();
    }

    /**
     * One step of SGD with the gradient clipped by its global norm, as torch.nn.utils.clip_grad_norm_ and torch.optim.SGD
     * do it: array by array. The gradients are zero afterwards.
     *
     * @return the norm before clipping
     */
    double descend(double rate, double clip) {
        try (NDManager step = manager.newSubManager()) {
            NDList gradients = new NDList();
            NDList norms = new NDList();
            for (NDArray parameter : parameters) {
                NDArray gradient = parameter.getGradient();
                gradient.attach(step);
                gradients.add(gradient);
                norms.add(gradient.norm());
            }
            double norm = number(NDArrays.stack(norms).norm());
            for (int k = 0; k < parameters.size(); k++) {
                gradients.get(k).muli(rate * Math.min(1, clip / norm));
                parameters.get(k).subi(gradients.get(k));
            }
            forget();
            return norm;
        }
    }

    /** Sets the gradients to zero. */
    void forget() {
        parameters.forEach(parameter -> JniUtils.zeroGrad((PtNDArray) parameter));
    }

    Map<String, double[]> gradients() {
        return layout.unpack(parameters.stream()
                .map(parameter -> {
                    try (NDArray gradient = parameter.getGradient()) {
                        return numbers(gradient);
                    }
                })
                .toList());
    }

    Weights weights() {
        Map<String, double[]> values =
                layout.unpack(parameters.stream().map(TorchNetwork::numbers).toList());
        return new Weights(shapes.cell(), shapes.inputs(), shapes.hidden(), shapes.outputs(), values);
    }

    /** How many states the cell carries: h, and c of an LSTM. */
    int carried() {
        return shapes.cell() == CellType.LSTM ? 2 : 1;
    }

    NDManager manager() {
        return manager;
    }

    static double number(NDArray scalar) {
        return numbers(scalar)[0];
    }

    /** All values, row-major. */
    static double[] numbers(NDArray array) {
        if (array.getDataType() == DataType.FLOAT64) {
            return array.toDoubleArray();
        }
        float[] narrow = array.toFloatArray();
        return IntStream.range(0, narrow.length).mapToDouble(i -> narrow[i]).toArray();
    }

    @Override
    public void close() {
        manager.close();
    }
}
