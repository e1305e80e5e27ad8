package grulab.interop.file;

import grulab.model.Array;
import java.util.List;

/** A file that holds arrays by name. Opening it reads what it says of them; an array is read when it is asked for. */
public interface ArrayFile {
    /** In the order of the file. */
    List<ArrayEntry> entries();

    /**
     * The numbers of an array, row-major, exact in float64.
     *
     * @param name of an entry
     * @throws BadModel if there is none of that name, its type holds no weights, it is too large, or the file does not hold
     *     it; NaN and infinities are refused, with their place
     */
    Array read(String name) throws BadModel;
}
