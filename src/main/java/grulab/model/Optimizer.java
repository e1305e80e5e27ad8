package grulab.model;

import java.util.Locale;

/** How a gradient becomes a step. */
public enum Optimizer {
    /** p ← p − η g. */
    SGD,
    /** Kingma and Ba 2015, β₁ 0.9, β₂ 0.999, ε 1e−8, bias-corrected. */
    ADAM;

    /** The name in files and on the command line. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
