package grulab.cli;

import grulab.interop.BadCase;
import grulab.interop.CaseFile;
import grulab.interop.ModelInput;
import grulab.interop.OrderedCase;
import grulab.interop.file.BadModel;
import grulab.interop.file.ModelLayer;
import grulab.interop.weights.Embedding;
import grulab.interop.weights.LayerOutline;
import grulab.interop.weights.ModelFile;
import grulab.model.Array;
import grulab.model.Case;
import grulab.model.FrameworkRow;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A model file with its input, in place of a case. */
final class ModelOptions {
    @Option(names = "--model", paramLabel = "FILE", description = "weights, in place of a case")
    private @Nullable String file;

    @Option(names = "--input", paramLabel = "FILE", description = "what goes into the model")
    private @Nullable String input;

    @Mixin
    private final LayerOptions which = new LayerOptions();

    /**
     * What is to be computed.
     *
     * @param reverse true if the layer reads the input from the last step to the first
     * @param batchFirst true if x stood as [B][T][I] and was turned round
     * @param model where the layer is; null if a case was given
     * @param layout of the layer in its file; null if a case was given
     */
    record Problem(
            Case given,
            boolean reverse,
            boolean batchFirst,
            @Nullable ModelFile model,
            @Nullable FrameworkRow layout) {}

    /** Says what of the model is left out, once the rest of it has been used. */
    void tellLeftOut(Problem problem, String command, Console console) throws BadModel {
        if (problem.model() != null) {
            which.tellLeftOut(problem.model(), command, console);
        }
    }

    boolean given() {
        return file != null;
    }

    /** Refuses options that do not go together. */
    void check(@Nullable String caseFile) {
        if (caseFile != null && file != null) {
            throw new BadRequest("--case and --model cannot both be given; a case has its own weights");
        }
        if (caseFile == null && file == null) {
            throw new BadRequest("nothing to trace; give --case FILE, or --model FILE and --input FILE");
        }
        if (file != null && input == null) {
            throw new BadRequest("--model needs --input FILE, JSON with x [T][B][I]");
        }
        if (file == null) {
            Map<String, @Nullable String> others = new LinkedHashMap<>();
            others.put("--input", input);
            others.put("--layer", which.layer);
            others.put("--cell", which.cell);
            others.put("--reset", which.reset);
            others.put("--update", which.update);
            others.put("--from", which.from);
            others.put("--forget-bias", which.forgetBias);
            others.forEach((option, value) -> {
                if (value != null) {
                    throw new BadRequest(option + " goes with --model; a case says it itself");
                }
            });
        }
    }

    /** The case, or the layer with its input, after {@link #check}; the input may stand batch first. */
    Problem readInAnyOrder(@Nullable String caseFile) throws BadCase, BadModel {
        if (caseFile == null) {
            return ofModel(ModelInput::readInAnyOrder);
        }
        OrderedCase read = CaseFile.readInAnyOrder(Given.path("--case", caseFile));
        return new Problem(read.problem(), false, read.batchFirst(), null, null);
    }

    /** The case, or the layer with its input, after {@link #check}. */
    Problem read(@Nullable String caseFile, boolean backward) throws BadCase, BadModel {
        if (caseFile == null) {
            Problem problem = ofModel((model, path) -> new OrderedCase(model.read(path), false));
            if (backward && problem.given.targets() == null) {
                throw new BadRequest(
                        problem.given.weights().outputs() == 0
                                ? "--backward needs a loss, but %s has no linear layer behind %s that makes logits"
                                        .formatted(
                                                Given.shown(Objects.requireNonNull(file)),
                                                Given.shown(problem.given.name()))
                                : "--backward needs a loss, but %s has no targets; add targets, [T][B]"
                                        .formatted(Given.shown(Objects.requireNonNull(input))));
            }
            return problem;
        }
        Case given = CaseFile.read(Given.path("--case", caseFile)).problem();
        if (backward && given.targets() == null) {
            throw new BadRequest("--backward needs a loss, but %s has no targets; add head and targets"
                    .formatted(Given.shown(caseFile)));
        }
        return new Problem(given, false, false, null, null);
    }

    private interface Reading {
        OrderedCase of(ModelInput model, Path input) throws BadCase;
    }

    private Problem ofModel(Reading reading) throws BadCase, BadModel {
        Path path = Given.path("--model", Objects.requireNonNull(file));
        Path inputPath = Given.path("--input", Objects.requireNonNull(input));
        ModelFile model = ModelFile.open(path, which.hints());
        LayerOutline outline = model.outline(which.layer);
        ModelLayer chosen = which.read(model);
        Embedding embedding = outline.embedding();
        Array table = embedding == null ? null : model.table(embedding);
        OrderedCase read = reading.of(
                new ModelInput(
                        chosen.name(), chosen.convention(), chosen.weights(), chosen.options(), chosen.start(), table),
                inputPath);
        return new Problem(read.problem(), chosen.reverse(), read.batchFirst(), model, chosen.layout());
    }
}
