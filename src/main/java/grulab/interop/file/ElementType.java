package grulab.interop.file;

/** How a file stores a number. All of them are exact in float64. */
public enum ElementType {
    F16,
    BF16,
    F32,
    F64
}
