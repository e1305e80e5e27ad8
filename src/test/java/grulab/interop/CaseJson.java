package grulab.interop;

/** Small valid cases. */
final class CaseJson {
    /** A GRU with everything in it: T 2, B 1, I 2, H 2, O 2. */
    static final String VALID = """
            { "name": "small", "meta": { "source": ["by hand", 1, null] },
              "cell": "gru", "reset": "after", "update": "keep",
              "weights": {
                "W_ir": [[0.5, -0.25], [0.125, 1]], "W_iz": [[0.5, 0.75], [-1, 0]], "W_in": [[1e-1, 2], [0.3, 0.4]],
                "W_hr": [[0.1, 0.2], [0.3, 0.4]], "W_hz": [[-0.1, 0.2], [0.3, -0.4]], "W_hn": [[1, 0], [0, 1]],
                "b_ir": [0.1, 0.2], "b_hn": [-0.3, 0.4] },
              "x": [[[1, 0]], [[0, 1]]], "h0": [[0.5, -0.5]],
              "head": { "W_hq": [[1, -1], [0.5, 0.25]], "b_q": [0, 0.1] },
              "targets": [[0], [1]],
              "train": { "steps": 2, "lr": 0.5, "clip": 1.0 },
              "expected": { "h_last": [[0.1, 0.2]], "loss": 0.7, "gradients": { "W_ir": [[0, 0], [0, 0]], "h0": [[0, 0]] },
                            "training": { "loss": [0.7, 0.6], "weights": { "b_q": [0, 0] } } },
              "tolerance": 10, "rtol": 0.001 }
            """;

    /** T 1, B 2, I 2, H 1, O 2. */
    static final String LSTM = """
            { "cell": "lstm",
              "weights": {
                "W_ii": [[1, 2]], "W_if": [[3, 4]], "W_ig": [[5, 6]], "W_io": [[7, 8]],
                "W_hi": [[0.1]], "W_hf": [[0.2]], "W_hg": [[0.3]], "W_ho": [[0.4]], "b_if": [1], "b_ho": [-1] },
              "x": [[[1, 0], [0, 1]]], "h0": [[0.5], [0.25]], "c0": [[-3], [4]],
              "head": { "W_hq": [[1, -1]] }, "targets": [[0, 1]],
              "expected": { "i": [[[0], [0]]], "c": [[[0], [0]]], "c_last": [[0], [0]],
                            "gradients": { "W_ig": [[0, 0]], "c0": [[0], [0]], "c": [[[0], [0]]], "h": [[[0], [0]]] } },
              "tolerance": 1 }
            """;

    /** T 1, B 2, I 2, H 1. */
    static final String RNN = """
            { "cell": "rnn", "weights": { "W_ih": [[1, 2]], "W_hh": [[3]], "b_ih": [4], "b_hh": [5] },
              "x": [[[1, 0], [0, 1]]], "h0": [[0.5], [0.25]],
              "expected": { "h": [[[0], [0]]], "h_last": [[0], [0]] }, "tolerance": 1 }
            """;

    private CaseJson() {}

    /** The valid case with one piece of text in place of another, which must be there once. */
    static String with(String piece, String other) {
        if (VALID.indexOf(piece) < 0 || VALID.indexOf(piece) != VALID.lastIndexOf(piece)) {
            throw new IllegalArgumentException(piece + " is not there once");
        }
        return VALID.replace(piece, other);
    }
}
