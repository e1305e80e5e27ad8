package grulab.control;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.Group;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** A line of words in which a t that stands alone, and h_t, are those of the formulas; its baseline is at y 0. */
final class Phrase {
    private static final Pattern TIME = Pattern.compile("h_t|(?<![A-Za-z\u201c])t(?![A-Za-z\u201d])");

    private Phrase() {}

    static Group of(String words, Font font, Color color) {
        return of(words, font, color, color);
    }

    /** @param state the colour of h_t */
    static Group of(String words, Font font, Color color, Color state) {
        Group group = new Group();
        group.setMouseTransparent(true);
        Matcher matcher = TIME.matcher(words);
        int from = 0;
        double x = 0;
        while (matcher.find()) {
            x = add(group, words.substring(from, matcher.start()), font, color, x);
            if (matcher.group().equals("t")) {
                x = add(group, "t", Fonts.math(font.getSize() * 1.15), color, x);
            } else {
                Symbol symbol = Symbol.indexed("h", "t", font.getSize() * 1.2, state);
                symbol.setLayoutX(x);
                group.getChildren().add(symbol);
                x += symbol.getLayoutBounds().getWidth() + font.getSize() * 0.15;
            }
            from = matcher.end();
        }
        add(group, words.substring(from), font, color, x);
        return group;
    }

    private static double add(Group group, String words, Font font, Color color, double x) {
        if (words.isEmpty()) {
            return x;
        }
        Text text = Lettering.text(words, font, color);
        text.setX(x);
        group.getChildren().add(text);
        return x + Lettering.width(text);
    }
}
