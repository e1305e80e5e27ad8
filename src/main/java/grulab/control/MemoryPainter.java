package grulab.control;

import grulab.model.Quantity;
import grulab.model.UnitMemory;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/** Draws dots and bars of a memory plot. */
record MemoryPainter(MemoryFrame frame, UnitMemory memory, UnitOrder order, int selected, Look look) {
    private static final double OFF = 0.28;

    void paint(GraphicsContext g, PlotCanvas canvas) {
        axes(g, canvas);
        for (int row = 0; row < order.count(); row++) {
            int unit = order.unitAt(order.first() + row);
            gates(g, canvas, row, unit);
            dot(g, canvas, row, unit);
        }
        selection(g);
        if (frame.overview() > 0) {
            overview(g);
        }
    }

    private void axes(GraphicsContext g, PlotCanvas canvas) {
        Palette palette = look.palette();
        double hair = canvas.hair(look);
        g.setFill(palette.rule);
        for (double tick : frame.axis().ticks(frame.axisWidth(), look.px(40, 60))) {
            g.fillRect(
                    canvas.snap(frame.x(tick)), frame.top(), hair, frame.rows().height());
        }
        g.fillRect(
                canvas.snap(frame.infinite()), frame.top(), hair, frame.rows().height());
        for (int gate = 0; gate < memory.saturations().size(); gate++) {
            double middle = frame.middle(gate);
            g.setFill(palette.sunk);
            g.fillRect(
                    middle - frame.full(),
                    frame.top(),
                    2 * frame.full(),
                    frame.rows().height());
            g.setFill(palette.border);
            g.fillRect(canvas.snap(middle), frame.top(), hair, frame.rows().height());
        }
        g.setFill(palette.border);
        g.fillRect(frame.left(), frame.bottom(), frame.axisWidth(), hair);
    }

    private void dot(GraphicsContext g, PlotCanvas canvas, int row, int unit) {
        double halfLife = memory.halfLives()[unit];
        double y = frame.y(row);
        double height = frame.height(row);
        if (Double.isNaN(halfLife)) {
            canvas.broken(frame.left(), y, frame.axisWidth(), Math.max(1, height - 1));
            return;
        }
        double r = Math.max(look.px(1), Math.min(look.px(4, 6), height * 0.36));
        double middle = y + height / 2;
        double x = frame.x(halfLife);
        g.setFill(look.palette().h);
        g.fillOval(x - r, middle - r, 2 * r, 2 * r);
        if (height >= look.px(6)) {
            g.setStroke(look.palette().h.deriveColor(0, 1, 1, OFF));
            g.setLineWidth(look.px(1));
            g.strokeLine(frame.left(), middle, Math.max(frame.left(), x - r), middle);
        }
    }

    /** Left of the middle the share of steps below 0.1, right of it the share above 0.9. */
    private void gates(GraphicsContext g, PlotCanvas canvas, int row, int unit) {
        List<UnitMemory.Saturation> all = memory.saturations();
        double top = canvas.snap(frame.y(row));
        double gap = frame.height(row) >= look.px(5) ? 1 : 0;
        double height = canvas.snap(frame.y(row) + frame.height(row)) - top - gap;
        for (int gate = 0; gate < all.size(); gate++) {
            g.setFill(color(all.get(gate).gate(), look.palette()));
            double closed = all.get(gate).closed()[unit] * frame.full();
            double open = all.get(gate).open()[unit] * frame.full();
            g.fillRect(frame.middle(gate) - closed, top, closed, height);
            g.fillRect(frame.middle(gate) + 1, top, open, height);
        }
    }

    /** The gates of an LSTM have no colour of their own. */
    static Color color(Quantity gate, Palette palette) {
        return switch (gate) {
            case UPDATE -> palette.z;
            case RESET -> palette.r;
            default -> palette.border;
        };
    }

    private void selection(GraphicsContext g) {
        if (!order.shows(selected)) {
            return;
        }
        int row = order.rowOf(selected) - order.first();
        double line = look.px(1.5, 2);
        double width = frame.gates() + frame.gateWidth() * memory.saturations().size() - frame.left();
        g.setFill(look.palette().ink);
        g.fillRect(frame.left(), frame.y(row) - line, width, line);
        g.fillRect(frame.left(), frame.y(row) + frame.height(row), width, line);
        double tip = frame.left() - look.px(2.5);
        double half = look.px(4.8, 6.5);
        double y = frame.y(row) + frame.height(row) / 2;
        g.fillPolygon(new double[] {tip - 1.9 * half, tip, tip - 1.9 * half}, new double[] {y - half, y, y + half}, 3);
    }

    /** All half-lives, from none at its left edge to forever at its right. */
    private void overview(GraphicsContext g) {
        Palette palette = look.palette();
        double height = frame.rows().height();
        g.setFill(palette.sunk);
        g.fillRect(frame.overviewLeft(), frame.top(), frame.overview(), height);
        g.setFill(palette.h);
        double each = height / order.size();
        for (int row = 0; row < order.size(); row++) {
            double halfLife = memory.halfLives()[order.unitAt(row)];
            double share = Double.isInfinite(halfLife)
                    ? 1
                    : Double.isNaN(halfLife) ? 0 : frame.axis().share(halfLife);
            g.fillRect(frame.overviewLeft(), frame.top() + row * each, share * frame.overview(), each);
        }
        g.setStroke(palette.ink);
        g.setLineWidth(look.px(1.5));
        g.strokeRect(
                frame.overviewLeft(),
                frame.top() + order.first() * each,
                frame.overview(),
                Math.max(look.px(4), order.count() * each));
    }
}
