package grulab.control;

import grulab.model.arithmetic.Curve;
import grulab.model.arithmetic.Line;
import java.util.function.Consumer;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** What a line looks like: its summands as bars and its curve, or the lever that a new state is. */
final class LinePicture extends Region {
    private final SumBars bars = new SumBars();
    private final CurveBox curve = new CurveBox();
    private final Lever lever = new Lever();
    private LineMoment moment = LineMoment.EMPTY;
    private Ink ink = Ink.INK;
    private Look look = Look.STANDARD;

    /** @param id what the ids of its parts begin with */
    LinePicture(String id) {
        bars.setId(id + "-bars");
        curve.setId(id + "-curve");
        lever.setId(id + "-lever");
        getChildren().addAll(bars, curve, lever);
    }

    void onHover(Consumer<@Nullable String> handler) {
        bars.onHover(handler);
        lever.onHover(handler);
    }

    void lit(@Nullable String id) {
        bars.lit(id);
        lever.lit(id);
    }

    /** @param newInk of what the line makes */
    void show(LineMoment now, Ink newInk, Look newLook) {
        moment = now;
        ink = newInk;
        look = newLook;
        requestLayout();
    }

    /** 0 where there is nothing to be drawn. */
    static double height(LineMoment moment, Look look) {
        return moment.computed() ? potential(moment, look) : 0;
    }

    /** The height that it will have when its line is computed. */
    static double potential(LineMoment moment, Look look) {
        Line line = moment.line();
        if (line == null) {
            return 0;
        }
        if (moment.lever() != null) {
            return Lever.height(look);
        }
        return moment.hasBars() ? SumBars.height(line.parts(), look) : 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        return height(moment, look);
    }

    @Override
    protected double computeMinHeight(double width) {
        return height(moment, look);
    }

    @Override
    protected void layoutChildren() {
        Line line = moment.line();
        LeverSpan span = moment.lever();
        boolean open = line != null && height(moment, look) > 0;
        boolean curved = open && line != null && (line.curve() != Curve.NONE || span != null && !span.blend());
        bars.setVisible(open && span == null);
        lever.setVisible(open && span != null);
        curve.setVisible(curved);
        if (!open || line == null) {
            return;
        }
        double width = getWidth();
        double axisEnd = width - look.px(148, 200);
        if (span != null) {
            lever.resizeRelocate(0, 0, span.blend() ? width : axisEnd + look.px(26), getHeight());
            lever.show(span, moment.way(), look);
        } else {
            bars.resizeRelocate(0, 0, axisEnd + look.px(10, 16), getHeight());
            bars.show(line, moment.reach(), ink, look);
        }
        if (curved) {
            double box = look.px(108, 150);
            double high = look.px(51, 80);
            double axis = span != null ? look.px(46, 72) : SumBars.axis(line.parts(), look);
            curve.resizeRelocate(width - look.px(8) - box, Math.max(0, axis - high), box, high);
            curve.show(
                    span != null ? Curve.TANH : line.curve(),
                    span != null
                            ? line.terms().get(1).value()
                            : SumBars.runOf(line).sum(),
                    moment.reach(),
                    ink,
                    look);
        }
    }
}
