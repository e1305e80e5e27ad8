package grulab.control;

/** A drawing about conventions of the GRU. */
public abstract class ConventionDrawing extends WordedDrawing<ConventionWords> {
    ConventionDrawing(String id, double designWidth, double designHeight) {
        super(id, designWidth, designHeight, ConventionWords.NONE);
    }
}
