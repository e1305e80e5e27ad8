package grulab.control;

import java.util.List;
import javafx.scene.AccessibleRole;

/** A drawing of numbers that has the focus, and copies them. */
abstract class Plot extends WordedDrawing<PlotWords> {
    private final FocusRing ring = new FocusRing();

    Plot(String id, double designWidth, double designHeight) {
        super(id, designWidth, designHeight, PlotWords.NONE);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    }

    /** The last thing that a constructor does: the ring stands over all that it added. */
    final void begin() {
        getChildren().add(ring);
        ring.follow(List.of(this));
        CopyMenu.on(this, () -> words().of("copy"), this::table);
    }

    @Override
    public void look(Look other) {
        ring.look(other);
        super.look(other);
    }

    /** Its numbers separated by tabs, as its menu copies them; empty before there are any. */
    public abstract String table();
}
