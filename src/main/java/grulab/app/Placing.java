package grulab.app;

import javafx.geometry.Rectangle2D;
import javafx.stage.Stage;

/**
 * Where the window opens: in the middle of the screen's free part, at its size or that of the screen if it is smaller. Said
 * in so many words, because some window managers, and a screen without one, choose a place or a size of their own.
 */
final class Placing {
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;
    private static final double SMALLEST_WIDTH = 1024;
    private static final double SMALLEST_HEIGHT = 700;

    private Placing() {}

    static void of(Stage stage, Rectangle2D screen) {
        double width = Math.min(WIDTH, screen.getWidth());
        double height = Math.min(HEIGHT, screen.getHeight());
        stage.setMinWidth(Math.min(SMALLEST_WIDTH, screen.getWidth()));
        stage.setMinHeight(Math.min(SMALLEST_HEIGHT, screen.getHeight()));
        stage.setWidth(width);
        stage.setHeight(height);
        stage.setX(Math.rint(screen.getMinX() + (screen.getWidth() - width) / 2));
        stage.setY(Math.rint(screen.getMinY() + (screen.getHeight() - height) / 2));
    }
}
