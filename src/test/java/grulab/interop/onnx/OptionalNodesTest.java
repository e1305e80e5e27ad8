package grulab.interop.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import grulab.engine.OptionalCells;
import grulab.engine.OptionalCells.OptionalCell;
import grulab.engine.reference.Reference;
import grulab.interop.file.BadModel;
import grulab.interop.layout.Conversion;
import grulab.model.Activation;
import grulab.model.Answer;
import grulab.model.Case;
import grulab.model.CellOptions;
import grulab.model.CellOptions.Coupling;
import grulab.model.CellType;
import grulab.model.FrameworkRow;
import grulab.model.ResetPosition;
import grulab.model.UpdateMeaning;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("What a cell does otherwise, in ONNX")
class OptionalNodesTest {
    @TempDir
    Path folder;

    static Stream<OptionalCell> cells() {
        return OptionalCells.all().filter(cell -> fits(cell.given()));
    }

    static Stream<OptionalCell> others() {
        return OptionalCells.all().filter(cell -> !fits(cell.given()));
    }

    /** What ONNX has attributes for: one activation for all gates, clips before them, and f = 1 − i. */
    private static boolean fits(Case given) {
        CellOptions options = given.options();
        CellType cell = given.weights().cell();
        List<String> gates = cell == CellType.GRU ? List.of("r", "z") : List.of("i", "o", "f");
        boolean alike = cell == CellType.RNN
                || gates.stream()
                                .filter(gate -> options.coupled() == null
                                        || !options.coupled().gate().equals(gate))
                                .map(gate -> options.activation(cell, gate))
                                .distinct()
                                .count()
                        == 1;
        boolean admits = cell == CellType.GRU
                && given.convention().update() == UpdateMeaning.ADMIT
                && !options.activation(cell, "z").isComplementary();
        return alike && !admits && options.cellClip() == null && options.coupled() != Coupling.INPUT_FROM_FORGET;
    }

    private static FrameworkRow row(Case given) {
        boolean after =
                given.weights().cell() == CellType.GRU && given.convention().reset() == ResetPosition.AFTER;
        return FrameworkRow.byId(given.weights().cell(), after ? "onnx-after" : "onnx")
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("cells")
    void onnxRuntimeComputesTheSameAndTheFileIsReadAgain(OptionalCell cell) throws BadModel {
        Case given = cell.given();
        FrameworkRow row = row(given);
        Conversion made = Conversion.make(given.weights(), given.options(), given.convention(), row);
        Path file = folder.resolve("cell.onnx");
        OnnxWriter.write(file, made.weights(), row.convention(), made.options(), 0);

        Case whole = given.with(given.options().withLengths(null));
        Answer ours = Reference.run(whole, false);
        Map<String, double[]> theirs = OnnxSession.run(file, whole);
        double[] h = ours.forward().get("h").values();
        double size = Math.max(1, Arrays.stream(h).map(Math::abs).max().orElse(1));
        assertThat(theirs.get("y")).containsExactly(h, within(3e-6 * size));

        CellOptions read = OnnxFile.open(file, null).layers().get(0).options();
        assertThat(read.coupled()).isEqualTo(made.options().coupled());
        assertThat(read.clip() == null ? 0 : read.clip())
                .isEqualTo(
                        made.options().clip() == null
                                ? 0
                                : (float) (double) made.options().clip());
        for (String gate : given.weights().cell().activated()) {
            Activation wanted = made.options().activation(given.weights().cell(), gate);
            Activation found = read.activation(given.weights().cell(), gate);
            if (read.coupled() == null || !read.coupled().gate().equals(gate)) {
                assertThat(found.function()).isEqualTo(wanted.function());
                assertThat(found.alpha()).isCloseTo(wanted.alpha(), within(1e-7));
                assertThat(found.beta()).isCloseTo(wanted.beta(), within(1e-7));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("others")
    void whatOnnxHasNoAttributeForIsRefusedWithTheReason(OptionalCell cell) {
        Case given = cell.given();
        assertThatThrownBy(() -> Conversion.make(given.weights(), given.options(), given.convention(), row(given)))
                .isInstanceOf(BadModel.class)
                .message()
                .matches(
                        "ONNX .* (has one activation for|cuts what goes into a gate|couples its gates).*; choose a framework"
                                + " that can be told so, or a \\.json|in ONNX .* z has the other meaning, and .*");
    }
}
