package grulab.engine.train;

/** How a gradient becomes a step. Parameters and memory are arrays in the order of {@link Network#parameters}. */
interface Descent {
    /** One update of all parameters by {@code scale} times their gradients. */
    void step(double rate, float scale);

    /** Running means that it keeps, each [parameters][values]; the first follows the gradient's sign. */
    float[][][] memory();

    /** Updates so far. */
    long count();

    void count(long updates);
}
