package grulab.interop;

import grulab.model.Array;
import grulab.model.Case;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of a case file as they were written; null where the file has none. */
final class CaseFields {
    @Nullable
    String name;

    @Nullable
    String cell;

    @Nullable
    String reset;

    @Nullable
    String update;

    @Nullable
    Map<String, Array> weights;

    /** Path of the first weight that no cell has. */
    @Nullable
    String strangeWeight;

    @Nullable
    Map<String, Array> head;

    @Nullable
    Array x;

    /** Of an input file alone: numbers of symbols in place of x. */
    @Nullable
    Array tokens;

    @Nullable
    Array h0;

    @Nullable
    Array c0;

    @Nullable
    Array targets;

    Case.@Nullable Training training;

    @Nullable
    Map<String, Array> expected;

    /** Path of the first expected field that no cell's answer has. */
    @Nullable
    String strangeExpected;

    final OptionFields options = new OptionFields();

    @Nullable
    Double tolerance;

    double rtol;

    /** Whether anything is said of what goes into the cell or should come out. */
    boolean hasInput() {
        return x != null
                || h0 != null
                || c0 != null
                || targets != null
                || training != null
                || expected != null
                || options.lengths != null
                || options.after != null;
    }

    /** Whether the start states tell that x is [B][T][I], not [T][B][I]. */
    boolean batchFirst() {
        Array start = h0 == null ? c0 : h0;
        return x != null && start != null && start.shape()[0] == x.shape()[0] && x.shape()[0] != x.shape()[1];
    }

    /** Turns x from [B][T][I] to [T][B][I]. */
    void turn() {
        if (x != null) {
            x = x.turned();
        }
    }
}
