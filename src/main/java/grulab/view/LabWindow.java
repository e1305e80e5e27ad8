package grulab.view;

import grulab.control.ClipboardText;
import grulab.control.Fonts;
import grulab.control.Look;
import grulab.control.Palette;
import grulab.control.UnitSorting;
import grulab.model.Experiment;
import grulab.presentation.LabPreferences;
import grulab.presentation.TrainModel;
import grulab.presentation.Workspace;
import java.nio.file.Path;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ChangeListener;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.transform.Transform;
import javafx.stage.Stage;
import javafx.stage.Window;

/** The whole window: give {@link #root} to a scene and {@link #attach} it. Works without a window as well. */
public final class LabWindow {
    private final TrainModel model;
    private final LabPreferences preferences;
    private final Texts texts;
    private final Workbench bench;
    private final Themes themes = new Themes();
    private final BooleanProperty projector = new SimpleBooleanProperty(this, "projector");
    private final ReadOnlyObjectWrapper<Look> look;
    private final Drawer drawer = new Drawer();
    private final Card card = new Card();
    private final Workspaces workspaces;
    private final StackPane root;
    private final StringBinding title;
    private final ChangeListener<Number> outputScale;
    private final ChangeListener<Boolean> iconified;
    private double pixelRatio = 1;

    public LabWindow(TrainModel model, LabPreferences preferences) {
        this(model, preferences, new SystemDialogs());
    }

    LabWindow(TrainModel model, LabPreferences preferences, FileDialogs dialogs) {
        Fonts.ready();
        this.model = model;
        this.preferences = preferences;
        outputScale = (o, old, now) -> pixelRatio(Math.max(1, now.doubleValue()));
        iconified = (o, old, now) -> model.watching(!now);
        texts = new Texts(preferences.language());
        look = new ReadOnlyObjectWrapper<>(this, "look", look(1));
        bench = new Workbench(model, texts, look.getReadOnlyProperty(), dialogs);
        workspaces = new Workspaces(bench, preferences, projector, drawer, card);
        title = texts.bind(
                () -> title(model.experiment().get()),
                model.experiment(),
                model.keeping().file(),
                model.keeping().unsaved());
        root = new StackPane(workspaces, card);
        root.setId("lab");
        root.getStyleClass().add("lab-root");
        Labels.style(root, "chinese", texts.language().map(b -> texts.chinese()));
        RefusalCard.follow(bench, card, workspaces::resetToggle);
        KeepCard.follow(bench, card, workspaces.files());
        model.keep(workspaces.place());
        root.widthProperty().addListener(o -> lookAgain());
        root.heightProperty().addListener(o -> lookAgain());
        projector.addListener(o -> {
            drawer.open(false, true);
            lookAgain();
        });
        preferences.dark().addListener((o, old, now) -> {
            themes.theme(now);
            lookAgain();
        });
        preferences.reducedMotion().addListener(o -> lookAgain());
        root.addEventHandler(ClipboardText.COPIED, e -> workspaces.notices().say("state.copied"));
        new Tips(texts).on(root);
        themes.theme(preferences.dark().get());
        model.watching(true);
    }

    public Parent root() {
        return root;
    }

    Notices notices() {
        return workspaces.notices();
    }

    /** Projector mode; F11 turns it on and off. */
    public BooleanProperty projector() {
        return projector;
    }

    /** Style sheets, keyboard and pointer of a scene whose root is {@link #root}. */
    public void attach(Scene scene) {
        themes.scale(scene, look.get().scale());
        look.addListener((o, old, now) -> {
            if (old.scale() != now.scale()) {
                themes.scale(scene, now.scale());
            }
        });
        new Shortcuts(model, new Keys()).on(scene);
        PointerRest.on(scene, projector);
        scene.addEventFilter(MouseEvent.MOUSE_MOVED, this::atEdge);
        scene.windowProperty().addListener((o, old, now) -> {
            leave(old);
            watch(now);
        });
        watch(scene.getWindow());
    }

    /** Device pixels per logical pixel, so that maps are painted sharp. */
    public void pixelRatio(double ratio) {
        pixelRatio = ratio;
        lookAgain();
    }

    /** The window as a picture, drawn at a size and a scale, whether it is on a display or not. */
    public WritableImage picture(double width, double height, double scale) {
        double before = pixelRatio;
        pixelRatio(scale);
        // Twice: sizes decide the scale, and the scale decides the style sheet.
        for (int i = 0; i < 2; i++) {
            root.resize(width, height);
            root.applyCss();
            root.layout();
        }
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setTransform(Transform.scale(scale, scale));
        WritableImage image = new WritableImage((int) Math.round(width * scale), (int) Math.round(height * scale));
        root.snapshot(parameters, image);
        pixelRatio(before);
        return image;
    }

    /** Holds the selected micro-step in the middle of its movement: 0 before it, 1 when it is done. */
    public void progress(double share) {
        workspaces.step().diagram().progress(share);
    }

    /** Puts units in another order, in every map and strip. */
    void sort(UnitSorting by) {
        workspaces.stack().sort(by);
    }

    /** Opens a lab, a text, or weights. */
    public void open(Path file) {
        workspaces.files().open(file);
    }

    /** Does it, after a question where training would be lost by it. */
    public void unlessLost(Runnable then) {
        model.keeping().unlessLost(then);
    }

    private void watch(Window window) {
        if (window instanceof Stage stage) {
            pixelRatio(Math.max(1, stage.getOutputScaleX()));
            stage.outputScaleXProperty().addListener(outputScale);
            stage.titleProperty().bind(title);
            stage.iconifiedProperty().addListener(iconified);
        }
    }

    /** A stage that shows another scene must not hold on to this one. */
    private void leave(Window window) {
        if (window instanceof Stage stage) {
            stage.outputScaleXProperty().removeListener(outputScale);
            stage.titleProperty().unbind();
            stage.iconifiedProperty().removeListener(iconified);
        }
    }

    private String title(Experiment experiment) {
        String text = experiment.corpus();
        String lab = texts.of(
                "app.title",
                experiment.cell().title(),
                model.text().builtIn().contains(text) ? texts.of("corpus." + text) : text);
        Path file = model.keeping().file().get();
        String changed = model.keeping().unsaved().get() ? " •" : "";
        return file == null || file.getFileName() == null
                ? lab + changed
                : texts.of("app.title.file", file.getFileName() + changed, lab);
    }

    private void lookAgain() {
        look.set(look(Frame.scale(root.getWidth(), root.getHeight(), projector.get())));
    }

    private Look look(double scale) {
        return new Look(
                preferences.dark().get() ? Palette.DARK : Palette.LIGHT,
                scale,
                projector.get(),
                preferences.reducedMotion().get(),
                pixelRatio);
    }

    /** In projector mode the experiment drawer comes when the pointer is at the left edge, and goes when it leaves. */
    private void atEdge(MouseEvent e) {
        if (!projector.get()) {
            return;
        }
        boolean still = look.get().reducedMotion();
        if (e.getSceneX() <= 3) {
            drawer.open(true, still);
        } else if (e.getSceneX() > workspaces.frame().experiment() + 24) {
            drawer.open(false, still);
        }
    }

    private final class Keys implements Shortcuts.Window {
        @Override
        public void projector() {
            projector.set(!projector.get());
        }

        @Override
        public void drawer() {
            if (workspaces.frame().drawer()) {
                drawer.open(!drawer.isOpen(), look.get().reducedMotion());
            }
        }

        @Override
        public void escape() {
            if (card.isOpen()) {
                card.dismiss();
            } else if (model.workspace().get() == Workspace.STEP
                    && workspaces.step().column().desk().isOpen()) {
                workspaces.step().column().desk().close();
            } else if (drawer.isOpen()) {
                drawer.open(false, look.get().reducedMotion());
            } else if (!model.dismiss() && !workspaces.backToTwins()) {
                projector.set(false);
            }
        }

        @Override
        public void table() {
            KeyTable.open(bench, card);
        }

        @Override
        public void moveUnit(int rows) {
            workspaces.stack().moveUnit(rows);
        }

        @Override
        public void playOrPause() {
            workspaces.step().diagram().playOrPause();
        }

        @Override
        public boolean asking() {
            return card.isOpen();
        }

        @Override
        public void open() {
            workspaces.files().open();
        }

        @Override
        public void save() {
            workspaces.files().save();
        }

        @Override
        public void saveAs() {
            workspaces.files().saveAs();
        }
    }
}
