package grulab.control;

import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.util.Duration;

/** How far a line that a micro-step computes has come: it lights when wires have run and strips are full. */
final class LineLight {
    private final DoubleProperty light = new SimpleDoubleProperty(this, "light", 1);
    private final Timeline clock = new Timeline(
            new KeyFrame(Duration.millis(DiagramFrame.RUN + DiagramFrame.FILL), new KeyValue(light, 0)),
            new KeyFrame(Duration.millis(DiagramFrame.FORWARD), new KeyValue(light, 1)));

    /** @param changed draws the line */
    LineLight(Runnable changed) {
        light.addListener((o, was, now) -> changed.run());
    }

    /** 0 as if still to come, 1 computed. */
    double get() {
        return light.get();
    }

    void rise() {
        light.set(0);
        clock.playFromStart();
    }

    /** Ends the movement under way at once. */
    void finish() {
        clock.stop();
        light.set(1);
    }
}
