package grulab.engine.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Cross-entropy and its gradient by the formula, in float64. */
class SoftmaxTest {
    private static final List<Kernels> ALL = List.of(new VectorKernels(), new PlainKernels());

    @Property(tries = 150)
    void isTheFormula(
            @ForAll @IntRange(min = 1, max = 75) int classes,
            @ForAll @IntRange(min = 1, max = 11) int rows,
            @ForAll @IntRange(max = 3) int row,
            @ForAll @FloatRange(max = 300) float spread,
            @ForAll @FloatRange(min = -30_000, max = 30_000) float offset,
            @ForAll long seed) {
        for (Kernels kernels : ALL) {
            Strips logits =
                    Blocks.random(kernels, row + rows + 1, classes, 1, seed).strips();
            Strips given = new Strips(logits.rows, classes, logits.lanes);
            float[] bias = bias(kernels, logits, offset);
            int[] target = new int[logits.rows];
            for (int i = 0; i < logits.rows; i++) {
                target[i] = (int) Math.floorMod(seed + 7L * i, (long) classes);
                for (int j = 0; j < classes; j++) {
                    logits.set(i, j, spread * logits.get(i, j));
                    given.set(i, j, logits.get(i, j));
                }
            }
            float scale = 1f / rows;
            double loss = kernels.crossEntropy(logits, bias, target, row, rows, scale);

            double expected = 0;
            for (int i = row; i < row + rows; i++) {
                double[] p = softmax(given, bias, i);
                expected -= Math.log(p[target[i]]);
                for (int j = 0; j < classes; j++) {
                    double gradient = scale * (p[j] - (j == target[i] ? 1 : 0));
                    assertThat((double) logits.get(i, j)).isCloseTo(gradient, within(1e-6 * scale));
                }
            }
            assertThat(loss).isCloseTo(expected, within(1e-6 * (expected + rows)));
            assertThat(logits.get(row + rows, 0)).isEqualTo(given.get(row + rows, 0));
            assertPaddingIsZero(logits);
        }
    }

    @Test
    void whatIsNotANumberStaysSo() {
        for (Kernels kernels : ALL) {
            for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.intBitsToFloat(0x7f812345)}) {
                Strips logits = new Strips(2, 21, kernels.lanes(21));
                logits.set(0, 20, bad);
                double loss = kernels.crossEntropy(logits, bias(kernels, logits, 0), new int[] {3, 3}, 0, 2, 0.5f);
                assertThat(loss).isNaN();
                for (int j = 0; j < 21; j++) {
                    assertThat(logits.get(0, j)).isNaN();
                    assertThat(logits.get(1, j)).isFinite();
                }
                assertPaddingIsZero(logits);
            }
        }
    }

    /** A bias for each class, and what the contract asks for in the padding. */
    private static float[] bias(Kernels kernels, Strips logits, float offset) {
        float[] bias = new float[logits.count * kernels.lanes(logits.columns)];
        Arrays.fill(bias, -1e30f);
        for (int j = 0; j < logits.columns; j++) {
            bias[j] = offset + j % 3;
        }
        return bias;
    }

    private static double[] softmax(Strips logits, float[] bias, int row) {
        double[] p = new double[logits.columns];
        double max = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < p.length; j++) {
            // the sum is taken in float32, as a logit is
            p[j] = logits.get(row, j) + bias[j];
            max = Math.max(max, p[j]);
        }
        double sum = 0;
        for (int j = 0; j < p.length; j++) {
            p[j] = Math.exp(p[j] - max);
            sum += p[j];
        }
        for (int j = 0; j < p.length; j++) {
            p[j] /= sum;
        }
        return p;
    }

    private static void assertPaddingIsZero(Strips m) {
        for (int i = 0; i < m.rows; i++) {
            for (int j = m.columns; j < m.count * m.lanes; j++) {
                assertThat(m.get(i, j)).isZero();
            }
        }
    }
}
