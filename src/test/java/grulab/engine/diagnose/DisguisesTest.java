package grulab.engine.diagnose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import grulab.model.Array;
import grulab.model.Case;
import grulab.model.Diagnosis;
import grulab.model.Finding;
import grulab.model.SeededRandom;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** Cells whose weights were misunderstood in ways that are known; every number comes from the reference. */
class DisguisesTest {

    @Property(tries = 500, shrinking = ShrinkingMode.OFF)
    void whatWasDoneIsFoundOrRightlyCalledUndecided(@ForAll long seed) {
        RandomDisguise disguise = RandomDisguise.of(seed);
        Case given = disguise.given();
        Array truth = disguise.truth().state(given);
        Diagnosis diagnosis = Diagnostics.run(given, disguise.expected());
        List<Finding> fitting =
                diagnosis.findings().stream().filter(Finding::fits).toList();
        assertThat(fitting).isNotEmpty();
        for (Finding finding : fitting) {
            double error = distance(
                    disguise.seen(Disguise.of(finding).state(given)),
                    disguise.expected().values().iterator().next().array().values());
            assertThat(error).isCloseTo(finding.maxError(), within(1e-12));
            assertThat(error).isLessThanOrEqualTo(diagnosis.tolerance());
        }
        Case elsewhere = elsewhere(given, seed);
        Array trueElsewhere = disguise.truth().state(elsewhere);
        List<Finding> same = fitting.stream()
                .filter(f -> distance(Disguise.of(f).state(elsewhere).values(), trueElsewhere.values()) < 1e-9)
                .toList();
        boolean allNamed = fitting.size() == diagnosis.fitting();
        assertThat(same.size()).isBetween(allNamed ? 1 : 0, 1);
        assertThat(diagnosis.decided()).isEqualTo(fitting.size() == 1);
        assertThat(diagnosis.experiment() == null).isEqualTo(diagnosis.decided());
    }

    @Property(tries = 20, shrinking = ShrinkingMode.OFF)
    void whatIsCalledDecidedIsMetByNoOtherFunction(@ForAll long seed) {
        RandomDisguise disguise = RandomDisguise.of(seed);
        Case given = disguise.given();
        Diagnosis diagnosis = Diagnostics.run(given, disguise.expected());
        double[] numbers =
                disguise.expected().values().iterator().next().array().values();
        Case elsewhere = elsewhere(given, seed);
        double[] found =
                Disguise.of(diagnosis.findings().get(0)).state(elsewhere).values();
        // two functions so alike that they differ by a rounding elsewhere, too, may be judged either way
        double near = 0.9 * diagnosis.tolerance();
        boolean met = Disguise.all(given)
                .filter(other -> distance(disguise.seen(other.state(given)), numbers) < near)
                .anyMatch(other -> distance(other.state(elsewhere).values(), found) > 1e-6);
        assertThat(diagnosis.decided() && met).isFalse();
    }

    private static Case elsewhere(Case given, long seed) {
        SeededRandom random = SeededRandom.stream(seed, "elsewhere");
        boolean started = Arrays.stream(given.h0()).anyMatch(v -> v != 0);
        int steps = given.steps() + 3;
        return new Case(
                "elsewhere",
                given.convention(),
                given.weights(),
                steps,
                given.batch(),
                RandomDisguise.uniform(
                        random, steps * given.batch() * given.weights().inputs(), 1),
                started ? RandomDisguise.uniform(random, given.h0().length, 1) : given.h0(),
                started ? RandomDisguise.uniform(random, given.c0().length, 1) : given.c0(),
                null,
                null);
    }

    private static double distance(double[] a, double[] b) {
        double distance = 0;
        for (int i = 0; i < a.length; i++) {
            distance = Math.max(distance, Math.abs(a[i] - b[i]));
        }
        return distance;
    }
}
