package grulab.engine.train;

import grulab.engine.cell.Parameter;
import grulab.model.Initialization;
import grulab.model.SeededRandom;

/** Where the weights start: the same for every convention, so that a run under another one can be compared. */
final class FirstWeights {
    private FirstWeights() {}

    static void draw(Network network, Initialization initialization, long seed) {
        SeededRandom random = SeededRandom.stream(seed, "weights");
        double bound = 1 / Math.sqrt(network.cell.hidden);
        for (Parameter p : network.parameters()) {
            boolean bias = p.name.startsWith("b");
            double[] values = new double[p.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = switch (initialization) {
                    case D2L -> bias ? 0 : 0.01 * random.nextGaussian();
                    case PYTORCH -> bound * (2 * random.nextDouble() - 1);
                };
            }
            p.load(values);
        }
        network.refresh(0, 1);
    }
}
