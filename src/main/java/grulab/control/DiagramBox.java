package grulab.control;

/**
 * The box that a gate diagram fills. Lengths are pixels of the window; sizes of nodes are multiples of the font size,
 * the same in the diagrams of all cells.
 *
 * @param font F
 * @param scale of lines and arrowheads
 * @param strip width of a strip in fonts
 * @param longest the most that a strip may be high: so many cells as there are units
 */
record DiagramBox(double width, double height, double font, double scale, double strip, double longest) {
    /** The highest cell of a strip in the Step workspace, in pixels of the design. */
    static final double CELL = 24;

    /** Of a strip whose cells hold a number such as −0.79. */
    private static final double NUMBERED = 2.05;

    /** The most units whose numbers all fit into their cells. */
    private static final int MOST_NUMBERED = 8;

    private static final double DETAILED = 1.1;
    private static final double PLAIN = 0.95;
    /** The least width in fonts at which strips with numbers leave room between the gates. */
    private static final double NUMBERED_WIDTH = 44;

    DiagramBox(double width, double height, double font, double scale) {
        this(width, height, font, scale, PLAIN, Double.MAX_VALUE);
    }

    /** A box whose font is the largest of the design's range that fits. */
    static DiagramBox fit(double width, double height, Look look) {
        double low = look.px(12, 14);
        double high = look.px(17, 24);
        double fits = Math.min(width / (look.projector() ? 32 : 35), height / (look.projector() ? 22.8 : 20.2));
        return new DiagramBox(width, height, Math.max(low, Math.min(high, fits)), look.scale());
    }

    /** The same for the Step workspace, where strips are wider. */
    static DiagramBox detailed(double width, double height, Look look, int units) {
        boolean numbered = units <= MOST_NUMBERED;
        DiagramBox box = fit(width, height, look);
        double font = numbered ? Math.min(box.font, Math.max(look.px(12), width / NUMBERED_WIDTH)) : box.font;
        double longest = units * look.px(CELL);
        return new DiagramBox(width, height, font, box.scale, numbered ? NUMBERED : DETAILED, longest);
    }

    boolean isNumbered() {
        return strip == NUMBERED;
    }

    double stripWidth() {
        return Math.rint(font * strip);
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

    /** A curve that squashes what passes through it. */
    Spot squash(double x, double y) {
        return new Spot(x, y, 2.9 * font, 1.6 * font);
    }

    Spot operator(double x, double y) {
        return new Spot(x, y, 2 * operatorRadius(), 2 * operatorRadius());
    }

    Spot strip(double x, double y, double height) {
        return new Spot(x, y, stripWidth(), height);
    }

    /** A box around a strip of a height, with room for a letter and a curve at its sides. */
    Spot gate(double x, double y, double strip) {
        return new Spot(x, y, stripWidth() + (isNumbered() ? 3.4 : 2.9) * font, strip + font);
    }

    /** What is read: on its rail, but in a low diagram just inside the box. */
    Spot input(double x, double y) {
        double size = 1.9 * font;
        return new Spot(x, Math.min(y, height - size / 2 - scale), size, size);
    }
}
