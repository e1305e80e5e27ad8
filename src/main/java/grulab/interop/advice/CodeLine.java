package grulab.interop.advice;

/** Lines of a cell, as somebody writes them who has no layer for it; names as in PyTorch's documentation. */
enum CodeLine {
    TORCH("torch."),
    NUMPY("np.");

    private final String library;

    CodeLine(String library) {
        this.library = library;
    }

    /** h̃ with reset after or before. */
    String candidate(boolean after) {
        return after
                ? "n = %stanh(W_in @ x + b_in + r * (W_hn @ h + b_hn))".formatted(library)
                : "n = %stanh(W_in @ x + b_in + W_hn @ (r * h) + b_hn)".formatted(library);
    }

    /** h′ where z keeps or admits. */
    static String blend(boolean keeps) {
        return keeps ? "h = z * h + (1 - z) * n" : "h = (1 - z) * h + z * n";
    }

    /** What a gate's argument goes through, as a case names it. */
    String function(String name, String argument) {
        return switch (name) {
            case "sigmoid" ->
                this == TORCH ? "torch.sigmoid(%s)".formatted(argument) : "1 / (1 + np.exp(-%s))".formatted(argument);
            case "tanh" -> "%stanh(%s)".formatted(library, argument);
            case "relu" ->
                this == TORCH ? "torch.relu(%s)".formatted(argument) : "np.maximum(0, %s)".formatted(argument);
            case "hard-sigmoid-0.2" -> clipped("0.2 * %s + 0.5".formatted(argument), "0", "1");
            case "hard-sigmoid-1/6" -> clipped("%s / 6 + 0.5".formatted(argument), "0", "1");
            default -> name.replaceFirst("\\(.*", "") + "(" + argument + ")";
        };
    }

    private String clipped(String what, String low, String high) {
        return this == TORCH
                ? "torch.clamp(%s, %s, %s)".formatted(what, low, high)
                : "np.clip(%s, %s, %s)".formatted(what, low, high);
    }
}
