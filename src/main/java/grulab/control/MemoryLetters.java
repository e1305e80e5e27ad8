package grulab.control;

import grulab.model.Quantity;
import grulab.model.UnitMemory;
import javafx.scene.Group;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** Writes what stands around and beside the rows of a memory plot. */
record MemoryLetters(MemoryFrame frame, UnitMemory memory, UnitOrder order, int selected, PlotWords words, Look look) {
    private static final double LOWEST_NUMBERED = 13;
    private static final double PROJECTED = 20;

    void write(Group to) {
        to.getChildren().clear();
        heading(to);
        for (double tick : frame.axis().ticks(frame.axisWidth(), look.px(40, 60))) {
            Text text = number(to, frame.axis().label(tick), small(), look.palette().text3);
            Lettering.centre(text, frame.x(tick), frame.bottom() + look.px(15, 22));
        }
        Text forever = number(to, "\u221e", small(), look.palette().text3);
        Lettering.centre(forever, frame.infinite(), frame.bottom() + look.px(15, 22));
        for (int row = 0; row < order.count(); row++) {
            int unit = order.unitAt(order.first() + row);
            if (unit == selected || frame.height(row) >= look.px(LOWEST_NUMBERED, PROJECTED)) {
                row(to, row, unit);
            }
        }
    }

    private void heading(Group to) {
        Palette palette = look.palette();
        Text title = number(to, words.of("memory.half-life"), Fonts.semiBold(look.px(13, 20)), palette.ink);
        Lettering.left(title, look.px(16), look.px(18, 25));
        String rows = order.isWindow()
                ? words.of("memory.window", order.count(), order.size())
                : words.of("memory.rows", order.size());
        Text said = number(to, rows, Fonts.ui(look.px(12, 18)), palette.text2);
        Lettering.left(said, look.px(16), look.px(36, 50));
        for (int gate = 0; gate < memory.saturations().size(); gate++) {
            gate(to, gate);
        }
    }

    private void gate(Group to, int gate) {
        Palette palette = look.palette();
        Quantity quantity = memory.saturations().get(gate).gate();
        Color color = quantity == Quantity.UPDATE || quantity == Quantity.RESET
                ? MemoryPainter.color(quantity, palette)
                : palette.ink;
        Symbol symbol = Symbol.of(quantity.id(), look.px(20, 29), color);
        symbol.setLayoutX(frame.middle(gate) - symbol.getLayoutBounds().getWidth() / 2);
        symbol.setLayoutY(look.px(19, 27));
        to.getChildren().add(symbol);
        Text low = number(to, "<0.1", small(), palette.text3);
        Text high = number(to, ">0.9", small(), palette.text3);
        if (Lettering.width(low) + look.px(3) > frame.full()) {
            low.setText("<.1");
            high.setText(">.9");
        }
        boolean fits = Lettering.width(low) <= frame.full() + look.px(3);
        low.setVisible(fits);
        high.setVisible(fits);
        Lettering.right(low, frame.middle(gate) - look.px(3), look.px(38, 53));
        Lettering.left(high, frame.middle(gate) + look.px(3), look.px(38, 53));
        for (int side = -1; side <= 1; side++) {
            Text share = number(to, side == 0 ? "0" : "1", small(), palette.text3);
            double inside = frame.full() - Lettering.width(share) / 2;
            share.setVisible(side == 0 || inside > 1.7 * Lettering.width(share));
            Lettering.centre(share, frame.middle(gate) + side * inside, frame.bottom() + look.px(15, 22));
        }
    }

    private void row(Group to, int row, int unit) {
        boolean here = unit == selected;
        Palette palette = look.palette();
        double baseline = frame.y(row) + frame.height(row) / 2 + look.px(4.3, 6.5);
        Font font = here ? Fonts.monoBold(look.px(13.5, 20)) : small();
        Text number = number(to, Integer.toString(unit + 1), font, here ? palette.ink : palette.text3);
        Lettering.right(number, frame.left() - look.px(15, 20), baseline);
        Text value = number(to, steps(memory.halfLives()[unit]), font, here ? palette.h : palette.text2);
        if (here) {
            value.setId("memory-value");
        }
        Lettering.left(value, frame.values(), baseline);
    }

    /** A half-life in steps. */
    static String steps(double halfLife) {
        return halfLife >= 9_999.5 && !Double.isInfinite(halfLife)
                ? ">10\u2074"
                : halfLife < 0.005 && halfLife > 0 ? "<0.01" : Numbers.narrow(halfLife);
    }

    private Font small() {
        return Fonts.mono(look.px(11, 17));
    }

    private static Text number(Group to, String content, Font font, Color color) {
        Text text = Lettering.text(content, font, color);
        to.getChildren().add(text);
        return text;
    }
}
