package grulab.control;

/** Where the plot of a chart stands, and how batches and losses become pixels of the window. */
record ChartFrame(double left, double top, double width, double height, double batches, LossScale scale) {
    static ChartFrame of(double width, double height, double batches, LossScale scale, Look look) {
        double left = look.px(94, 108);
        double top = look.px(50, 42);
        double right = width - look.px(59, 72);
        double bottom = height - look.px(33.5, 42);
        return new ChartFrame(
                Math.rint(left),
                Math.rint(top),
                Math.rint(Math.max(1, right - left)),
                Math.rint(Math.max(1, bottom - top)),
                batches,
                scale);
    }

    double right() {
        return left + width;
    }

    double bottom() {
        return top + height;
    }

    /** Batch 1 at the left, the newest at the right. */
    double x(double batch) {
        return left + (batches <= 1 ? 0 : (batch - 1) / (batches - 1) * width);
    }

    long batch(double x) {
        return Math.round(1 + (x - left) / width * (batches - 1));
    }

    /** Never outside of the plot. */
    double y(double loss) {
        return bottom() - Math.max(0, Math.min(1, scale.share(loss))) * height;
    }
}
