package grulab.engine.explain;

/** A function that is written before a bracket. */
sealed interface Squash permits Key, DefinedFunction {
    String sign();

    double of(double v);
}
