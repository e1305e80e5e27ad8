package grulab.control;

import javafx.scene.Group;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** ∂L/∂ of a quantity as in a formula, its baseline at y 0. */
final class GradientSymbol extends Group {
    private final double size;
    private final Color color;
    private double width;

    private GradientSymbol(double size, Color color) {
        this.size = size;
        this.color = color;
        setMouseTransparent(true);
    }

    /** ‖∂L/∂h_t‖ */
    static GradientSymbol norm(MapQuantity what, double size, Color color) {
        GradientSymbol symbol = new GradientSymbol(size, color);
        symbol.lines();
        symbol.ratio(what.symbol(size, color));
        symbol.width += size * 0.1;
        symbol.lines();
        return symbol;
    }

    /** ∂L/∂h */
    static GradientSymbol of(MapQuantity what, double size, Color color) {
        GradientSymbol symbol = new GradientSymbol(size, color);
        symbol.ratio(what.letter(size, color));
        return symbol;
    }

    private void ratio(Symbol below) {
        // the face of the formulas has ∂ in the place of @
        add("@", Fonts.math(size));
        add("L", Fonts.math(size));
        add("/", Fonts.ui(size));
        add("@", Fonts.math(size));
        below.setLayoutX(width);
        getChildren().add(below);
        width += below.getLayoutBounds().getWidth();
    }

    private void lines() {
        for (int i = 0; i < 2; i++) {
            Rectangle line = new Rectangle(width + i * size * 0.17, -size * 0.78, size * 0.07, size * 1.04);
            line.setFill(color);
            getChildren().add(line);
        }
        width += size * 0.32;
    }

    private void add(String text, Font font) {
        Text node = Lettering.text(text, font, color);
        node.setX(width);
        getChildren().add(node);
        width += Lettering.width(node);
    }

    double width() {
        return width;
    }
}
