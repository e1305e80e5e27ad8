package grulab.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
    @ParameterizedTest
    @CsvSource({"0.678, 2, 0.68", "-0.789, 2, \u22120.79", "-0.004, 2, 0.00", "1, 0, 1", "-12.5, 3, \u221212.500"})
    void fixedDecimalsHaveARealMinusAndNoNegativeZero(double value, int decimals, String printed) {
        assertThat(Numbers.fixed(value, decimals)).isEqualTo(printed);
    }

    @Test
    void valuesThatAreNotFiniteAreNamed() {
        assertThat(Numbers.fixed(Double.NaN, 2)).isEqualTo("NaN");
        assertThat(Numbers.fixed(Double.NEGATIVE_INFINITY, 2)).isEqualTo("\u2212\u221e");
        assertThat(Numbers.brief(Double.POSITIVE_INFINITY)).isEqualTo("\u221e");
    }

    @ParameterizedTest
    @CsvSource({
        "-0.589, \u22120.59",
        "9.987, 9.99",
        "9.996, 10.0",
        "-10.42, \u221210.4",
        "99.96, 100",
        "-1234, \u22121234"
    })
    void aNumberBesideAMapGivesUpDecimalsForDigits(double value, String printed) {
        assertThat(Numbers.narrow(value)).isEqualTo(printed);
    }

    @Test
    void thousandsAreApartByAThinSpace() {
        assertThat(Numbers.count(1240)).isEqualTo("1\u2009240");
        assertThat(Numbers.count(-1234567)).isEqualTo("\u22121\u2009234\u2009567");
    }

    @ParameterizedTest
    @CsvSource({
        "0.08, .08",
        "0.5, .50",
        "0.0031, .0031",
        "-0.25, \u2212.25",
        "1.254, 1.25",
        "34.06, 34.1",
        "340.2, 340",
        "0.0000021, 2.1e\u22126",
        "250000, 2.5e5",
        "0, 0"
    })
    void briefNumbersFitBesideAColumn(double value, String printed) {
        assertThat(Numbers.brief(value)).isEqualTo(printed);
    }
}
