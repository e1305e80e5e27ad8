package grulab.control;

import static org.assertj.core.api.Assertions.assertThat;

import grulab.engine.explain.Explanation;
import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.Quantity;
import grulab.model.ResetPosition;
import grulab.model.StepTrace;
import grulab.model.arithmetic.Digits;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.layout.Region;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** At each micro-step of each cell, forward and back, the lines show a number that was not there before. */
class MicroStepNumbersTest {
    static Stream<Arguments> cells() {
        return Stream.concat(
                Convention.ALL.stream().map(c -> Arguments.of(CellType.GRU, c)),
                Stream.of(CellType.LSTM, CellType.RNN).map(cell -> Arguments.of(cell, Convention.PYTORCH)));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void forward(CellType cell, Convention convention) {
        SampleWindow window = SampleWindow.of(cell, convention, 8);
        Explanation step = Explanation.of(window.snapshot(), window.t(), window.unit(), List.of());
        StepLines lines = Screens.onFx(() -> {
            StepLines all = new StepLines();
            all.words(new StepLineWords(SampleWords::of));
            all.show(cell, convention, window.unit(), window.t(), step.lines(), step.between(), null, false);
            return all;
        });
        FormulaPanel panel = Screens.onFx(() -> {
            FormulaPanel all = new FormulaPanel();
            all.words(new FormulaWords(SampleWords::of));
            all.show(window.unit(), window.t(), cell, convention, step.lines(), step.between());
            return all;
        });
        for (int micro = 1; micro <= MicroSteps.count(cell); micro++) {
            int now = micro;
            String number = made(window, cell, convention, micro);
            for (Region control : new Region[] {lines, panel}) {
                String spoken = Screens.onFx(() -> {
                    lines.microStep(now);
                    panel.microStep(now);
                    return control.getAccessibleText();
                });
                assertThat(spoken.split("; "))
                        .as("micro-step " + micro)
                        .anyMatch(line -> line.matches(".* = " + number + "0?\\d*( ✓)?"));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cells")
    void back(CellType cell, Convention convention) {
        SampleWindow window = SampleWindow.of(cell, convention, 8);
        StepLines lines = Screens.onFx(() -> {
            StepLines all = new StepLines();
            all.words(new StepLineWords(SampleWords::of));
            all.show(cell, convention, window.unit(), window.t(), window.backward(), List.of(), null, true);
            return all;
        });
        long before = 0;
        for (int micro = 1; micro <= MicroSteps.count(cell); micro++) {
            int now = micro;
            String spoken = Screens.onFx(() -> {
                lines.microStep(now);
                return lines.getAccessibleText();
            });
            long numbers = Stream.of(spoken.split("; "))
                    .filter(line -> line.matches(".* = (≈ )?−?\\d.*"))
                    .count();
            assertThat(numbers).as("micro-step " + micro).isGreaterThan(before);
            before = numbers;
        }
    }

    /** The number of the unit that the micro-step makes, from the trace alone, as it begins. */
    private static String made(SampleWindow window, CellType cell, Convention convention, int micro) {
        StepTrace trace = window.snapshot().trace();
        int t = window.t();
        int unit = window.unit();
        if (cell == CellType.RNN && micro == 1) {
            double h = trace.at(Quantity.STATE, t, unit);
            return Digits.fixed(0.5 * Math.log((1 + h) / (1 - h)), 2);
        }
        if (cell == CellType.GRU && micro == 1) {
            return Digits.fixed(trace.before(t, unit), 2).substring(0, 3);
        }
        if (cell == CellType.GRU && micro == 3) {
            if (convention.reset() == ResetPosition.BEFORE) {
                double product = (double) trace.at(Quantity.RESET, t, unit) * trace.before(t, unit);
                return Digits.fixed(product, 2);
            }
            return Digits.fixed(trace.at(Quantity.PRODUCT, t, unit), 2);
        }
        Quantity quantity = List.of(
                        cell == CellType.GRU
                                ? new Quantity[] {
                                    Quantity.STATE,
                                    Quantity.RESET,
                                    Quantity.PRODUCT,
                                    Quantity.CANDIDATE,
                                    Quantity.UPDATE,
                                    Quantity.STATE
                                }
                                : cell == CellType.RNN
                                        ? new Quantity[] {Quantity.STATE, Quantity.STATE}
                                        : new Quantity[] {
                                            Quantity.FORGET,
                                            Quantity.INPUT,
                                            Quantity.CELL_CANDIDATE,
                                            Quantity.CELL,
                                            Quantity.OUTPUT,
                                            Quantity.STATE
                                        })
                .get(micro - 1);
        return Digits.fixed(trace.at(quantity, t, unit), 2);
    }
}
