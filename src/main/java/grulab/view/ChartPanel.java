package grulab.view;

import javafx.scene.layout.Region;

/** The loss chart, bound to the course of training, with the sentences that say how the run stands. */
final class ChartPanel extends Region {
    private final Notices notices;

    ChartPanel(Workbench bench) {
        getStyleClass().add("panel");
        notices = new Notices(bench);
        getChildren().add(notices);
    }

    @Override
    protected void layoutChildren() {
        double height = notices.prefHeight(getWidth());
        double width = Math.min(notices.prefWidth(-1), getWidth() - 20);
        notices.resizeRelocate((getWidth() - width) / 2, getHeight() - height - 40, width, height);
    }
}
