package grulab.cli;

import grulab.interop.file.BadModel;
import grulab.interop.file.ModelHints;
import grulab.interop.file.ModelLayer;
import grulab.interop.weights.LayerOutline;
import grulab.interop.weights.ModelFile;
import grulab.model.CellType;
import grulab.model.ResetPosition;
import grulab.model.UpdateMeaning;
import grulab.model.Weights;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
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

    @Option(
            names = "--forget-bias",
            paramLabel = "X",
            description = "what TensorFlow's BlockLSTM is told to add to f (default: 1)")
    @Nullable
    String forgetBias;

    /** What is added to f where a layout adds something. */
    double forgetBias() {
        return forgetBias == null ? 1 : Given.number("--forget-bias", forgetBias, -1000, 1000);
    }

    /** The layer that is meant, with what is added to f as it was said: that constant is in no file. */
    ModelLayer read(ModelFile file) throws BadModel {
        double added = forgetBias();
        ModelLayer read = file.layer(layer);
        if (read.layout().rules().forgetBias() == added || read.layout().rules().forgetBias() == 0) {
            return read;
        }
        Weights w = read.weights();
        Map<String, double[]> arrays = new LinkedHashMap<>(w.arrays());
        double[] constant = new double[w.hidden()];
        Arrays.fill(constant, added);
        arrays.put("b_hf", constant);
        return read.with(new Weights(w.cell(), w.inputs(), w.hidden(), w.outputs(), arrays));
    }

    /** Says what of a file is left out or doubted, once the rest of it has been used. */
    void tellLeftOut(ModelFile file, String command, Console console) throws BadModel {
        String start = "gru-lab %s: %s: ".formatted(command, file.name());
        LayerOutline used = file.outline(layer);
        if (used.resetDoubted()) {
            console.err()
                    .println(start + used.name()
                            + ": warning: the model leaves out linear_before_reset, which is read as ONNX says, reset before;"
                            + " PyTorch's exporter with onnxscript 0.5.7 to 0.7.0 forgot it, and nn.GRU is reset after:"
                            + " --reset after undoes that, --reset before takes the model at its word");
        }
        for (String sentence : file.unsupported()) {
            console.err().println(start + sentence);
        }
    }

    ModelHints hints() {
        return new ModelHints(
                cell == null ? null : Given.choice("--cell", cell, CellType.values()),
                reset == null ? null : Given.choice("--reset", reset, ResetPosition.values()),
                update == null ? null : Given.choice("--update", update, UpdateMeaning.values()),
                from);
    }
}
