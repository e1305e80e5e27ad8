package grulab.control;

/**
 * A plane with the same scale both ways, its origin in the middle.
 *
 * @param unit pixels per 1
 * @param reach the largest number that the plane shows in any of the four directions
 */
record PlaneFrame(double centreX, double centreY, double unit, double reach) {
    /** The largest square plane in a rectangle. */
    static PlaneFrame in(double left, double top, double width, double height, double reach) {
        double side = Math.max(2, Math.min(width, height));
        return new PlaneFrame(
                Math.rint(left + width / 2), Math.rint(top + height / 2), Math.floor(side / 2) / reach, reach);
    }

    double x(double across) {
        return centreX + across * unit;
    }

    double y(double up) {
        return centreY - up * unit;
    }

    double left() {
        return x(-reach);
    }

    double top() {
        return y(reach);
    }

    double side() {
        return 2 * reach * unit;
    }
}
