package grulab.peers;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import grulab.model.Answer;
import grulab.model.Array;
import grulab.model.Case;
import grulab.model.Weights;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A case computed by libtorch: h, logits, loss, the gradients of every parameter, x, h0 and c0, and the training. */
final class TorchCase {
    private final Case given;
    private final TorchNetwork network;
    private final NDArray x;
    private final NDList start = new NDList();
    private final NDArray targets;

    private TorchCase(Case given, TorchNetwork network, NDManager manager) {
        this.given = given;
        this.network = network;
        Weights w = given.weights();
        x = network.array(manager, given.x(), given.steps(), given.batch(), w.inputs());
        start.add(network.array(manager, given.h0(), 1, given.batch(), w.hidden()));
        if (w.cell().hasCellState()) {
            start.add(network.array(manager, given.c0(), 1, given.batch(), w.hidden()));
        }
        long[] numbers = Arrays.stream(Objects.requireNonNull(given.targets()))
                .asLongStream()
                .toArray();
        targets = manager.create(numbers, new Shape(numbers.length, 1));
        x.setRequiresGradient(true);
        start.forEach(state -> state.setRequiresGradient(true));
    }

    /**
     * @param given with a head and targets; a GRU with reset after and z that keeps
     * @param type FLOAT32 or FLOAT64
     */
    static Answer run(Case given, DataType type) {
        try (TorchNetwork network = new TorchNetwork(given.weights(), type, 1);
                NDManager manager = network.manager().newSubManager()) {
            return new TorchCase(given, network, manager).answer();
        }
    }

    private Answer answer() {
        TorchNetwork.Pass pass = network.run(x, start, targets);
        Weights w = given.weights();
        Map<String, Array> gradients = new LinkedHashMap<>();
        network.gradients().forEach((name, values) -> gradients.put(name, Array.of(values, w.shape(name))));
        gradients.put("x", window(x.getGradient()));
        gradients.put("h0", state(start.get(0).getGradient()));
        if (start.size() > 1) {
            gradients.put("c0", state(start.get(1).getGradient()));
        }
        Map<String, Array> forward = Map.of("h", window(pass.states()), "logits", window(pass.logits()));
        return new Answer(forward, TorchNetwork.number(pass.loss()), gradients, train());
    }

    private Answer.@Nullable TrainingResult train() {
        Case.Training training = given.training();
        if (training == null) {
            return null;
        }
        network.forget();
        double[] loss = new double[training.steps()];
        double[] norm = new double[training.steps()];
        for (int s = 0; s < training.steps(); s++) {
            loss[s] = TorchNetwork.number(network.run(x, start, targets).loss());
            norm[s] = network.descend(training.lr(), training.clip());
        }
        return new Answer.TrainingResult(loss, norm, network.weights());
    }

    private Array window(NDArray array) {
        double[] values = TorchNetwork.numbers(array);
        int rows = given.steps() * given.batch();
        return Array.of(values, given.steps(), given.batch(), values.length / rows);
    }

    private Array state(NDArray array) {
        return Array.of(
                TorchNetwork.numbers(array), given.batch(), given.weights().hidden());
    }
}
