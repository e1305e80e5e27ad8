package grulab.model;

/**
 * What a framework asks for beside the places of its numbers.
 *
 * @param biasOptional true if it computes without biases when their arrays are not there
 * @param square true if input and state must have the same size
 * @param forgetBias what it adds to the forget gate by itself, so that it is not part of what is stored
 */
public record LayoutRules(boolean biasOptional, boolean square, double forgetBias) {
    static final LayoutRules OPTIONAL_BIAS = new LayoutRules(true, false, 0);
    static final LayoutRules FULL = new LayoutRules(false, false, 0);
}
