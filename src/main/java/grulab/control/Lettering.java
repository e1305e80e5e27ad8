package grulab.control;

import javafx.geometry.VPos;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** Texts on drawings, placed by their baseline. */
final class Lettering {
    private Lettering() {}

    static Text text(String content, Font font, Color color) {
        Text text = new Text(content);
        text.setTextOrigin(VPos.BASELINE);
        text.setMouseTransparent(true);
        style(text, font, color);
        return text;
    }

    static void style(Text text, Font font, Color color) {
        text.setFont(font);
        text.setFill(color);
    }

    static double width(Text text) {
        return text.getLayoutBounds().getWidth();
    }

    static void left(Text text, double x, double baseline) {
        text.setX(x);
        text.setY(baseline);
    }

    static void right(Text text, double x, double baseline) {
        left(text, x - width(text), baseline);
    }

    static void centre(Text text, double x, double baseline) {
        left(text, x - width(text) / 2, baseline);
    }
}
