package grulab.model;

import java.util.Locale;

/** Where the reset gate acts on the way to the candidate. */
public enum ResetPosition {
    /** h̃ = tanh(W_n x + b_n + U_n (r ⊙ h) + c_n): Chung et al. 2014, Cho et al. 2014 (v3), Dive into Deep Learning. */
    BEFORE,
    /** h̃ = tanh(W_n x + b_n + r ⊙ (U_n h + c_n)): PyTorch, cuDNN, Keras's default. */
    AFTER;

    /** The other one. */
    public ResetPosition opposite() {
        return this == BEFORE ? AFTER : BEFORE;
    }

    /** The name in files and on the command line. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
