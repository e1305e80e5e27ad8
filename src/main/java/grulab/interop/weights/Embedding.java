package grulab.interop.weights;

/**
 * A table in front of a layer, from which a symbol's input is looked up.
 *
 * @param name the array's name in the file
 * @param symbols V
 * @param width I, the inputs of the layer
 */
public record Embedding(String name, int symbols, int width) {}
