package grulab.interop;

/** A small valid case with everything in it: T 2, B 1, I 2, H 2, O 2. */
final class CaseJson {
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

    private CaseJson() {}

    /** The valid case with one piece of text in place of another, which must be there once. */
    static String with(String piece, String other) {
        if (VALID.indexOf(piece) < 0 || VALID.indexOf(piece) != VALID.lastIndexOf(piece)) {
            throw new IllegalArgumentException(piece + " is not there once");
        }
        return VALID.replace(piece, other);
    }
}
