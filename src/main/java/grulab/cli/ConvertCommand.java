package grulab.cli;

import grulab.interop.file.BadModel;
import grulab.interop.file.ElementType;
import grulab.interop.file.ModelLayer;
import grulab.interop.layout.Conversion;
import grulab.interop.weights.ModelFile;
import grulab.interop.weights.WeightsFile;
import grulab.model.CellType;
import grulab.model.FrameworkRow;
import grulab.model.ResetPosition;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "convert",
        sortOptions = false,
        description = {
            "Writes the weights of a model file as another framework stores them, so that it computes the same function;"
                    + " refuses with the reason where no weights of that framework do.",
            ""
        },
        footer = {
            "",
            "Files: .safetensors, .npz, .onnx, and the lab's .json, in and out; what is written is float32, or float64"
                    + " if the file was. A linear layer behind the cell goes along.",
            "Frameworks: pytorch cudnn keras keras-before onnx-after onnx tensorflow paddle paddle-fluid mxnet djl",
            "flax-linen flax-nnx rllib chainer nd4j-gru nd4j-gru-cell mps-graph webnn d2l cho-v1 cho-v3 chung; of an LSTM",
            "pytorch keras onnx tensorflow tensorflow-v2 flax-linen flax-nnx flax-nnx-optimized d2l; of an RNN pytorch",
            "keras onnx flax-linen flax-nnx d2l.",
            "",
            "Example: gru-lab convert --in gru.safetensors --out gru.npz --to keras"
        })
final class ConvertCommand implements Callable<Integer> {
    @Option(names = "--in", paramLabel = "FILE", required = true, description = "the weights")
    private String in = "";

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description = "where to write; the ending of the name says what kind of file")
    private String out = "";

    @Mixin
    private final LayerOptions which = new LayerOptions();

    @Option(
            names = "--to",
            paramLabel = "FRAMEWORK",
            description = "whose layout to write (default: for .onnx ONNX's own, for .json the convention stays)")
    private @Nullable String to;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "what to call the layer in a .safetensors or .npz: rnn writes rnn.weight_ih_l0")
    private String name = "";

    @Option(names = "--json", description = "say what was done as JSON")
    private boolean json;

    private final Console console;

    ConvertCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        Path target = WholeFile.checked("--out", out);
        String ending = WeightsFile.ending(target);
        known("--from", which.from);
        known("--to", to);
        if (to == null && WeightsFile.holdsAnyLayout(ending)) {
            throw new BadRequest("a %s holds the arrays of any framework; say whose with --to".formatted(ending));
        }
        if (!name.isEmpty() && !WeightsFile.holdsAnyLayout(ending)) {
            throw new BadRequest("--name goes with .safetensors and .npz; a %s names no layer".formatted(ending));
        }
        double added = which.forgetBias();
        ModelFile file = ModelFile.open(Given.path("--in", in), which.hints());
        ModelLayer read = which.read(file);
        FrameworkRow row = row(read, ending, added);
        Conversion made = made(read, row, ending);
        ElementType type = read.type() == ElementType.F64 && !ending.equals(".onnx") ? read.type() : ElementType.F32;
        WeightsFile.write(target, made.weights(), made.options(), row, type, name);
        ConvertReport report = new ConvertReport(
                in, out, read, row, made, type, file.outline(which.layer).embedding(), file.unsupported());
        console.out().println(json ? report.json() : report.line());
        which.tellLeftOut(file, "convert", console);
        return 0;
    }

    /** A .json says itself what a cell does otherwise, whatever the framework of the row can be told. */
    private static Conversion made(ModelLayer read, FrameworkRow row, String ending) throws BadModel {
        if (!ending.equals(".json")) {
            return Conversion.make(read.weights(), read.options(), read.convention(), row);
        }
        Conversion.checkMeaning(read.weights(), read.options(), read.convention(), row);
        Conversion plain = Conversion.make(read.weights(), read.convention(), row);
        return new Conversion(plain.weights(), plain.steps(), read.options().withLengths(null), List.of());
    }

    private static void known(String option, @Nullable String id) {
        Stream<FrameworkRow> rows = Arrays.stream(CellType.values()).flatMap(cell -> FrameworkRow.of(cell).stream());
        List<String> ids = rows.map(FrameworkRow::id).distinct().toList();
        if (id != null && !ids.contains(id)) {
            throw new BadRequest(
                    "%s must be one of %s, not '%s'".formatted(option, String.join(" ", ids), Given.shown(id)));
        }
    }

    /** The row whose layout is written, and whose convention the function is written in. */
    private FrameworkRow row(ModelLayer read, String ending, double added) {
        CellType kind = read.weights().cell();
        if (to == null) {
            boolean after = kind == CellType.GRU && read.convention().reset() == ResetPosition.AFTER;
            return ending.equals(".json") ? asItIs(read) : known(kind, after ? "onnx-after" : "onnx");
        }
        FrameworkRow row = known(kind, to);
        return row.rules().forgetBias() == 0 ? row : row.withForgetBias(added);
    }

    private static FrameworkRow known(CellType kind, String id) {
        return FrameworkRow.byId(kind, id)
                .orElseThrow(() -> new BadRequest("%s is no layout of %s; --to must be one of %s"
                        .formatted(
                                id,
                                kind == CellType.GRU ? "a GRU" : "an " + kind.title(),
                                String.join(
                                        " ",
                                        FrameworkRow.of(kind).stream()
                                                .map(FrameworkRow::id)
                                                .toList()))));
    }

    /** Any row in which nothing has to be done. */
    private static FrameworkRow asItIs(ModelLayer read) {
        FrameworkRow two = FrameworkRow.of(read.weights().cell()).get(0);
        return new FrameworkRow(
                "lab",
                "GRU Lab",
                two.cell(),
                read.convention(),
                two.gateOrder(),
                two.biases(),
                0,
                two.arrays(),
                two.rules());
    }
}
