package grulab.view;

import grulab.presentation.LabPreferences;
import grulab.presentation.Workspace;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/**
 * What every workspace has in common, bars above and the experiment, and the one that is chosen. Panels leave one pixel
 * to their right and below, through which the rule colour of the window shows. Children stand in the order in which the
 * focus visits them.
 */
final class Workspaces extends Region {
    /** From this width of the design on the convention bar has room for its labels. */
    private static final double LABELLED = 1340;

    private final Workbench bench;
    private final BooleanProperty projector;
    private final Drawer drawer;
    private final TopBar top;
    private final ProjectorBar projected;
    private final ConventionBar conventions;
    private final FailureBanner banner;
    private final FileDesk files;
    private final ExperimentPanel experiment;
    private final TrainWorkspace train;
    private final StepWorkspace step;
    private final ConventionsWorkspace twins;
    private final Map<Workspace, WorkspaceRegion> rooms = new EnumMap<>(Workspace.class);
    private final Notices notices;
    private final Rectangle clip = new Rectangle();

    Workspaces(Workbench bench, LabPreferences preferences, BooleanProperty projector, Drawer drawer, Card card) {
        this.bench = bench;
        this.projector = projector;
        this.drawer = drawer;
        files = new FileDesk(bench, this, this::openWeights);
        files.accept(this);
        top = new TopBar(
                bench,
                preferences,
                projector,
                () -> drawer.open(!drawer.isOpen(), bench.look().get().reducedMotion()),
                () -> KeyTable.open(bench, card));
        projected = new ProjectorBar(bench, projector);
        conventions = new ConventionBar(bench);
        banner = new FailureBanner(bench);
        experiment = new ExperimentPanel(bench, files);
        train = new TrainWorkspace(bench);
        step = new StepWorkspace(bench, train.stack(), card);
        rooms.put(Workspace.TRAIN, train);
        rooms.put(Workspace.STEP, step);
        twins = new ConventionsWorkspace(bench, train.stack());
        rooms.put(Workspace.CONVENTIONS, twins);
        notices = new Notices(bench);
        getChildren().addAll(top, projected, conventions, banner, notices, experiment);
        getChildren().addAll(rooms.values());
        getChildren().addAll(notices.untrained(), notices.passing());
        drawer.out().addListener(o -> requestLayout());
        banner.visibleProperty().addListener(o -> requestLayout());
        bench.onLook(look -> requestLayout());
        bench.model().experiment().addListener(o -> requestLayout());
        bench.model().workspace().addListener(o -> {
            drawer.open(false, true);
            requestLayout();
        });
        setClip(clip);
    }

    /** What of it a lab file keeps. */
    WindowPlace place() {
        return new WindowPlace(train.stack(), twins.page(), step.memoryShown(), projector);
    }

    private void openWeights(Path file) {
        bench.model().workspace().set(Workspace.CONVENTIONS);
        twins.open(file);
    }

    FileDesk files() {
        return files;
    }

    Frame frame() {
        return Frame.of(
                getWidth(),
                getHeight(),
                bench.model().workspace().get(),
                bench.model().experiment().get().steps(),
                projector.get());
    }

    Node resetToggle() {
        return projector.get() ? projected.resetToggle() : conventions.resetToggle();
    }

    StackPanel stack() {
        return train.stack();
    }

    /** From a page of the Conventions workspace; false if there is none to leave. */
    boolean backToTwins() {
        return bench.model().workspace().get() == Workspace.CONVENTIONS && twins.back();
    }

    StepWorkspace step() {
        return step;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        if (width < 1 || height < 1) {
            return;
        }
        Frame f = frame();
        boolean big = projector.get();
        clip.setWidth(width);
        clip.setHeight(height);
        top.setVisible(!big);
        projected.setVisible(big);
        conventions.setVisible(!big);
        top.room(width / f.scale(), f.drawer());
        conventions.room(width < LABELLED * f.scale(), f.low());

        double y = f.top();
        place(big ? projected : top, 0, 0, width + 1, y);
        place(conventions, 0, y, width + 1, f.conventions());
        y += f.conventions();
        if (banner.isVisible()) {
            double bannerHeight = Math.rint(banner.prefHeight(width) + 1);
            place(banner, 0, y, width + 1, bannerHeight);
            y += bannerHeight;
        }
        double problems = notices.any() ? Math.rint(notices.prefHeight(width) + 1) : 0;
        place(notices, 0, y, width + 1, problems);
        y += problems;
        double out = f.drawer() ? drawer.out().get() : 1;
        experiment.setVisible(out > 0);
        experiment.setViewOrder(f.drawer() ? -1 : 0);
        experiment.over(f.drawer());
        place(experiment, Math.rint(f.experiment() * (out - 1)), y, f.experiment(), height - y + 1);

        double below = y;
        rooms.forEach((workspace, room) -> {
            boolean shown = workspace == bench.model().workspace().get();
            room.setVisible(shown);
            room.frame(f);
            if (shown) {
                room.resizeRelocate(f.left(), below, width - f.left(), height - below);
            }
        });
        sentences(f);
    }

    private void sentences(Frame f) {
        Region untrained = notices.untrained();
        double width = Math.min(untrained.prefWidth(-1), f.main() - 32 * f.scale());
        double height = untrained.prefHeight(width);
        double x = f.left() + (f.main() - width) / 2;
        // in the lower middle of the loss chart, where an early curve does not run
        untrained.resizeRelocate(x, getHeight() - height - 42 * f.scale(), width, height);
        Region passing = notices.passing();
        width = Math.min(passing.prefWidth(-1), getWidth() - 32 * f.scale());
        height = passing.prefHeight(width);
        double bar = projector.get() ? 0 : f.top();
        double room = projector.get() ? f.top() : f.conventions();
        passing.resizeRelocate(
                Math.rint((getWidth() - width) / 2), Math.rint(bar + Math.max(2, (room - height) / 2)), width, height);
    }

    /** That something was done, for a while. */
    Notices notices() {
        return notices;
    }

    static void place(Region region, double x, double y, double width, double height) {
        region.resizeRelocate(Math.rint(x), Math.rint(y), Math.rint(width) - 1, Math.max(0, Math.rint(height) - 1));
    }
}
