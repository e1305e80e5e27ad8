package grulab.view;

import grulab.presentation.Workspace;

/**
 * Where the regions stand: widths and heights in pixels of the window, computed from its size alone.
 *
 * @param scale pixels per pixel of the design, 1 to 2; for a projector whatever fills its screen
 * @param drawer true if the experiment panel has no room and lies over the rest when it is called
 * @param narrow true if the frameworks have no room beside the twins
 * @param low true below 760 high: one line in the segments, one formula at a time
 * @param top height of the top bar
 * @param conventions height of the convention bar, 0 in projector mode
 * @param experiment width of the experiment panel, also of its drawer
 * @param oneStep width of the right column
 * @param bottom height of chart and sample; in Step of what comes of the state, in Conventions of the outcomes
 */
record Frame(
        double width,
        double height,
        double scale,
        boolean drawer,
        boolean narrow,
        boolean low,
        double top,
        double conventions,
        double experiment,
        double oneStep,
        double bottom) {

    static final double SMALLEST_WIDTH = 1024;
    static final double SMALLEST_HEIGHT = 700;
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;
    private static final double SMALLEST_PROJECTED = 0.5;
    private static final double LARGEST_PROJECTED = 3;
    private static final double EXPERIMENT = 236;
    /** Gutter, values and the widest columns of the time stack. */
    private static final double STACK_MARGINS = 94 + 59;

    private static final double WIDEST_COLUMN = 28;

    /** Left part of the Step workspace, of the whole width. */
    private static final double STEP = 908.0 / 1440;

    /** Left part of the Conventions workspace. */
    private static final double CONVENTIONS = 940.0 / 1440;

    static Frame of(double width, double height, Workspace workspace, int columns, boolean projector) {
        return switch (workspace) {
            case TRAIN -> train(width, height, columns, projector);
            case STEP -> step(width, height, projector);
            case CONVENTIONS -> conventions(width, height, projector);
        };
    }

    private static Frame conventions(double width, double height, boolean projector) {
        double s = scale(width, height, projector);
        double right = Math.rint(clamp(400 * s, width * (1 - CONVENTIONS), 620 * s));
        double bottom = Math.floor(clamp(104 * s, 0.153 * height, 300 * s));
        return withoutExperiment(width, height, projector, right, bottom);
    }

    private static Frame step(double width, double height, boolean projector) {
        double s = scale(width, height, projector);
        boolean low = height < 760 * s;
        double lines = Math.rint(Math.max(440 * s, width * (1 - STEP)));
        double bottom = Math.floor(clamp((low ? 112 : 136) * s, 0.151 * height, 300 * s));
        return withoutExperiment(width, height, projector, lines, bottom);
    }

    /** Where the experiment is always a drawer. */
    private static Frame withoutExperiment(
            double width, double height, boolean projector, double right, double bottom) {
        double s = scale(width, height, projector);
        boolean low = height < 760 * s;
        return projector
                ? new Frame(width, height, s, true, true, low, 60 * s, 0, EXPERIMENT * s, right, bottom)
                : new Frame(
                        width,
                        height,
                        s,
                        true,
                        width < 1280 * s,
                        low,
                        48 * s,
                        (low ? 46 : 62) * s,
                        EXPERIMENT * s,
                        right,
                        bottom);
    }

    private static Frame train(double width, double height, int columns, boolean projector) {
        double s = scale(width, height, projector);
        if (projector) {
            double top = 60 * s;
            double oneStep = width * 608 / 1440;
            double bottom = (height - top) * 190 / 840;
            return new Frame(width, height, s, true, true, false, top, 0, EXPERIMENT * s, oneStep, bottom);
        }
        boolean drawer = width < 1280 * s;
        boolean low = height < 760 * s;
        double left = drawer ? 0 : EXPERIMENT * s;
        double share = clamp(440 * s, 0.405 * (width - left), 900 * s);
        double stack = (STACK_MARGINS + columns * WIDEST_COLUMN) * s;
        double oneStep = Math.rint(Math.max(share, width - left - stack));
        double bottom = Math.floor(clamp(150 * s, 0.218 * height, 340 * s));
        return new Frame(
                width, height, s, drawer, drawer, low, 48 * s, (low ? 46 : 62) * s, EXPERIMENT * s, oneStep, bottom);
    }

    /** Larger windows have larger type; the system's own scale is in the pixels already. */
    static double scale(double width, double height, boolean projector) {
        if (projector) {
            // what a hall sees is a share of the screen, however many pixels that has
            return clamp(SMALLEST_PROJECTED, Math.min(width / WIDTH, height / HEIGHT), LARGEST_PROJECTED);
        }
        if (width >= 3840 && height >= 2160) {
            return 2;
        }
        if (width >= 2560 && height >= 1440) {
            return 1.5;
        }
        return width >= 1920 && height >= 1080 ? 1.15 : 1;
    }

    double left() {
        return drawer ? 0 : experiment;
    }

    /** Width of the main part. */
    double main() {
        return width - left() - oneStep;
    }

    private static double clamp(double low, double value, double high) {
        return Math.max(low, Math.min(high, value));
    }
}
