package grulab.engine.explain;

/**
 * One number that stands in a line, unrounded.
 *
 * @param name as in docs/conventions.md: "W_r x", "b_r + c_r", "1 − z"
 */
public record Term(String name, double value) {}
