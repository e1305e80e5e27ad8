package grulab.engine.math;

/** Which kernels this process uses. */
public record KernelChoice(KernelKind kind) {
    /** The system property grulab.kernels decides, or else whether the vector module is there. */
    public static KernelChoice best() {
        boolean vector = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
                && !"plain".equals(System.getProperty("grulab.kernels"));
        return new KernelChoice(vector ? KernelKind.VECTOR : KernelKind.PLAIN);
    }

    /** Columns of a strip, as {@link Kernels#lanes} of these kernels says, without making them. */
    public int lanes(int columns) {
        return kind == KernelKind.VECTOR ? VectorKernels.L : columns;
    }

    /** Kernels for one thread. */
    public Kernels make() {
        return kind == KernelKind.VECTOR ? new VectorKernels() : new PlainKernels();
    }
}
