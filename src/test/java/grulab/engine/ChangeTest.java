package grulab.engine;

import static org.assertj.core.api.Assertions.assertThat;

import grulab.model.arithmetic.Change;
import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeTest {
    @Property(tries = 500)
    void thePrintedNumbersTakenFromEachOtherGiveThePrintedDifference(
            @ForAll @DoubleRange(min = -20, max = 20) double from,
            @ForAll @DoubleRange(min = -0.02, max = 0.02) double by,
            @ForAll @IntRange(min = 0, max = 4) int decimals) {
        Change change = Change.of(from, from + by, decimals, decimals + 3);
        BigDecimal printed = number(change.by().replace("≈ ", ""));
        assertThat(number(change.to()).subtract(number(change.from()))).isEqualByComparingTo(printed);
        assertThat(number(change.amount().replace("≈ ", ""))).isEqualByComparingTo(printed.abs());
        assertThat(change.by().startsWith("≈")).isEqualTo(printed.signum() == 0 && from + by != from);
    }

    @ParameterizedTest
    @CsvSource({
        "1.3984, 1.4006, 3, 3, 1.398, 1.401, +0.003",
        "1.4006, 1.3984, 3, 3, 1.401, 1.398, −0.003",
        "1.398, 1.398, 3, 6, 1.398, 1.398, 0.000",
        "1.39800, 1.39803, 3, 6, 1.39800, 1.39803, +0.00003",
        "1.39800, 1.39803, 3, 3, 1.398, 1.398, ≈ 0.000",
        "1.5, Infinity, 2, 4, 1.50, ∞, ∞"
    })
    void isPrintedSo(double from, double to, int least, int most, String first, String second, String by) {
        Change change = Change.of(from, to, least, most);
        assertThat(change.from()).isEqualTo(first);
        assertThat(change.to()).isEqualTo(second);
        assertThat(change.by()).isEqualTo(by);
    }

    @Test
    void whatDivergedIsNamed() {
        assertThat(Change.of(1, Double.NaN, 2).by()).isEqualTo("NaN");
    }

    private static BigDecimal number(String printed) {
        return new BigDecimal(printed.replace('−', '-').replace("+", ""));
    }
}
