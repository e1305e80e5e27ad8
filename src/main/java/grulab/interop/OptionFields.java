package grulab.interop;

import grulab.model.Activation;
import grulab.model.Array;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a file says a cell does otherwise, as it was written; null where it says nothing. */
final class OptionFields {
    /** By the letters that the file has, of whatever cell. */
    final Map<String, Activation> activations = new LinkedHashMap<>();

    @Nullable
    Double forgetBias;

    @Nullable
    Double cellClip;

    @Nullable
    Double clip;

    @Nullable
    String coupled;

    @Nullable
    Array lengths;

    @Nullable
    String after;
}
