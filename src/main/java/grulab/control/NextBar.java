package grulab.control;

import grulab.model.Prediction;
import java.util.function.IntConsumer;
import javafx.scene.Cursor;
import javafx.scene.Group;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** One symbol of {@link NextToken}: its probability as a bar, its name, its logit. */
final class NextBar extends Group {
    /** From bar to bar, where there is room for all. */
    static final double PITCH = 62;

    static final double PROJECTED = 88;
    private static final double NARROWEST = 46;
    private static final double NARROWEST_PROJECTED = 68;
    private static final int MOST = 8;
    private static final double WIDTH = 34;

    private final int symbol;
    private final BarPlace place;
    private final double height;
    private final Rectangle bar = new Rectangle();
    private final Text probability;
    private final Group named = new Group();
    private final Rectangle hitBar = new Rectangle();
    private final Rectangle hitLogit = new Rectangle();

    NextBar(
            int symbol,
            String name,
            Prediction p,
            @Nullable Prediction before,
            double largest,
            BarPlace place,
            PlotWords words,
            Look look) {
        this.symbol = symbol;
        this.place = place;
        Palette palette = look.palette();
        boolean actual = symbol == p.target();
        double middle = place.pitch() / 2;
        double width = Math.min(look.px(WIDTH, WIDTH * 1.4), place.pitch() * 0.62);
        double value = p.probabilities()[symbol];
        height = length(value, largest);
        setId("next-bar-" + symbol);
        bar.setX(Math.rint(middle - width / 2));
        bar.setWidth(Math.rint(width));
        bar.setFill(actual ? palette.ink : palette.border);
        getChildren().add(bar);
        if (before != null) {
            double was = length(before.probabilities()[symbol], largest);
            Rectangle ghost = new Rectangle(bar.getX() - 2.5, place.base() - was, bar.getWidth() + 5, was);
            ghost.setId("next-ghost-" + symbol);
            ghost.setFill(null);
            ghost.setStroke(palette.text2);
            ghost.setStrokeWidth(look.px(1.4, 2.2));
            ghost.getStrokeDashArray().setAll(look.px(4), look.px(3));
            named.getChildren().add(ghost);
        }
        Font numbers = actual ? Fonts.monoBold(look.px(12, 18)) : Fonts.mono(look.px(12, 18));
        probability = Lettering.text(LossWords.probability(value), numbers, palette.ink);
        Text character = Lettering.text(name, font(name, actual, look), palette.ink);
        shorten(character, name, place.pitch() - look.px(4));
        Lettering.centre(character, middle, place.character());
        named.getChildren().add(character);
        Font small = Fonts.mono(look.px(11, 17));
        if (place.logit() > 0) {
            Text logit = Lettering.text(Numbers.narrow(p.logits()[symbol]), small, palette.text3);
            logit.setId("next-logit-" + symbol);
            Lettering.centre(logit, middle, place.logit());
            named.getChildren().add(logit);
        }
        if (actual) {
            Text mark = Lettering.text(words.of("next.actual"), Fonts.ui(look.px(12, 18)), palette.text2);
            mark.setId("next-actual");
            Lettering.centre(mark, middle, place.actual());
            named.getChildren().add(mark);
        }
        hit(hitBar, 0, place.base());
        hit(hitLogit, place.base(), place.actual());
        getChildren().addAll(probability, named, hitBar, hitLogit);
        progress(1, 1);
    }

    /** How many bars fit, at least one. */
    static int fitting(double room, Look look) {
        return Math.max(1, Math.min(MOST, (int) (room / look.px(NARROWEST, NARROWEST_PROJECTED))));
    }

    private double length(double value, double largest) {
        return Double.isFinite(value) && largest > 0 ? Math.max(1, (place.base() - place.top()) * value / largest) : 0;
    }

    private static Font font(String name, boolean actual, Look look) {
        double size = name.codePointCount(0, name.length()) > 1 ? look.px(13, 19) : look.px(20, 29);
        return actual ? Fonts.monoBold(size) : Fonts.mono(size);
    }

    private static void shorten(Text text, String name, double room) {
        int length = name.length();
        while (length > 1 && Lettering.width(text) > room) {
            length = name.offsetByCodePoints(length, -1);
            text.setText(name.substring(0, length) + "\u2026");
        }
    }

    private void hit(Rectangle area, double from, double to) {
        area.setWidth(place.pitch());
        area.setY(from);
        area.setHeight(to - from);
        area.setFill(Color.TRANSPARENT);
        area.setCursor(Cursor.HAND);
    }

    void onAsk(IntConsumer ofProbability, IntConsumer ofLogit) {
        hitBar.setOnMouseClicked(e -> ofProbability.accept(symbol));
        hitLogit.setOnMouseClicked(e -> ofLogit.accept(symbol));
    }

    int symbol() {
        return symbol;
    }

    /** @param logits how far the name and the logit have come, @param softmax how far the bar has; both 0 to 1 */
    void progress(double logits, double softmax) {
        named.setOpacity(logits);
        double now = height * Easing.out(softmax);
        bar.setHeight(now);
        bar.setY(place.base() - now);
        probability.setOpacity(softmax);
        Lettering.centre(probability, place.pitch() / 2, place.base() - now - place.top() * 0.25);
    }
}
