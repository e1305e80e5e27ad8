package grulab.interop.file;

/** How much a model file may ask for: far above what a recurrent layer has, far below what would stop the machine. */
final class Limits {
    /** In one array: 80 MB in float64. */
    static final int NUMBERS = 10_000_000;
    /** In one file. */
    static final int ARRAYS = 10_000;
    /** Of one array; numpy has at most 64. */
    static final int AXES = 64;
    /** What a file says of all its arrays together. */
    static final int DIRECTORY_BYTES = 4 << 20;
    /** float32 must be able to hold every number, since the engine trains in it. */
    static final double MAGNITUDE = Float.MAX_VALUE;
    /** What is read at a time. */
    static final int CHUNK = 1 << 16;

    private Limits() {}
}
