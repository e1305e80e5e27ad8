package grulab.interop.file;

import grulab.model.CellType;
import grulab.model.ResetPosition;
import grulab.model.UpdateMeaning;
import org.jspecify.annotations.Nullable;

/**
 * What a person says of a model file that does not say it itself; null where nothing was said.
 *
 * @param framework id of the {@link grulab.model.FrameworkRow} whose layout the file has
 */
public record ModelHints(
        @Nullable CellType cell,
        @Nullable ResetPosition reset,
        @Nullable UpdateMeaning update,
        @Nullable String framework) {
    public static final ModelHints NONE = new ModelHints(null, null, null, null);
}
