package grulab.interop.weights;

import grulab.interop.file.BadModel;
import grulab.interop.file.ModelLayer;
import grulab.model.Array;
import java.util.List;

/** The layers of one kind of file. */
interface LayerSource {
    List<LayerOutline> outlines();

    /** One sentence each: what was found and cannot be used, and why. */
    List<String> unsupported();

    /** Reads the numbers of the layer at a place in {@link #outlines}. */
    ModelLayer read(int index) throws BadModel;

    /** The table of an embedding that one of the outlines has, [V][I]. */
    Array table(Embedding embedding) throws BadModel;
}
