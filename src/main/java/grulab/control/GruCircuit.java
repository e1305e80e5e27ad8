package grulab.control;

import java.util.List;

/** Where everything of the GRU's diagram stands: columns and rows are shares of the box. */
final class GruCircuit extends Circuit {
    /** Centres of columns as shares of the width: the order of computation from left to right. */
    private enum Column {
        INPUT(0.055),
        R(0.200),
        TIMES(0.314),
        PRODUCT(0.386),
        BEFORE(0.460),
        CANDIDATE(0.566),
        Z(0.702),
        ARM(0.784),
        MIXER(0.852),
        PLUS(0.900),
        STATE(0.963);

        final double share;

        Column(double share) {
            this.share = share;
        }
    }

    /** Centres of rows as shares of the height. */
    private enum Row {
        HIGHWAY(0.235),
        RECURRENT(0.335),
        MIXER(0.415),
        ARM_OLD(0.325),
        ARM_NEW(0.540),
        GATE(0.640),
        WEIGHTS(0.885),
        INPUT(0.945);

        final double share;

        Row(double share) {
            this.share = share;
        }
    }

    /** Right ends of the columns inputs, r, product, h̃, z, h as shares of the width. */
    static final List<Double> ENDS = List.of(0.125, 0.275, 0.490, 0.630, 0.780, 1.0);

    GruCircuit(DiagramBox box) {
        super(box);
        place(GruPart.PREVIOUS, strip(Column.INPUT, Row.HIGHWAY));
        place(GruPart.STATE, strip(Column.STATE, Row.HIGHWAY));
        place(GruPart.PRODUCT, strip(Column.PRODUCT, Row.GATE));
        place(GruPart.INPUT, box.input(x(Column.INPUT), inputRail()));
        place(GruPart.R, gate(Column.R));
        place(GruPart.CANDIDATE, gate(Column.CANDIDATE));
        place(GruPart.Z, gate(Column.Z));
        place(GruPart.W_R, box.chip(x(Column.R), y(Row.WEIGHTS)));
        place(GruPart.W_N, box.chip(x(Column.CANDIDATE), y(Row.WEIGHTS)));
        place(GruPart.W_Z, box.chip(x(Column.Z), y(Row.WEIGHTS)));
        place(GruPart.U_R, box.chip(x(Column.R), y(Row.RECURRENT)));
        place(GruPart.U_Z, box.chip(x(Column.Z), y(Row.RECURRENT) - 0.25 * box.font()));
        place(GruPart.TIMES_R, box.operator(x(Column.TIMES), y(Row.GATE)));
        place(GruPart.TIMES_OLD, box.operator(x(Column.MIXER), y(Row.HIGHWAY)));
        place(GruPart.TIMES_NEW, box.operator(x(Column.MIXER), y(Row.MIXER)));
        place(GruPart.PLUS, box.operator(x(Column.PLUS), y(Row.HIGHWAY)));
    }

    private double x(Column column) {
        return column.share * box.width();
    }

    private double y(Row row) {
        return row.share * box.height();
    }

    private Spot gate(Column column) {
        return box.gate(x(column), y(Row.GATE), stripHeight());
    }

    private Spot strip(Column column, Row row) {
        return box.strip(x(column), y(row), stripHeight());
    }

    @Override
    List<Wire> wires(double inputRight) {
        return new GruWires(this).laid(inputRight);
    }

    /** The longest strip for which chips and arrowheads still have room under the gate boxes. */
    @Override
    double stripHeight() {
        double room = Math.min(0.49 * box.height() - 4 * box.font(), 0.30 * box.height());
        return Math.rint(Math.max(2 * box.font(), Math.min(room, box.longest())));
    }

    @Override
    double inputLimit() {
        return x(Column.R) - 1.8 * box.font();
    }

    double inputRail() {
        return y(Row.INPUT);
    }

    /** Where z's way to h's ⊙ branches off. */
    double arm() {
        return x(Column.ARM);
    }

    double armOld() {
        return y(Row.ARM_OLD);
    }

    /** U_n on its arc between its two places: 0 before the product's wire to h̃, 1 after the highway. */
    Spot recurrentCandidate(double after) {
        double x0 = x(Column.BEFORE);
        double y0 = y(Row.GATE);
        double x1 = x(Column.TIMES);
        double y1 = y(Row.RECURRENT) + 0.2 * box.font();
        double u = after;
        double v = 1 - after;
        // a quadratic Bézier arc, its control point in the corner between the two
        return box.chip(v * v * x0 + 2 * u * v * x0 + u * u * x1, v * v * y0 + 2 * u * v * y1 + u * u * y1);
    }

    /**
     * A badge on half an ellipse between the arm to h's ⊙ (0) and the arm to h̃'s ⊙ (1).
     *
     * @param side 1 or −1: badges that trade places go opposite ways
     */
    Spot badge(double place, int side, boolean wide) {
        double font = box.font();
        double x0 = x(Column.ARM);
        double y0 = y(Row.ARM_OLD);
        double x1 = x(Column.MIXER);
        double y1 = y(Row.ARM_NEW);
        double along = (1 - Math.cos(Math.PI * place)) / 2;
        double aside = side * 1.5 * font * Math.sin(Math.PI * place);
        double length = Math.hypot(x1 - x0, y1 - y0);
        double x = x0 + (x1 - x0) * along + aside * (y1 - y0) / length;
        double y = y0 + (y1 - y0) * along - aside * (x1 - x0) / length;
        return wide ? new Spot(x, y, 2.5 * font, 1.5 * font) : new Spot(x, y, 1.6 * font, 1.6 * font);
    }
}
