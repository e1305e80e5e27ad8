package grulab.interop.advice;

import grulab.model.Case;

/** What each gate's argument goes through in a case. */
final class Functions {
    private Functions() {}

    /** @param gate its letter; {@code h} what an RNN applies, or an LSTM to its cell state on the way out */
    static String of(Case given, String gate) {
        return switch (gate) {
            case "n", "g", "h" -> "tanh";
            default -> "sigmoid";
        };
    }
}
