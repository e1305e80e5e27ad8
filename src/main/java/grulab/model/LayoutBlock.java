package grulab.model;

/**
 * One gate's share of a stored array.
 *
 * @param gate the gate as the lab calls it: r z n, i f g o, h
 * @param called what the framework calls the gate
 * @param negated true if the framework stores the negative
 */
public record LayoutBlock(Side side, String gate, String called, boolean negated) {}
