package grulab.interop.advice;

/**
 * One thing to change, so that what somebody computes is what the case describes.
 *
 * @param said what they do, and what to do instead
 * @param pytorch the line that does it in PyTorch; names as in docs/conventions.md, rnn is the layer
 * @param numpy the line that does it in NumPy
 */
public record Remedy(Said said, String pytorch, String numpy) {}
