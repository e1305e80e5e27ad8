package grulab.control;

/** A node as a rectangle around its centre, in pixels of the window; operators and the round badge are circles inside. */
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
