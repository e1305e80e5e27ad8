package grulab.control;

import java.util.List;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import javafx.scene.text.Text;

/** The numbers around a plot: losses at its left, batches below, the newest value at the line's end. */
final class ChartAxes extends Pane {
    private final Circle end = new Circle();
    private final Text last = new Text();

    ChartAxes() {
        setMouseTransparent(true);
        last.setId("chart-last");
    }

    void build(ChartFrame frame, List<Double> ticks, double value, Look look) {
        getChildren().clear();
        Palette palette = look.palette();
        for (double tick : ticks) {
            Text text = number(plain(frame.scale().shown(tick)), look);
            Lettering.right(text, frame.left() - look.px(7), frame.y(tick) + look.px(4, 6.3));
        }
        batches(frame, look);
        boolean known = Double.isFinite(value);
        end.setVisible(known);
        last.setVisible(known);
        if (known) {
            double y = frame.y(value);
            end.setRadius(look.px(3.4, 5.5));
            end.setFill(palette.loss);
            end.setCenterX(frame.right());
            end.setCenterY(y);
            Lettering.style(last, Fonts.monoBold(look.px(13.5, 20)), palette.loss);
            last.setText(Numbers.fixed(frame.scale().shown(value), frame.scale().shown(value) < 100 ? 2 : 1));
            Lettering.left(last, frame.right() + look.px(6.5, 9), y + look.px(4.7, 7));
        }
        getChildren().addAll(end, last);
    }

    /** 1, round numbers, and the newest; a number that would run into the newest is left out. */
    private void batches(ChartFrame frame, Look look) {
        double baseline = frame.bottom() + look.px(16, 24);
        Text first = number("1", look);
        Lettering.centre(first, frame.left(), baseline);
        if (frame.batches() < 2) {
            return;
        }
        double free = frame.right() + look.px(30);
        double apart = look.px(10, 16);
        if (!look.projector()) {
            Text newest = number(Numbers.count((long) frame.batches()), look);
            Lettering.centre(newest, frame.right(), baseline);
            free = newest.getX();
        }
        double taken = first.getX() + Lettering.width(first);
        double step = Math.max(1, LossScale.step(frame.batches(), look.projector() ? 3 : 5));
        for (double batch = step; batch < frame.batches(); batch += step) {
            Text text = number(Numbers.count(Math.round(batch)), look);
            Lettering.centre(text, frame.x(batch), baseline);
            boolean clear = text.getX() >= taken + apart && text.getX() + Lettering.width(text) <= free - apart;
            if (clear && batch == Math.rint(batch)) {
                taken = text.getX() + Lettering.width(text);
            } else {
                getChildren().remove(text);
            }
        }
    }

    private Text number(String words, Look look) {
        Text text = Lettering.text(words, Fonts.mono(look.px(12, 18)), look.palette().text2);
        getChildren().add(text);
        return text;
    }

    /** As many decimals as the number has, at most four. */
    private static String plain(double value) {
        for (int decimals = 0; decimals < 4; decimals++) {
            double shift = Math.pow(10, decimals);
            if (Math.abs(value * shift - Math.rint(value * shift)) < 1e-6 * shift * Math.max(1, value)) {
                return decimals == 0 ? Numbers.count(Math.round(value)) : Numbers.fixed(value, decimals);
            }
        }
        return Numbers.fixed(value, 4);
    }
}
