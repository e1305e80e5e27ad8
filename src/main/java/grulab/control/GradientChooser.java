package grulab.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Side;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** The symbol of the gradient that is shown; opens a menu of all that the cell has, if it has more than one. */
final class GradientChooser extends Pane {
    private static final String ARROW = "\u25be";
    private static final double PADDING = 4;
    private static final double HEIGHT = 28;
    private static final double BASELINE = 20;

    private final Consumer<MapQuantity> choose;
    private final ContextMenu menu = new ContextMenu();
    private @Nullable StackState state;

    GradientChooser(Consumer<MapQuantity> choose) {
        this.choose = choose;
        setId("gradient-quantity");
        setManaged(false);
        setAccessibleRole(AccessibleRole.MENU_BUTTON);
        setOnMousePressed(e -> e.consume());
        setOnMouseClicked(e -> open());
        setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER || e.getCode() == KeyCode.SPACE) {
                open();
                e.consume();
            }
        });
    }

    private void open() {
        if (state != null && state.lanes().size() > 1) {
            menu.getItems().setAll(items(state));
            menu.show(this, Side.BOTTOM, 0, 2);
        }
    }

    void build(StackState s) {
        state = s;
        Look look = s.look();
        Palette palette = look.palette();
        double pad = look.px(PADDING);
        GradientSymbol symbol = GradientSymbol.norm(s.gradient(), look.px(17), palette.loss);
        symbol.setLayoutX(pad);
        symbol.setLayoutY(look.px(BASELINE));
        boolean choice = s.lanes().size() > 1;
        Text arrow = Lettering.text(choice ? ARROW : "", Fonts.ui(look.px(12)), palette.text2);
        Lettering.left(arrow, pad + symbol.width() + look.px(2), look.px(BASELINE - 1));
        getChildren().setAll(symbol, arrow);
        setFocusTraversable(choice);
        setCursor(choice ? Cursor.HAND : Cursor.DEFAULT);
        setAccessibleText(
                StackWords.fill(s.words().spokenGradientChoice(), s.gradient().name(s.words()), s.gradient().spoken));
        resizeRelocate(
                look.px(16) - pad,
                0,
                pad + symbol.width() + look.px(2) + Lettering.width(arrow) + look.px(2),
                look.px(HEIGHT));
    }

    /** The state first, for it is what flows back through time; then the rest from top to bottom. */
    List<MenuItem> items(StackState s) {
        List<MapQuantity> all = new ArrayList<>(s.lanes());
        all.remove(MapQuantity.STATE);
        all.add(0, MapQuantity.STATE);
        return all.stream().map(what -> item(s, what)).toList();
    }

    private MenuItem item(StackState s, MapQuantity what) {
        Look look = s.look();
        RadioMenuItem item = new RadioMenuItem(what.name(s.words()));
        item.setId("gradient-of-" + what.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        item.setMnemonicParsing(false);
        item.setGraphic(GradientSymbol.norm(what, look.px(15), look.palette().loss));
        item.setSelected(what == s.gradient());
        item.setDisable(
                s.snapshot() == null || !s.snapshot().trace().gradients().containsKey(what.quantity));
        item.setOnAction(e -> choose.accept(what));
        return item;
    }
}
