package grulab.engine.math;

import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What decides between the kernels.
 *
 * @param wish vector, plain, or anything else for no wish
 * @param module whether the vector module is there
 * @param fused whether the machine multiplies and adds in one instruction
 * @param openBlas whether OpenBLAS can be loaded; asking loads it
 * @param race measures both
 * @param remembered outcomes of earlier races
 */
record KernelRules(
        @Nullable String wish,
        boolean module,
        boolean fused,
        BooleanSupplier openBlas,
        Supplier<RaceResult> race,
        RaceMemory remembered) {
    private static final String PLAIN = "plain loops and OpenBLAS";

    static KernelRules ofThisProcess() {
        return new KernelRules(
                System.getProperty("grulab.kernels"),
                VectorModule.isThere(),
                VectorModule.fusesMultiplyAdd(),
                OpenBlas::isThere,
                KernelRace::run,
                RaceMemory.ofThisUser());
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }

    KernelChoice choose() {
        if ("plain".equals(wish)) {
            return new KernelChoice(KernelKind.PLAIN, PLAIN + ", as grulab.kernels says");
        }
        if (!module) {
            return new KernelChoice(KernelKind.PLAIN, PLAIN + ": Java runs without the module jdk.incubator.vector");
        }
        if (!fused) {
            return new KernelChoice(KernelKind.PLAIN, PLAIN + ": this processor has no fused multiply-add");
        }
        String tile = "vector tile, " + VectorKernels.bits() + " bit";
        if ("vector".equals(wish)) {
            return new KernelChoice(KernelKind.VECTOR, tile + ", as grulab.kernels says");
        }
        RaceResult result = remembered.read();
        if (result == null) {
            if (!openBlas.getAsBoolean()) {
                return new KernelChoice(KernelKind.VECTOR, tile + "; OpenBLAS cannot be loaded here");
            }
            result = race.get();
            if (result.fair()) {
                remembered.write(result);
            }
        }
        return result.vectorWins()
                ? new KernelChoice(
                        KernelKind.VECTOR,
                        format("%s: %.0f GFLOP/s; OpenBLAS %.0f", tile, result.vector(), result.plain()))
                : new KernelChoice(
                        KernelKind.PLAIN,
                        format("OpenBLAS: %.0f GFLOP/s; %s %.0f", result.plain(), tile, result.vector()));
    }
}
