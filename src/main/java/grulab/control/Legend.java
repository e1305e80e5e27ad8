package grulab.control;

import javafx.scene.Group;
import javafx.scene.paint.Color;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Stop;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

/** A colour map with its name and its ends; baseline at y 0. */
final class Legend extends Group {
    private static final int STOPS = 8;

    private final double width;

    /** @param beyond what a dot in a cell means, or empty if there are none */
    Legend(String name, String low, String high, ColorMap map, double bar, String beyond, Look look) {
        Palette palette = look.palette();
        Text label = Lettering.text(name, Fonts.ui(look.px(12, 18)), palette.text2);
        Text from = Lettering.text(low, Fonts.mono(look.px(12, 18)), palette.text2);
        Text to = Lettering.text(high, Fonts.mono(look.px(12, 18)), palette.text2);
        double x = Lettering.width(label) + look.px(6);
        from.setX(x);
        x += Lettering.width(from) + look.px(6);
        Rectangle scale = new Rectangle(x, -look.px(10.5), bar, look.px(12, 18));
        scale.setFill(gradient(map));
        scale.setStroke(palette.border);
        scale.setStrokeWidth(1);
        x += bar + look.px(6);
        to.setX(x);
        x += Lettering.width(to);
        getChildren().addAll(label, from, scale, to);
        if (!beyond.isEmpty()) {
            Circle dot = new Circle(x + look.px(11), -look.px(4.5), look.px(1.8), palette.ink);
            Text words = Lettering.text(beyond, Fonts.ui(look.px(12, 18)), palette.text2);
            words.setX(x + look.px(16));
            x += look.px(16) + Lettering.width(words);
            getChildren().addAll(dot, words);
        }
        width = x;
        setMouseTransparent(true);
    }

    double width() {
        return width;
    }

    private static LinearGradient gradient(ColorMap map) {
        Stop[] stops = new Stop[STOPS + 1];
        for (int i = 0; i <= STOPS; i++) {
            double at = (double) i / STOPS;
            Color color = map.color(at);
            stops[i] = new Stop(at, color);
        }
        return new LinearGradient(0, 0, 1, 0, true, CycleMethod.NO_CYCLE, stops);
    }
}
