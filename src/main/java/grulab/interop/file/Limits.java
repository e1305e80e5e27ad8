package grulab.interop.file;

/**
 * How much a model file may ask for.
 *
 * @param numbers in one array
 * @param arrays in one file
 * @param directoryBytes what a file says of all its arrays together
 */
record Limits(int numbers, int arrays, int directoryBytes) {
    /** Of one array; numpy has at most 64. */
    static final int AXES = 64;
    /** float32 must be able to hold every number, since the engine trains in it. */
    static final double MAGNITUDE = Float.MAX_VALUE;
    /** What is read at a time. */
    static final int CHUNK = 1 << 16;

    /** Far above what a recurrent layer has, far below what would stop the machine: an array has 80 MB in float64. */
    static final Limits USUAL = new Limits(10_000_000, 10_000, 4 << 20);
}
