package grulab.service;

import static org.assertj.core.api.Assertions.assertThat;

import grulab.model.Convention;
import grulab.model.Edit;
import grulab.model.MetricPoint;
import grulab.model.RunState.Phase;
import grulab.model.StopRule;
import grulab.model.SwitchMode;
import grulab.text.Corpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

class RandomCommandsTest {
    private static final int COMMANDS = 250;

    /** Four runs of 250 commands, given faster than they can be carried out. */
    @Property(tries = 4, shrinking = ShrinkingMode.OFF)
    void noOrderOfCommandsBlocksOrBreaksIt(@ForAll("commands") List<Integer> commands) throws IOException {
        Path folder = Files.createTempDirectory("random-commands");
        try (Bench bench = Bench.started()) {
            Watcher w = bench.watcher;
            Path file = folder.resolve("run.grulab");
            for (int command : commands) {
                give(bench.lab, command, file);
                assertThat(bench.lab.state().phase()).isIn(Phase.IDLE, Phase.RUNNING, Phase.PAUSED);
            }
            bench.lab.watching(true);
            bench.lab.startOver(Bench.small(), Bench.TEXT);
            bench.lab.stopAt(new StopRule(30, 0));
            bench.lab.train();
            w.await(
                    "it trains after all of them",
                    () -> w.state().phase() == Phase.PAUSED
                            && w.metrics.batches() == 30
                            && w.snapshot().batch() == 30);
            assertThat(w.failures).isEmpty();
            assertThat(w.snapshots).allSatisfy(s -> {
                assertThat(s.convention()).isEqualTo(s.experiment().convention());
                assertThat(s.trace().steps()).isEqualTo(s.passage().steps());
            });
            assertThat(w.snapshots).extracting(s -> s.generation()).isSorted();
            assertThat(w.metrics.points())
                    .hasSize(30)
                    .extracting(MetricPoint::first)
                    .isSorted();
        } finally {
            Files.deleteIfExists(folder.resolve("run.grulab"));
            Files.deleteIfExists(folder);
        }
    }

    @Provide
    Arbitrary<List<Integer>> commands() {
        return Arbitraries.integers().between(0, 1_000_000).list().ofSize(COMMANDS);
    }

    private static void give(LabService lab, int command, Path file) {
        int argument = command / 22;
        switch (command % 22) {
            case 0, 1, 2 -> lab.train();
            case 3, 4 -> lab.pause();
            case 5 -> lab.oneBatch();
            case 6 -> lab.oneEpoch();
            case 7 -> lab.stopAt(new StopRule(argument % 100, argument % 3 == 0 ? 2 + argument % 10 : 0));
            case 8 -> lab.startOver(Bench.small(), Bench.TEXT);
            case 9 -> lab.startOver(Bench.small(), new Corpus("tiny", "tiny"));
            case 10 -> lab.convention(Convention.ALL.get(argument % 4), SwitchMode.RELABEL);
            case 11 -> lab.convention(Convention.ALL.get(argument % 4), SwitchMode.KEEP_WEIGHTS);
            case 12 -> lab.retrain(Convention.ALL.get(argument % 4));
            case 13 -> lab.learningRate(argument % 50 * 0.01);
            case 14 -> lab.clip(argument % 20 * 0.1);
            case 15 -> lab.watch(argument % 2100 - 50);
            case 16 -> lab.sample(argument % 4 * 0.5);
            case 17 -> lab.watching(argument % 2 == 0);
            case 18 -> lab.backToLastGood();
            case 19 -> lab.history(argument % 60);
            case 20 -> lab.weights(List.of(new Edit.Weight("b_q", argument % 12, argument % 5)));
            default -> {
                if (argument % 2 == 0) {
                    lab.save(file);
                } else {
                    lab.open(file);
                }
            }
        }
    }
}
