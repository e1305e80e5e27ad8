package grulab.model.arithmetic;

/** What a line's sum goes through last. */
public enum Curve {
    /** Nothing: the sum is the value. */
    NONE,
    SIGMOID,
    TANH
}
