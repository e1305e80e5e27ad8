package grulab.engine.math;

import static grulab.engine.math.VectorKernels.L;
import static grulab.engine.math.VectorKernels.S;
import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.VectorOperators.ADD;

import jdk.incubator.vector.FloatVector;

/** Twelve chains of fused multiply-adds, which hide each other's latency, in vectors. */
final class VectorPeak {
    private static final int STEPS = 1000;
    /** Floating point operations of a round. */
    static final double FLOP = 2.0 * 12 * L * STEPS;

    private VectorPeak() {}

    static float run(int rounds) {
        FloatVector a = broadcast(S, 0.999f);
        FloatVector b = broadcast(S, 0.001f);
        FloatVector x0 = b;
        FloatVector x1 = b;
        FloatVector x2 = b;
        FloatVector x3 = b;
        FloatVector x4 = b;
        FloatVector x5 = b;
        FloatVector x6 = b;
        FloatVector x7 = b;
        FloatVector x8 = b;
        FloatVector x9 = b;
        FloatVector x10 = b;
        FloatVector x11 = b;
        for (int i = 0; i < rounds * STEPS; i++) {
            x0 = x0.fma(a, b);
            x1 = x1.fma(a, b);
            x2 = x2.fma(a, b);
            x3 = x3.fma(a, b);
            x4 = x4.fma(a, b);
            x5 = x5.fma(a, b);
            x6 = x6.fma(a, b);
            x7 = x7.fma(a, b);
            x8 = x8.fma(a, b);
            x9 = x9.fma(a, b);
            x10 = x10.fma(a, b);
            x11 = x11.fma(a, b);
        }
        FloatVector low = x0.add(x1).add(x2).add(x3).add(x4).add(x5);
        return low.add(x6).add(x7).add(x8).add(x9).add(x10).add(x11).reduceLanes(ADD);
    }
}
