package grulab.view;

import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Small pieces that every region is made of. */
final class Labels {
    private Labels() {}

    static Label of(ObservableValue<String> text, String... styles) {
        Label label = new Label();
        label.textProperty().bind(text);
        label.getStyleClass().addAll(styles);
        return label;
    }

    static Label fixed(String text, String... styles) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styles);
        return label;
    }

    /** What the pointer is told after a while. */
    static void tip(Control control, ObservableValue<String> words) {
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(words);
        control.setTooltip(tip);
    }

    static Region spacer() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }

    static Region rule() {
        Region rule = new Region();
        rule.getStyleClass().add("rule");
        return rule;
    }

    /** In the layout only while it is shown. */
    static void shown(Node node, ObservableValue<Boolean> when) {
        node.visibleProperty().bind(when);
        node.managedProperty().bind(when);
    }

    /** Keeps a style class on a node while something holds. */
    static void style(Node node, String name, ObservableValue<Boolean> when) {
        Runnable set = () -> {
            node.getStyleClass().remove(name);
            if (Boolean.TRUE.equals(when.getValue())) {
                node.getStyleClass().add(name);
            }
        };
        set.run();
        when.addListener((o, old, now) -> set.run());
    }

    static void state(Node node, PseudoClass state, ObservableValue<Boolean> when) {
        node.pseudoClassStateChanged(state, Boolean.TRUE.equals(when.getValue()));
        when.addListener((o, old, now) -> node.pseudoClassStateChanged(state, Boolean.TRUE.equals(now)));
    }
}
