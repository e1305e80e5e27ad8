package grulab.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import grulab.engine.math.KernelChoice;
import grulab.engine.math.KernelKind;
import grulab.engine.reference.Reference;
import grulab.engine.train.CaseRun;
import grulab.model.Answer;
import grulab.model.Array;
import grulab.model.Case;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Over shapes of any size, with and without each bias, from a start state that is not zero. */
class GradientTest {
    @Provide
    Arbitrary<RandomCase> tiny() {
        return shapes(4, 4, 3);
    }

    @Provide
    Arbitrary<RandomCase> any() {
        return shapes(19, 9, 7);
    }

    @Provide
    Arbitrary<CellForm> forms() {
        return Arbitraries.of(CellForm.ALL);
    }

    private static Arbitrary<RandomCase> shapes(int hidden, int steps, int batch) {
        return Combinators.combine(
                        Arbitraries.of(CellForm.ALL),
                        Arbitraries.integers().between(1, 6),
                        Arbitraries.integers().between(1, hidden),
                        Arbitraries.integers().between(1, steps),
                        Arbitraries.integers().between(1, batch),
                        Arbitraries.integers().between(2, 5),
                        Arbitraries.of(true, false),
                        Arbitraries.longs())
                .as(RandomCase::new);
    }

    @Property(tries = 120)
    void theReferencesGradientsAreFiniteDifferences(@ForAll("tiny") RandomCase random) {
        checkAll(random);
    }

    @Property(tries = 60)
    void ofTheSmallestCellToo(@ForAll("forms") CellForm form, @ForAll long seed) {
        checkAll(new RandomCase(form, 1, 1, 1, 1, 2, false, seed));
    }

    private static void checkAll(RandomCase random) {
        FiniteDifferences.check(random.toCase(), 2e-9);
    }

    @Property(tries = 400)
    void theEngineAgreesWithTheReference(@ForAll("any") RandomCase random, @ForAll KernelKind kind) {
        Case given = random.toCase();
        Answer engine = CaseRun.run(given, true, new KernelChoice(kind));
        Answer reference = Reference.run(given, true);

        assertThat(engine.loss()).isCloseTo(reference.loss(), within(2e-6));
        assertThat(engine.forward().keySet()).isEqualTo(reference.forward().keySet());
        assertThat(engine.gradients().keySet()).isEqualTo(reference.gradients().keySet());
        reference
                .forward()
                .forEach((name, expected) -> near(name, engine.forward().get(name), expected, 5e-6));
        reference
                .gradients()
                .forEach((name, expected) -> near("d" + name, engine.gradients().get(name), expected, 1e-5));
    }

    private static void near(String name, Array got, Array expected, double within) {
        assertThat(got.shape()).as(name).containsExactly(expected.shape());
        double largest = Arrays.stream(expected.values()).map(Math::abs).max().orElse(0);
        for (int i = 0; i < got.values().length; i++) {
            assertThat(got.values()[i])
                    .as("%s, value %d", name, i)
                    .isCloseTo(expected.values()[i], within(within * Math.max(1, largest)));
        }
    }
}
