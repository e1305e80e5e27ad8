package grulab.view;

import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The time stack, one step of it, and below them loss and sample. */
final class TrainWorkspace extends Region {
    private final StackPanel stack;
    private final OneStep oneStep;
    private final ChartPanel chart;
    private final SamplePane sample;
    private @Nullable Frame frame;

    TrainWorkspace(Workbench bench) {
        setId("train-workspace");
        stack = new StackPanel(bench);
        oneStep = new OneStep(bench, stack.order());
        chart = new ChartPanel(bench);
        sample = new SamplePane(bench);
        getChildren().addAll(stack, oneStep, chart, sample);
    }

    StackPanel stack() {
        return stack;
    }

    /** Where the regions stand in the window from now on. */
    void frame(Frame now) {
        if (!now.equals(frame)) {
            frame = now;
            requestLayout();
        }
    }

    @Override
    protected void layoutChildren() {
        if (frame == null || getWidth() < 1 || getHeight() < 1) {
            return;
        }
        double width = getWidth();
        double height = getHeight();
        double main = frame.main();
        double bottom = height - frame.bottom();
        Workspaces.place(stack, 0, 0, main, bottom);
        Workspaces.place(oneStep, main, 0, width - main + 1, bottom);
        Workspaces.place(chart, 0, bottom, main, frame.bottom() + 1);
        Workspaces.place(sample, main, bottom, width - main + 1, frame.bottom() + 1);
    }
}
