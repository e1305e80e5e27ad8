package grulab.model;

import java.util.Locale;

/** What an update gate of 1 does. */
public enum UpdateMeaning {
    /** h' = z ⊙ h + (1 − z) ⊙ h̃: PyTorch, Keras, ONNX. */
    KEEP,
    /** h' = (1 − z) ⊙ h + z ⊙ h̃: Chung et al. 2014. */
    ADMIT;

    /** The other one. */
    public UpdateMeaning opposite() {
        return this == KEEP ? ADMIT : KEEP;
    }

    /** The name in files and on the command line. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
