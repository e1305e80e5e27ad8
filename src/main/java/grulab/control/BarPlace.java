package grulab.control;

/**
 * Where the parts of a bar of {@link NextToken} stand, in pixels of the window from its top.
 *
 * @param top of the highest bar; its probability stands above it
 * @param base lower edge of the bars
 * @param character baseline of the symbol
 * @param logit baseline of the logit, or 0 if there is no room for it
 * @param actual baseline of the mark of the symbol that followed
 * @param pitch from bar to bar
 */
record BarPlace(double top, double base, double character, double logit, double actual, double pitch) {
    private static final double LOW = 118;

    static BarPlace of(double height, double pitch, Look look) {
        boolean low = height < look.px(LOW, LOW * 1.4);
        double line = look.px(15, 22);
        double below = look.px(27, 38) + line + (low ? 0 : line) + look.px(3);
        double top = look.px(20, 30);
        double base = Math.max(top + 4, Math.rint(height - below));
        double character = base + look.px(22, 32);
        double logit = low ? 0 : character + look.px(16, 23);
        return new BarPlace(top, base, character, logit, (low ? character : logit) + line, pitch);
    }
}
