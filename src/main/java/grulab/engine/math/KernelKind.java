package grulab.engine.math;

/** How the arithmetic of a step is done. */
public enum KernelKind {
    /** By the vector module, in tiles that stay in registers. */
    VECTOR,
    /** In plain loops, and by OpenBLAS where a product is large. */
    PLAIN
}
