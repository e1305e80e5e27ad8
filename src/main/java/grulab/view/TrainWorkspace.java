package grulab.view;

import grulab.presentation.LabPreferences;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/**
 * The regions of the window and where they stand. Panels leave one pixel to their right and below, through which the
 * rule colour of the window shows. Children stand in the order in which the focus visits them.
 */
final class TrainWorkspace extends Region {
    private final Workbench bench;
    private final BooleanProperty projector;
    private final Drawer drawer;
    private final TopBar top;
    private final ProjectorBar projected;
    private final ConventionBar conventions;
    private final FailureBanner banner;
    private final ExperimentPanel experiment;
    private final StackPanel stack;
    private final OneStep oneStep;
    private final ChartPanel chart;
    private final SamplePane sample;
    private final Rectangle clip = new Rectangle();

    TrainWorkspace(Workbench bench, LabPreferences preferences, BooleanProperty projector, Drawer drawer) {
        this.bench = bench;
        this.projector = projector;
        this.drawer = drawer;
        FileDesk files = new FileDesk(bench.model(), bench.texts(), this);
        files.accept(this);
        top = new TopBar(
                bench,
                preferences,
                projector,
                () -> drawer.open(!drawer.isOpen(), bench.look().get().reducedMotion()));
        projected = new ProjectorBar(bench);
        conventions = new ConventionBar(bench);
        banner = new FailureBanner(bench);
        experiment = new ExperimentPanel(bench, files);
        stack = new StackPanel(bench);
        oneStep = new OneStep(bench, stack.order());
        chart = new ChartPanel(bench);
        sample = new SamplePane(bench);
        getChildren().addAll(top, projected, conventions, banner, experiment, stack, oneStep, chart, sample);
        drawer.out().addListener(o -> requestLayout());
        banner.visibleProperty().addListener(o -> requestLayout());
        bench.onLook(look -> requestLayout());
        bench.model().experiment().addListener(o -> requestLayout());
        setClip(clip);
    }

    Frame frame() {
        return Frame.of(
                getWidth(), getHeight(), bench.model().experiment().get().steps(), projector.get());
    }

    Node resetToggle() {
        return projector.get() ? projected.resetToggle() : conventions.resetToggle();
    }

    StackPanel stack() {
        return stack;
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
        conventions.room(f.drawer(), f.low());

        double y = f.top();
        place(big ? projected : top, 0, 0, width + 1, y);
        place(conventions, 0, y, width + 1, f.conventions());
        y += f.conventions();
        if (banner.isVisible()) {
            double bannerHeight = Math.rint(banner.prefHeight(width) + 1);
            place(banner, 0, y, width + 1, bannerHeight);
            y += bannerHeight;
        }
        double out = f.drawer() ? drawer.out().get() : 1;
        experiment.setVisible(out > 0);
        experiment.setViewOrder(f.drawer() ? -1 : 0);
        experiment.over(f.drawer());
        place(experiment, Math.rint(f.experiment() * (out - 1)), y, f.experiment(), height - y + 1);

        double left = f.left();
        double main = f.stack();
        double bottom = height - f.bottom();
        place(stack, left, y, main, bottom - y);
        place(oneStep, left + main, y, width - left - main + 1, bottom - y);
        place(chart, left, bottom, main, f.bottom() + 1);
        place(sample, left + main, bottom, width - left - main + 1, f.bottom() + 1);
    }

    private static void place(Region region, double x, double y, double width, double height) {
        region.resizeRelocate(Math.rint(x), Math.rint(y), Math.rint(width) - 1, Math.max(0, Math.rint(height) - 1));
    }
}
