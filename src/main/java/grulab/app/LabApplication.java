package grulab.app;

import grulab.presentation.FileKind;
import grulab.presentation.LabPreferences;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The lab in a window. JavaFX makes it; nobody else should. */
public final class LabApplication extends Application {
    private @Nullable Lab lab;

    @Override
    public void start(Stage stage) {
        Lab opened = new Lab(LabPreferences.of(LabPreferences.usualFile()));
        lab = opened;
        Scene scene = new Scene(opened.window.root());
        opened.window.attach(scene);
        stage.setTitle("GRU Lab");
        for (int size : List.of(32, 64, 256)) {
            icon(stage, "/grulab/assets/icon/gru-lab-" + size + ".png");
        }
        stage.setScene(scene);
        stage.setOnCloseRequest(e -> {
            // closed here, or when the question is answered
            e.consume();
            opened.window.unlessLost(stage::close);
        });
        FullScreen.follow(stage, opened.window.projector());
        Placing.of(stage, Screen.getPrimary().getVisualBounds());
        stage.show();
        List<String> files = getParameters().getUnnamed();
        Path file = files.isEmpty() ? null : Path.of(files.get(0));
        // a lab or a text is an experiment of its own
        if (file == null || FileKind.of(file).isWeights()) {
            opened.model.begin();
        }
        if (file != null) {
            opened.window.open(file);
        }
    }

    private static void icon(Stage stage, String path) {
        InputStream picture = LabApplication.class.getResourceAsStream(path);
        if (picture != null) {
            stage.getIcons().add(new Image(picture));
        }
    }

    @Override
    public void stop() {
        if (lab != null) {
            lab.close();
        }
    }
}
