package grulab.control;

/**
 * A drawing that draws itself again when its look, its words or its size change.
 *
 * @param <W> what it says
 */
abstract class WordedDrawing<W> extends Drawing {
    private Look look = Look.STANDARD;
    private W words;

    WordedDrawing(String id, double designWidth, double designHeight, W none) {
        super(designWidth, designHeight);
        words = none;
        Fonts.ready();
        setId(id);
        widthProperty().addListener(o -> refresh());
        heightProperty().addListener(o -> refresh());
    }

    public void look(Look other) {
        look = other;
        requestLayout();
        refresh();
    }

    public void words(W other) {
        words = other;
        refresh();
    }

    abstract void draw(Look now);

    final W words() {
        return words;
    }

    final void refresh() {
        if (getWidth() >= 1 && getHeight() >= 1) {
            draw(look);
        }
    }

    @Override
    final Look shownLook() {
        return look;
    }
}
