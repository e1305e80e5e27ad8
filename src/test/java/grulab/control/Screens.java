package grulab.control;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.ResourceBundle;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.transform.Transform;
import javax.imageio.ImageIO;
import org.testfx.api.FxToolkit;

/** Draws controls off screen. */
final class Screens {
    private Screens() {}

    static StackWords words(String language) {
        return StackWords.of(texts(language));
    }

    static PlotWords plotWords(String language) {
        return new PlotWords(texts(language));
    }

    /** The product's own words in a language. */
    static UnaryOperator<String> texts(String language) {
        ResourceBundle step = bundle("step", language);
        ResourceBundle conventions = bundle("conventions", language);
        ResourceBundle window = bundle("messages", language);
        return key ->
                (step.containsKey(key) ? step : conventions.containsKey(key) ? conventions : window).getString(key);
    }

    private static ResourceBundle bundle(String name, String language) {
        return ResourceBundle.getBundle(
                "grulab.view." + name,
                java.util.Locale.forLanguageTag(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** Runs on the toolkit's thread, which is started if need be, and waits. */
    static <T> T onFx(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        try {
            // not by Platform.startup: tests that come later in this process could never get their stage from TestFX
            FxToolkit.registerPrimaryStage();
            Platform.runLater(task);
            return task.get();
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    /** On the toolkit's thread: what a control looks like at a size, in device pixels. */
    static WritableImage draw(Region control, double width, double height, Look look) {
        Pane root = control.getParent() instanceof Pane p ? p : new Pane(control);
        root.setStyle("-fx-background-color: transparent");
        control.setManaged(false);
        if (root.getScene() == null) {
            new Scene(root, width, height);
        }
        control.resizeRelocate(0, 0, width, height);
        root.applyCss();
        root.layout();
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setFill(look.palette().surface);
        parameters.setTransform(Transform.scale(look.pixelRatio(), look.pixelRatio()));
        parameters.setViewport(
                new javafx.geometry.Rectangle2D(0, 0, width * look.pixelRatio(), height * look.pixelRatio()));
        return root.snapshot(parameters, null);
    }

    /** Presses the primary button on a control, as far from its upper left corner as told, and lets it go. */
    static void click(Node control, double x, double y) {
        for (EventType<MouseEvent> what :
                List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED, MouseEvent.MOUSE_CLICKED)) {
            Event.fireEvent(control, mouse(what, x, y, MouseButton.PRIMARY));
        }
    }

    static void move(Node control, double x, double y) {
        Event.fireEvent(control, mouse(MouseEvent.MOUSE_MOVED, x, y, MouseButton.NONE));
    }

    private static MouseEvent mouse(EventType<MouseEvent> what, double x, double y, MouseButton button) {
        boolean down = what == MouseEvent.MOUSE_PRESSED;
        return new MouseEvent(
                what, x, y, x, y, button, 1, false, false, false, false, down, false, false, false, false, true, null);
    }

    /** What the pointer does at a place in a node's coordinates, still, with a click that is one. */
    static MouseEvent mouse(EventType<MouseEvent> what, Node node, double x, double y) {
        Point2D scene = node.localToScene(x, y);
        return new MouseEvent(
                what,
                scene.getX(),
                scene.getY(),
                scene.getX(),
                scene.getY(),
                MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                true,
                false,
                false,
                true,
                false,
                true,
                null);
    }

    static void save(WritableImage image, File file) {
        try {
            file.getAbsoluteFile().getParentFile().mkdirs();
            ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
