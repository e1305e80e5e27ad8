package grulab.engine.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import grulab.model.Array;
import grulab.model.Case;
import grulab.model.Diagnosis;
import grulab.model.Finding;
import grulab.model.Observed;
import grulab.model.Weights;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Numbers that somebody copied from a screen, the input as well as what came out")
class CutNumbersTest {
    private static final int SEEDS = 120;

    private static double[] cut(double[] values, int decimals) {
        double unit = Math.pow(10, decimals);
        return Arrays.stream(values).map(v -> Math.rint(v * unit) / unit).toArray();
    }

    private static Case cut(Case given, int decimals, boolean weightsToo) {
        Weights w = given.weights();
        Map<String, double[]> arrays = new LinkedHashMap<>(w.arrays());
        if (weightsToo) {
            arrays.replaceAll((name, values) -> cut(values, decimals));
        }
        return new Case(
                given.name(),
                given.convention(),
                new Weights(w.cell(), w.inputs(), w.hidden(), w.outputs(), arrays),
                given.steps(),
                given.batch(),
                cut(given.x(), decimals),
                cut(given.h0(), decimals),
                cut(given.c0(), decimals),
                null,
                null);
    }

    private static Map<String, Observed> written(Array h, int decimals) {
        return Map.of("h", new Observed(Array.of(cut(h.values(), decimals), h.shape()), decimals, decimals));
    }

    private static boolean near(double[] a, double[] b) {
        return IntStream.range(0, a.length).allMatch(i -> Math.abs(a[i] - b[i]) < 1e-9);
    }

    @Test
    @DisplayName("are explained by what was done to them, which is said to lean on the decimals")
    void explained() {
        int leaning = 0;
        for (int seed = 1; seed <= SEEDS; seed++) {
            RandomDisguise disguise = RandomDisguise.of(seed);
            Case given = disguise.given();
            int decimals = 4;
            Case copied = cut(given, decimals, seed % 3 == 0);
            Diagnosis diagnosis =
                    Diagnostics.run(copied, written(disguise.truth().state(given), decimals));
            assertThat(diagnosis.explained()).as("seed %d", seed).isTrue();
            double[] truth = disguise.truth().state(copied).values();
            boolean named = diagnosis.findings().stream()
                    .filter(Finding::fits)
                    .anyMatch(f -> near(Disguise.of(f).state(copied).values(), truth));
            boolean allNamed =
                    diagnosis.findings().stream().filter(Finding::fits).count() == diagnosis.fitting();
            assertThat(named || !allNamed).as("seed %d", seed).isTrue();
            if (diagnosis.decimals() != null) {
                leaning++;
                assertThat(diagnosis.decimals()).isEqualTo(decimals);
                assertThat(diagnosis.tolerance()).isGreaterThan(0.5e-4);
            }
        }
        assertThat(leaning).isGreaterThan(SEEDS / 3);
    }

    @Test
    @DisplayName("that came from elsewhere are not excused by their decimals")
    void unexplained() {
        RandomDisguise disguise = RandomDisguise.of(5);
        Case copied = cut(disguise.given(), 4, false);
        Array h = disguise.truth().state(disguise.given());
        double[] odd = h.values().clone();
        odd[odd.length / 2] += 0.05;
        Diagnosis diagnosis = Diagnostics.run(copied, written(Array.of(odd, h.shape()), 4));
        assertThat(diagnosis.explained()).isFalse();
        assertThat(diagnosis.decimals()).isNull();
    }
}
