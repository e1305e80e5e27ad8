package grulab.app;

import javafx.beans.property.BooleanProperty;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;

/** Projector mode takes the whole screen; whoever leaves the one, by whatever key of the desktop, leaves the other. */
final class FullScreen {
    private FullScreen() {}

    static void follow(Stage stage, BooleanProperty projector) {
        // the projector's bar says how to leave, and Escape first closes what lies over the picture
        stage.setFullScreenExitHint("");
        stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
        projector.addListener((o, old, now) -> stage.setFullScreen(now));
        stage.fullScreenProperty().addListener((o, old, now) -> projector.set(now));
    }
}
