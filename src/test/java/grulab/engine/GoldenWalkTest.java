package grulab.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import grulab.engine.explain.Explanation;
import grulab.engine.explain.Walk;
import grulab.engine.train.CaseRun;
import grulab.model.Case;
import grulab.model.Convention;
import grulab.model.Quantity;
import grulab.model.ResetPosition;
import grulab.model.UpdateMeaning;
import grulab.model.arithmetic.Line;
import grulab.model.arithmetic.Subject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The numbers that libtorch computed, walked through step by step, forward and back")
class GoldenWalkTest {
    /** The trace is float32, and what is recomputed starts from it. */
    private static final double F32 = 2e-6;

    /**
     * @param relabelled the same function under the other meaning of z, whose z is 1 − the golden one
     */
    record Golden(String file, Convention convention, boolean relabelled) {
        @Override
        public String toString() {
            return file + (relabelled ? ", relabelled" : "");
        }
    }

    static List<Golden> golden() {
        List<Golden> all = new ArrayList<>();
        for (String size : List.of("3_4", "28_16")) {
            for (ResetPosition reset : ResetPosition.values()) {
                String file = (reset == ResetPosition.BEFORE ? "gru_before_" : "gru_pytorch_") + size;
                all.add(new Golden(file, new Convention(reset, UpdateMeaning.KEEP), false));
                all.add(new Golden(file, new Convention(reset, UpdateMeaning.ADMIT), true));
            }
            all.add(new Golden("lstm_" + size, Convention.PYTORCH, false));
            all.add(new Golden("rnn_" + size, Convention.PYTORCH, false));
        }
        return all;
    }

    /** One sample of a golden file with the lines that say where its numbers come from. */
    private record Sample(
            Golden golden, GoldenFile file, Walk walk, int sample, int batch, Map<String, double[]> numbers) {
        static Sample of(Golden golden, int sample) {
            GoldenFile file = new GoldenFile(golden.file());
            Case given = file.toCase(golden.convention(), "params", null);
            if (golden.relabelled()) {
                given = new Case(
                        given.name(),
                        given.convention(),
                        given.weights().relabelled(),
                        given.steps(),
                        given.batch(),
                        given.x(),
                        given.h0(),
                        given.c0(),
                        given.targets(),
                        null);
            }
            return new Sample(
                    golden,
                    file,
                    Walk.of(given, sample, CaseRun.trace(given, sample, true)),
                    sample,
                    given.batch(),
                    new HashMap<>());
        }

        int steps() {
            return walk.trace().steps();
        }

        int hidden() {
            return walk.trace().hidden();
        }

        private double at(String path, int t, int index, int width) {
            return numbers.computeIfAbsent(path, file::numbers)[(t * batch + sample) * width + index];
        }

        double value(Quantity quantity, int t, int unit) {
            double v = at("forward." + quantity.id(), t, unit, hidden());
            return golden.relabelled() && quantity == Quantity.UPDATE ? 1 - v : v;
        }

        double slope(Quantity quantity, int t, int unit) {
            double v = at("grads." + quantity.id(), t, unit, hidden());
            return golden.relabelled() && quantity == Quantity.UPDATE ? -v : v;
        }

        void near(Line line, double expected) {
            assertThat(line.value()).as(line::toString).isCloseTo(expected, within(F32));
            assertThat(line.reference()).as(line::toString).isCloseTo(expected, within(F32));
            assertThat(line.agrees()).as(line::toString).isTrue();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("golden")
    @DisplayName("every gate and state, and the loss")
    void forward(Golden golden) {
        GoldenFile file = new GoldenFile(golden.file());
        int samples = file.node("meta.B").asInt();
        double loss = 0;
        for (int sample = 0; sample < samples; sample++) {
            Sample s = Sample.of(golden, sample);
            for (int t = 0; t < s.steps(); t++) {
                for (int unit = 0; unit < s.hidden(); unit++) {
                    Explanation step = Explanation.of(s.walk(), t, unit);
                    for (Quantity quantity : s.file().cell().quantities()) {
                        s.near(step.line(quantity.id()), s.value(quantity, t, unit));
                    }
                }
                loss += Explanation.line(s.walk(), new Subject.Loss(t)).value() / (s.steps() * samples);
            }
        }
        assertThat(loss).isCloseTo(file.numbers("loss")[0], within(F32));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("golden")
    @DisplayName("the slope of every gate and state, to the start state")
    void backward(Golden golden) {
        for (int sample = 0; sample < 2; sample++) {
            Sample s = Sample.of(golden, sample);
            for (int unit = 0; unit < s.hidden(); unit++) {
                for (int t = 0; t < s.steps(); t++) {
                    Explanation step = Explanation.backward(s.walk(), t, unit);
                    for (Quantity quantity : s.file().cell().quantities()) {
                        s.near(step.line("d" + quantity.id()), s.slope(quantity, t, unit));
                    }
                    assertThat(step.lines()).allMatch(Line::agrees);
                }
                s.near(
                        Explanation.line(s.walk(), new Subject.Slope(Quantity.STATE, -1, unit)),
                        s.at("grads.h0", 0, unit, s.hidden()));
                if (s.file().cell().hasCellState()) {
                    s.near(
                            Explanation.line(s.walk(), new Subject.Slope(Quantity.CELL, -1, unit)),
                            s.at("grads.c0", 0, unit, s.hidden()));
                }
            }
        }
    }

    private static final Map<String, List<String>> ORDER = Map.of(
            "gru_before", List.of("dh", "dz", "da_z", "dn", "da_n", "dq", "dr", "da_r", "dh_prev"),
            "gru_pytorch", List.of("dh", "dz", "da_z", "dn", "da_n", "dm", "dr", "da_r", "dh_prev"),
            "lstm", List.of("dh", "do", "da_o", "dc", "dg", "da_g", "di", "da_i", "df", "da_f", "dc_prev", "dh_prev"),
            "rnn", List.of("dh", "da_h", "dh_prev"));

    @ParameterizedTest(name = "{0}")
    @MethodSource("golden")
    @DisplayName("on the way back each line starts from numbers that lines before it made")
    void order(Golden golden) {
        Explanation step = Explanation.backward(Sample.of(golden, 0).walk(), 2, 1);
        assertThat(step.lines().stream().map(Line::symbol))
                .containsExactlyElementsOf(ORDER.get(golden.file().replaceAll("_\\d+_\\d+", "")));
        assertThat(step.lines())
                .allMatch(line -> line.exponent() == step.lines().get(0).exponent());
    }
}
