package grulab.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import grulab.interop.file.ElementType;
import grulab.interop.file.ModelLayer;
import grulab.interop.layout.Conversion;
import grulab.interop.layout.ConversionStep;
import grulab.interop.weights.Embedding;
import grulab.model.FrameworkRow;
import grulab.model.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What convert has done.
 *
 * @param unsupported what else is in the file that was read, a sentence each
 */
record ConvertReport(
        String in,
        String out,
        ModelLayer read,
        FrameworkRow row,
        Conversion made,
        ElementType type,
        @Nullable Embedding embedding,
        List<String> unsupported) {

    String line() {
        Weights w = made.weights();
        List<String> done =
                new ArrayList<>(made.steps().stream().map(this::words).toList());
        if (rounded()) {
            done.add("rounded to float32");
        }
        if (done.isEmpty()) {
            done.add("numbers only moved");
        }
        if (!made.told().isEmpty()) {
            done.add((out.endsWith(".onnx") ? "the node says " : "call it with ") + String.join(", ", made.told()));
        }
        done.addAll(left());
        String form = row.id().equals("lab") ? "as it is" : "as " + row.name();
        return "%s: %s of %s, %d inputs, %d units%s, %s: %s"
                .formatted(
                        Given.shown(out),
                        w.cell().title(),
                        read.layout().name(),
                        w.inputs(),
                        w.hidden(),
                        w.outputs() > 0 ? ", %d outputs".formatted(w.outputs()) : "",
                        form,
                        String.join("; ", done));
    }

    ObjectNode json() {
        Weights w = made.weights();
        ObjectNode report = Json.object()
                .put("in", in)
                .put("layer", read.name())
                .put("cell", w.cell().id())
                .put("from", read.layout().id())
                .put("out", out)
                .put("to", row.id())
                .put("inputs", w.inputs())
                .put("hidden", w.hidden())
                .put("outputs", w.outputs())
                .put("type", type == ElementType.F64 ? "float64" : "float32");
        made.steps()
                .forEach(step -> report.withArray("steps")
                        .add(step.name().toLowerCase(Locale.ROOT).replace('_', '-')));
        report.withArray("steps");
        made.told().forEach(report.withArray("told")::add);
        Set<ConversionStep> inexact = Set.of(
                ConversionStep.BIASES_ADDED, ConversionStep.FORGET_BIAS_TAKEN_AWAY, ConversionStep.FORGET_BIAS_STORED);
        report.put("exact", !rounded() && made.steps().stream().noneMatch(inexact::contains));
        left().forEach(report.withArray("left")::add);
        unsupported.forEach(report.withArray("left")::add);
        return report;
    }

    private boolean rounded() {
        return read.type() == ElementType.F64 && type == ElementType.F32 && !out.endsWith(".json");
    }

    private String words(ConversionStep step) {
        return switch (step) {
            case RELABELLED -> "z relabelled";
            case RESET_MAKES_NO_DIFFERENCE -> "reset makes no difference, U_n is diagonal and c_n 0";
            case BIASES_ADDED -> "biases added up";
            case FORGET_BIAS_TAKEN_AWAY ->
                "forget_bias %s taken away from b_f".formatted(row.rules().forgetBias());
            case FORGET_BIAS_STORED -> "forget bias added to b_f";
        };
    }

    /** What of the file is not in the new one. */
    private List<String> left() {
        List<String> left = new ArrayList<>();
        if (embedding != null) {
            left.add("without the embedding " + Given.shown(embedding.name()));
        }
        if (read.reverse()) {
            left.add("it reads x from the last step to the first, which the new file does not say");
        }
        return left;
    }
}
