package grulab.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import grulab.engine.reference.Reference;
import grulab.engine.whatif.Reading;
import grulab.engine.whatif.Replay;
import grulab.model.CellType;
import grulab.model.Edit;
import grulab.model.Quantity;
import grulab.model.SeededRandom;
import grulab.model.Snapshot;
import grulab.model.UpdateMeaning;
import grulab.model.Weights;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A window under edits")
class WhatIfTest {
    static List<CellForm> forms() {
        return CellForm.ALL;
    }

    /** 170 for each of six forms, over ten windows. */
    @ParameterizedTest
    @MethodSource("forms")
    @DisplayName(
            "is what the reference makes of it, through a thousand edits and undos, and after an undo what it was before")
    void editsAndUndos(CellForm form) {
        SeededRandom random = new SeededRandom(CellForm.ALL.indexOf(form));
        for (int windows = 0; windows < 10; windows++) {
            RandomWindow window = new RandomWindow(
                    form, 1 + random.nextInt(9), 2 + random.nextInt(7), 2 + random.nextInt(4), random.nextLong());
            Snapshot base = window.snapshot();
            Replay replay = new Replay(base, window.symbols());
            RandomEdits source = new RandomEdits(base, random);
            List<Edit> edits = new ArrayList<>();
            Deque<Reading> done = new ArrayDeque<>(List.of(replay.reading(edits)));
            for (int i = 0; i < 17; i++) {
                if (edits.isEmpty() || random.nextInt(3) > 0) {
                    edits.add(source.next());
                    done.push(replay.reading(edits));
                    same(done.element(), new StepwiseReference(base, edits), edits);
                } else {
                    edits.remove(edits.size() - 1);
                    done.pop();
                    identical(replay.reading(edits), done.element());
                }
            }
            identical(replay.reading(List.of()), done.getLast());
        }
    }

    private static void same(Reading reading, StepwiseReference judge, List<Edit> edits) {
        assertThat(reading.values().keySet()).isEqualTo(judge.values.keySet());
        judge.values.forEach((quantity, expected) -> assertThat(reading.of(quantity))
                .as("%s under %s", quantity, edits)
                .containsExactly(expected, within(1e-11)));
        assertThat(reading.losses()).as("losses under %s", edits).containsExactly(judge.losses, within(1e-11));
    }

    private static void identical(Reading reading, Reading first) {
        assertThat(reading.losses()).containsExactly(first.losses());
        first.values().forEach((q, values) -> assertThat(reading.of(q)).containsExactly(values));
        first.gradients().forEach((q, values) -> assertThat(reading.gradient(q)).containsExactly(values));
    }

    @Test
    @DisplayName(
            "shows another symbol where it was put, and the weights that it was computed with; the base stays as it was")
    void whatTheResultSays() {
        RandomWindow window = new RandomWindow(CellForm.GRU.get(2), 3, 4, 5, 2);
        Snapshot base = window.snapshot();
        int read = base.passage().inputs()[2];
        double weight = base.weights().get("W_hz")[4];
        List<Edit> edits = List.of(
                new Edit.Input(2, 0),
                new Edit.Input(2, (read + 1) % 5),
                new Edit.Weight("W_hz", 4, 0.5),
                new Edit.Weight("W_hz", 4, -1.5),
                new Edit.Start(Quantity.STATE, 1, 0.25));

        Snapshot then = new Replay(base, window.symbols()).with(edits);

        assertThat(then.passage().inputs()[2]).isEqualTo((read + 1) % 5);
        assertThat(then.passage().labels().get(2)).isEqualTo(window.symbols().get((read + 1) % 5));
        assertThat(then.passage().targets()).containsExactly(base.passage().targets());
        assertThat(then.weights().get("W_hz")[4]).isEqualTo(-1.5);
        assertThat(then.trace().start()[1]).isEqualTo(0.25f);
        assertThat(then.loss()).isCloseTo(new StepwiseReference(base, edits).loss(), within(1e-12));
        assertThat(List.of(then.generation(), then.batch())).containsExactly(3L, 17L);
        assertThat(then.experiment()).isEqualTo(base.experiment());
        assertThat(base.weights().get("W_hz")[4]).isEqualTo(weight);
        assertThat(base.passage().inputs()[2]).isEqualTo(read);
    }

    @Test
    @DisplayName("differs in nothing before the first edit from the same window without edits")
    void before() {
        for (CellForm form : CellForm.ALL) {
            RandomWindow window = new RandomWindow(form, 5, 8, 4, 11);
            Snapshot base = window.snapshot();
            Replay replay = new Replay(base, window.symbols());
            Snapshot original = replay.with(List.of());
            Snapshot edited = replay.with(List.of(
                    new Edit.Value(Quantity.STATE, 5, 5, 2, 0.125),
                    new Edit.Input(6, (base.passage().inputs()[6] + 1) % 4)));
            for (int i = 0; i < 5 * 5; i++) {
                assertThat(edited.trace().of(Quantity.STATE)[i])
                        .isEqualTo(original.trace().of(Quantity.STATE)[i]);
            }
            assertThat(edited.trace().at(Quantity.STATE, 5, 2)).isEqualTo(0.125f);
            assertThat(replay.with(List.of()).loss()).isEqualTo(original.loss());
            assertThat(original.loss()).isCloseTo(new StepwiseReference(base, List.of()).loss(), within(1e-12));
            assertThat(edited.loss()).isNotEqualTo(original.loss());
        }
    }

    @Test
    @DisplayName("is a wire if z keeps all, and a plain RNN if r is 1 and z admits all")
    void limits() {
        for (CellForm form : CellForm.GRU) {
            RandomWindow window = new RandomWindow(form, 5, 6, 4, 9);
            Snapshot base = window.snapshot();
            double keeps = form.convention().update() == UpdateMeaning.KEEP ? 1 : 0;
            Replay replay = new Replay(base, window.symbols());
            Reading wire = replay.reading(List.of(new Edit.Value(Quantity.UPDATE, 0, 5, Edit.EVERY, keeps)));
            for (int i = 0; i < 30; i++) {
                assertThat(wire.of(Quantity.STATE)[i]).isEqualTo(base.trace().start()[i % 5]);
            }
            Reading plain = replay.reading(List.of(
                    new Edit.Value(Quantity.RESET, 0, 5, Edit.EVERY, 1),
                    new Edit.Value(Quantity.UPDATE, 0, 5, Edit.EVERY, 1 - keeps)));
            assertThat(plain.of(Quantity.STATE)).containsExactly(rnn(base), within(1e-12));
        }
    }

    /** The states of a plain RNN with the candidate's weights. */
    private static double[] rnn(Snapshot base) {
        Map<String, double[]> arrays = new LinkedHashMap<>();
        base.weights().arrays().forEach((name, values) -> {
            if (name.endsWith("n")) {
                arrays.put(name.replace('n', 'h'), values);
            } else if (name.endsWith("q")) {
                arrays.put(name, values);
            }
        });
        Weights w = base.weights();
        Weights candidate = new Weights(CellType.RNN, w.inputs(), w.hidden(), w.outputs(), arrays);
        double[] start = RandomWindow.doubles(base.trace().start());
        return Reference.run(RandomWindow.asCase(base, 0, 6, start, new double[0], candidate), false)
                .forward()
                .get("h")
                .values();
    }
}
