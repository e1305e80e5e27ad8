package grulab.view;

import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** What fills the window below its bars; where its regions stand follows from the size of the whole window. */
abstract class WorkspaceRegion extends Region {
    private @Nullable Frame frame;

    /** Where the regions stand from now on. */
    final void frame(Frame now) {
        if (!now.equals(frame)) {
            frame = now;
            requestLayout();
        }
    }

    abstract void arrange(Frame inside);

    @Override
    protected final void layoutChildren() {
        if (frame != null && getWidth() >= 1 && getHeight() >= 1) {
            arrange(frame);
        }
    }
}
