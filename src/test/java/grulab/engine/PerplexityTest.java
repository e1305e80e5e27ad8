package grulab.engine;

import static org.assertj.core.api.Assertions.assertThat;

import grulab.model.arithmetic.Digits;
import grulab.model.arithmetic.Perplexity;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PerplexityTest {
    @Property(tries = 500)
    void isWhatACalculatorMakesOfThePrintedLoss(
            @ForAll @DoubleRange(min = 0, max = 9) double loss, @ForAll @IntRange(min = 2, max = 4) int decimals) {
        String printed = Perplexity.of(loss, decimals);
        double again = Math.exp(Double.parseDouble(Digits.fixed(loss, decimals)));
        BigDecimal value = new BigDecimal(printed.replace("≈ ", ""));
        assertThat(value.doubleValue() / Math.exp(loss)).isBetween(0.95, 1.05);
        if (!printed.startsWith("≈")) {
            // zeros before the point may stand for digits that are not known
            String known = printed.contains(".") ? printed.replace(".", "") : printed.replaceAll("0+$", "");
            int digits = Math.max(2, known.length());
            BigDecimal rounded =
                    new BigDecimal(again).round(new MathContext(Math.min(digits, 4), RoundingMode.HALF_UP));
            assertThat(value.subtract(rounded).abs()).isLessThan(new BigDecimal(Math.exp(loss) * 0.05));
            assertThat(rounded.setScale(Math.max(0, value.scale()), RoundingMode.HALF_UP))
                    .as("%s of %s", printed, loss)
                    .isEqualByComparingTo(value);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2.6534, 3, 14.2",
        "2.4512, 3, 11.6",
        "2.9071, 2, 18",
        "2.54234, 4, 12.71",
        "0, 3, 1.00",
        "7.1, 3, 1210",
        "Infinity, 2, ∞"
    })
    void isPrintedSo(double loss, int decimals, String printed) {
        assertThat(Perplexity.of(loss, decimals)).isEqualTo(printed);
    }
}
