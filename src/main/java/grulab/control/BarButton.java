package grulab.control;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import javafx.scene.paint.Color;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.StrokeLineCap;

/** A button of the micro-step bar with a drawn sign. */
final class BarButton extends Button {
    private final SVGPath sign = new SVGPath();
    private final Tooltip tip = new Tooltip();
    private final boolean filled;
    private Look look = Look.STANDARD;

    BarButton(String id, String path, boolean filled) {
        this.filled = filled;
        setId(id);
        setMnemonicParsing(false);
        getStyleClass().setAll("micro-step-button");
        sign.setContent(path);
        sign.setStrokeLineCap(StrokeLineCap.ROUND);
        setGraphic(sign);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setAlignment(Pos.CENTER);
        setMaxHeight(Double.MAX_VALUE);
        setTooltip(tip);
        focusedProperty().addListener((o, was, now) -> draw());
        hoverProperty().addListener((o, was, now) -> draw());
        disabledProperty().addListener((o, was, now) -> draw());
    }

    void name(String text) {
        setAccessibleText(text);
        tip.setText(text);
    }

    void look(Look newLook) {
        look = newLook;
        double width = look.px(28, 40);
        setMinSize(width, look.px(28, 40));
        setPrefWidth(width);
        sign.setScaleX(look.scale());
        sign.setScaleY(look.scale());
        draw();
    }

    private void draw() {
        Palette palette = look.palette();
        Color ink = isDisabled() ? palette.border : palette.ink;
        sign.setFill(filled ? ink : Color.TRANSPARENT);
        sign.setStroke(filled ? null : ink);
        sign.setStrokeWidth(1.5);
        boolean first = getId().equals("micro-back");
        BarCell cell = new BarCell(look, first, false, filled || first ? palette.rule : palette.border);
        cell.paint(this, isHover() && !isDisabled(), false, isFocused());
    }
}
