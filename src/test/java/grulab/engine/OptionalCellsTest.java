package grulab.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import grulab.engine.OptionalCells.OptionalCell;
import grulab.engine.reference.Reference;
import grulab.engine.train.CaseRun;
import grulab.model.Answer;
import grulab.model.Case;
import grulab.model.CellOptions;
import grulab.model.CellOptions.AfterEnd;
import grulab.model.CellOptions.Lengths;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Cells with options, in float64")
class OptionalCellsTest {
    private static final int WIDTH = 3;

    static Stream<OptionalCell> cells() {
        return OptionalCells.all();
    }

    @ParameterizedTest
    @MethodSource("cells")
    void gradientsAreFiniteDifferences(OptionalCell cell) {
        FiniteDifferences.check(cell.given(), 2e-8);
    }

    @ParameterizedTest
    @MethodSource("cells")
    void theEngineThatTrainsRefusesThem(OptionalCell cell) {
        if (!cell.given().options().isPlain()) {
            assertThatThrownBy(() -> CaseRun.run(cell.given(), false))
                    .hasMessageStartingWith("the engine that trains has σ and tanh as they are written");
        }
    }

    @Test
    void aShortRowIsThatRowAlone() {
        for (AfterEnd after : AfterEnd.values()) {
            Case given = new RandomCase(CellForm.ALL.get(4), 2, WIDTH, 4, 2, 3, false, 7).toCase();
            Case shorter = given.with(CellOptions.PLAIN.withLengths(new Lengths(List.of(4, 2), after)));
            double[] full = h(Reference.run(given, false));
            double[] h = h(Reference.run(shorter, false));
            for (int t = 0; t < 4; t++) {
                assertThat(row(h, t, 0)).isEqualTo(row(full, t, 0));
                assertThat(row(h, t, 1))
                        .isEqualTo(
                                t < 2 ? row(full, t, 1) : after == AfterEnd.HELD ? row(full, 1, 1) : new double[WIDTH]);
            }
        }
    }

    private static double[] h(Answer answer) {
        return answer.forward().get("h").values();
    }

    private static double[] row(double[] h, int t, int b) {
        int from = (t * 2 + b) * WIDTH;
        return Arrays.copyOfRange(h, from, from + WIDTH);
    }
}
