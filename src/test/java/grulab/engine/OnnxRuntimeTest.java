package grulab.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import grulab.engine.reference.Reference;
import grulab.engine.train.CaseRun;
import grulab.model.Answer;
import grulab.model.Case;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** ONNX Runtime's GRU with linear_before_reset 0 and 1, its LSTM and its RNN compute the states that are computed here. */
class OnnxRuntimeTest {
    private static final double WITHIN = 1e-5;

    @Provide
    Arbitrary<RandomCase> any() {
        return Combinators.combine(
                        Arbitraries.of(CellForm.ALL),
                        Arbitraries.integers().between(1, 20),
                        Arbitraries.integers().between(1, 40),
                        Arbitraries.integers().between(1, 25),
                        Arbitraries.integers().between(1, 9),
                        Arbitraries.just(1),
                        Arbitraries.of(true, false),
                        Arbitraries.longs())
                .as(RandomCase::new);
    }

    @Property(tries = 200)
    void theReferenceAgrees(@ForAll("any") RandomCase random) {
        Case given = random.toCase();
        near(Reference.run(given, false), OnnxRuntime.states(given));
    }

    @Property(tries = 200)
    void theEngineAgrees(@ForAll("any") RandomCase random) {
        Case given = random.toCase();
        near(CaseRun.run(given, false), OnnxRuntime.states(given));
    }

    private static void near(Answer got, float[] expected) {
        double[] states = got.forward().get("h").values();
        assertThat(states).hasSameSizeAs(expected);
        for (int i = 0; i < states.length; i++) {
            assertThat(states[i]).as("h, value %d", i).isCloseTo(expected[i], within(WITHIN));
        }
    }
}
