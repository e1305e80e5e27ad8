package grulab.service;

import static org.assertj.core.api.Assertions.assertThat;

import grulab.engine.train.Footprint;
import grulab.engine.train.Trainer;
import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.Edit;
import grulab.model.Experiment;
import grulab.model.Quantity;
import grulab.model.RunState.Phase;
import grulab.model.Snapshot;
import grulab.model.StopRule;
import grulab.model.SwitchMode;
import grulab.model.UpdateMeaning;
import grulab.text.Corpora;
import grulab.text.TokenText;
import grulab.text.WindowSampler;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The last batches, with their weights")
class HistoryTest {

    @Test
    @DisplayName("are shown again bit for bit, and training goes on to the same bits")
    void sameBits() {
        List<Snapshot> straight = new ArrayList<>();
        try (Bench bench = Bench.started()) {
            for (int batch = 1; batch <= 12; batch++) {
                bench.lab.oneBatch();
                bench.watcher.awaitRestAt(batch);
                straight.add(bench.watcher.snapshot());
            }
        }
        try (Bench bench = Bench.started()) {
            Watcher w = bench.watcher;
            for (int batch = 1; batch <= 12; batch++) {
                bench.lab.oneBatch();
                w.awaitRestAt(batch);
                look(bench, batch / 2);
                look(bench, batch);
                look(bench, 0);
            }
            assertSame(w.snapshot(), straight.get(11));
            for (int batch = 1; batch <= 12; batch++) {
                assertSame(look(bench, batch), straight.get(batch - 1));
            }
            assertThat(w.kept.first()).isZero();
            assertThat(w.kept.last()).isEqualTo(12);
        }
    }

    private static Snapshot look(Bench bench, long batch) {
        int before = bench.watcher.past.size();
        bench.lab.history(batch);
        bench.watcher.await("batch " + batch, () -> bench.watcher.past.size() > before);
        Snapshot found = bench.watcher.past.get(before);
        assertThat(found.batch()).isEqualTo(batch);
        return found;
    }

    private static void assertSame(Snapshot found, Snapshot then) {
        assertThat(found.loss()).isEqualTo(then.loss());
        assertThat(found.generation()).isEqualTo(then.generation());
        assertThat(found.experiment()).isEqualTo(then.experiment());
        for (Quantity q : CellType.GRU.quantities()) {
            assertThat(found.trace().of(q)).as(q.id()).isEqualTo(then.trace().of(q));
            assertThat(found.trace().gradient(q))
                    .as(q.id())
                    .isEqualTo(then.trace().gradient(q));
        }
        then.weights()
                .arrays()
                .forEach((name, values) ->
                        assertThat(found.weights().get(name)).as(name).isEqualTo(values));
    }

    @Test
    @DisplayName("are two hundred, and going to one pauses")
    void twoHundred() {
        try (Bench bench = Bench.started()) {
            Watcher w = bench.watcher;
            bench.lab.stopAt(new StopRule(250, 0));
            bench.lab.train();
            w.awaitRestAt(250);
            assertThat(w.kept.first()).isEqualTo(51);
            assertThat(w.kept.last()).isEqualTo(250);
            assertThat(w.kept.most()).isEqualTo(200);
            long one = Float.BYTES * w.parameters;
            // what pads a row of eight units to the width of a vector is kept too
            assertThat(w.kept.bytes()).isBetween(200 * one, 200 * 4 * one);
            bench.lab.stopAt(StopRule.NONE);
            bench.lab.train();
            w.await("runs", () -> w.metrics.batches() > 260);
            w.forgetStates();
            bench.lab.history(w.kept.last());
            w.awaitPhase(Phase.PAUSED);
            w.await("looked at", () -> !w.past.isEmpty());
        }
    }

    @Test
    @DisplayName("stand in for those that are kept no longer")
    void nearest() {
        try (Bench bench = Bench.started()) {
            Watcher w = bench.watcher;
            bench.lab.stopAt(new StopRule(201, 0));
            bench.lab.train();
            w.awaitRestAt(201);
            bench.lab.history(1);
            w.await("the oldest", () -> w.past.size() == 1);
            assertThat(w.past.get(0).batch()).isEqualTo(2);
            bench.lab.history(1000);
            w.await("the newest", () -> w.past.size() == 2);
            assertSame(w.past.get(1), w.snapshot());
        }
    }

    @Test
    @DisplayName("are not there before there is an experiment")
    void none() {
        try (Bench bench = new Bench()) {
            bench.lab.history(1);
            bench.watcher.await("refused", () -> !bench.watcher.refusals.isEmpty());
            assertThat(bench.watcher.refusal().command()).isEqualTo(Refusal.Command.HISTORY);
        }
    }

    @Test
    @DisplayName("are forgotten when the function changes")
    void switched() {
        try (Bench bench = Bench.started()) {
            Watcher w = bench.watcher;
            bench.lab.stopAt(new StopRule(20, 0));
            bench.lab.train();
            w.awaitRestAt(20);
            long bytes = w.kept.bytes();
            bench.lab.convention(Convention.PYTORCH.with(UpdateMeaning.ADMIT), SwitchMode.RELABEL);
            w.await("begun again", () -> w.kept.first() == 20);
            assertThat(w.kept.last()).isEqualTo(20);
            assertThat(w.kept.bytes()).as("arrays wait to be used again").isEqualTo(bytes);
            assertThat(look(bench, 20).convention().update()).isEqualTo(UpdateMeaning.ADMIT);
        }
    }

    @Test
    @DisplayName("stay after a divergence until it is left")
    void diverged() {
        try (Bench bench = new Bench()) {
            Watcher w = bench.watcher;
            for (long seed = 0; seed < 20 && w.state().divergence() == null; seed++) {
                w.forgetStates();
                bench.lab.startOver(Bench.explosive(seed), Corpora.load("lighthouse"));
                bench.lab.stopAt(new StopRule(20, 0));
                bench.lab.train();
                w.awaitPhase(Phase.PAUSED);
            }
            var divergence = w.state().divergence();
            assertThat(divergence).isNotNull();
            assertThat(w.kept.last()).isEqualTo(divergence.batch() - 1);
            look(bench, divergence.batch() - 1);
            bench.lab.backToLastGood();
            w.awaitRestAt(divergence.lastGood());
            assertThat(w.kept.last()).isEqualTo(divergence.lastGood());
        }
    }

    @Test
    @DisplayName("take no more bytes than they may, but one batch is always there")
    void bound() {
        Experiment small = Bench.small();
        TokenText text = TokenText.of(Bench.TEXT, small.tokens());
        int kinds = text.vocabulary().size();
        try (Trainer trainer = new Trainer(small, kinds, WindowSampler.of(text, small), 1)) {
            long one = (long) Float.BYTES * trainer.floats();
            assertThat(Footprint.ofWindow(small, kinds, 1).history()).isEqualTo(one);
            History three = new History(trainer.floats(), 4 * one - 1);
            History none = new History(trainer.floats(), 0);
            for (int i = 0; i < 9; i++) {
                trainer.step();
                three.add(trainer);
                none.add(trainer);
            }
            assertThat(three.kept().first()).isEqualTo(7);
            assertThat(three.kept().bytes()).isEqualTo(3 * one);
            assertThat(three.kept().most()).isEqualTo(3);
            assertThat(none.kept().first()).isEqualTo(9);
            assertThat(none.kept().bytes()).isEqualTo(one);
            assertThat(three.nearest(6)).isEqualTo(7);
            assertThat(three.after(9)).isEqualTo(none.after(9)).isNotEqualTo(three.after(8));
        }
    }

    @Test
    @DisplayName("give way where another experiment is asked for")
    void givenBack() {
        Experiment small = Bench.small();
        assertThat(Plan.inPlace(small, 10, small, 10, 1, 1L << 40).free()).isGreaterThan(1L << 40);
    }

    @Test
    @DisplayName("end where a person edits weights, which are then trained")
    void edited() {
        try (Bench bench = Bench.started()) {
            Watcher w = bench.watcher;
            bench.lab.oneBatch();
            w.awaitRestAt(1);
            long generation = w.snapshot().generation();
            double there = w.snapshot().weights().get("W_hz")[9];
            bench.lab.weights(List.of(new Edit.Weight("W_hz", 10, 2.5), new Edit.Weight("b_q", 3, -1)));
            w.await("edited", () -> w.snapshot().generation() > generation);
            assertThat(w.snapshot().weights().get("W_hz")[10]).isEqualTo(2.5);
            assertThat(w.snapshot().weights().get("W_hz")[9]).isEqualTo(there);
            assertThat(w.snapshot().weights().get("b_q")[3]).isEqualTo(-1);
            assertThat(w.kept.first()).isEqualTo(1);
            bench.lab.oneBatch();
            w.awaitRestAt(2);
            assertThat(w.snapshot().weights().get("W_hz")[10])
                    .isBetween(2.4, 2.6)
                    .isNotEqualTo(2.5);
        }
    }

    @Test
    @DisplayName("do not see edits that are refused")
    void notEdited() {
        try (Bench bench = Bench.started()) {
            Watcher w = bench.watcher;
            Edit.Weight good = new Edit.Weight("W_hz", 0, 2);
            bench.lab.weights(List.of(good, new Edit.Weight("W_hz", 64, 2)));
            w.await("refused", () -> w.refusals.size() == 1);
            assertThat(w.refusal().sentence()).isEqualTo("W_hz has entries 1 to 64, not 65.");
            bench.lab.weights(List.of(good, new Edit.Weight("b_hq", 0, 2)));
            w.await("refused", () -> w.refusals.size() == 2);
            assertThat(w.refusal().sentence()).startsWith("This GRU has no weights b_hq; it has W_ir, ");
            bench.lab.weights(List.of(good, new Edit.Weight("b_q", 0, 1e39)));
            w.await("refused", () -> w.refusals.size() == 3);
            assertThat(w.refusal().sentence()).isEqualTo("An entry of b_q must be a finite number, not 1.0E39.");
            assertThat(look(bench, 0).weights().get("W_hz")[0]).isNotEqualTo(2);
        }
    }
}
