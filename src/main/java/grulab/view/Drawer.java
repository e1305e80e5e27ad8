package grulab.view;

import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.util.Duration;

/** How far the experiment panel has slid in where it has no room of its own: 0 away, 1 out. */
final class Drawer {
    private static final Duration SLIDE = Duration.millis(180);

    private final DoubleProperty out = new SimpleDoubleProperty(this, "out");
    private Timeline slide = new Timeline();
    private boolean open;

    ReadOnlyDoubleProperty out() {
        return out;
    }

    boolean isOpen() {
        return open;
    }

    void open(boolean now, boolean atOnce) {
        if (open == now) {
            return;
        }
        open = now;
        slide.stop();
        double target = now ? 1 : 0;
        if (atOnce) {
            out.set(target);
        } else {
            slide = new Timeline(new KeyFrame(SLIDE, new KeyValue(out, target)));
            slide.play();
        }
    }
}
