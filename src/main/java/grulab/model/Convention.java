package grulab.model;

import java.util.List;

/** One of the four ways in which the GRU is written. */
public record Convention(ResetPosition reset, UpdateMeaning update) {
    /** PyTorch's nn.GRU, cuDNN, Keras's default. */
    public static final Convention PYTORCH = new Convention(ResetPosition.AFTER, UpdateMeaning.KEEP);

    /** All four, textbook form first. */
    public static final List<Convention> ALL = List.of(
            new Convention(ResetPosition.BEFORE, UpdateMeaning.KEEP),
            new Convention(ResetPosition.BEFORE, UpdateMeaning.ADMIT),
            PYTORCH,
            new Convention(ResetPosition.AFTER, UpdateMeaning.ADMIT));

    public Convention with(ResetPosition other) {
        return new Convention(other, update);
    }

    public Convention with(UpdateMeaning other) {
        return new Convention(reset, other);
    }

    /** True if weights exist under which {@code other} is the same function for every input. */
    public boolean relabelsTo(Convention other) {
        return reset == other.reset;
    }
}
