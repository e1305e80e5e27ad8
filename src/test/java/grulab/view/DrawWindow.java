package grulab.view;

import grulab.model.CellType;
import grulab.model.Experiment;
import grulab.presentation.LabPreferences;
import grulab.presentation.TrainModel;
import grulab.service.LabService;
import java.io.File;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/**
 * Draws the window with a real experiment behind it, to be looked at: folder, cell, batches, then
 * name:WxH@S:light|dark:en|zh[:projector][:micro-step] …
 */
public final class DrawWindow {
    private DrawWindow() {}

    public static void main(String[] args) throws Exception {
        CountDownLatch up = new CountDownLatch(1);
        Platform.startup(up::countDown);
        up.await();
        long batches = Long.parseLong(args[2]);
        var aside = Executors.newSingleThreadExecutor(r -> {
            Thread t = new Thread(r);
            t.setDaemon(true);
            return t;
        });
        LabPreferences preferences = LabPreferences.passing(Locale.ENGLISH, false);
        preferences.reducedMotion().set(true);
        CountDownLatch trained = new CountDownLatch(1);
        TrainModel[] model = new TrainModel[1];
        LabWindow[] window = new LabWindow[1];
        Platform.runLater(() -> {
            model[0] = new TrainModel(
                    Experiment.standard(CellType.valueOf(args[1])),
                    l -> new LabService(Platform::runLater, l, 2),
                    Platform::runLater,
                    aside);
            window[0] = new LabWindow(model[0], preferences);
            Scene scene = new Scene(window[0].root(), 1440, 900);
            window[0].attach(scene);
            model[0].snapshot().addListener((o, old, now) -> {
                if (now != null && now.batch() == 0 && batches > 0) {
                    model[0].stop().step.set(batches);
                    model[0].stop().atStep().set(true);
                    model[0].trainOrPause();
                }
            });
            model[0].sample().addListener((o, old, now) -> {
                if (now != null && now.batch() >= batches) {
                    trained.countDown();
                }
            });
            model[0].begin();
        });
        if (!trained.await(120, TimeUnit.SECONDS)) {
            System.err.println("not trained in time");
        }
        for (int i = 3; i < args.length; i++) {
            String[] p = args[i].split(":");
            String[] size = p[1].split("[x@]");
            CountDownLatch done = new CountDownLatch(1);
            Platform.runLater(() -> {
                try {
                    preferences.dark().set(p[2].equals("dark"));
                    preferences.chinese(p[3].equals("zh"));
                    window[0].projector().set(List.of(p).contains("projector"));
                    String last = p[p.length - 1];
                    model[0].selection().microStep(last.matches("\\d") ? Integer.parseInt(last) : 1);
                    WritableImage image = window[0].picture(
                            Double.parseDouble(size[0]), Double.parseDouble(size[1]), Double.parseDouble(size[2]));
                    ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", new File(args[0], p[0] + ".png"));
                } catch (Exception e) {
                    e.printStackTrace();
                } finally {
                    done.countDown();
                }
            });
            done.await();
        }
        System.exit(0);
    }
}
