package grulab.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import grulab.engine.whatif.Eigenvalues;
import grulab.engine.whatif.Jacobian;
import grulab.engine.whatif.Replay;
import grulab.model.Array;
import grulab.model.CellType;
import grulab.model.Edit;
import grulab.model.Quantity;
import grulab.model.SeededRandom;
import grulab.model.Snapshot;
import grulab.model.Spectrum;
import grulab.model.UpdateMeaning;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("What a step does to a small difference")
class JacobianTest {
    private static final double SIDE = 1e-4;

    static List<CellForm> forms() {
        return CellForm.ALL;
    }

    @ParameterizedTest
    @MethodSource("forms")
    @DisplayName("is the difference that it makes to the reference's state, with values given and without")
    void differences(CellForm form) {
        SeededRandom random = new SeededRandom(3);
        for (int i = 0; i < 12; i++) {
            RandomWindow window = new RandomWindow(form, 1 + random.nextInt(5), 4, 4, random.nextLong());
            Snapshot base = window.snapshot();
            RandomEdits source = new RandomEdits(base, random);
            List<Edit> edits = new ArrayList<>();
            for (int n = 0; n < i / 2; n++) {
                edits.add(source.next());
            }
            Snapshot shown = new Replay(base, window.symbols()).with(edits);
            for (int t = 1; t < 4; t++) {
                check(base, edits, t, Jacobian.of(shown, t, edits));
            }
        }
    }

    private static void check(Snapshot base, List<Edit> edits, int t, Array jacobian) {
        boolean lstm = base.trace().cell() == CellType.LSTM;
        int hidden = base.trace().hidden();
        int n = lstm ? 2 * hidden : hidden;
        assertThat(jacobian.shape()).containsExactly(n, n);
        StepwiseReference here = new StepwiseReference(base, edits);
        for (int j = 0; j < n; j++) {
            double[] above = after(base, edits, here, t, j, SIDE);
            double[] below = after(base, edits, here, t, j, -SIDE);
            for (int k = 0; k < n; k++) {
                assertThat(jacobian.values()[k * n + j])
                        .as("%d, %d at %d under %s", k, j, t, edits)
                        .isCloseTo((above[k] - below[k]) / (2 * SIDE), within(3e-6));
            }
        }
    }

    /** h', or h' and c', of step t if one entry of the states before it is a little off and the others are what they were. */
    private static double[] after(
            Snapshot base, List<Edit> edits, StepwiseReference here, int t, int entry, double off) {
        int hidden = base.trace().hidden();
        List<Edit> all = new ArrayList<>(edits);
        List<Quantity> states =
                base.trace().cell() == CellType.LSTM ? List.of(Quantity.STATE, Quantity.CELL) : List.of(Quantity.STATE);
        for (int i = 0; i < states.size() * hidden; i++) {
            Quantity state = states.get(i / hidden);
            double value = here.values.get(state)[(t - 1) * hidden + i % hidden];
            all.add(new Edit.Value(state, t - 1, t - 1, i % hidden, value + (i == entry ? off : 0)));
        }
        StepwiseReference then = new StepwiseReference(base, all);
        return states.stream()
                .flatMapToDouble(state -> Arrays.stream(then.values.get(state), t * hidden, (t + 1) * hidden))
                .toArray();
    }

    @Test
    @DisplayName("from the window's start is that of the start")
    void fromTheStart() {
        for (CellForm form : CellForm.GRU) {
            RandomWindow window = new RandomWindow(form, 4, 3, 4, 8);
            Snapshot shown = new Replay(window.snapshot(), window.symbols()).with(List.of());
            Array jacobian = Jacobian.of(shown, 0, List.of());
            for (int j = 0; j < 4; j++) {
                double h = shown.trace().start()[j];
                double[] above = first(window, new Edit.Start(Quantity.STATE, j, h + SIDE));
                double[] below = first(window, new Edit.Start(Quantity.STATE, j, h - SIDE));
                for (int k = 0; k < 4; k++) {
                    assertThat(jacobian.values()[k * 4 + j])
                            .isCloseTo((above[k] - below[k]) / (2 * SIDE), within(3e-6));
                }
            }
        }
    }

    private static double[] first(RandomWindow window, Edit edit) {
        return new StepwiseReference(window.snapshot(), List.of(edit)).values.get(Quantity.STATE);
    }

    @Test
    @DisplayName("is nothing at all in a wire")
    void wire() {
        for (CellForm form : CellForm.GRU) {
            RandomWindow window = new RandomWindow(form, 6, 4, 4, 8);
            double keeps = form.convention().update() == UpdateMeaning.KEEP ? 1 : 0;
            List<Edit> edits = List.of(new Edit.Value(Quantity.UPDATE, 0, 3, Edit.EVERY, keeps));
            Snapshot shown = new Replay(window.snapshot(), window.symbols()).with(edits);
            double[] jacobian = Jacobian.of(shown, 2, edits).values();
            for (int i = 0; i < jacobian.length; i++) {
                assertThat(jacobian[i]).isEqualTo(i % 7 == 0 ? 1 : 0);
            }
            assertThat(Eigenvalues.of(shown, 2, edits).radius()).isCloseTo(1, within(1e-12));
        }
    }

    @Property(tries = 60)
    void thePowersOfTheEigenvaluesAddUpToTheTracesOfTheMatrixsPowers(
            @ForAll @IntRange(min = 1, max = 12) int n, @ForAll long seed) {
        SeededRandom random = new SeededRandom(seed);
        double[] matrix = new double[n * n];
        Arrays.setAll(matrix, i -> (2 * random.nextDouble() - 1) / Math.sqrt(n));
        Spectrum spectrum = Eigenvalues.of(Array.of(matrix, n, n));
        double[] re = spectrum.re().clone();
        double[] im = spectrum.im().clone();
        double[] power = matrix.clone();
        for (int p = 1; p <= n; p++) {
            double trace = 0;
            for (int k = 0; k < n; k++) {
                trace += power[k * n + k];
            }
            assertThat(Arrays.stream(re).sum()).as("power %d", p).isCloseTo(trace, within(1e-9));
            assertThat(Arrays.stream(im).sum()).as("power %d", p).isCloseTo(0, within(1e-9));
            for (int k = 0; k < n; k++) {
                double real = re[k] * spectrum.re()[k] - im[k] * spectrum.im()[k];
                im[k] = re[k] * spectrum.im()[k] + im[k] * spectrum.re()[k];
                re[k] = real;
            }
            power = product(power, matrix, n);
        }
    }

    private static double[] product(double[] a, double[] b, int n) {
        double[] c = new double[n * n];
        for (int k = 0; k < n; k++) {
            for (int j = 0; j < n; j++) {
                for (int i = 0; i < n; i++) {
                    c[k * n + j] += a[k * n + i] * b[i * n + j];
                }
            }
        }
        return c;
    }

    @Test
    @DisplayName("turns and shrinks as its eigenvalues say")
    void knownEigenvalues() {
        // 0.8 and 0.6 about: a turn that keeps lengths; beside it a factor of −0.5, and something of the first in the
        // third
        Spectrum spectrum = Eigenvalues.of(Array.of(new double[] {0.8, -0.6, 0, 0.6, 0.8, 0, 3, 1, -0.5}, 3, 3));
        List<Integer> order = new ArrayList<>(List.of(0, 1, 2));
        order.sort((a, b) -> Double.compare(spectrum.im()[a], spectrum.im()[b]));
        double[][] expected = {{0.8, -0.6}, {-0.5, 0}, {0.8, 0.6}};
        for (int i = 0; i < 3; i++) {
            assertThat(spectrum.re()[order.get(i)]).isCloseTo(expected[i][0], within(1e-12));
            assertThat(spectrum.im()[order.get(i)]).isCloseTo(expected[i][1], within(1e-12));
        }
        assertThat(spectrum.radius()).isCloseTo(1, within(1e-12));
    }

    @Test
    @DisplayName("has no eigenvalues if it is not square or not finite, and there is none of a step beyond the window")
    void refused() {
        assertThatThrownBy(() -> Eigenvalues.of(Array.of(new double[6], 2, 3)))
                .hasMessage("Only a square matrix has eigenvalues, not one of shape [2, 3].");
        assertThatThrownBy(() -> Eigenvalues.of(Array.of(new double[] {1, Double.NaN, 0, 1}, 2, 2)))
                .hasMessage("A matrix with numbers that are not finite has no eigenvalues.");
        RandomWindow window = new RandomWindow(CellForm.GRU.get(0), 2, 4, 4, 8);
        Snapshot shown = new Replay(window.snapshot(), window.symbols()).with(List.of());
        assertThatThrownBy(() -> Jacobian.of(shown, 4, List.of()))
                .hasMessage("There is no step t 5 in the window; t goes from 1 to 4.");
    }
}
