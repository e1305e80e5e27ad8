package grulab.service;

import static org.assertj.core.api.Assertions.assertThat;

import grulab.engine.train.Trainer;
import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.Edit;
import grulab.model.Experiment;
import grulab.model.ResetPosition;
import grulab.model.Snapshot;
import grulab.model.StopRule;
import grulab.model.SwitchMode;
import grulab.model.TwinProgress;
import grulab.model.UpdateMeaning;
import grulab.model.Weights;
import grulab.text.Corpora;
import grulab.text.TokenText;
import grulab.text.WindowSampler;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A twin from the same seed")
class SeedTwinTest {
    private static final Convention CHUNG = new Convention(ResetPosition.BEFORE, UpdateMeaning.ADMIT);

    static Iterable<Convention> conventions() {
        return Convention.ALL;
    }

    @ParameterizedTest
    @MethodSource("conventions")
    @DisplayName("has, bit for bit, the weights of a run of its own, and follows while the other trains on")
    void weights(Convention under) {
        try (Bench bench = Bench.started()) {
            Watcher w = bench.watcher;
            train(bench, 30);
            bench.lab.twin(under);
            awaitTwinAt(w, 30);
            assertSame(w.twin(), Bench.small().withConvention(under), 30);
            assertThat(w.twin().passage().inputs())
                    .containsExactly(w.snapshot().passage().inputs());
            train(bench, 70);
            awaitTwinAt(w, 70);
            assertSame(w.twin(), Bench.small().withConvention(under), 70);
            assertThat(w.progress()).isEqualTo(new TwinProgress(70, 70, false, null));
            boolean same = under.equals(Convention.PYTORCH);
            assertThat(equal(w.twin().weights(), w.snapshot().weights())).isEqualTo(same);
            bench.lab.watch(42);
            w.await("the other passage", () -> w.twin().passage().offset() == 42);
        }
    }

    @Test
    @DisplayName("is what the settings in force give, and says that the other has changed on the way")
    void altered() {
        assertAltered(lab -> lab.learningRate(0.02), Bench.small().withLearningRate(0.02), true);
        assertAltered(lab -> lab.learningRate(0.01), Bench.small(), false);
        assertAltered(lab -> lab.clip(0.5), Bench.small().withClip(0.5), true);
        assertAltered(
                lab -> lab.convention(Convention.PYTORCH.with(UpdateMeaning.ADMIT), SwitchMode.RELABEL),
                Bench.small(),
                true);
        assertAltered(lab -> lab.weights(List.of(new Edit.Weight("W_hr", 3, 0.5))), Bench.small(), true);
    }

    private static void assertAltered(Consumer<LabService> change, Experiment inForce, boolean altered) {
        try (Bench bench = Bench.started()) {
            Watcher w = bench.watcher;
            train(bench, 10);
            bench.lab.twin(CHUNG);
            awaitTwinAt(w, 10);
            change.accept(bench.lab);
            train(bench, 20);
            awaitTwinAt(w, 20);
            assertThat(w.progress().altered()).isEqualTo(altered);
            assertSame(w.twin(), inForce.withConvention(CHUNG), 20);
        }
    }

    @Test
    @DisplayName("of a saved lab knows whether that had been changed")
    void saved(@TempDir Path folder) {
        Path file = folder.resolve("one.grulab");
        try (Bench bench = Bench.started()) {
            Watcher w = bench.watcher;
            train(bench, 10);
            bench.lab.learningRate(0.02);
            bench.lab.save(file);
            w.await("saved", () -> w.saved.contains(file));
            bench.lab.startOver(Bench.small());
            bench.lab.twin(CHUNG);
            awaitTwinAt(w, 0);
            assertThat(w.progress().altered()).isFalse();
            bench.lab.open(file);
            awaitTwinAt(w, 10);
            assertThat(w.progress().altered()).isTrue();
        }
    }

    @Test
    @DisplayName("goes with its experiment, and the next experiment has another")
    void startingOver() {
        try (Bench bench = Bench.started()) {
            Watcher w = bench.watcher;
            train(bench, 15);
            bench.lab.twin(CHUNG);
            awaitTwinAt(w, 15);
            Thread first = twinThread(bench);
            Experiment larger = Bench.small().withSizes(12, 4, 10);
            bench.lab.startOver(larger);
            w.await("its twin", () -> w.twin().weights().hidden() == 12);
            assertThat(first.isAlive()).isFalse();
            assertSame(w.twin(), larger.withConvention(CHUNG), 0);
            Thread second = twinThread(bench);
            bench.lab.twinEnds();
            w.await("gone", () -> w.progress().equals(TwinProgress.NONE));
            assertThat(second.isAlive()).isFalse();
            assertThat(bench.lab.twinThread()).isNull();
        }
    }

    @Test
    @DisplayName("ends with the lab")
    void closing() {
        Thread twin;
        try (Bench bench = Bench.started()) {
            train(bench, 5);
            bench.lab.twin(CHUNG);
            awaitTwinAt(bench.watcher, 5);
            twin = twinThread(bench);
            assertThat(twin.isDaemon()).isTrue();
            assertThat(twin.getPriority()).isEqualTo(Thread.MIN_PRIORITY);
        }
        assertThat(twin.isAlive()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(value = CellType.class, mode = Mode.EXCLUDE, names = "GRU")
    @DisplayName("is of a GRU only, and comes back with one")
    void otherCells(CellType cell) {
        try (Bench bench = Bench.started()) {
            Watcher w = bench.watcher;
            bench.lab.twin(CHUNG);
            awaitTwinAt(w, 0);
            Experiment e = Experiment.standard(cell).withSizes(8, 4, 10);
            bench.lab.startOver(e, Bench.TEXT);
            w.await("gone", () -> w.progress().equals(TwinProgress.NONE));
            w.await("the other cell", () -> w.snapshot().trace().cell() == cell);
            assertThat(bench.lab.twinThread()).isNull();
            int heard = w.twins.size();
            bench.lab.startOver(Bench.small(), Bench.TEXT);
            w.await("another", () -> w.twins.size() > heard);
        }
    }

    @Test
    @DisplayName("rests while nobody watches, and goes on from there")
    void unwatched() {
        try (Bench bench = Bench.started()) {
            Watcher w = bench.watcher;
            train(bench, 10);
            bench.lab.twin(CHUNG);
            awaitTwinAt(w, 10);
            bench.lab.twinRests();
            int heard = w.twins.size();
            train(bench, 40);
            assertThat(w.twins).hasSize(heard);
            bench.lab.twin(CHUNG);
            awaitTwinAt(w, 40);
            assertSame(w.twin(), Bench.small().withConvention(CHUNG), 40);
        }
    }

    @Test
    @DisplayName("that nobody comes back to gives its memory back, and then begins again")
    void leftForGood() throws InterruptedException {
        Watcher w = new Watcher();
        ExecutorService window = Executors.newSingleThreadExecutor();
        TokenText text = TokenText.of(Bench.TEXT, Bench.small().tokens());
        SeedTwin.Order seen = new SeedTwin.Order(Bench.small(), text, text.passage(0, 10), 25, false, true);
        SeedTwin.Order left = new SeedTwin.Order(Bench.small(), text, text.passage(0, 10), 25, false, false);
        try (SeedTwin twin =
                new SeedTwin(seen, new Mailbox(window, w), System::nanoTime, TimeUnit.MILLISECONDS.toNanos(5))) {
            twin.start();
            awaitTwinAt(w, 25);
            assertThat(twin.bytes()).isPositive();
            twin.follow(left);
            w.await("gone", () -> w.progress().equals(TwinProgress.NONE));
            assertThat(twin.bytes()).isZero();
            w.twins.clear();
            twin.follow(seen);
            awaitTwinAt(w, 25);
            assertSame(w.twin(), Bench.small(), 25);
        } finally {
            window.shutdown();
        }
    }

    @Test
    @DisplayName("that diverges stops where it was good and says so")
    void diverges() {
        Watcher w = new Watcher();
        ExecutorService window = Executors.newSingleThreadExecutor();
        Experiment wild = Bench.explosive(2);
        TokenText text = TokenText.of(Corpora.load("lighthouse"), wild.tokens());
        SeedTwin.Order order = new SeedTwin.Order(wild, text, text.passage(0, wild.steps()), 1_000_000, false, true);
        try (SeedTwin twin = new SeedTwin(order, new Mailbox(window, w), System::nanoTime, 1)) {
            twin.start();
            w.await("diverged", () -> w.progress().problem() != null);
            assertThat(w.progress().problem()).contains("diverged in batch");
            assertThat(twin.thread.isAlive()).isTrue();
        } finally {
            window.shutdown();
        }
    }

    private static void train(Bench bench, long to) {
        bench.lab.stopAt(new StopRule(to, 0));
        bench.lab.train();
        bench.watcher.awaitRestAt(to);
    }

    private static void awaitTwinAt(Watcher w, long batch) {
        w.await(
                "a twin at " + batch,
                () -> !w.twins.isEmpty()
                        && w.twin().batch() == batch
                        && w.progress().batch() == batch
                        && w.progress().there());
    }

    private static Thread twinThread(Bench bench) {
        Thread thread = bench.lab.twinThread();
        assertThat(thread).isNotNull();
        return thread;
    }

    /** The twin is what a trainer comes to that knows of no other. */
    private static void assertSame(Snapshot twin, Experiment experiment, int batches) {
        TokenText text = TokenText.of(Bench.TEXT, experiment.tokens());
        try (Trainer trainer =
                new Trainer(experiment, text.vocabulary().size(), WindowSampler.of(text, experiment), 1)) {
            for (int i = 0; i < batches; i++) {
                trainer.step();
            }
            assertThat(twin.experiment()).isEqualTo(experiment);
            assertThat(twin.batch()).isEqualTo(batches);
            assertThat(equal(twin.weights(), trainer.weights())).isTrue();
            assertThat(twin.loss()).isEqualTo(trainer.trace(twin.passage()).loss());
        }
    }

    private static boolean equal(Weights a, Weights b) {
        return a.arrays().keySet().equals(b.arrays().keySet())
                && a.arrays().keySet().stream().allMatch(name -> Arrays.equals(a.get(name), b.get(name)));
    }
}
