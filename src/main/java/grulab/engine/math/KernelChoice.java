package grulab.engine.math;

/**
 * Which kernels a process uses, and why.
 *
 * @param why to be shown, such as "vector tile, 512 bit: 108 GFLOP/s; OpenBLAS 70"
 */
public record KernelChoice(KernelKind kind, String why) {

    /** Kernels that were asked for. */
    public KernelChoice(KernelKind kind) {
        this(kind, "as asked for");
    }

    /**
     * What this process uses: what the system property grulab.kernels says (vector or plain), or else, where the vector
     * module is there, what a short race won on this machine. The outcome is remembered in the user's cache, so that
     * later runs choose the same and compute the same bits. The first call on a machine takes a second.
     */
    public static KernelChoice best() {
        return Best.CHOICE;
    }

    /** Whether the vector kernels can be chosen: the module is there, and the processor multiplies and adds in one. */
    public static boolean vectorsAreThere() {
        return VectorModule.isThere() && VectorModule.fusesMultiplyAdd();
    }

    /** Columns of a strip, as {@link Kernels#lanes} of these kernels says, without making them. */
    public int lanes(int columns) {
        return kind == KernelKind.VECTOR ? VectorKernels.L : columns;
    }

    /** Kernels for one thread. */
    public Kernels make() {
        return kind == KernelKind.VECTOR ? new VectorKernels() : new PlainKernels();
    }

    private static final class Best {
        static final KernelChoice CHOICE = KernelRules.ofThisProcess().choose();
    }
}
