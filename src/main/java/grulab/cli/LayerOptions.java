package grulab.cli;

import grulab.interop.file.ModelHints;
import grulab.model.CellType;
import grulab.model.ResetPosition;
import grulab.model.UpdateMeaning;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which layer of a model file is meant, and what the file may not say of it. */
final class LayerOptions {
    @Option(
            names = "--layer",
            paramLabel = "NAME",
            description = "which layer of several: its name, or a part of it that no other has")
    @Nullable
    String layer;

    @Option(names = "--cell", paramLabel = "gru|lstm|rnn", description = "what the layer must be")
    @Nullable
    String cell;

    @Option(
            names = "--reset",
            paramLabel = "before|after",
            description = "where the reset gate acts, if the file does not say")
    @Nullable
    String reset;

    @Option(names = "--update", paramLabel = "keep|admit", description = "what z means, if the file does not say")
    @Nullable
    String update;

    @Option(
            names = "--from",
            paramLabel = "FRAMEWORK",
            description = "whose layout the file has, if its names do not say: keras, flax-linen, …")
    @Nullable
    String from;

    ModelHints hints() {
        return new ModelHints(
                cell == null ? null : Given.choice("--cell", cell, CellType.values()),
                reset == null ? null : Given.choice("--reset", reset, ResetPosition.values()),
                update == null ? null : Given.choice("--update", update, UpdateMeaning.values()),
                from);
    }
}
