package grulab.view;

import static org.testfx.util.WaitForAsyncUtils.waitFor;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.Experiment;
import grulab.model.Initialization;
import grulab.model.Optimizer;
import grulab.model.RunState;
import grulab.model.Sampling;
import grulab.model.Tokens;
import grulab.presentation.LabPreferences;
import grulab.presentation.TrainModel;
import grulab.service.LabService;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/** A window with a real, small experiment behind it, and what a person does with it. */
abstract class WindowFixture {
    /** Generous: machines that run tests are slow now and then. */
    private static final int PATIENCE = 30;

    protected TrainModel model;
    protected LabPreferences preferences;
    protected LabWindow window;
    protected KnownFiles files;
    protected Stage stage;
    protected FxRobot robot;
    private ExecutorService aside;

    private void start(Stage stage) {
        aside = Executors.newSingleThreadExecutor();
        preferences = LabPreferences.passing(Locale.ENGLISH, false);
        preferences.reducedMotion().set(true);
        model = new TrainModel(experiment(), l -> new LabService(Platform::runLater, l, 1), Platform::runLater, aside);
        files = new KnownFiles();
        window = new LabWindow(model, preferences, files);
        Scene scene = new Scene(window.root(), 1440, 900);
        window.attach(scene);
        stage.setScene(scene);
        // The one primary stage keeps the size that the test before gave it.
        stage.setWidth(1440);
        stage.setHeight(900);
        stage.show();
        this.stage = stage;
        model.begin();
    }

    @BeforeEach
    void ready() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        FxToolkit.setupStage(this::start);
        robot = new FxRobot();
        until(() -> model.snapshot().get() != null);
    }

    @AfterEach
    void end() throws TimeoutException {
        robot.interact(model::close);
        aside.shutdownNow();
        robot.release(new KeyCode[0]);
        robot.release(new MouseButton[0]);
        FxToolkit.cleanupStages();
    }

    protected Experiment experiment() {
        return new Experiment(
                CellType.GRU,
                Convention.PYTORCH,
                12,
                8,
                20,
                0.006,
                1,
                Optimizer.ADAM,
                Sampling.RANDOM,
                Initialization.PYTORCH,
                7,
                "lighthouse",
                Tokens.CHAR);
    }

    protected static void until(Callable<Boolean> condition) {
        try {
            waitFor(PATIENCE, TimeUnit.SECONDS, condition);
        } catch (TimeoutException e) {
            throw new AssertionError("waited in vain", e);
        }
        waitForFxEvents();
    }

    protected void oneBatch() {
        long before = batches();
        robot.clickOn("#one-batch");
        until(() -> batches() == before + 1 && !running());
        until(() -> model.snapshot().get().batch() == before + 1);
    }

    /** Starts over, whatever would be lost by it. */
    protected void startOver() {
        robot.clickOn("#start-over");
        discardIfAsked();
    }

    protected void discardIfAsked() {
        if (shown("keep-card")) {
            robot.clickOn("#keep-discard");
        }
    }

    protected long batches() {
        return model.metrics().get().batches();
    }

    protected boolean running() {
        return model.state().get().phase() == RunState.Phase.RUNNING;
    }

    protected String text(String id) {
        return ((Labeled) find(id)).getText();
    }

    protected <T extends Node> T find(String id) {
        return robot.lookup("#" + id).query();
    }

    protected boolean shown(String id) {
        return robot.lookup("#" + id).tryQuery().map(WindowFixture::seen).orElse(false);
    }

    protected static boolean seen(Node node) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (!n.isVisible()) {
                return false;
            }
        }
        return true;
    }

    protected void type(String field, String text) {
        robot.doubleClickOn("#" + field);
        robot.push(KeyCode.CONTROL, KeyCode.A);
        robot.write(text);
    }
}
