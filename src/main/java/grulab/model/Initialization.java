package grulab.model;

import java.util.Locale;

/** Where the weights start. */
public enum Initialization {
    /** Dive into Deep Learning: N(0, 0.01²), biases zero. */
    D2L,
    /** PyTorch: U(−1/√H, 1/√H) for everything. */
    PYTORCH;

    /** The name in files and on the command line. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
