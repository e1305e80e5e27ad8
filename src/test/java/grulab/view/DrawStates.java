package grulab.view;

import grulab.model.Experiment;
import grulab.presentation.LabPreferences;
import grulab.presentation.TrainModel;
import grulab.service.LabService;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** Draws the window in each of its states, to be looked at: folder, language, theme. */
public final class DrawStates {
    private static LabWindow window;
    private static TrainModel model;
    private static String folder;

    private DrawStates() {}

    public static void main(String[] args) throws Exception {
        folder = args[0];
        boolean zh = args[1].equals("zh");
        LabPreferences preferences = LabPreferences.passing(zh ? Locale.CHINA : Locale.ENGLISH, args[2].equals("dark"));
        preferences.reducedMotion().set(true);
        Stage stage = FxToolkit.registerPrimaryStage();
        FxToolkit.setupFixture(() -> {
            model = new TrainModel(
                    Experiment.standard(),
                    l -> new LabService(Platform::runLater, l, 1),
                    Platform::runLater,
                    Executors.newSingleThreadExecutor());
            window = new LabWindow(model, preferences);
            Scene scene = new Scene(window.root(), 1440, 900);
            window.attach(scene);
            stage.setScene(scene);
            stage.show();
        });
        FxRobot robot = new FxRobot();
        draw("hatch");
        robot.interact(model::begin);
        until(() -> model.snapshot().get() != null);
        draw("untrained");
        robot.interact(() -> model.convention().flipReset());
        draw("refused");
        robot.interact(() -> model.convention().cancel());
        robot.write("?");
        draw("keys");
        robot.clickOn("#keys-close");
        Path tiny = Files.createTempDirectory("states").resolve("tiny.txt");
        Files.writeString(tiny, "hello");
        robot.interact(() -> model.open(tiny));
        until(() -> model.text().chosen().get().name().equals("tiny.txt"));
        draw("short");
        robot.interact(() -> model.text().choose("lighthouse"));
        Path bad = Files.write(tiny.resolveSibling("photo.jpg"), new byte[] {-1, -40, 0, 1, 2});
        robot.interact(() -> model.open(bad));
        until(() -> model.text().problem().get() != null);
        robot.interact(model::trainOrPause);
        until(() -> model.metrics().get().batches() > 300);
        draw("running");
        robot.interact(model::trainOrPause);
        until(() -> !model.state().get().running());
        robot.interact(() -> {
            model.draft().hidden.text().set("many");
            model.draft().steps.text().set("50");
            model.draft().learningRate.text().set("1000");
        });
        robot.moveTo("#time-stack");
        draw("settings");
        robot.interact(() -> {
            model.draft().hidden.revert();
            model.draft().steps.revert();
            model.draft().learningRate.set(100);
            model.draft().clip.set(1000);
            model.draft().optimizer().set(grulab.model.Optimizer.SGD);
            model.startOver();
        });
        until(() -> model.experiment().get().learningRate() == 100);
        robot.interact(model::trainOrPause);
        until(() -> model.state().get().divergence() != null);
        draw("diverged");
        robot.interact(() -> stage.setWidth(1024));
        robot.interact(() -> stage.setHeight(700));
        robot.clickOn("#call-experiment");
        draw("drawer", 1024, 700);
        System.exit(0);
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static void draw(String name) throws Exception {
        draw(name, 1440, 900);
    }

    private static void draw(String name, double width, double height) throws Exception {
        WaitForAsyncUtils.waitForFxEvents();
        WaitForAsyncUtils.asyncFx(() -> {
                    ImageIO.write(
                            SwingFXUtils.fromFXImage(window.picture(width, height, 1), null),
                            "png",
                            new File(folder, "state-" + name + ".png"));
                    return null;
                })
                .get();
    }
}
