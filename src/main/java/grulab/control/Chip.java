package grulab.control;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** A small switch in a chart's header: bold over a bar of ink while it is on. */
final class Chip extends Pane {
    private static final double HEIGHT = 20;
    private static final double TARGET = 28;

    private final BooleanProperty selected = new SimpleBooleanProperty(this, "selected");
    private final Rectangle ring = new Rectangle();
    private final Rectangle shape = new Rectangle();
    private final Rectangle bar = new Rectangle();
    private final Text text = new Text();
    private Look look = Look.STANDARD;

    Chip(String id, Runnable act) {
        setId(id);
        setFocusTraversable(true);
        setCursor(Cursor.HAND);
        setAccessibleRole(AccessibleRole.TOGGLE_BUTTON);
        getChildren().addAll(ring, shape, bar, text);
        ring.setFill(null);
        ring.visibleProperty().bind(focusedProperty());
        setOnMouseClicked(e -> act.run());
        setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER || e.getCode() == KeyCode.SPACE) {
                act.run();
                e.consume();
            }
        });
        selected.addListener(o -> {
            draw();
            notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTED);
        });
    }

    BooleanProperty selectedProperty() {
        return selected;
    }

    void build(String words, Look other) {
        look = other;
        text.setText(words);
        setAccessibleText(words);
        draw();
    }

    private void draw() {
        Palette palette = look.palette();
        boolean on = selected.get();
        // As wide as its bold text also while it is not bold, so that neighbours stay where they are.
        Lettering.style(text, Fonts.semiBold(look.px(12)), palette.ink);
        double width = Math.rint(Lettering.width(text) + look.px(18));
        double inset = look.px((TARGET - HEIGHT) / 2);
        Lettering.style(
                text, on ? Fonts.semiBold(look.px(12)) : Fonts.ui(look.px(12)), on ? palette.ink : palette.text2);
        Lettering.centre(text, width / 2, inset + look.px(14));
        box(shape, 0.5, inset + 0.5, width - 1, look.px(HEIGHT) - 1, look.px(10));
        shape.setFill(on ? palette.sunk : palette.surface);
        shape.setStroke(palette.border);
        bar.setVisible(on);
        box(bar, 1, inset + look.px(HEIGHT - 3.5), width - 2, look.px(3), look.px(4));
        bar.setFill(palette.ink);
        box(ring, -look.px(3), inset - look.px(3), width + look.px(6), look.px(HEIGHT + 6), look.px(14));
        ring.setStroke(palette.ink);
        ring.setStrokeWidth(look.px(2));
        setPrefSize(width, look.px(TARGET));
        resize(width, look.px(TARGET));
    }

    private static void box(Rectangle r, double x, double y, double width, double height, double arc) {
        r.setX(x);
        r.setY(y);
        r.setWidth(width);
        r.setHeight(height);
        r.setArcWidth(arc);
        r.setArcHeight(arc);
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.SELECTED
                ? (Object) selected.get()
                : super.queryAccessibleAttribute(attribute, parameters);
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        if (action == AccessibleAction.FIRE) {
            getOnMouseClicked().handle(null);
        } else {
            super.executeAccessibleAction(action, parameters);
        }
    }
}
