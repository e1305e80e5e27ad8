package grulab.view;

import javafx.scene.control.Label;

/** A or B in a circle: the first of the twins filled, the second outlined. */
final class Badge extends Label {
    Badge(boolean second) {
        super(second ? "B" : "A");
        getStyleClass().addAll("badge", second ? "second" : "first");
    }
}
