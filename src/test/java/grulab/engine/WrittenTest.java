package grulab.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import grulab.engine.explain.Explanation;
import grulab.engine.explain.Written;
import grulab.engine.whatif.Replay;
import grulab.model.Edit;
import grulab.model.Quantity;
import grulab.model.Snapshot;
import grulab.model.arithmetic.Curve;
import grulab.model.arithmetic.DotProduct;
import grulab.model.arithmetic.Line;
import grulab.model.arithmetic.Subject;
import grulab.model.arithmetic.Term;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.scilab.forge.jlatexmath.TeXFormula;

/** A line that is copied. */
class WrittenTest {

    @Provide
    Arbitrary<CellForm> forms() {
        return Arbitraries.of(CellForm.ALL);
    }

    @Property(tries = 8)
    void asNumPyComputesItsNumberFromNumbersInFull(
            @ForAll("forms") CellForm form,
            @ForAll @IntRange(min = 1, max = 20) int hidden,
            @ForAll @LongRange(min = 0, max = 1L << 40) long seed) {
        Snapshot window = ReadWindow.of(form, hidden, 2, 5, seed).snapshot();
        for (Subject subject : ReadWindow.all(window)) {
            Line line = Explanation.line(window, subject, List.of());
            String python = Written.numpy(line);
            assertThat(python).as(subject::toString).matches("[A-Za-z_0-9]+ = [ -~]+");
            assertThat(Python.value(python))
                    .as(() -> python)
                    .isCloseTo(line.reference(), within(1e-12 * Math.max(1, Math.abs(line.reference()))));
        }
    }

    @Property(tries = 8)
    void asLatexIsTypesetWithoutAnyPackage(
            @ForAll("forms") CellForm form, @ForAll @LongRange(min = 0, max = 1L << 40) long seed) {
        Snapshot window = ReadWindow.of(form, 2, 2, 3, seed).snapshot();
        for (Subject subject : ReadWindow.all(window)) {
            Line line = Explanation.line(window, subject, List.of());
            for (String tex : List.of(Written.latex(line), Written.latex(line, 13))) {
                assertThat(tex).as(subject::toString).matches("[ -~]+");
                assertThat(new TeXFormula(tex)).isNotNull();
            }
        }
    }

    private static Line reset() {
        return line("r", "σ(W_r x + U_r h + b_r + c_r)", 0, "σ(1.440 − 0.975 − 0.530)", "0.48");
    }

    private static Line line(String symbol, String formula, int exponent, String substituted, String result) {
        List<Term> terms = List.of(
                new Term("W_r x", 1.4401, new DotProduct("W_r", "x", new double[] {1.4401, -3}, new double[] {1, 0})),
                new Term("U_r h", -0.9752),
                new Term("b_r + c_r", -0.53));
        return new Line(
                symbol,
                formula,
                terms,
                terms,
                Curve.SIGMOID,
                0.48,
                0.48,
                true,
                3,
                exponent,
                substituted,
                result,
                true,
                false);
    }

    @Test
    @DisplayName("as text is formula, numbers and result")
    void text() {
        assertThat(Written.text(reset()))
                .isEqualTo("r = σ(W_r x + U_r h + b_r + c_r) = σ(1.440 − 0.975 − 0.530) = 0.48");
        assertThat(Written.text(line("h", "z ⊙ h + (1 − z) ⊙ h̃", 0, "0.678·0.688 + 0.322·(−0.789)", "0.21")))
                .isEqualTo("h′ = z ⊙ h + (1 − z) ⊙ h̃ = 0.678·0.688 + 0.322·(−0.789) = 0.21");
    }

    @Test
    @DisplayName("a gradient says its power of ten")
    void power() {
        Line sum = line("dh", "W_q dy + dh⁺", -3, "1.230 − 0.450", "0.78");
        assertThat(Written.text(sum)).isEqualTo("dh′ = W_q dy + dh⁺ = (1.230 − 0.450)·10⁻³ = 0.78·10⁻³");
        assertThat(Written.latex(sum, 4))
                .isEqualTo("\\mathrm{d}h'_5 = W_q \\mathrm{d}y + \\mathrm{d}h^{+}"
                        + " = (1.230 - 0.450) \\cdot 10^{-3} = 0.78 \\cdot 10^{-3}");
        assertThat(Written.text(line("dm", "da_n ⊙ r", -12, "2.010·0.578", "1.16")))
                .isEqualTo("dm = da_n ⊙ r = 2.010·0.578·10⁻¹² = 1.16·10⁻¹²");
    }

    @Test
    @DisplayName("as LaTeX has the unit's number where it is asked for")
    void latex() {
        assertThat(Written.latex(reset(), 13))
                .isEqualTo("r_{14} = \\sigma(W_r x + U_r h + b_r + c_r) = \\sigma(1.440 - 0.975 - 0.530) = 0.48");
        Line candidate = line("n", "tanh(W_n x + U_n (r ⊙ h) + b_n)", 0, "tanh(−0.07 − 0.10)", "−0.17");
        assertThat(Written.latex(candidate, 13))
                .isEqualTo("\\tilde{h}_{14} = \\tanh(W_n x + U_n (r \\odot h) + b_n) = \\tanh(-0.07 - 0.10) = -0.17");
        assertThat(Written.latex(candidate)).startsWith("\\tilde{h} = \\tanh(");
        assertThat(Written.latex(line("p", "e^y / Σ e^y", 0, "e^(1.24)/8.71", "0.40")))
                .isEqualTo("p = e^{y} / \\sum e^{y} = e^{1.24}/8.71 = 0.40");
        assertThat(Written.latex(line("‖dz‖", "√(Σ dz²)", -2, "√(1.52)", "1.23")))
                .isEqualTo("\\Vert \\mathrm{d}z\\Vert  = \\sqrt{\\sum \\mathrm{d}z^2}"
                        + " = \\sqrt{1.52} \\cdot 10^{-2} = 1.23 \\cdot 10^{-2}");
        assertThat(Written.latex(line("da_n", "dh̃ ⊙ (1 − h̃²)", 0, "−3.09·(1 − 0.59²)", "−2.01"), 1))
                .isEqualTo("\\mathrm{d}a_{n,2} = \\mathrm{d}\\tilde{h} \\odot (1 - \\tilde{h}^2)"
                        + " = -3.09\\cdot (1 - 0.59^2) = -2.01");
    }

    @Test
    @DisplayName("as NumPy has dot products of few numbers, and of many the sum")
    void numpy() {
        assertThat(Written.numpy(reset()))
                .isEqualTo("r = 1/(1+np.exp(-(np.dot([1.4401, -3.0], [1.0, 0.0]) + (-0.9752) + (-0.53))))");
        Snapshot window = ReadWindow.of(CellForm.ALL.get(5), 17, 2, 5, 3).snapshot();
        assertThat(Written.numpy(Explanation.of(window, 1, 0, List.of()).line("h")))
                .matches(
                        "h = np\\.tanh\\(np\\.dot\\(\\[.*], \\[.*]\\) \\+ \\(?-?[0-9.E-]+\\)?( \\+ \\(?-?[0-9.E-]+\\)?)?\\)");
    }

    @Test
    @DisplayName("a value that was set by hand, a start and a weight are just numbers")
    void numbers() {
        RandomWindow base = new RandomWindow(CellForm.ALL.get(2), 3, 2, 4, 5);
        List<Edit> edits = List.of(new Edit.Value(Quantity.UPDATE, 0, 1, 2, 0.25));
        Snapshot window = new Replay(base.snapshot(), base.symbols()).with(edits);
        Line z = Explanation.line(window, new Subject.Value(Quantity.UPDATE, 1, 2), edits);
        assertThat(Written.text(z)).matches("z = 0\\.250?0?0?");
        assertThat(Written.latex(z, 2)).matches("z_3 = 0\\.250?0?0?");
        assertThat(Written.numpy(z)).isEqualTo("z = 0.25");
        Line weight = Explanation.line(window, new Subject.Weight("W_hn", 0), edits);
        assertThat(Written.text(weight)).matches("U_n = −?\\d\\.\\d+");
        assertThat(Written.numpy(weight)).isEqualTo("W_hn = " + literal(weight.value()));
        Line start = Explanation.line(window, new Subject.Start(Quantity.STATE, 0), edits);
        assertThat(Written.latex(start, 0)).matches("h_\\{0,1} = -?\\d\\.\\d+");
    }

    private static String literal(double value) {
        return value < 0 ? "(" + value + ")" : String.valueOf(value);
    }
}
