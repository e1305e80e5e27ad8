package grulab.engine;

import static org.assertj.core.api.Assertions.assertThat;

import grulab.engine.math.Squash;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("σ and tanh")
class SquashTest {
    private static final int COUNT = 400_001;

    @Test
    @DisplayName("are within 4e−7 of the true functions from −20 to 20")
    void accurate() {
        float[] tanh = line();
        float[] sigmoid = line();
        float[] mirrored = line();
        Squash.tanh(tanh, 0, COUNT);
        Squash.sigmoid(sigmoid, 0, COUNT, 1);
        Squash.sigmoid(mirrored, 0, COUNT, -1);
        float[] x = line();
        for (int i = 0; i < COUNT; i++) {
            assertThat(Math.abs(tanh[i] - Math.tanh(x[i]))).as("tanh %s", x[i]).isLessThan(4e-7);
            assertThat(Math.abs(sigmoid[i] - 1 / (1 + Math.exp(-x[i]))))
                    .as("σ %s", x[i])
                    .isLessThan(4e-7);
            assertThat(mirrored[i]).as("σ(−x), x = %s", x[i]).isEqualTo(sigmoid[COUNT - 1 - i]);
            assertThat(tanh[i]).isBetween(-1f, 1f);
            assertThat(sigmoid[i]).isBetween(0f, 1f);
        }
    }

    private static float[] line() {
        float[] x = new float[COUNT];
        int middle = COUNT / 2;
        for (int i = 0; i < COUNT; i++) {
            x[i] = (i - middle) * 1e-4f;
        }
        return x;
    }

    @Test
    @DisplayName("stay within their range, let NaN through and touch nothing else")
    void edges() {
        float[] y = {7, Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 0, 7};
        Squash.tanh(y, 1, 5);
        assertThat(y).containsExactly(7, Float.NaN, 1, -1, 0, 7);
    }
}
