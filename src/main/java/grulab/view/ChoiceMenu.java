package grulab.view;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;

/** A menu that shows what is chosen from a few values, in the language chosen now. */
final class ChoiceMenu<T> extends MenuButton {
    ChoiceMenu(
            String id,
            List<T> values,
            ObservableValue<T> chosen,
            Consumer<T> choose,
            Function<T, String> name,
            Texts texts) {
        setId(id);
        setMnemonicParsing(false);
        textProperty().bind(texts.bind(() -> name.apply(chosen.getValue()), chosen));
        ToggleGroup group = new ToggleGroup();
        for (T value : values) {
            RadioMenuItem item = new RadioMenuItem();
            item.setId(id + "-" + value.toString().toLowerCase(java.util.Locale.ROOT));
            item.setMnemonicParsing(false);
            item.textProperty().bind(texts.bind(() -> name.apply(value)));
            item.setToggleGroup(group);
            item.setSelected(value.equals(chosen.getValue()));
            item.setOnAction(e -> choose.accept(value));
            chosen.addListener((o, old, now) -> item.setSelected(value.equals(now)));
            getItems().add(item);
        }
    }
}
