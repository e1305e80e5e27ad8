package grulab.view;

import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One card over everything: a question, or a table. It is part of the window, so it is drawn off screen as well. */
final class Card extends StackPane {
    private @Nullable Node before;
    private Runnable cancel = () -> {};

    Card() {
        setId("overlay");
        setPickOnBounds(false);
        setVisible(false);
    }

    /**
     * @param content what the card shows
     * @param first what gets the focus: the harmless answer
     * @param under the card stands below this node; null for the middle of the window
     * @param cancelled runs if the card is closed without an answer
     */
    void open(VBox content, Node first, @Nullable Node under, Runnable cancelled) {
        close();
        content.getStyleClass().add("card");
        content.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        before = getScene() == null ? null : getScene().getFocusOwner();
        cancel = cancelled;
        if (under == null) {
            getChildren().setAll(content);
        } else {
            getChildren().setAll(new Under(content, under));
        }
        setVisible(true);
        first.requestFocus();
    }

    boolean isOpen() {
        return isVisible();
    }

    /** Closes without an answer. */
    void dismiss() {
        if (isVisible()) {
            Runnable told = cancel;
            close();
            told.run();
        }
    }

    /** Closes because there is an answer. */
    void close() {
        if (isVisible()) {
            setVisible(false);
            getChildren().clear();
            cancel = () -> {};
            Node back = before;
            before = null;
            if (back != null) {
                back.requestFocus();
            }
        }
    }

    /** Puts a card under a node, inside the window. */
    private static final class Under extends Pane {
        private final VBox content;
        private final Node anchor;

        Under(VBox content, Node anchor) {
            this.content = content;
            this.anchor = anchor;
            setPickOnBounds(false);
            getChildren().add(content);
        }

        @Override
        protected void layoutChildren() {
            double gap = 8;
            double width = Math.min(content.prefWidth(-1), getWidth() - 2 * gap);
            double height = content.prefHeight(width);
            var place = sceneToLocal(anchor.localToScene(anchor.getLayoutBounds()));
            double x = Math.max(gap, Math.min(place.getMinX(), getWidth() - width - gap));
            double y = Math.min(place.getMaxY() + gap, Math.max(gap, getHeight() - height - gap));
            content.resizeRelocate(x, y, width, height);
        }
    }
}
