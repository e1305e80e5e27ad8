package grulab.control;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Background;

/** What scrolls up and down where there is too little height, without a frame; no stop for the keyboard. */
final class LineScroll {
    private LineScroll() {}

    static ScrollPane of(Node content) {
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.setFocusTraversable(false);
        scroll.setBackground(Background.EMPTY);
        return scroll;
    }
}
