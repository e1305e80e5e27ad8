package grulab.presentation;

import java.util.Locale;

/** The rooms of the window that are there. */
public enum Workspace {
    TRAIN,
    STEP,
    CONVENTIONS;

    /** As keys of texts, ids and the command line call it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
