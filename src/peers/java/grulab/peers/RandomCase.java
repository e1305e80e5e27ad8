package grulab.peers;

import grulab.model.Case;
import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.SeededRandom;
import grulab.model.Weights;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A case of given sizes, always with the same numbers, which are exact in float32; a GRU has nn.GRU's convention. */
record RandomCase(CellType cell, int inputs, int hidden, int steps, int batch, int outputs, boolean biases) {

    Case toCase(Case.@Nullable Training training) {
        SeededRandom random = new SeededRandom(1000L * hidden + steps);
        Weights weights = RandomWeights.uniform(cell, inputs, hidden, outputs, biases, random);
        int rows = steps * batch;
        int[] targets =
                IntStream.generate(() -> random.nextInt(outputs)).limit(rows).toArray();
        return new Case(
                toString(),
                Convention.PYTORCH,
                weights,
                steps,
                batch,
                uniform(random, rows * inputs),
                uniform(random, batch * hidden),
                uniform(random, cell.hasCellState() ? batch * hidden : 0),
                targets,
                training);
    }

    private static double[] uniform(SeededRandom random, int size) {
        return DoubleStream.generate(() -> (float) (4 * random.nextDouble() - 2))
                .limit(size)
                .toArray();
    }

    @Override
    public String toString() {
        return "%s I %d, H %d, T %d, B %d, O %d%s"
                .formatted(cell.title(), inputs, hidden, steps, batch, outputs, biases ? "" : ", no biases");
    }
}
