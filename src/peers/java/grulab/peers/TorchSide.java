package grulab.peers;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import grulab.model.BatchSource;
import grulab.model.Weights;

/** libtorch, doing what Dive into Deep Learning's concise model does: F.one_hot, nn.GRU, nn.Linear, cross-entropy, SGD. */
final class TorchSide implements Side {
    private final Work work;
    private final BatchSource source;
    private final TorchNetwork network;
    private final int[] inputs;
    private final int[] targets;
    private NDList state;

    TorchSide(Work work, Weights start, BatchSource source, int threads) {
        this.work = work;
        this.source = source;
        network = new TorchNetwork(start, DataType.FLOAT32, threads);
        inputs = new int[work.steps() * work.batch()];
        targets = new int[inputs.length];
        state = zero();
    }

    @Override
    public double step() {
        if (!source.next(inputs, targets)) {
            state.close();
            state = zero();
        }
        try (NDManager manager = network.manager().newSubManager()) {
            NDArray x = manager.create(inputs, new Shape(work.steps(), work.batch()))
                    .oneHot(work.vocabulary());
            NDArray classes =
                    manager.create(targets, new Shape(targets.length, 1)).toType(DataType.INT64, false);
            state.attach(manager);
            TorchNetwork.Pass pass = network.run(x, state, classes);
            network.descend(work.learningRate(), work.clip());
            state = pass.last();
            state.attach(network.manager());
            return TorchNetwork.number(pass.loss());
        }
    }

    private NDList zero() {
        NDList zero = new NDList();
        for (int i = 0; i < network.carried(); i++) {
            zero.add(network.manager().zeros(new Shape(1, work.batch(), work.hidden())));
        }
        return zero;
    }

    @Override
    public void close() {
        network.close();
    }
}
