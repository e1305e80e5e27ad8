package grulab.interop;

import static org.assertj.core.api.Assertions.assertThat;

import grulab.model.Answer;
import grulab.model.Array;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final Answer ANSWER =
            new Answer(Map.of("h", Array.of(new double[] {1, 2, 3, 4}, 2, 1, 2)), 0.5, Map.of(), null);

    @Test
    void holdsUpToTheToleranceAndNotBeyond() {
        assertThat(compare("h", Array.of(new double[] {1, 2, 3, 4.5}, 2, 1, 2), 0.5, 0)
                        .ok())
                .isTrue();
        Comparison beyond = compare("h", Array.of(new double[] {1, 2.25, 3, 4.5}, 2, 1, 2), 0.25, 0);
        assertThat(beyond.ok()).isFalse();
        assertThat(beyond.maxError()).isEqualTo(0.5);
        assertThat(beyond.where()).isEqualTo("h[1][0][1]");
        assertThat(beyond.miss()).isEqualTo("h[1][0][1] is 4.0, expected 4.5, allowed ±2.5e-01");
    }

    @Test
    void theRelativePartGrowsWithWhatIsExpected() {
        Array expected = Array.of(new double[] {1, 2, 3, 5}, 2, 1, 2);
        assertThat(compare("h", expected, 0, 0.2).ok()).isTrue();
        assertThat(compare("h", expected, 0, 0.19).ok()).isFalse();
    }

    @Test
    void hLastIsTheStateAfterTheLastStep() {
        assertThat(compare("h_last", Array.of(new double[] {3, 4}, 1, 2), 0, 0).ok())
                .isTrue();
        assertThat(compare("h_last", Array.of(new double[] {1, 2}, 1, 2), 0, 0).ok())
                .isFalse();
    }

    @Test
    void cLastIsTheCellStateAfterTheLastStep() {
        Array c = Array.of(new double[] {1, 2, 3, 4}, 2, 1, 2);
        Answer lstm = new Answer(Map.of("h", c, "c", c), null, Map.of(), null);
        Map<String, Array> last = Map.of("c_last", Array.of(new double[] {3, 4.5}, 1, 2));
        Comparison comparison = Comparison.of(new Expectation(last, 0.25, 0), lstm, 0);
        assertThat(comparison.miss()).isEqualTo("c_last[0][1] is 4.0, expected 4.5, allowed ±2.5e-01");
    }

    @Test
    void lossAndPerplexityAreSingleNumbers() {
        assertThat(compare("loss", Array.of(new double[] {0.5}), 0, 0).where()).isEqualTo("loss");
        assertThat(compare("perplexity", Array.of(new double[] {Math.exp(0.5)}), 0, 0)
                        .ok())
                .isTrue();
    }

    @Test
    void whatIsNotFiniteNeverHolds() {
        Answer broken = new Answer(Map.of(), Double.NaN, Map.of(), null);
        Expectation expected = new Expectation(Map.of("loss", Array.of(new double[] {0.5})), 1e9, 0);
        Comparison comparison = Comparison.of(expected, broken, 0);
        assertThat(comparison.ok()).isFalse();
        assertThat(comparison.maxError()).isInfinite();
    }

    private static Comparison compare(String name, Array expected, double tolerance, double rtol) {
        return Comparison.of(new Expectation(Map.of(name, expected), tolerance, rtol), ANSWER, 0);
    }
}
