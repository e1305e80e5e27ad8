package grulab.view;

import grulab.model.Edit;
import grulab.model.EqualCase;
import grulab.model.Experiment;
import grulab.model.FrameworkRow;
import grulab.model.Pairing;
import grulab.model.Quantity;
import grulab.model.arithmetic.Subject;
import grulab.presentation.LabPreferences;
import grulab.presentation.StepModel;
import grulab.presentation.TrainModel;
import grulab.presentation.Workspace;
import grulab.service.LabService;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Draws the Step workspace of a saved lab: folder, lab file, then name:WxH@S:light|dark:en|zh:wish,wish … with wishes t=N,
 * unit=K, micro=M (from 1), backward, projector, ask=z|r|n|h|q|y|p|loss|dz …, set=0.9 (the number that is asked about),
 * wire, plain, press=ID of a button, lit=TERM; or of the Conventions workspace: go=conventions, pair=relabelled, equal=diagonal, row=keras.
 */
public final class DrawStep {
    private DrawStep() {}

    private static <T> T onFx(Callable<T> work) throws Exception {
        CompletableFuture<T> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                done.complete(work.call());
            } catch (Throwable e) {
                done.completeExceptionally(e);
            }
        });
        return done.get(60, TimeUnit.SECONDS);
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> onFx(condition));
    }

    public static void main(String[] args) throws Exception {
        try {
            draw(args);
        } finally {
            // the service and the toolkit have threads that would keep the program alive
            Runtime.getRuntime().halt(0);
        }
    }

    private static void draw(String[] args) throws Exception {
        Platform.startup(() -> {});
        LabPreferences preferences = LabPreferences.passing(Locale.ENGLISH, false);
        preferences.reducedMotion().set(true);
        TrainModel model = onFx(() -> new TrainModel(
                Experiment.standard(),
                l -> new LabService(Platform::runLater, l, 1),
                Platform::runLater,
                Executors.newSingleThreadExecutor()));
        LabWindow window = onFx(() -> new LabWindow(model, preferences));
        Scene scene = onFx(() -> {
            Scene made = new Scene(window.root(), 1440, 900);
            window.attach(made);
            model.workspace().set(Workspace.STEP);
            model.open(Path.of(args[1]));
            return made;
        });
        StepModel step = model.step();
        until(() -> step.shown().get() != null && !step.lines().get().isEmpty());
        for (String job : Arrays.asList(args).subList(2, args.length)) {
            String[] p = job.split(":", 5);
            List<String> wishes = p.length > 4 ? List.of(p[4].split(",")) : List.of();
            onFx(() -> {
                preferences.dark().set(p[2].equals("dark"));
                preferences.chinese(p[3].equals("zh"));
                window.projector().set(wishes.contains("projector"));
                model.workspace().set(Workspace.STEP);
                model.twin().equal().set(null);
                // what was diagnosed for the picture before
                model.exchange().diagnosis().expected().set("");
                step.backward().set(wishes.contains("backward"));
                step.ask(null);
                step.whatIf().reset();
                model.selection().microStep(9);
                return null;
            });
            String[] size = p[1].split("[x@]");
            onFx(() -> window.picture(
                    Double.parseDouble(size[0]), Double.parseDouble(size[1]), Double.parseDouble(size[2])));
            for (String wish : wishes) {
                onFx(() -> {
                    wish(wish, model, scene);
                    return null;
                });
            }
            until(() -> !step.computing().get()
                    && (model.workspace().get() != Workspace.CONVENTIONS
                            || !model.twin().computing().get()
                                    && (model.twin().twin().get() != null
                                            || !model.twin().applies().get()))
                    && (!wishes.contains("diagnose")
                            || model.exchange().diagnosis().result().get() != null)
                    && (!step.backward().get()
                            || step.spectrum().get() != null
                            || step.spectrumWaits().get()));
            WritableImage image = onFx(() -> window.picture(
                    Double.parseDouble(size[0]), Double.parseDouble(size[1]), Double.parseDouble(size[2])));
            ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", new File(args[0], p[0] + ".png"));
        }
    }

    private static void wish(String wish, TrainModel model, Scene scene) {
        String[] parts = wish.split("=");
        StepModel step = model.step();
        int t = model.selection().time().get();
        int unit = model.selection().unit().get();
        switch (parts[0]) {
            case "t" -> model.selection().time(Integer.parseInt(parts[1]) - 1);
            case "unit" -> model.selection().unit(Integer.parseInt(parts[1]) - 1);
            case "micro" -> model.selection().microStep(Integer.parseInt(parts[1]));
            case "ask" -> step.ask(subject(parts[1], t, unit));
            case "set" -> step.edit(parts[1]);
            case "wire" -> step.whatIf().wire();
            case "plain" -> step.whatIf().plainRnn();
            case "lit" -> step.lit().set(parts[1]);
            case "input" -> step.whatIf().add(new Edit.Input(t, Integer.parseInt(parts[1])));
            case "go" -> model.workspace().set(Workspace.valueOf(parts[1].toUpperCase(Locale.ROOT)));
            case "pair" -> model.twin().pairing().set(Pairing.valueOf(parts[1].toUpperCase(Locale.ROOT)));
            case "equal" -> model.twin().equal().set(EqualCase.valueOf(parts[1].toUpperCase(Locale.ROOT)));
            case "row" ->
                model.twin()
                        .choose(FrameworkRow.byId(grulab.model.CellType.GRU, parts[1])
                                .orElseThrow());
            case "diagnose" -> model.exchange().diagnosis().example();
            case "press" -> ((ButtonBase) scene.lookup("#" + parts[1])).fire();
            default -> {}
        }
    }

    private static Subject subject(String symbol, int t, int unit) {
        List<Quantity> all = new ArrayList<>(Arrays.asList(Quantity.values()));
        return switch (symbol) {
            case "y" -> new Subject.Logit(t, 4);
            case "p" -> new Subject.Probability(t, 4);
            case "loss" -> new Subject.Loss(t);
            case "norm" -> new Subject.Norm(Quantity.STATE, t);
            case "W" -> new Subject.Weight("W_hz", 5);
            default -> {
                boolean slope = symbol.length() == 2;
                String id = slope ? symbol.substring(1) : symbol;
                Quantity q =
                        all.stream().filter(x -> x.id().equals(id)).findFirst().orElseThrow();
                yield slope ? new Subject.Slope(q, t, unit) : new Subject.Value(q, t, unit);
            }
        };
    }
}
