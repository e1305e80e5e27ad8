package grulab.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import grulab.engine.whatif.FiniteDifference;
import grulab.engine.whatif.Reading;
import grulab.engine.whatif.Replay;
import grulab.model.Edit;
import grulab.model.Quantity;
import grulab.model.ResetPosition;
import grulab.model.SeededRandom;
import grulab.model.Snapshot;
import grulab.model.arithmetic.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The loss of a window under edits")
class WhatIfSlopeTest {
    static List<CellForm> forms() {
        return CellForm.ALL;
    }

    @ParameterizedTest
    @MethodSource("forms")
    @DisplayName("has the slopes that the way back says, also along what is given and past it")
    void slopes(CellForm form) {
        SeededRandom random = new SeededRandom(7 + CellForm.ALL.indexOf(form));
        for (int windows = 0; windows < 6; windows++) {
            RandomWindow window = new RandomWindow(form, 1 + random.nextInt(4), 4, 4, random.nextLong());
            Snapshot base = window.snapshot();
            RandomEdits source = new RandomEdits(base, random);
            List<Edit> edits = new ArrayList<>();
            for (int i = 0; i < windows; i++) {
                edits.add(source.next());
            }
            Reading reading = new Replay(base, window.symbols()).reading(edits);
            for (Quantity quantity : form.cell().quantities()) {
                for (int i = 0; i < reading.of(quantity).length; i++) {
                    checkSlope(
                            base,
                            edits,
                            reading,
                            new Subject.Slope(quantity, i / window.hidden(), i % window.hidden()));
                }
            }
            for (Quantity state : reading.start().keySet()) {
                for (int k = 0; k < window.hidden(); k++) {
                    checkSlope(base, edits, reading, new Subject.Slope(state, -1, k));
                }
            }
        }
    }

    /** The way back against differences of the reference's loss, and the product's own finite difference against both. */
    private static void checkSlope(Snapshot base, List<Edit> edits, Reading reading, Subject.Slope of) {
        int hidden = reading.hidden();
        double value = of.t() < 0
                ? Objects.requireNonNull(reading.start().get(of.quantity()))[of.unit()]
                : reading.of(of.quantity())[of.t() * hidden + of.unit()];
        double slope = of.t() < 0
                ? Objects.requireNonNull(reading.startGradients().get(of.quantity()))[of.unit()]
                : reading.gradient(of.quantity())[of.t() * hidden + of.unit()];
        // towards the middle of its range, where the value is at an end: a one-sided difference of the second order
        double side = value > 0.5 ? -1e-4 : 1e-4;
        double near = lossWith(base, edits, of, value + side);
        double far = lossWith(base, edits, of, value + 2 * side);
        double measured = (4 * near - far - 3 * lossWith(base, edits, of, value)) / (2 * side);

        assertThat(slope).as("%s under %s", of, edits).isCloseTo(measured, within(2e-7));
        assertThat(FiniteDifference.slope(base, edits, of))
                .as("%s under %s", of, edits)
                .isCloseTo(slope, within(1e-9));
    }

    private static double lossWith(Snapshot base, List<Edit> edits, Subject.Slope of, double value) {
        List<Edit> all = new ArrayList<>(edits);
        all.add(
                of.t() < 0
                        ? new Edit.Start(of.quantity(), of.unit(), value)
                        : new Edit.Value(of.quantity(), of.t(), of.t(), of.unit(), value));
        return new StepwiseReference(base, all).loss();
    }

    @ParameterizedTest
    @MethodSource("forms")
    @DisplayName("measures the slope of a sum as that of its value times that of the curve")
    void sumSlopes(CellForm form) {
        RandomWindow window = new RandomWindow(form, 3, 4, 4, 5);
        Snapshot base = window.snapshot();
        Reading reading = new Replay(base, window.symbols()).reading(List.of());
        for (Quantity quantity : form.cell().quantities()) {
            boolean tanh =
                    quantity == Quantity.CANDIDATE || quantity == Quantity.CELL_CANDIDATE || quantity == Quantity.STATE;
            for (int i = 0; form.cell().gates().contains(quantity.id()) && i < 12; i++) {
                double v = reading.of(quantity)[i];
                double expected = reading.gradient(quantity)[i] * (tanh ? 1 - v * v : v * (1 - v));
                Subject sum = new Subject.SumSlope(quantity, i / 3, i % 3);
                assertThat(FiniteDifference.slope(base, List.of(), sum)).isCloseTo(expected, within(1e-9));
                Edit given = new Edit.Value(quantity, i / 3, i / 3, i % 3, 0.25);
                assertThat(FiniteDifference.slope(base, List.of(given), sum)).isZero();
            }
        }
    }

    @Test
    @DisplayName("measures the slope of a GRU's product as the way back has it")
    void productSlopes() {
        for (CellForm form : CellForm.GRU) {
            RandomWindow window = new RandomWindow(form, 3, 4, 4, 6);
            Snapshot base = window.snapshot();
            Reading reading = new Replay(base, window.symbols()).reading(List.of());
            for (int i = 3; i < 12; i++) {
                double n = reading.of(Quantity.CANDIDATE)[i];
                double expected = form.convention().reset() == ResetPosition.AFTER
                        ? reading.gradient(Quantity.CANDIDATE)[i] * (1 - n * n)
                        : reading.gradient(Quantity.RESET)[i] / reading.of(Quantity.STATE)[i - 3];
                assertThat(FiniteDifference.slope(base, List.of(), new Subject.Slope(Quantity.PRODUCT, i / 3, i % 3)))
                        .isCloseTo(expected, within(1e-9));
            }
        }
    }

    @Test
    @DisplayName("has no slope along what is no number of the window's")
    void refused() {
        Snapshot base = new RandomWindow(CellForm.GRU.get(2), 3, 4, 4, 6).snapshot();
        refuses(base, new Subject.Slope(Quantity.FORGET, 1, 1), "GRU has no FORGET along which the loss could change.");
        refuses(
                base,
                new Subject.Slope(Quantity.UPDATE, -1, 1),
                "GRU has no UPDATE before the window along which the loss could change.");
        refuses(
                base,
                new Subject.SumSlope(Quantity.STATE, 1, 1),
                "GRU has no sum inside STATE along which the loss could change.");
        refuses(
                base,
                new Subject.Slope(Quantity.UPDATE, 4, 1),
                "There is no unit 2 at t 5 in a window of 4 steps and 3 units.");
        refuses(
                base,
                new Subject.Loss(2),
                "The slope of the loss can be measured along a value or a sum, not along Loss[t=2].");
    }

    private static void refuses(Snapshot base, Subject of, String why) {
        assertThatThrownBy(() -> FiniteDifference.slope(base, List.of(), of))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(why);
    }
}
