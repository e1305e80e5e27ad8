package grulab.control;

/** A drawing about conventions of the GRU that draws itself again when its look, its words or its size change. */
public abstract class ConventionDrawing extends Drawing {
    private Look look = Look.STANDARD;
    private ConventionWords words = ConventionWords.NONE;

    ConventionDrawing(String id, double designWidth, double designHeight) {
        super(designWidth, designHeight);
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

    public void words(ConventionWords other) {
        words = other;
        refresh();
    }

    abstract void draw(Look now);

    final ConventionWords words() {
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
