package grulab.view;

import grulab.control.Look;
import grulab.control.Palette;
import grulab.control.UnitOrder;
import grulab.model.CellType;
import grulab.model.Experiment;
import grulab.presentation.LabPreferences;
import grulab.presentation.TrainModel;
import grulab.service.LabService;
import java.io.File;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Background;
import javafx.scene.layout.Pane;
import javafx.scene.transform.Transform;
import javax.imageio.ImageIO;

/**
 * Draws one step of a cell that has really been trained, as wide and high as in windows of many sizes: folder, cell,
 * batches, then name:WxH@S:light|dark:en|zh:micro-step[:projector] …, where the size is that of the window.
 */
public final class DrawOneStep {
    private DrawOneStep() {}

    public static void main(String[] args) throws Exception {
        CountDownLatch up = new CountDownLatch(1);
        Platform.startup(up::countDown);
        up.await();
        CellType cell = CellType.valueOf(args[1]);
        long batches = Long.parseLong(args[2]);
        LabPreferences preferences = LabPreferences.passing(Locale.ENGLISH, false);
        ReadOnlyObjectWrapper<Look> look = new ReadOnlyObjectWrapper<>(Look.STANDARD.withReducedMotion(true));
        CountDownLatch trained = new CountDownLatch(1);
        TrainModel[] model = new TrainModel[1];
        OneStep[] panel = new OneStep[1];
        Pane root = new Pane();
        root.getStyleClass().add("lab-root");
        Themes themes = new Themes();
        Platform.runLater(() -> {
            Experiment s = Experiment.standard();
            Experiment experiment = new Experiment(
                    cell,
                    s.convention(),
                    s.hidden(),
                    s.batch(),
                    s.steps(),
                    s.learningRate(),
                    s.clip(),
                    s.optimizer(),
                    s.sampling(),
                    s.initialization(),
                    s.seed(),
                    s.corpus(),
                    s.tokens());
            model[0] = new TrainModel(
                    experiment,
                    l -> new LabService(Platform::runLater, l, 1),
                    Platform::runLater,
                    Executors.newSingleThreadExecutor());
            model[0].watching(true);
            Workbench bench = new Workbench(
                    model[0], new Texts(preferences.language()), look.getReadOnlyProperty(), new SystemDialogs());
            panel[0] =
                    new OneStep(bench, new ReadOnlyObjectWrapper<>(UnitOrder.index(s.hidden())).getReadOnlyProperty());
            panel[0].setManaged(false);
            root.getChildren().add(panel[0]);
            new Scene(root, 600, 600);
            model[0].snapshot().addListener((o, old, now) -> {
                if (now != null && now.batch() == 0) {
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
            double ratio = Double.parseDouble(size[2]);
            CountDownLatch done = new CountDownLatch(1);
            Platform.runLater(() -> {
                Frame frame = Frame.of(
                        Double.parseDouble(size[0]),
                        Double.parseDouble(size[1]),
                        grulab.presentation.Workspace.TRAIN,
                        32,
                        p.length > 5);
                boolean dark = p[2].equals("dark");
                preferences.chinese(p[3].equals("zh"));
                themes.theme(dark);
                themes.scale(root.getScene(), frame.scale());
                look.set(new Look(dark ? Palette.DARK : Palette.LIGHT, frame.scale(), p.length > 5, true, ratio));
                root.setBackground(Background.fill(look.get().palette().surface));
                model[0].selection().microStep(Integer.parseInt(p[4]));
                double height = frame.height() - frame.top() - frame.conventions() - frame.bottom();
                root.resize(frame.oneStep(), height);
                panel[0].resizeRelocate(0, 0, frame.oneStep(), height);
                root.applyCss();
                root.layout();
                SnapshotParameters parameters = new SnapshotParameters();
                parameters.setTransform(Transform.scale(ratio, ratio));
                WritableImage image = new WritableImage((int) (frame.oneStep() * ratio), (int) (height * ratio));
                root.snapshot(parameters, image);
                try {
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
