package grulab.app;

import grulab.model.Experiment;
import grulab.presentation.LabPreferences;
import grulab.presentation.TrainModel;
import grulab.service.LabService;
import grulab.view.LabWindow;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Platform;

/** One lab, wired: its experiment, what the workspace knows of it, and its window's content. On the JavaFX thread. */
final class Lab implements AutoCloseable {
    /** Edits must not wait for a large file, nor both for the eigenvalues of a large matrix. */
    private static final int ASIDE = 3;

    private final ExecutorService aside = Executors.newFixedThreadPool(ASIDE, task -> {
        Thread thread = new Thread(task, "aside");
        thread.setDaemon(true);
        return thread;
    });
    final TrainModel model;
    final LabWindow window;

    Lab(LabPreferences preferences) {
        model = new TrainModel(
                Experiment.standard(),
                listener -> new LabService(Platform::runLater, listener, trainingThreads()),
                Platform::runLater,
                aside);
        window = new LabWindow(model, preferences);
    }

    @Override
    public void close() {
        model.close();
        aside.shutdownNow();
    }

    /** Half of the processors: the others draw, and where two of them are one core, there is no more to gain. */
    private static int trainingThreads() {
        return Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    }
}
