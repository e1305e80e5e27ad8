package grulab.view;

import java.util.Objects;
import javafx.beans.binding.StringBinding;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;

/**
 * What the pointer is told of a control after a while: the sentence "tip." and its id, else what a screen reader says of
 * it, else its own words. Goes once through a part of the window that is built.
 */
final class Tips {
    private static final Duration AFTER = Duration.millis(500);

    private final Texts texts;

    Tips(Texts texts) {
        this.texts = texts;
    }

    void on(Node node) {
        if (node instanceof Control control && wants(control)) {
            tell(control);
        } else if (node.getId() != null && texts.has("tip." + node.getId())) {
            Tooltip.install(node, tip(texts.bind("tip." + node.getId())));
        }
        if (node instanceof Labeled labeled && labeled.getGraphic() != null) {
            on(labeled.getGraphic());
        }
        if (node instanceof ScrollPane scroll && scroll.getContent() != null) {
            on(scroll.getContent());
        } else if (node instanceof Parent parent && !(node instanceof Labeled)) {
            parent.getChildrenUnmodifiable().forEach(this::on);
        }
    }

    private static boolean wants(Control control) {
        boolean used = control instanceof Labeled && !(control instanceof Label)
                || control instanceof TextInputControl
                || control instanceof Slider;
        return used && control.getTooltip() == null;
    }

    private void tell(Control control) {
        String own = "tip." + control.getId();
        if (control.getId() != null && texts.has(own)) {
            control.setTooltip(tip(texts.bind(own)));
        } else {
            StringBinding words = texts.bind(
                    () -> Objects.requireNonNullElse(
                            control.getAccessibleText(), control instanceof Labeled l ? l.getText() : ""),
                    control.accessibleTextProperty(),
                    control instanceof Labeled l ? l.textProperty() : control.accessibleTextProperty());
            control.setTooltip(tip(words));
        }
    }

    private static Tooltip tip(StringBinding words) {
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(words);
        tip.setShowDelay(AFTER);
        tip.setWrapText(true);
        tip.setMaxWidth(360);
        return tip;
    }
}
