package grulab.jmh;

import grulab.engine.math.KernelChoice;
import grulab.engine.math.KernelKind;
import grulab.engine.math.Kernels;
import grulab.engine.math.Squash;
import grulab.engine.math.Strips;
import grulab.engine.math.VectorSquash;
import grulab.model.SeededRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The kernels alone, at the sizes of a GRU's training step with 32 rows, 35 steps and 28 symbols; in microseconds a call.
 * What operations a call has is said of each, so that GFLOP/s are a division away.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
        value = 2,
        jvmArgsAppend = {"--add-modules", "jdk.incubator.vector", "-Djdk.incubator.vector.VECTOR_ACCESS_OOB_CHECK=0"})
public class KernelTimes {
    private static final int BATCH = 32;
    private static final int STEPS = 35;
    private static final int ROWS = STEPS * BATCH;
    private static final int SYMBOLS = 28;

    @Param({"VECTOR", "PLAIN"})
    public KernelKind kind;

    /** H. */
    @Param({"64", "256", "512"})
    public int units;

    private Kernels kernels;
    private Strips h;
    private Strips u;
    private Strips back;
    private Strips gates;
    private Strips flow;
    private Strips gradient;
    private Strips scores;
    private Strips logits;
    private float[] bias;
    private int[] targets;

    @Setup
    public void make() {
        kernels = new KernelChoice(kind).make();
        int lanes = kernels.lanes(units);
        h = filled(ROWS, units, lanes);
        u = filled(units, 3 * units, lanes);
        back = filled(3 * units, units, lanes);
        gates = filled(ROWS, 3 * units, lanes);
        flow = filled(BATCH, units, lanes);
        gradient = filled(units, 3 * units, lanes);
        scores = filled(ROWS, SYMBOLS, kernels.lanes(SYMBOLS));
        logits = filled(ROWS, SYMBOLS, kernels.lanes(SYMBOLS));
        bias = new float[SYMBOLS + lanes];
        targets = new int[ROWS];
    }

    private static Strips filled(int rows, int columns, int lanes) {
        SeededRandom random = SeededRandom.stream(1, "kernels");
        Strips strips = new Strips(rows, columns, lanes);
        for (int i = 0; i < strips.a.length; i++) {
            strips.a[i] = (float) random.nextGaussian() * 0.1f;
        }
        return strips;
    }

    /** h U of one step, again and again: 2 · 32 · H · 3 H operations. */
    @Benchmark
    public void product() {
        kernels.keep(u);
        kernels.product(h, 0, 0, units, u, 0, 0, gates, 0, 0, BATCH, u.count, false);
    }

    /** What flows back through U, added to what was there: as many. */
    @Benchmark
    public void productBack() {
        kernels.keep(back);
        kernels.product(gates, 0, 0, 3 * units, back, 0, 0, flow, 0, 0, BATCH, back.count, true);
    }

    /** ∂L/∂U of a window: 35 times as many. */
    @Benchmark
    public void weightGradient() {
        kernels.gradient(h, 0, 0, units, gates, 0, 0, gradient, 0, u.count, ROWS);
    }

    /** σ of 32 rows of H units. */
    @Benchmark
    public void sigmoid() {
        if (kind == KernelKind.VECTOR) {
            VectorSquash.sigmoid(flow.a, 0, BATCH * units, 1);
        } else {
            Squash.sigmoid(flow.a, 0, BATCH * units, 1);
        }
    }

    /** Softmax, cross-entropy and its gradient of a window, 1,120 rows of 28 symbols. */
    @Benchmark
    public double crossEntropy() {
        System.arraycopy(scores.a, 0, logits.a, 0, scores.a.length);
        double loss = 0;
        for (int row = 0; row < ROWS; row += Kernels.ROWS) {
            loss += kernels.crossEntropy(logits, bias, targets, row, Kernels.ROWS, 1f / ROWS);
        }
        return loss;
    }
}
