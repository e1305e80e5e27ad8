package grulab.control;

import java.util.List;

/** Where everything of the plain RNN's diagram stands: one row from h_{t−1} to h_t, and x that comes in from below. */
final class RnnCircuit extends Circuit {
    /** Centres of columns as shares of the width: the order of computation from left to right. */
    private enum Column {
        INPUT(0.055),
        U(0.178),
        PLUS(0.300),
        SUM(0.530),
        TANH(0.755),
        CAPTION(0.725),
        STATE(0.963);

        final double share;

        Column(double share) {
            this.share = share;
        }
    }

    /** Right ends of the columns sum and h as shares of the width. */
    static final List<Double> ENDS = List.of(0.660, 1.0);

    private static final double HIGHWAY = 0.400;
    private static final double INPUT_RAIL = 0.900;
    private static final double LONGEST_STRIP = 0.46;

    RnnCircuit(DiagramBox box) {
        super(box);
        double row = HIGHWAY * box.height();
        double strip = stripHeight();
        place(RnnPart.PREVIOUS, box.strip(x(Column.INPUT), row, strip));
        place(RnnPart.INPUT, box.input(x(Column.INPUT), inputRail()));
        place(RnnPart.U, box.chip(x(Column.U), row));
        place(RnnPart.W, box.chip(x(Column.PLUS), (row + inputRail()) / 2));
        place(RnnPart.PLUS, box.operator(x(Column.PLUS), row));
        place(RnnPart.SUM, box.strip(x(Column.SUM), row, strip));
        place(RnnPart.TANH, box.squash(x(Column.TANH), row));
        place(RnnPart.STATE, box.strip(x(Column.STATE), row, strip));
    }

    private double x(Column column) {
        return column.share * box.width();
    }

    private double inputRail() {
        return INPUT_RAIL * box.height();
    }

    /** Where there is room to say that no gate is here: the middle of the right half, on the rail of x. */
    Spot caption() {
        return new Spot(x(Column.CAPTION), inputRail(), 0.46 * box.width(), 1.6 * box.font());
    }

    @Override
    double stripHeight() {
        return Math.floor(Math.max(2 * box.font(), Math.min(LONGEST_STRIP * box.height(), box.longest())));
    }

    @Override
    double inputLimit() {
        return x(Column.PLUS) - 2 * box.font();
    }

    @Override
    List<Wire> wires(double inputRight) {
        Wiring wiring = new Wiring(box);
        Spot plus = spot(RnnPart.PLUS);
        Spot sum = spot(RnnPart.SUM);
        Spot tanh = spot(RnnPart.TANH);
        along(wiring, RnnPart.STATE_TO_PLUS, Ink.H, 2, spot(RnnPart.PREVIOUS), plus);
        double rail = inputRail();
        wiring.solid(RnnPart.INPUT_TO_PLUS, Ink.X, 1.8, inputRight, rail, plus.x(), rail, plus.x(), plus.bottom());
        along(wiring, RnnPart.PLUS_TO_SUM, Ink.INK, 2.4, plus, sum);
        along(wiring, RnnPart.SUM_TO_TANH, Ink.INK, 2.4, sum, tanh);
        along(wiring, RnnPart.TANH_TO_STATE, Ink.H, 3.2, tanh, spot(RnnPart.STATE));
        return wiring.done();
    }

    private static void along(Wiring wiring, RnnPart part, Ink ink, double width, Spot from, Spot to) {
        wiring.solid(part, ink, width, from.right(), from.y(), to.left(), to.y());
    }
}
