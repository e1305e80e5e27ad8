package grulab.view;

/** The time stack, one step of it, and below them loss and sample. */
final class TrainWorkspace extends WorkspaceRegion {
    private final StackPanel stack;
    private final OneStep oneStep;
    private final ChartPanel chart;
    private final SamplePane sample;

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

    @Override
    void arrange(Frame frame) {
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
