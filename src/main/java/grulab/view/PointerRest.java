package grulab.view;

import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.scene.Cursor;
import javafx.scene.Scene;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;

/** Hides a pointer that has rested for two seconds, while a condition holds. */
final class PointerRest {
    private PointerRest() {}

    static void on(Scene scene, ObservableValue<Boolean> active) {
        PauseTransition rest = new PauseTransition(Duration.seconds(2));
        rest.setOnFinished(e -> scene.setCursor(Cursor.NONE));
        Runnable wake = () -> {
            scene.setCursor(Cursor.DEFAULT);
            rest.stop();
            if (active.getValue()) {
                rest.playFromStart();
            }
        };
        scene.addEventFilter(MouseEvent.MOUSE_MOVED, e -> wake.run());
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, e -> wake.run());
        active.addListener((o, old, now) -> wake.run());
    }
}
