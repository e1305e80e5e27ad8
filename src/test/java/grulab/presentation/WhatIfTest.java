package grulab.presentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import grulab.engine.whatif.Replay;
import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.Edit;
import grulab.model.Experiment;
import grulab.model.Quantity;
import grulab.model.SeededRandom;
import grulab.model.Snapshot;
import grulab.model.StepTrace;
import grulab.model.UpdateMeaning;
import grulab.model.Weights;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("What if")
class WhatIfTest {
    private final StepFixture lab = new StepFixture();
    private final WhatIf whatIf = lab.step.whatIf();

    private static Edit.Value reset(int t, int unit, double value) {
        return new Edit.Value(Quantity.RESET, t, t, unit, value);
    }

    private static void assertSame(Snapshot one, Snapshot other) {
        for (Quantity q : one.trace().cell().quantities()) {
            assertThat(one.trace().of(q)).as(q.id()).isEqualTo(other.trace().of(q));
            assertThat(one.trace().gradient(q))
                    .as(q.id())
                    .isEqualTo(other.trace().gradient(q));
        }
        assertThat(one.loss()).isEqualTo(other.loss());
        assertThat(one.passage()).usingRecursiveComparison().isEqualTo(other.passage());
    }

    @Test
    @DisplayName("a gate is set: the rest of the window follows, the window before it and the snapshot do not change")
    void oneEdit() {
        Snapshot base = lab.begin(StepFixture.small());
        assertThat(lab.shown()).isSameAs(base);
        assertThat(whatIf.effect().get()).isNull();
        whatIf.add(reset(3, 2, 1));
        assertThat(lab.shown().trace().at(Quantity.RESET, 3, 2)).isEqualTo(1);
        assertThat(lab.step.base().get()).isSameAs(base);
        Effect effect = whatIf.effect().get();
        assertThat(effect.difference()).hasSize(7);
        for (int t = 0; t < 7; t++) {
            if (t < 3) {
                assertThat(effect.difference()[t]).isZero();
            } else {
                assertThat(effect.difference()[t]).isGreaterThan(1e-5);
            }
        }
        assertThat(effect.was()).isCloseTo(base.loss(), within(1e-6));
        assertThat(effect.loss()).isEqualTo(lab.shown().loss()).isNotEqualTo(base.loss());
        assertThat(lab.step.lines().get()).isNotEmpty();
    }

    @Test
    @DisplayName("undo, redo and reset lead to what was shown")
    void undo() {
        Snapshot base = lab.begin(StepFixture.small());
        whatIf.add(reset(3, 2, 1));
        Snapshot first = lab.shown();
        whatIf.add(new Edit.Input(4, 1));
        Snapshot second = lab.shown();
        assertThat(second.passage().labels().get(4))
                .isEqualTo(lab.step.symbols().get(1));
        whatIf.undo();
        assertSame(lab.shown(), first);
        whatIf.undo();
        assertThat(lab.shown()).isSameAs(base);
        assertThat(whatIf.canUndo().get()).isFalse();
        whatIf.redo();
        whatIf.redo();
        assertSame(lab.shown(), second);
        assertThat(whatIf.canRedo().get()).isFalse();
        whatIf.reset();
        assertThat(lab.shown()).isSameAs(base);
        whatIf.undo();
        assertSame(lab.shown(), second);
        whatIf.undo();
        whatIf.add(reset(0, 0, 0));
        assertThat(whatIf.canRedo().get()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(CellType.class)
    @DisplayName("two hundred edits, undos and redos come to the list that is left, replayed")
    void randomSequence(CellType cell) {
        Snapshot base = lab.begin(StepFixture.of(cell, Convention.PYTORCH, 5));
        SeededRandom random = new SeededRandom(5);
        List<List<Edit>> states = new ArrayList<>(List.of(List.of()));
        int at = 0;
        for (int i = 0; i < 200; i++) {
            switch (random.nextInt(8)) {
                case 0, 1 -> {
                    whatIf.undo();
                    at = Math.max(0, at - 1);
                }
                case 2 -> {
                    whatIf.redo();
                    at = Math.min(states.size() - 1, at + 1);
                }
                default -> {
                    Edit edit = randomEdit(base, random);
                    whatIf.add(edit);
                    List<Edit> more = new ArrayList<>(states.get(at));
                    more.add(edit);
                    states.subList(++at, states.size()).clear();
                    states.add(more);
                }
            }
            if (i % 10 == 9) {
                assertSame(
                        lab.shown(),
                        states.get(at).isEmpty() ? base : new Replay(base, StepFixture.symbols()).with(states.get(at)));
            }
        }
        assertThat(whatIf.refusal().get()).isNull();
    }

    private static Edit randomEdit(Snapshot base, SeededRandom random) {
        int hidden = base.trace().hidden();
        int steps = base.trace().steps();
        List<Quantity> quantities = base.trace().cell().quantities();
        return switch (random.nextInt(5)) {
            case 0 -> new Edit.Input(random.nextInt(steps), random.nextInt(3));
            case 1 -> new Edit.Start(Quantity.STATE, random.nextInt(hidden), random.nextDouble());
            case 2 -> new Edit.Weight("b_q", random.nextInt(4), random.nextDouble());
            default -> {
                int from = random.nextInt(steps);
                yield new Edit.Value(
                        quantities.get(random.nextInt(quantities.size())),
                        from,
                        from + random.nextInt(steps - from),
                        random.nextInt(3) == 0 ? Edit.EVERY : random.nextInt(hidden),
                        random.nextDouble());
            }
        };
    }

    @Test
    @DisplayName("a GRU whose r is 1 and whose z admits all is a plain RNN, one whose z keeps all is a wire")
    void limits() {
        for (Convention convention : Convention.ALL) {
            StepFixture fresh = new StepFixture();
            fresh.begin(StepFixture.of(CellType.GRU, convention, 6));
            fresh.step.whatIf().add(new Edit.Start(Quantity.STATE, 2, 0.75));
            fresh.step.whatIf().plainRnn();
            var trace = fresh.shown().trace();
            assertThat(trace.of(Quantity.RESET)).containsOnly(1);
            assertThat(trace.of(Quantity.STATE)).isEqualTo(trace.of(Quantity.CANDIDATE));
            fresh.step.whatIf().wire();
            trace = fresh.shown().trace();
            for (int t = 0; t < 7; t++) {
                assertThat(trace.at(Quantity.STATE, t, 2)).isEqualTo(0.75f);
                assertThat(trace.at(Quantity.STATE, t, 1)).isZero();
            }
            fresh.step.whatIf().undo();
            assertThat(fresh.shown().trace().of(Quantity.STATE))
                    .isEqualTo(fresh.shown().trace().of(Quantity.CANDIDATE));
            fresh.step.whatIf().undo();
            assertThat(fresh.step.whatIf().edits().get()).hasSize(1);
        }
    }

    @Test
    @DisplayName("an LSTM can be a wire, an RNN neither")
    void limitsOfOthers() {
        lab.begin(StepFixture.of(CellType.LSTM, Convention.PYTORCH, 6));
        assertThat(whatIf.canPlainRnn().get()).isFalse();
        whatIf.plainRnn();
        assertThat(whatIf.edits().get()).isEmpty();
        whatIf.add(new Edit.Start(Quantity.CELL, 1, 0.5));
        whatIf.wire();
        for (int t = 0; t < 7; t++) {
            assertThat(lab.shown().trace().at(Quantity.CELL, t, 1)).isEqualTo(0.5f);
        }
        lab.begin(StepFixture.of(CellType.RNN, Convention.PYTORCH, 6));
        assertThat(whatIf.canWire().get()).isFalse();
        whatIf.wire();
        assertThat(whatIf.edits().get()).isEmpty();
    }

    @Test
    @DisplayName("edits go on with the newest snapshot, and end with another experiment")
    void survive() {
        Experiment e = StepFixture.small();
        lab.begin(e);
        Edit edit = reset(3, 2, 1);
        whatIf.add(edit);
        Snapshot next = lab.hear(StepFixture.snapshot(e, 4, 1));
        assertSame(lab.shown(), new Replay(next, StepFixture.symbols()).with(List.of(edit)));
        assertThat(lab.shown().batch()).isEqualTo(4);
        lab.hear(StepFixture.snapshot(StepFixture.of(CellType.GRU, Convention.PYTORCH, 8), 0, 2));
        assertThat(whatIf.edits().get()).isEmpty();
        assertThat(whatIf.canUndo().get()).isFalse();
        assertThat(lab.shown().batch()).isZero();
    }

    @Test
    @DisplayName("a relabelled z keeps the wire a wire; the same weights under the other meaning keep the number")
    void relabelled() {
        Snapshot base = lab.begin(StepFixture.small());
        whatIf.wire();
        whatIf.add(new Edit.Weight("W_hz", 3, 0.5));
        Convention admits = base.convention().with(UpdateMeaning.ADMIT);
        lab.hear(under(base, admits, base.weights(), 2));
        assertThat(((Edit.Value) whatIf.edits().get().get(0)).value()).isEqualTo(1);
        lab.hear(under(base, base.convention(), base.weights(), 3));
        lab.hear(under(base, admits, base.weights().relabelled(), 4));
        assertThat(((Edit.Value) whatIf.edits().get().get(0)).value()).isZero();
        assertThat(((Edit.Weight) whatIf.edits().get().get(1)).value()).isEqualTo(-0.5);
        assertThat(lab.shown().trace().at(Quantity.STATE, 6, 2)).isZero();
    }

    private static Snapshot under(Snapshot base, Convention convention, Weights weights, long generation) {
        StepTrace t = base.trace();
        StepTrace trace = new StepTrace(
                t.cell(), convention, t.steps(), t.hidden(), t.start(), t.startCell(), t.values(), t.gradients());
        return new Snapshot(
                generation,
                base.batch(),
                base.experiment().withConvention(convention),
                base.passage(),
                trace,
                weights,
                base.loss());
    }

    @Test
    @DisplayName("an edit that has no place is refused in a sentence, and nothing is made")
    void refused() {
        lab.begin(StepFixture.small());
        whatIf.add(reset(7, 0, 1));
        assertThat(whatIf.refusal().get())
                .isEqualTo(Message.of("plain", "There is no step t 8 in the window; t goes from 1 to 7."));
        assertThat(whatIf.edits().get()).isEmpty();
        whatIf.add(reset(6, 0, 1));
        assertThat(whatIf.refusal().get()).isNull();
    }

    @Test
    @DisplayName("edited weights are applied to the training, and are edits until it has them")
    void apply() {
        Experiment e = StepFixture.small();
        lab.begin(e);
        Edit gate = reset(3, 2, 1);
        Edit.Weight weight = new Edit.Weight("W_hz", 5, 0.5);
        whatIf.add(gate);
        assertThat(whatIf.canApply().get()).isFalse();
        whatIf.add(weight);
        assertThat(whatIf.canApply().get()).isTrue();
        whatIf.apply();
        assertThat(lab.applied).containsExactly(List.of(weight));
        lab.hear(StepFixture.snapshot(e, 3, 1));
        assertThat(whatIf.edits().get()).containsExactly(gate, weight);
        whatIf.notApplied();
        lab.hear(StepFixture.snapshot(e, 3, 2));
        assertThat(whatIf.edits().get()).containsExactly(gate, weight);
        whatIf.apply();
        lab.hear(StepFixture.snapshot(e, 3, 3));
        assertThat(whatIf.edits().get()).containsExactly(gate);
        assertThat(whatIf.canUndo().get()).isFalse();
    }
}
