package grulab.presentation;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** Where training shall stop by itself: a step, a perplexity, both or neither. */
public final class StopDraft {
    /** A run this long takes weeks; larger is a slip of the key. */
    private static final double LONGEST = 1e9;

    public final NumberDraft step = new NumberDraft("stop-step", 1, LONGEST, true, 1000);
    public final NumberDraft perplexity = new NumberDraft("stop-perplexity", 1, 1e6, false, 3);
    private final BooleanProperty atStep = new SimpleBooleanProperty(this, "atStep");
    private final BooleanProperty atPerplexity = new SimpleBooleanProperty(this, "atPerplexity");

    public BooleanProperty atStep() {
        return atStep;
    }

    public BooleanProperty atPerplexity() {
        return atPerplexity;
    }
}
