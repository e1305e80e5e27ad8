package grulab.control;

/**
 * Where everything of a gate diagram stands. Lengths are pixels of the window; columns and rows are shares of the box,
 * sizes are multiples of the font size.
 *
 * @param font F
 * @param scale of lines and arrowheads
 */
record DiagramGeometry(double width, double height, double font, double scale) {
    /** Centres of columns as shares of the width: the order of computation from left to right. */
    enum Column {
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
    enum Row {
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

    /** A node as a rectangle around its centre; operators and the round badge are circles inside theirs. */
    record Spot(double x, double y, double width, double height) {
        double left() {
            return x - width / 2;
        }

        double right() {
            return x + width / 2;
        }

        double top() {
            return y - height / 2;
        }

        double bottom() {
            return y + height / 2;
        }
    }

    /** A diagram that fills a box, its font the largest of the design's range that fits. */
    static DiagramGeometry fit(double width, double height, Look look) {
        double low = look.px(12, 14);
        double high = look.px(17, 24);
        double fits = Math.min(width / (look.projector() ? 32 : 35), height / (look.projector() ? 22.8 : 20.2));
        return new DiagramGeometry(width, height, Math.max(low, Math.min(high, fits)), look.scale());
    }

    double x(Column column) {
        return column.share * width;
    }

    double y(Row row) {
        return row.share * height;
    }

    double stripWidth() {
        return Math.rint(font * 0.95);
    }

    /** The longest strip for which chips and arrowheads still have room under the gate boxes. */
    double stripHeight() {
        return Math.rint(Math.max(2 * font, Math.min(0.49 * height - 4 * font, 0.30 * height)));
    }

    double operatorRadius() {
        return 0.72 * font;
    }

    double hopRadius() {
        return 0.5 * font;
    }

    double arrow() {
        return 7.4 * scale;
    }

    Spot chip(double x, double y) {
        return new Spot(x, y, 1.9 * font, 1.6 * font);
    }

    private Spot gate(Column column) {
        return new Spot(x(column), y(Row.GATE), stripWidth() + 2.9 * font, stripHeight() + font);
    }

    private Spot operator(Column column, Row row) {
        return new Spot(x(column), y(row), 2 * operatorRadius(), 2 * operatorRadius());
    }

    private Spot strip(Column column, Row row) {
        return new Spot(x(column), y(row), stripWidth(), stripHeight());
    }

    /** Where a node is that never moves; U_n, the badges and wires have no place of their own. */
    Spot spot(DiagramPart part) {
        double u = y(Row.RECURRENT);
        return switch (part) {
            case PREVIOUS -> strip(Column.INPUT, Row.HIGHWAY);
            case STATE -> strip(Column.STATE, Row.HIGHWAY);
            case PRODUCT -> strip(Column.PRODUCT, Row.GATE);
            case INPUT -> input();
            case R -> gate(Column.R);
            case CANDIDATE -> gate(Column.CANDIDATE);
            case Z -> gate(Column.Z);
            case W_R -> chip(x(Column.R), y(Row.WEIGHTS));
            case W_N -> chip(x(Column.CANDIDATE), y(Row.WEIGHTS));
            case W_Z -> chip(x(Column.Z), y(Row.WEIGHTS));
            case U_R -> chip(x(Column.R), u);
            case U_Z -> chip(x(Column.Z), u - 0.25 * font);
            case TIMES_R -> operator(Column.TIMES, Row.GATE);
            case TIMES_OLD -> operator(Column.MIXER, Row.HIGHWAY);
            case TIMES_NEW -> operator(Column.MIXER, Row.MIXER);
            case PLUS -> operator(Column.PLUS, Row.HIGHWAY);
            default -> throw new IllegalArgumentException(part + " has no fixed place");
        };
    }

    /** On the rail, but in a low diagram just inside the box. */
    private Spot input() {
        double size = 1.9 * font;
        return new Spot(x(Column.INPUT), Math.min(y(Row.INPUT), height - size / 2 - scale), size, size);
    }

    /** U_n on its arc between its two places: 0 before the product's wire to h̃, 1 after the highway. */
    Spot recurrentCandidate(double after) {
        double x0 = x(Column.BEFORE);
        double y0 = y(Row.GATE);
        double x1 = x(Column.TIMES);
        double y1 = y(Row.RECURRENT) + 0.2 * font;
        double u = after;
        double v = 1 - after;
        // a quadratic Bézier arc, its control point in the corner between the two
        return chip(v * v * x0 + 2 * u * v * x0 + u * u * x1, v * v * y0 + 2 * u * v * y1 + u * u * y1);
    }

    /**
     * A badge on half an ellipse between the arm to h's ⊙ (0) and the arm to h̃'s ⊙ (1).
     *
     * @param side 1 or −1: badges that trade places go opposite ways
     */
    Spot badge(double place, int side, boolean wide) {
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
