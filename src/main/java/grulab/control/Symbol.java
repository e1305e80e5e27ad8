package grulab.control;

import javafx.scene.Group;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/**
 * A letter of the formulas with a tilde or a subscript, its baseline at y 0. The tilde is a text of its own over the
 * letter: the combining one lands on the ascender in most typefaces and reads as ħ.
 */
public final class Symbol extends Group {
    private static final double SUBSCRIPT = 0.62;

    private Symbol(String letter, boolean tilde, String subscript, double size, Color color) {
        Text main = text(letter, Fonts.math(size), color);
        double width = main.getLayoutBounds().getWidth();
        getChildren().add(main);
        if (tilde) {
            Text over = text("\u02dc", Fonts.ui(size), color);
            over.setX(size * 0.17);
            over.setY(-size * 0.14);
            getChildren().add(over);
        }
        if (!subscript.isEmpty()) {
            Text low = text(subscript, Fonts.math(size * SUBSCRIPT), color);
            low.setX(width);
            low.setY(size * 0.2);
            getChildren().add(low);
        }
        setMouseTransparent(true);
    }

    public static Symbol of(String letter, double size, Color color) {
        return new Symbol(letter, false, "", size, color);
    }

    /** h̃ */
    public static Symbol candidate(double size, Color color) {
        return new Symbol("h", true, "", size, color);
    }

    /** The same letter with another index. */
    public static Symbol indexed(String letter, String subscript, double size, Color color) {
        return new Symbol(letter, false, subscript, size, color);
    }

    /** h̃_t */
    public static Symbol candidateAt(String subscript, double size, Color color) {
        return new Symbol("h", true, subscript, size, color);
    }

    private static Text text(String content, Font font, Color color) {
        Text text = new Text(content);
        text.setFont(font);
        text.setFill(color);
        return text;
    }
}
