package grulab.engine;

import static org.assertj.core.api.Assertions.assertThat;

import grulab.engine.explain.Explanation;
import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.Quantity;
import grulab.model.ResetPosition;
import grulab.model.Snapshot;
import grulab.model.UpdateMeaning;
import grulab.model.arithmetic.Breakdown;
import grulab.model.arithmetic.Curve;
import grulab.model.arithmetic.DotProduct;
import grulab.model.arithmetic.Line;
import grulab.model.arithmetic.Subject;
import grulab.model.arithmetic.Term;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What stands behind each term of any number, added up from the printed digits. */
class BreakdownTest {
    @Provide
    Arbitrary<CellForm> forms() {
        return Arbitraries.of(CellForm.ALL);
    }

    @Property(tries = 24)
    void whatIsPrintedAddsUpToTheTermThatIsPrinted(
            @ForAll("forms") CellForm form,
            @ForAll @IntRange(min = 1, max = 24) int hidden,
            @ForAll @LongRange(min = 0, max = 1L << 40) long seed) {
        Snapshot window = ReadWindow.of(form, hidden, 2, 5, seed).snapshot();
        int terms = 0;
        int inexact = 0;
        for (Subject subject : ReadWindow.all(window)) {
            Line line = Explanation.line(window, subject, List.of());
            for (Term term : line.terms()) {
                Breakdown behind = Breakdown.of(line, term, 5);
                terms++;
                inexact += behind.exact() ? 0 : 1;
                adds(behind, term, subject);
                behind.rows().forEach(row -> multiplies(row, subject));
            }
        }
        assertThat(inexact).isLessThanOrEqualTo(terms / 100);
    }

    private static void adds(Breakdown behind, Term term, Subject subject) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Breakdown.Row row : behind.rows()) {
            sum = sum.add(number(row.value()));
        }
        for (Breakdown.Bias bias : behind.biases()) {
            sum = sum.add(number(bias.value()));
        }
        sum = behind.rest() == null ? sum : sum.add(number(behind.rest()));
        BigDecimal total = number(behind.value());
        boolean nothing = behind.rows().isEmpty() && behind.biases().isEmpty() && behind.rest() == null;
        assertThat(nothing)
                .as(term.name())
                .isEqualTo(term.products() == null && term.biases().isEmpty());
        if (behind.exact() && !nothing) {
            assertThat(sum.setScale(total.scale(), RoundingMode.HALF_UP))
                    .as(() -> subject + " " + behind)
                    .isEqualByComparingTo(total);
        }
    }

    private static void multiplies(Breakdown.Row row, Subject subject) {
        BigDecimal value = number(row.value());
        BigDecimal product = number(row.left()).multiply(number(row.right()));
        if (row.exact()) {
            assertThat(product.setScale(value.scale(), RoundingMode.HALF_UP))
                    .as(() -> subject + " " + row)
                    .isEqualByComparingTo(value);
        }
    }

    /** In a line a term has the digits that it has before what stands behind it. */
    @Property(tries = 15)
    void theTermIsPrintedAsInTheLine(
            @ForAll("forms") CellForm form, @ForAll @LongRange(min = 0, max = 1L << 40) long seed) {
        Snapshot window = ReadWindow.of(form, 6, 2, 5, seed).snapshot();
        for (Subject subject : ReadWindow.all(window)) {
            Line line = Explanation.line(window, subject, List.of());
            for (Term term : line.terms()) {
                String printed = Breakdown.of(line, term, 5).value();
                if (number(printed).scale() == line.decimals()) {
                    assertThat(line.substituted()).contains(printed.replace("−", ""));
                }
            }
        }
    }

    @Test
    @DisplayName("of every sum with a bias in it the bias is there, with the engine's weight")
    void biases() {
        for (CellForm form : CellForm.ALL) {
            Snapshot window = ReadWindow.of(form, 5, 2, 5, 3).snapshot();
            for (Quantity quantity : form.cell().quantities()) {
                Line line = Explanation.line(window, new Subject.Value(quantity, 1, 2), List.of());
                for (Term term : line.terms()) {
                    List<Breakdown.Bias> biases = Breakdown.of(line, term, 5).biases();
                    String[] named = term.name()
                            .replaceAll("[WU][_a-z]* [^+]*\\+? ?", "")
                            .split(" \\+ ");
                    boolean bias = term.name().matches("([WU].*\\+ )?[bc](_.)?( \\+ c(_.)?)?")
                            && !term.name().equals("c");
                    boolean beside = named.length > 1 || term.products() != null;
                    assertThat(biases).as(term.name()).hasSize(bias && beside ? named.length : 0);
                    for (int i = 0; i < biases.size(); i++) {
                        String name = biases.get(i).name();
                        assertThat(name).isEqualTo(named[i]);
                        String gate = name.length() > 1 ? name.substring(2) : "h";
                        String file = (name.startsWith("b") ? "b_i" : "b_h") + gate;
                        assertThat(biases.get(i).amount())
                                .isEqualTo(window.weights().bias(file, 2));
                    }
                }
            }
        }
        CellForm after = new CellForm(CellType.GRU, new Convention(ResetPosition.AFTER, UpdateMeaning.KEEP));
        Snapshot gru = LongStream.range(0, 100)
                .mapToObj(seed -> ReadWindow.of(after, 5, 2, 5, seed).snapshot())
                .filter(w -> w.weights().has("b_in") && w.weights().has("b_hn"))
                .findFirst()
                .orElseThrow();
        Line candidate = Explanation.line(gru, new Subject.Value(Quantity.CANDIDATE, 1, 2), List.of());
        assertThat(candidate.terms().stream()
                        .flatMap(t -> Breakdown.of(candidate, t, 5).biases().stream())
                        .map(Breakdown.Bias::name))
                .containsExactly("b_n", "c_n");
    }

    @Test
    @DisplayName("what is tiny is printed with digits that count, what cancels with those of its line")
    void tiny() {
        Term small = term(new double[] {1.23456e-7, 4e-8}, new double[] {1, 1});
        assertThat(Breakdown.of(line(small), small, 5).value()).isEqualTo("1.63e−7");
        Term cancelled = term(new double[] {0.75, -0.75, 1e-7}, new double[] {1.5, 1.5, 1});
        Breakdown behind = Breakdown.of(line(cancelled), cancelled, 5);
        assertThat(behind.value()).isEqualTo("0.000");
        assertThat(behind.exact()).isTrue();
        assertThat(behind.rows()).extracting(Breakdown.Row::value).containsExactly("1.125", "−1.125", "1.00e−7");
        Term broken = term(new double[] {Double.NaN, 1}, new double[] {1, 1});
        assertThat(Breakdown.of(line(broken), broken, 5).value()).isEqualTo("NaN");
    }

    private static Term term(double[] left, double[] right) {
        DotProduct products = new DotProduct("U_r", "h", left, right);
        return new Term("U_r h", products.value(), products);
    }

    private static Line line(Term term) {
        return new Line(
                "r",
                term.name(),
                List.of(term),
                List.of(term),
                Curve.NONE,
                term.value(),
                term.value(),
                true,
                3,
                0,
                "",
                "",
                true,
                false);
    }

    private static BigDecimal number(String printed) {
        return new BigDecimal(printed.replace('−', '-'));
    }
}
