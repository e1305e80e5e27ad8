package grulab.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import grulab.engine.explain.Explanation;
import grulab.engine.whatif.FiniteDifference;
import grulab.engine.whatif.Replay;
import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.Edit;
import grulab.model.Quantity;
import grulab.model.ResetPosition;
import grulab.model.SeededRandom;
import grulab.model.Snapshot;
import grulab.model.arithmetic.Line;
import grulab.model.arithmetic.Subject;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The arithmetic of a window in which values were set by hand. */
class GivenValueTest {
    private static final int HIDDEN = 4;
    private static final int STEPS = 4;
    private static final int SYMBOLS = 5;

    @Provide
    Arbitrary<CellForm> forms() {
        return Arbitraries.of(CellForm.ALL);
    }

    /** The replay works out gradients by itself, so that it judges which way nothing flows back. */
    @Property(tries = 20)
    void everyLineAgreesWithTheWindowComputedAgain(
            @ForAll("forms") CellForm form, @ForAll @LongRange(min = 0, max = 1L << 40) long seed) {
        List<Edit> edits = edits(form, new SeededRandom(seed));
        RandomWindow base = new RandomWindow(form, HIDDEN, STEPS, SYMBOLS, seed);
        Snapshot window = new Replay(base.snapshot(), base.symbols()).with(edits);
        for (Subject subject : ReadWindow.all(window)) {
            Line line = Explanation.line(window, subject, edits);
            assertThat(line.agrees())
                    .as(() -> edits + " " + subject + ": " + line)
                    .isTrue();
            if (subject instanceof Subject.Value value) {
                assertThat(line.given()).isEqualTo(covered(edits, value.quantity(), value.t(), value.unit()));
            }
            if (line.given() && line.exact()) {
                assertThat(line.substituted()).matches("−?\\d+\\.\\d+");
            }
        }
    }

    /** Neither of them knows how the other comes to its number. */
    @Property(tries = 15)
    void slopesAreWhatMovingTheNumberDoesToTheLoss(
            @ForAll("forms") CellForm form, @ForAll @LongRange(min = 0, max = 1L << 40) long seed) {
        SeededRandom random = new SeededRandom(seed);
        List<Edit> edits = seed % 2 == 0 ? List.of() : edits(form, random);
        RandomWindow base = new RandomWindow(form, HIDDEN, STEPS, SYMBOLS, seed);
        Snapshot window = new Replay(base.snapshot(), base.symbols()).with(edits);
        for (Subject subject : ReadWindow.all(window)) {
            boolean slope = subject instanceof Subject.Slope
                    || subject instanceof Subject.SumSlope sum && sum.quantity() != Quantity.PRODUCT;
            if (slope && random.nextInt(4) == 0) {
                assertThat(Explanation.line(window, subject, edits).value())
                        .as(() -> edits + " " + subject)
                        .isCloseTo(FiniteDifference.slope(base.snapshot(), edits, subject), within(1e-6));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ResetPosition.class)
    void aCandidateThatWasSetSendsNothingBackToItsProduct(ResetPosition reset) {
        CellForm form = new CellForm(CellType.GRU, Convention.PYTORCH.with(reset));
        RandomWindow base = new RandomWindow(form, HIDDEN, STEPS, SYMBOLS, 9);
        List<Edit> edits = List.of(new Edit.Value(Quantity.CANDIDATE, 3, 3, Edit.EVERY, 0.5));
        Snapshot window = new Replay(base.snapshot(), base.symbols()).with(edits);
        Subject product = new Subject.Slope(Quantity.PRODUCT, 3, 1);
        assertThat(FiniteDifference.slope(base.snapshot(), edits, product)).isZero();
        assertThat(Explanation.line(window, product, edits).value()).isZero();
        assertThat(Explanation.line(window, product, List.of()).value()).isNotZero();
    }

    private static boolean covered(List<Edit> edits, Quantity quantity, int t, int unit) {
        return edits.stream().anyMatch(e -> e instanceof Edit.Value v && v.covers(quantity, t, unit));
    }

    private static List<Edit> edits(CellForm form, SeededRandom random) {
        List<Edit> edits = new ArrayList<>();
        List<Quantity> quantities = form.cell().quantities();
        for (int i = 0; i <= random.nextInt(3); i++) {
            int t = random.nextInt(STEPS);
            Quantity quantity = quantities.get(random.nextInt(quantities.size()));
            int unit = random.nextInt(4) == 0 ? Edit.EVERY : random.nextInt(HIDDEN);
            edits.add(new Edit.Value(quantity, t, t + random.nextInt(STEPS - t), unit, (float) random.nextDouble()));
        }
        edits.add(new Edit.Input(random.nextInt(STEPS), random.nextInt(SYMBOLS)));
        edits.add(new Edit.Start(Quantity.STATE, 1, 0.25));
        edits.add(new Edit.Weight("W_hq", 3, -0.5));
        return edits;
    }

    @Test
    @DisplayName("a gate set to 1 says just that, and what the sum would have made beside it")
    void gate() {
        CellForm form = new CellForm(CellType.GRU, Convention.PYTORCH);
        RandomWindow base = new RandomWindow(form, HIDDEN, STEPS, SYMBOLS, 5);
        List<Edit> edits = List.of(new Edit.Value(Quantity.RESET, 1, 2, 3, 1));
        Snapshot window = new Replay(base.snapshot(), base.symbols()).with(edits);

        Line r = Explanation.of(window, 1, 3, edits).line("r");
        assertThat(r.given()).isTrue();
        assertThat(r.agrees()).isTrue();
        assertThat(r.exact()).isTrue();
        assertThat(r.value()).isEqualTo(1);
        assertThat(r.result()).isEqualTo("1.00");
        assertThat(Double.parseDouble(r.substituted())).isEqualTo(1);
        assertThat(r.formula()).startsWith("σ(W_r x");
        assertThat(r.reference()).isLessThan(0.99);
        assertThat(Explanation.of(window, 0, 3, edits).line("r").given()).isFalse();
        assertThat(Explanation.of(window, 1, 2, edits).line("r").given()).isFalse();
        assertThat(Explanation.of(window, 1, 3, List.of()).line("r").agrees()).isFalse();

        Line sum = Explanation.line(window, new Subject.SumSlope(Quantity.RESET, 1, 3), edits);
        assertThat(sum.given()).isTrue();
        assertThat(sum.value()).isZero();
        assertThat(Explanation.line(window, new Subject.Slope(Quantity.RESET, 1, 3), edits)
                        .value())
                .isNotZero();
    }

    @Test
    @DisplayName("a start is given, and a weight that was set by hand")
    void startAndWeight() {
        RandomWindow base = new RandomWindow(CellForm.ALL.get(4), HIDDEN, STEPS, SYMBOLS, 5);
        List<Edit> edits = List.of(new Edit.Start(Quantity.CELL, 2, -1.5), new Edit.Weight("W_hf", 6, 0.75));
        Snapshot window = new Replay(base.snapshot(), base.symbols()).with(edits);

        Line start = Explanation.line(window, new Subject.Start(Quantity.CELL, 2), edits);
        assertThat(start.symbol()).isEqualTo("c0");
        assertThat(start.given()).isTrue();
        assertThat(start.result()).isEqualTo("−1.50");
        Line weight = Explanation.line(window, new Subject.Weight("W_hf", 6), edits);
        assertThat(weight.given()).isTrue();
        assertThat(weight.formula()).isEqualTo("U_f");
        assertThat(weight.result()).isEqualTo("0.75");
        assertThat(Explanation.line(window, new Subject.Weight("W_hf", 7), edits)
                        .given())
                .isFalse();
    }
}
