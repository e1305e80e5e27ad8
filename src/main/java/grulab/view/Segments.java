package grulab.view;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A few choices side by side, one of them chosen. What is chosen follows the model, not the click. */
final class Segments<T> extends HBox {
    static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    static final PseudoClass PENDING = PseudoClass.getPseudoClass("pending");

    /**
     * @param id of the button
     * @param spoken its accessible name, formula included
     * @param below formula or note under the name, or null
     */
    record Option<T>(
            T value,
            String id,
            ObservableValue<String> name,
            ObservableValue<String> spoken,
            @Nullable Node below) {}

    private final ObservableValue<T> chosen;
    private final Consumer<T> choose;
    private final Function<Option<T>, Node> name;
    private final List<Option<T>> options;
    private final List<ToggleButton> buttons = new ArrayList<>();
    private ObservableValue<Boolean> pending = new SimpleBooleanProperty();
    private boolean low;

    Segments(String id, List<Option<T>> options, ObservableValue<T> chosen, Consumer<T> choose) {
        this(id, options, chosen, choose, option -> Labels.of(option.name(), "name"));
    }

    /** @param name draws the name of a choice */
    Segments(
            String id,
            List<Option<T>> options,
            ObservableValue<T> chosen,
            Consumer<T> choose,
            Function<Option<T>, Node> name) {
        this.name = name;
        setMaxHeight(USE_PREF_SIZE);
        this.options = options;
        this.chosen = chosen;
        this.choose = choose;
        setId(id);
        getStyleClass().add("segments");
        for (Option<T> option : options) {
            buttons.add(button(option));
        }
        getChildren().addAll(buttons);
        for (int i = 0; i < buttons.size(); i++) {
            buttons.get(i).getStyleClass().add(i == 0 ? "first" : "later");
        }
        buttons.get(buttons.size() - 1).getStyleClass().add("last");
        chosen.addListener((o, old, now) -> follow());
        follow();
    }

    /** While this holds, the chosen segment is marked as asked for and not yet computed. */
    void pending(ObservableValue<Boolean> now) {
        pending = now;
        pending.addListener((o, old, other) -> follow());
        follow();
    }

    /** Low: what stands below a name is shown on the chosen segment only. */
    void low(boolean now) {
        low = now;
        getStyleClass().remove("low");
        if (now) {
            getStyleClass().add("low");
        }
        follow();
    }

    private ToggleButton button(Option<T> option) {
        ToggleButton button = new ToggleButton();
        button.setMnemonicParsing(false);
        button.setId(option.id());
        button.getStyleClass().add("segment");
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.accessibleTextProperty().bind(option.spoken());
        Glyph check = new Glyph("check");
        check.managedProperty().bind(check.visibleProperty());
        HBox head = new HBox(check, name.apply(option));
        head.getStyleClass().add("head");
        VBox content = new VBox(head);
        content.setAlignment(Pos.CENTER_LEFT);
        content.setMouseTransparent(true);
        if (option.below() != null) {
            content.getChildren().add(option.below());
        }
        button.setGraphic(content);
        button.setOnAction(e -> {
            choose.accept(option.value());
            follow();
        });
        return button;
    }

    private void follow() {
        for (int i = 0; i < buttons.size(); i++) {
            boolean on = options.get(i).value().equals(chosen.getValue());
            buttons.get(i).setSelected(on);
            buttons.get(i).pseudoClassStateChanged(CHOSEN, on);
            buttons.get(i).pseudoClassStateChanged(PENDING, on && pending.getValue());
            Node below = options.get(i).below();
            if (below != null) {
                below.setVisible(on || !low);
                below.setManaged(on || !low);
            }
        }
    }
}
