package grulab.peers;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** The most that one thread reaches: fused multiply-adds in twelve chains that do not wait for each other, no memory. */
final class Peak {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int CHAINS = 12;
    private static final int LENGTH = 4_000_000;
    private static final int ROUNDS = 40;

    private Peak() {}

    /** GFLOP/s of one thread, the best of several rounds. */
    static double gigaflops() {
        double best = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long began = System.nanoTime();
            float result = chains();
            double seconds = (System.nanoTime() - began) * 1e-9;
            if (Float.isFinite(result)) {
                best = Math.max(best, 2.0 * CHAINS * LENGTH * SPECIES.length() / seconds * 1e-9);
            }
        }
        return best;
    }

    private static float chains() {
        FloatVector a = FloatVector.broadcast(SPECIES, 0.999f);
        FloatVector b = FloatVector.broadcast(SPECIES, 0.001f);
        FloatVector x0 = b, x1 = b, x2 = b, x3 = b, x4 = b, x5 = b;
        FloatVector x6 = b, x7 = b, x8 = b, x9 = b, xa = b, xb = b;
        for (int i = 0; i < LENGTH; i++) {
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
            xa = xa.fma(a, b);
            xb = xb.fma(a, b);
        }
        FloatVector left = x0.add(x1).add(x2).add(x3).add(x4).add(x5);
        FloatVector right = x6.add(x7).add(x8).add(x9).add(xa).add(xb);
        return left.add(right).reduceLanes(VectorOperators.ADD);
    }
}
