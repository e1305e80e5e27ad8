package grulab.view;

import grulab.control.UnitSorting;
import grulab.model.CellType;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;

/** In which order all maps and strips show their units. */
final class OrderMenu extends MenuButton {
    private final Texts texts;
    private final StackPanel stack;

    /** @param cell whose units they are: one without gates has fewer orders */
    OrderMenu(Texts texts, StackPanel stack, Supplier<CellType> cell) {
        this.texts = texts;
        this.stack = stack;
        setId("step-order");
        setMnemonicParsing(false);
        textProperty().bind(texts.bind("outcome.order"));
        setMinWidth(USE_PREF_SIZE);
        fill(cell.get());
        setOnShowing(e -> fill(cell.get()));
    }

    private void fill(CellType cell) {
        getItems().clear();
        for (UnitSorting by : UnitSorting.of(cell)) {
            RadioMenuItem item = new RadioMenuItem(texts.of("stack.order." + key(by)));
            item.setMnemonicParsing(false);
            item.setId("step-order-" + by.name().toLowerCase(Locale.ROOT));
            item.setSelected(by == stack.sorting());
            item.setOnAction(e -> stack.sort(by));
            getItems().add(item);
        }
    }

    private static String key(UnitSorting by) {
        return switch (by) {
            case INDEX -> "index";
            case SLOW_TO_FAST -> "slow";
            case MOST_VARYING -> "varying";
            case HALF_LIFE -> "half-life";
            case SATURATION -> "saturation";
            case SIMILARITY -> "similarity";
        };
    }
}
