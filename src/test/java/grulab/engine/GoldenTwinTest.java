package grulab.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import grulab.engine.train.WatchedPass;
import grulab.engine.train.WeightsRun;
import grulab.engine.twin.TwinCells;
import grulab.model.Convention;
import grulab.model.Optimizer;
import grulab.model.Pairing;
import grulab.model.Passage;
import grulab.model.Quantity;
import grulab.model.ResetPosition;
import grulab.model.Sampling;
import grulab.model.Snapshot;
import grulab.model.Twin;
import grulab.model.UpdateMeaning;
import grulab.model.Weights;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Twin cells, of the golden GRUs,")
class GoldenTwinTest {
    private static final Convention TEXTBOOK = new Convention(ResetPosition.BEFORE, UpdateMeaning.KEEP);
    private static final int INPUTS = 3;
    private static final int HIDDEN = 4;
    private static final int STEPS = 6;
    private static final int ROWS = 2;

    private static final TwinCells.Writing NOTHING = new TwinCells.Writing() {
        @Override
        public int[] prefix(Passage passage) {
            return new int[] {0};
        }

        @Override
        public String text(int[] symbols) {
            return "";
        }
    };

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    @DisplayName("with the same weights and another reset position part at once, at the product, by what libtorch says")
    void sameWeights(int row) {
        GoldenFile golden = new GoldenFile("gru_reset_same_weights");
        Snapshot a = window(golden, "params", Convention.PYTORCH, row);
        Twin twin = TwinCells.of(a, TEXTBOOK, Pairing.SAME_WEIGHTS, NOTHING);
        double[] expected = row(golden.numbers("abs_dh"), row, HIDDEN);
        double largest = Arrays.stream(expected).max().orElseThrow();
        assertThat(twin.difference().largest()).isCloseTo(largest, within(1e-12));
        for (int i = 0; i < expected.length; i++) {
            assertThat((double) twin.difference().delta()[i]).isCloseTo(expected[i], within(1e-7));
        }
        assertThat(twin.difference().t()).isZero();
        int unit = IntStream.range(0, HIDDEN)
                .reduce((k, m) -> expected[m] > expected[k] ? m : k)
                .orElseThrow();
        assertThat(twin.difference().unit()).isEqualTo(unit);
        assertThat(twin.difference().quantity()).isEqualTo(Quantity.PRODUCT);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    @DisplayName("are libtorch's pair when they are relabelled, and its other function when they are not")
    void polarity(int row) {
        GoldenFile golden = new GoldenFile("gru_polarity_pair");
        Snapshot a = window(golden, "params_K", TEXTBOOK, row);
        Convention admit = TEXTBOOK.with(UpdateMeaning.ADMIT);
        Twin twin = TwinCells.of(a, admit, Pairing.RELABELLED, NOTHING);
        Snapshot expected = window(golden, "params_U", admit, row);
        expected.weights()
                .arrays()
                .forEach((name, values) ->
                        assertThat(twin.b().weights().get(name)).as(name).containsExactly(values));
        assertThat(twin.difference().largest()).isLessThanOrEqualTo(1e-12);
        assertThat(twin.difference().engineLargest()).isLessThanOrEqualTo(2e-6);
        double[] h = row(golden.numbers("U.h"), row, HIDDEN);
        for (int i = 0; i < h.length; i++) {
            assertThat((double) twin.b().trace().of(Quantity.STATE)[i]).isCloseTo(h[i], within(1e-6));
        }
        Twin other = TwinCells.of(a, admit, Pairing.SAME_WEIGHTS, NOTHING);
        assertThat(other.difference().t()).isZero();
        assertThat(other.difference().quantity()).isEqualTo(Quantity.STATE);
    }

    /** A window whose symbols stand for the vectors of one row: W of symbol t is W x_t. */
    private static Snapshot window(GoldenFile golden, String parameters, Convention convention, int row) {
        Map<String, double[]> arrays = new LinkedHashMap<>(golden.parameters(parameters));
        double[] x = row(golden.numbers("inputs.x"), row, INPUTS);
        for (String gate : golden.cell().gates()) {
            arrays.computeIfPresent("W_i" + gate, (name, w) -> read(w, x));
        }
        arrays.put("W_hq", new double[HIDDEN * STEPS]);
        Weights weights = new Weights(golden.cell(), STEPS, HIDDEN, STEPS, arrays);
        int[] symbols = IntStream.range(0, STEPS).toArray();
        Passage passage = new Passage(0, symbols, symbols, Collections.nCopies(STEPS, "x"));
        float[] start = new float[HIDDEN];
        for (int k = 0; k < HIDDEN; k++) {
            start[k] = (float) golden.numbers("inputs.h0")[row * HIDDEN + k];
        }
        WatchedPass pass = new WeightsRun(weights, convention).read(passage, start);
        return new Snapshot(
                1,
                0,
                Experiments.of(convention, HIDDEN, 1, STEPS, Optimizer.SGD, Sampling.SEQUENTIAL),
                passage,
                pass.trace(),
                weights,
                pass.loss());
    }

    /** [H×T]: a column for each vector. */
    private static double[] read(double[] w, double[] x) {
        double[] columns = new double[HIDDEN * STEPS];
        for (int k = 0; k < HIDDEN; k++) {
            for (int t = 0; t < STEPS; t++) {
                for (int i = 0; i < INPUTS; i++) {
                    columns[k * STEPS + t] += w[k * INPUTS + i] * x[t * INPUTS + i];
                }
            }
        }
        return columns;
    }

    /** One row of [T][B][width]. */
    private static double[] row(double[] all, int row, int width) {
        double[] part = new double[STEPS * width];
        for (int t = 0; t < STEPS; t++) {
            System.arraycopy(all, (t * ROWS + row) * width, part, t * width, width);
        }
        return part;
    }
}
