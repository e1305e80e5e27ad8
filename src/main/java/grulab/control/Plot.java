package grulab.control;

import java.util.List;
import javafx.scene.AccessibleRole;

/** A drawing of numbers that draws itself again when its look, its words or its size change. */
abstract class Plot extends Drawing {
    private final FocusRing ring = new FocusRing();
    private Look look = Look.STANDARD;
    private PlotWords words = PlotWords.NONE;

    Plot(String id, double designWidth, double designHeight) {
        super(designWidth, designHeight);
        Fonts.ready();
        setId(id);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    }

    /** The last thing that a constructor does: from here on the plot hears what it depends on. */
    final void begin() {
        getChildren().add(ring);
        ring.follow(List.of(this));
        widthProperty().addListener(o -> refresh());
        heightProperty().addListener(o -> refresh());
        CopyMenu.on(this, () -> words.of("copy"), this::table);
    }

    public void look(Look other) {
        look = other;
        ring.look(look);
        requestLayout();
        refresh();
    }

    public void words(PlotWords other) {
        words = other;
        refresh();
    }

    /** Its numbers separated by tabs, as its menu copies them; empty before there are any. */
    public abstract String table();

    abstract void draw(Look now);

    final PlotWords words() {
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
