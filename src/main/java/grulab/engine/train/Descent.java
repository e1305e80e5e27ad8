package grulab.engine.train;

/** How a gradient becomes a step. Memory has an array for each packed array of the network, in its order. */
interface Descent {
    /** Counts an update, which every part then does. */
    void begin(double rate, float scale);

    /** A part of the update of all parameters, by the scaled gradient. */
    void step(int part, int parts);

    /** Running means that it keeps, each [arrays][values]; the first follows the gradient's sign. */
    float[][][] memory();

    /** Updates so far. */
    long count();

    void count(long updates);
}
