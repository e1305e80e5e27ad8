package grulab.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import grulab.engine.math.KernelChoice;
import grulab.engine.math.KernelKind;
import grulab.engine.reference.Reference;
import grulab.engine.train.CaseRun;
import grulab.model.Answer;
import grulab.model.Case;
import grulab.model.Convention;
import grulab.model.Quantity;
import grulab.model.ResetPosition;
import grulab.model.UpdateMeaning;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The numbers that libtorch computed are the numbers here")
class GoldenTest {
    private static final double F64 = 1e-12;
    private static final double F32 = 2e-6;
    private static final Convention BEFORE_KEEP = new Convention(ResetPosition.BEFORE, UpdateMeaning.KEEP);

    record Judged(String file, Convention convention, String by, BiFunction<Case, Boolean, Answer> run, double within) {
        @Override
        public String toString() {
            return file + " by the " + by;
        }
    }

    static List<Judged> judged() {
        List<Judged> all = new java.util.ArrayList<>();
        for (String size : List.of("3_4", "28_16")) {
            for (String model : List.of("gru_pytorch_", "gru_before_", "lstm_", "rnn_")) {
                Convention convention = model.equals("gru_before_") ? BEFORE_KEEP : Convention.PYTORCH;
                all.add(new Judged(model + size, convention, "reference", Reference::run, F64));
                for (KernelKind kind : KernelKind.values()) {
                    KernelChoice kernels = new KernelChoice(kind);
                    all.add(new Judged(
                            model + size,
                            convention,
                            "engine, " + kind,
                            (given, backward) -> CaseRun.run(given, backward, kernels),
                            F32));
                }
            }
        }
        return all;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("judged")
    @DisplayName("gates, states, loss, every gradient and five clipped steps of SGD")
    void everyNumber(Judged judged) {
        GoldenFile golden = new GoldenFile(judged.file());
        Case given = golden.toCase(judged.convention(), "params", new Case.Training(5, 0.5, 1.0));
        Answer answer = judged.run().apply(given, true);

        for (Quantity quantity : golden.cell().quantities()) {
            String name = quantity.id();
            near(name, answer.forward().get(name).values(), golden.numbers("forward." + name), judged.within());
            near("d" + name, answer.gradients().get(name).values(), golden.numbers("grads." + name), judged.within());
        }
        for (String name : golden.cell().hasCellState() ? List.of("x", "h0", "c0") : List.of("x", "h0")) {
            near("d" + name, answer.gradients().get(name).values(), golden.numbers("grads." + name), judged.within());
        }
        near("loss", new double[] {answer.loss()}, golden.numbers("loss"), judged.within());
        golden.parameters("grads.params")
                .forEach((name, expected) ->
                        near("d" + name, answer.gradients().get(name).values(), expected, judged.within()));
        near("training loss", answer.training().loss(), golden.numbers("training.loss"), judged.within());
        near("norm", answer.training().gradientNorm(), golden.numbers("training.grad_norm"), judged.within());
        golden.parameters("training.final_params")
                .forEach((name, expected) ->
                        near(name, answer.training().weights().get(name), expected, judged.within()));
    }

    @Test
    @DisplayName("the polarity pair: converted weights give the same states and mirrored gates")
    void polarityPair() {
        GoldenFile golden = new GoldenFile("gru_polarity_pair");
        for (UpdateMeaning update : UpdateMeaning.values()) {
            String side = update == UpdateMeaning.KEEP ? "K" : "U";
            Case given = golden.toCase(BEFORE_KEEP.with(update), "params_" + side, null);
            for (String name : List.of("z", "h")) {
                double[] expected = golden.numbers(side + "." + name);
                near(name, Reference.run(given, false).forward().get(name).values(), expected, F64);
                near(name, CaseRun.run(given, false).forward().get(name).values(), expected, F32);
            }
        }
        Case keep = golden.toCase(BEFORE_KEEP, "params_K", null);
        golden.parameters("params_U")
                .forEach((name, expected) -> assertThat(
                                keep.weights().relabelled().get(name))
                        .as(name)
                        .containsExactly(expected));
    }

    @Test
    @DisplayName("the same weights with the reset before and after are different functions")
    void resetSameWeights() {
        GoldenFile golden = new GoldenFile("gru_reset_same_weights");
        for (ResetPosition reset : ResetPosition.values()) {
            Case given = golden.toCase(BEFORE_KEEP.with(reset), "params", null);
            double[] expected = golden.numbers(reset.id() + ".h");
            near("h", Reference.run(given, false).forward().get("h").values(), expected, F64);
            near("h", CaseRun.run(given, false).forward().get("h").values(), expected, F32);
        }
    }

    private static void near(String what, double[] got, double[] expected, double within) {
        assertThat(got.length).as(what).isEqualTo(expected.length);
        for (int i = 0; i < got.length; i++) {
            assertThat(got[i]).as("%s, value %d", what, i).isCloseTo(expected[i], within(within));
        }
    }
}
