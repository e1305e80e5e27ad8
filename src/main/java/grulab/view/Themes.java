package grulab.view;

import javafx.application.Application;
import javafx.scene.Scene;

/** The style sheets of a scene: the theme under everything, the lab's shapes at the scale of the window above it. */
final class Themes {
    private static final String STYLE = "/grulab/assets/style/";

    private final ScaledSheet shapes = new ScaledSheet(STYLE + "lab.css");

    void theme(boolean dark) {
        Application.setUserAgentStylesheet(STYLE + (dark ? "tokens-dark.css" : "tokens-light.css"));
    }

    void scale(Scene scene, double scale) {
        scene.getStylesheets().setAll(STYLE + "controlsfx.css", shapes.at(scale));
    }
}
