package grulab.control;

/**
 * The box that a gate diagram fills. Lengths are pixels of the window; sizes of nodes are multiples of the font size,
 * the same in the diagrams of all cells.
 *
 * @param font F
 * @param scale of lines and arrowheads
 */
record DiagramBox(double width, double height, double font, double scale) {

    /** A box whose font is the largest of the design's range that fits. */
    static DiagramBox fit(double width, double height, Look look) {
        double low = look.px(12, 14);
        double high = look.px(17, 24);
        double fits = Math.min(width / (look.projector() ? 32 : 35), height / (look.projector() ? 22.8 : 20.2));
        return new DiagramBox(width, height, Math.max(low, Math.min(high, fits)), look.scale());
    }

    double stripWidth() {
        return Math.rint(font * 0.95);
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

    /** A box around a strip of a height. */
    Spot gate(double x, double y, double strip) {
        return new Spot(x, y, stripWidth() + 2.9 * font, strip + font);
    }

    /** What is read: on its rail, but in a low diagram just inside the box. */
    Spot input(double x, double y) {
        double size = 1.9 * font;
        return new Spot(x, Math.min(y, height - size / 2 - scale), size, size);
    }
}
