package grulab.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import grulab.engine.explain.Explanation;
import grulab.engine.explain.Walk;
import grulab.engine.reference.Reference;
import grulab.engine.train.CaseRun;
import grulab.model.Answer;
import grulab.model.Case;
import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.Prediction;
import grulab.model.Quantity;
import grulab.model.Snapshot;
import grulab.model.Weights;
import grulab.model.arithmetic.DotProduct;
import grulab.model.arithmetic.Line;
import grulab.model.arithmetic.Subject;
import grulab.model.arithmetic.Term;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Any number of a random window, taken apart. */
class EveryNumberTest {
    private static final double F32 = 2e-6;

    @Provide
    Arbitrary<CellForm> forms() {
        return Arbitraries.of(CellForm.ALL);
    }

    @Property(tries = 15)
    void isMadeByItsPrintedDigits(
            @ForAll("forms") CellForm form,
            @ForAll @IntRange(min = 1, max = 7) int hidden,
            @ForAll @LongRange(min = 0, max = 1L << 40) long seed) {
        Snapshot window = ReadWindow.of(form, hidden, 3, 5, seed).snapshot();
        int inexact = 0;
        List<Subject> subjects = ReadWindow.all(window);
        for (Subject subject : subjects) {
            Line line = Explanation.line(window, subject, List.of());
            assertThat(line.agrees()).as(() -> subject + ": " + line).isTrue();
            assertThat(line.substituted()).matches("[0-9.+−·()σtanhe^/ln√² ]+");
            if (line.exact()) {
                assertThat(twoDecimals(PocketCalculator.workOut(line.substituted())))
                        .as(() -> subject + ": " + line)
                        .isEqualTo(line.result());
            } else {
                assertThat(line.decimals()).isEqualTo(5);
                inexact++;
            }
            assertThat(line.result()).isEqualTo(twoDecimals(line.value() / Math.pow(10, line.exponent())));
        }
        assertThat(inexact).isLessThan(2 + subjects.size() / 20);
    }

    /** What the micro-steps make between the lines closes as the lines do. */
    @Property(tries = 15)
    void whatLiesBetweenTheLinesClosesToo(
            @ForAll("forms") CellForm form, @ForAll @LongRange(min = 0, max = 1L << 40) long seed) {
        Snapshot window = ReadWindow.of(form, 5, 3, 5, seed).snapshot();
        for (int t = 0; t < 3; t++) {
            for (int unit = 0; unit < 5; unit++) {
                Explanation step = Explanation.of(window, t, unit, List.of());
                assertThat(step.between())
                        .extracting(Line::symbol)
                        .containsExactly(
                                switch (form.cell()) {
                                    case GRU -> new String[] {"h_before", "q"};
                                    case LSTM -> new String[0];
                                    case RNN -> new String[] {"a"};
                                });
                for (Line line : step.between()) {
                    assertThat(line.agrees()).as(line::toString).isTrue();
                    assertThat(line.decimals())
                            .isGreaterThanOrEqualTo(step.lines().get(0).decimals());
                    if (line.exact()) {
                        assertThat(twoDecimals(PocketCalculator.workOut(line.substituted())))
                                .isEqualTo(line.result());
                    }
                    if (line.symbol().equals("a")) {
                        double state = step.line("h").value();
                        assertThat(Math.tanh(line.value())).isCloseTo(state, within(F32));
                    }
                }
            }
        }
    }

    @Property(tries = 15)
    void isWhatTheReferenceMakesOfTheWindow(
            @ForAll("forms") CellForm form,
            @ForAll @IntRange(min = 1, max = 7) int hidden,
            @ForAll @LongRange(min = 0, max = 1L << 40) long seed) {
        ReadWindow window = ReadWindow.of(form, hidden, 3, 5, seed);
        Answer judge = Reference.run(window.problem(), true);
        for (int t = 0; t < 3; t++) {
            for (int unit = 0; unit < hidden; unit++) {
                for (Quantity quantity : form.cell().quantities()) {
                    double value = judge.forward().get(quantity.id()).values()[t * hidden + unit];
                    double slope = judge.gradients().get(quantity.id()).values()[t * hidden + unit];
                    near(window, new Subject.Value(quantity, t, unit), value);
                    near(window, new Subject.Slope(quantity, t, unit), slope);
                }
            }
            for (int symbol = 0; symbol < 5; symbol++) {
                double logit = judge.forward().get("logits").values()[t * 5 + symbol];
                near(window, new Subject.Logit(t, symbol), logit);
            }
        }
        for (int unit = 0; unit < hidden; unit++) {
            near(
                    window,
                    new Subject.Slope(Quantity.STATE, -1, unit),
                    judge.gradients().get("h0").values()[unit]);
            if (form.cell().hasCellState()) {
                near(
                        window,
                        new Subject.Slope(Quantity.CELL, -1, unit),
                        judge.gradients().get("c0").values()[unit]);
            }
        }
    }

    private static void near(ReadWindow window, Subject subject, double expected) {
        Line line = Explanation.line(window.snapshot(), subject, List.of());
        assertThat(line.value()).as(subject::toString).isCloseTo(expected, within(F32));
        assertThat(line.reference()).as(subject::toString).isCloseTo(expected, within(F32));
    }

    /** ∂L/∂W is Σ over the steps of da xᵀ, so the sum of a row is that of da, for one-hot x. */
    @Property(tries = 15)
    void slopesInsideTheGatesAddUpToThoseOfTheirWeights(
            @ForAll("forms") CellForm form, @ForAll @LongRange(min = 0, max = 1L << 40) long seed) {
        ReadWindow window = ReadWindow.of(form, 4, 3, 5, seed);
        Answer judge = Reference.run(window.problem(), true);
        for (Quantity quantity : form.cell().quantities()) {
            if (form.cell().gates().contains(quantity.id())) {
                double[] weights = judge.gradients().get("W_i" + quantity.id()).values();
                for (int unit = 0; unit < 4; unit++) {
                    double sum = 0;
                    for (int t = 0; t < 3; t++) {
                        sum += Explanation.line(window.snapshot(), new Subject.SumSlope(quantity, t, unit), List.of())
                                .value();
                    }
                    double expected =
                            Arrays.stream(weights, unit * 5, unit * 5 + 5).sum();
                    assertThat(sum).as(quantity.toString()).isCloseTo(expected, within(F32));
                }
            }
        }
    }

    @Property(tries = 15)
    void dotProductsAddUpToTheirTermsTheLargestFirst(
            @ForAll("forms") CellForm form, @ForAll @LongRange(min = 0, max = 1L << 40) long seed) {
        Snapshot window = ReadWindow.of(form, 6, 3, 5, seed).snapshot();
        for (Subject subject : ReadWindow.all(window)) {
            for (Term term : Explanation.line(window, subject, List.of()).terms()) {
                DotProduct products = term.products();
                if (products == null) {
                    assertThat(term.name()).doesNotMatch("(W|U).* .*");
                    continue;
                }
                double bias = term.name().contains(" + ") ? bias(window, term, subject) : 0;
                assertThat(products.value() + bias).as(term.name()).isCloseTo(term.value(), within(1e-12));
                assertThat(term.bias()).isCloseTo(bias, within(1e-12));
                double before = Double.POSITIVE_INFINITY;
                double sum = 0;
                for (DotProduct.Product product : products.largest(2)) {
                    assertThat(Math.abs(product.value())).isLessThanOrEqualTo(before);
                    before = Math.abs(product.value());
                    sum += product.value();
                }
                assertThat(sum + products.rest(2)).isCloseTo(products.value(), within(1e-12));
            }
        }
    }

    /** Of a GRU with reset after, the only terms that hold a bias beside a product. */
    private static double bias(Snapshot window, Term term, Subject subject) {
        int unit = subject instanceof Subject.Value v ? v.unit() : ((Subject.Slope) subject).unit();
        return window.weights().bias(term.name().startsWith("W") ? "b_in" : "b_hn", unit);
    }

    @Property(tries = 15)
    void theHeadsProbabilitiesAreThoseOfThePrediction(
            @ForAll("forms") CellForm form, @ForAll @LongRange(min = 0, max = 1L << 40) long seed) {
        ReadWindow window = ReadWindow.of(form, 4, 3, 5, seed);
        double[] logits =
                Reference.run(window.problem(), false).forward().get("logits").values();
        double mean = 0;
        for (int t = 0; t < 3; t++) {
            Prediction prediction = Explanation.prediction(window.snapshot(), t);
            assertThat(Arrays.stream(prediction.probabilities()).sum()).isCloseTo(1, within(1e-12));
            for (int o = 0; o < 5; o++) {
                assertThat(value(window, new Subject.Logit(t, o)))
                        .isCloseTo(prediction.logits()[o], within(1e-12));
                assertThat(prediction.logits()[o]).isCloseTo(logits[t * 5 + o], within(F32));
                assertThat(value(window, new Subject.Probability(t, o)))
                        .isCloseTo(prediction.probabilities()[o], within(1e-12));
            }
            assertThat(prediction.target()).isEqualTo(window.problem().targets()[t]);
            assertThat(value(window, new Subject.Loss(t))).isCloseTo(prediction.loss(), within(1e-12));
            mean += prediction.loss() / 3;
        }
        assertThat(mean)
                .as("the loss that the engine has")
                .isCloseTo(window.snapshot().loss(), within(F32));
        assertThat(mean).isCloseTo(Reference.run(window.problem(), false).loss(), within(F32));
    }

    private static double value(ReadWindow window, Subject subject) {
        return Explanation.line(window.snapshot(), subject, List.of()).value();
    }

    @Property(tries = 30)
    void sharesAddUpToOneAsTheyArePrinted(
            @ForAll @IntRange(min = 0, max = 3) int form, @ForAll @LongRange(min = 0, max = 1L << 40) long seed) {
        Snapshot window = ReadWindow.of(CellForm.GRU.get(form), 6, 3, 5, seed).snapshot();
        for (int unit = 0; unit < 6; unit++) {
            String blend = Explanation.of(window, 1, unit, List.of()).line("h").substituted();
            String[] products = blend.split(" [+−] ");
            assertThat(new BigDecimal(products[0].split("·")[0])
                            .add(new BigDecimal(products[1].split("·")[0])))
                    .as(blend)
                    .isEqualByComparingTo("1");
        }
    }

    @Property(tries = 15)
    void gradientsHaveOneDigitBeforeThePointInTheLargest(
            @ForAll("forms") CellForm form, @ForAll @LongRange(min = 0, max = 1L << 40) long seed) {
        Snapshot window = ReadWindow.of(form, 4, 3, 5, seed).snapshot();
        for (int unit = 0; unit < 4; unit++) {
            List<Line> lines = Explanation.backward(window, 1, unit, List.of()).lines();
            double largest = lines.stream()
                    .flatMap(line -> Stream.concat(
                            Stream.of(line.value()),
                            line.terms().stream()
                                    .filter(term -> term.name().matches("d.*|.* d.*"))
                                    .map(Term::value)))
                    .mapToDouble(Math::abs)
                    .max()
                    .orElseThrow();
            assertThat(largest / Math.pow(10, lines.get(0).exponent())).isBetween(0.9995, 9.995);
        }
    }

    @Test
    @DisplayName("what two decimals round up to ten is one of the next unit")
    void nearlyTen() {
        Map<String, double[]> arrays = Map.of(
                "W_ih",
                new double[1],
                "W_hh",
                new double[1],
                "W_hq",
                new double[] {-9.997, 9.997},
                "b_q",
                new double[2]);
        Weights weights = new Weights(CellType.RNN, 1, 1, 2, arrays);
        double[] none = new double[1];
        int[] target = {0};
        Case given = new Case("", Convention.PYTORCH, weights, 1, 1, none, none, new double[0], target, null);
        Line line = Explanation.backward(Walk.of(given, 0, CaseRun.trace(given, 0, true)), 0, 0)
                .line("dh");
        // p is ½ for either symbol, so dh′ = −9.997 · −½ + 9.997 · ½
        assertThat(line.exponent()).isEqualTo(1);
        assertThat(line.result()).isEqualTo("1.00");
        assertThat(line.value()).isCloseTo(9.997, within(1e-5));
    }

    @Property(tries = 15)
    void theOtherMeaningHasTheSameNumbersTheOtherWayRound(
            @ForAll @IntRange(min = 0, max = 3) int form, @ForAll @LongRange(min = 0, max = 1L << 40) long seed) {
        Snapshot window = ReadWindow.of(CellForm.GRU.get(form), 4, 3, 5, seed).snapshot();
        Explanation step = Explanation.of(window, 1, 2, List.of());
        Line other = Explanation.otherMeaning(window, 1, 2, List.of());
        List<Double> v = step.line("h").terms().stream().map(Term::value).toList();
        assertThat(other.value()).isCloseTo(v.get(2) * v.get(1) + v.get(0) * v.get(3), within(1e-12));
        assertThat(other.formula())
                .isNotEqualTo(step.line("h").formula())
                .isIn("z ⊙ h + (1 − z) ⊙ h̃", "(1 − z) ⊙ h + z ⊙ h̃");
        assertThat(other.decimals()).isGreaterThanOrEqualTo(step.line("h").decimals());
        if (other.exact()) {
            assertThat(twoDecimals(PocketCalculator.workOut(other.substituted())))
                    .isEqualTo(other.result());
        }
    }

    @Test
    @DisplayName("a gradient that is not the formula's says so, in the unit of its step")
    void disagreement() {
        ReadWindow window = ReadWindow.of(CellForm.ALL.get(2), 4, 3, 5, 12);
        Explanation right = Explanation.backward(window.snapshot(), 1, 2, List.of());
        double unit = Math.pow(10, right.line("dz").exponent());
        assertThat(right.lines()).allMatch(Line::agrees);

        window.snapshot().trace().gradient(Quantity.UPDATE)[1 * 4 + 2] += (float) (1e-4 * unit);
        Explanation wrong = Explanation.backward(window.snapshot(), 1, 2, List.of());
        assertThat(wrong.line("dh").agrees()).isTrue();
        assertThat(wrong.line("dz").agrees()).isFalse();
        assertThat(wrong.line("dz").value() - wrong.line("dz").reference()).isCloseTo(1e-4 * unit, within(1e-5 * unit));
        assertThat(wrong.line("dr").agrees()).isTrue();
    }

    @Test
    @DisplayName("has the digits that it has among the lines of its step")
    void sameDigits() {
        Snapshot window = ReadWindow.of(CellForm.ALL.get(4), 6, 3, 5, 8).snapshot();
        assertThat(Explanation.line(window, new Subject.Value(Quantity.CELL, 1, 3), List.of()))
                .isEqualTo(Explanation.of(window, 1, 3, List.of()).line("c"));
        assertThat(Explanation.line(window, new Subject.Slope(Quantity.FORGET, 1, 3), List.of()))
                .usingRecursiveComparison()
                .isEqualTo(Explanation.backward(window, 1, 3, List.of()).line("df"));
    }

    @Test
    @DisplayName("a number that the window has not is refused")
    void refused() {
        Snapshot window = ReadWindow.of(new CellForm(CellType.RNN, Convention.PYTORCH), 3, 2, 5, 1)
                .snapshot();
        refused(window, new Subject.Value(Quantity.UPDATE, 0, 0), "no line z");
        refused(window, new Subject.Value(Quantity.STATE, 2, 0), "steps are 0 to 1, not 2");
        refused(window, new Subject.Slope(Quantity.STATE, 0, 3), "units are 0 to 2, not 3");
        refused(window, new Subject.Slope(Quantity.CELL, -1, 0), "no line dc_prev");
        refused(window, new Subject.Logit(0, 5), "symbols are 0 to 4, not 5");
        refused(window, new Subject.Weight("W_hz", 0), "no parameter W_hz");
        refused(window, new Subject.Weight("W_hh", 9), "entries of W_hh are 0 to 8, not 9");
        assertThatThrownBy(() -> Explanation.otherMeaning(window, 0, 0, List.of()))
                .hasMessage("only a GRU has an update gate with two meanings");
    }

    private static void refused(Snapshot window, Subject subject, String sentence) {
        assertThatThrownBy(() -> Explanation.line(window, subject, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(sentence);
    }

    private static String twoDecimals(double value) {
        String digits = new BigDecimal(value).setScale(2, RoundingMode.HALF_UP).toPlainString();
        return digits.equals("-0.00") ? "0.00" : digits.replace('-', '−');
    }
}
