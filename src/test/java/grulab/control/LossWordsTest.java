package grulab.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class LossWordsTest {
    @Property(tries = 500)
    void thePrintedSumWorkedOutAsPrintedIsThePrintedLoss(@ForAll @DoubleRange(min = 0, max = 25) double loss) {
        String[] said = LossWords.of(Math.exp(-loss), loss);
        String sum = said[0].replace('\u2212', '-');
        if (sum.endsWith("=")) {
            double p = Double.parseDouble(sum.substring("-ln ".length(), sum.length() - 2));
            assertThat(new BigDecimal(-Math.log(p))
                            .setScale(2, RoundingMode.HALF_EVEN)
                            .abs()
                            .toPlainString())
                    .isEqualTo(said[1]);
        } else {
            assertThat(sum).endsWith("\u2248");
        }
    }

    @Test
    void asFewDigitsAsAreNeeded() {
        assertThat(LossWords.of(0.4025, -Math.log(0.4025))).containsExactly("\u2212ln 0.403 =", "0.91");
        assertThat(LossWords.of(0.5, -Math.log(0.5))).containsExactly("\u2212ln 0.50 =", "0.69");
        assertThat(LossWords.of(Double.NaN, Double.NaN)[1]).isEqualTo("NaN");
        assertThat(LossWords.of(0, Double.POSITIVE_INFINITY)[1]).isEqualTo("\u221e");
    }
}
