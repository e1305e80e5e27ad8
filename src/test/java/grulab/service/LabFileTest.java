package grulab.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import grulab.model.Convention;
import grulab.model.Experiment;
import grulab.model.Initialization;
import grulab.model.Metric;
import grulab.model.Optimizer;
import grulab.model.Sampling;
import grulab.model.Snapshot;
import grulab.model.StopRule;
import grulab.model.SwitchMode;
import grulab.model.Tokens;
import grulab.model.UpdateMeaning;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabFileTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"ADAM, SEQUENTIAL", "ADAM, RANDOM", "SGD, SEQUENTIAL", "SGD, RANDOM"})
    void anOpenedLabGoesOnToTheSameNumbers(Optimizer optimizer, Sampling sampling) throws Exception {
        Path file = folder.resolve("my run.grulab");
        List<Metric> expected;
        Snapshot end;
        String written;
        try (Bench bench = new Bench()) {
            Watcher w = bench.watcher;
            bench.lab.startOver(experiment(optimizer, sampling), Bench.TEXT);
            bench.lab.watch(42);
            train(bench, 60);
            bench.lab.convention(Convention.PYTORCH.with(UpdateMeaning.ADMIT), SwitchMode.RELABEL);
            bench.lab.learningRate(0.02);
            bench.lab.watching(false);
            bench.lab.save(file);
            w.await("saved", () -> w.saved.contains(file));
            train(bench, 90);
            expected = recent(bench, folder.resolve("end of one.grulab"));
            written = write(bench);
            end = look(bench);
        }
        try (Bench bench = new Bench()) {
            Watcher w = bench.watcher;
            bench.lab.watching(false);
            bench.lab.open(file);
            w.await("opened", () -> w.metrics.batches() == 60);
            assertThat(w.experiments)
                    .last()
                    .extracting(Experiment::learningRate)
                    .isEqualTo(0.02);
            train(bench, 90);
            assertThat(recent(bench, folder.resolve("end of two.grulab"))).isEqualTo(expected);
            assertThat(write(bench)).isEqualTo(written);
            Snapshot other = look(bench);
            assertThat(other.passage().offset()).isEqualTo(42);
            assertThat(other.convention()).isEqualTo(end.convention());
            end.weights()
                    .arrays()
                    .forEach((name, values) ->
                            assertThat(other.weights().get(name)).as(name).containsExactly(values));
            end.trace()
                    .values()
                    .forEach((quantity, values) -> assertThat(other.trace().of(quantity))
                            .as(quantity.id())
                            .containsExactly(values));
        }
    }

    @Test
    void everythingComesBackAsItWas() throws Exception {
        Path file = saved();
        SavedLab lab = LabFile.read(file);
        assertThat(lab.corpus()).isEqualTo(Bench.TEXT);
        assertThat(lab.state().batch()).isEqualTo(60);
        assertThat(lab.metrics().recent()).hasSize(60);
        Path again = folder.resolve("again.grulab");
        LabFile.write(again, lab);
        SavedLab copy = LabFile.read(again);
        assertThat(copy.metrics()).isEqualTo(lab.metrics());
        assertThat(copy.state().arrays().keySet())
                .isEqualTo(lab.state().arrays().keySet());
        lab.state()
                .arrays()
                .forEach((name, values) ->
                        assertThat(copy.state().arrays().get(name)).as(name).containsExactly(values));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(file, again);
        }
    }

    @Test
    void noDamageGoesUnseen() throws Exception {
        byte[] whole = Files.readAllBytes(saved());
        Random random = new Random(5);
        for (int i = 0; i < 60; i++) {
            byte[] damaged = whole.clone();
            int at = random.nextInt(damaged.length);
            damaged[at] ^= (byte) (1 << random.nextInt(8));
            Path file = Files.write(folder.resolve("damaged.grulab"), damaged);
            try {
                SavedLab lab = LabFile.read(file);
                // what the flipped bit changed is then not part of the experiment: a date or a comment of the zip
                assertThat(lab.state().batch()).isEqualTo(60);
                assertThat(lab.corpus().equals(Bench.TEXT)).isTrue();
            } catch (UnreadableLab e) {
                assertThat(e.getMessage())
                        .startsWith("damaged.grulab ")
                        .endsWith(".")
                        .doesNotContain("\n");
            }
        }
        for (int length : new int[] {0, 1, 100, whole.length / 2, whole.length - 1}) {
            Path file = Files.write(folder.resolve("cut.grulab"), Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> LabFile.read(file))
                    .isInstanceOf(UnreadableLab.class)
                    .hasMessageStartingWith("cut.grulab is no whole lab file (")
                    .hasMessageEndingWith("); choose a .grulab file that the lab saved.");
        }
    }

    @Test
    void refusesWhatIsNotThereOrNoLab() throws Exception {
        assertThatThrownBy(() -> LabFile.read(folder.resolve("none.grulab")))
                .hasMessage("none.grulab does not exist; choose a .grulab file.");
        assertThatThrownBy(() -> LabFile.read(folder)).hasMessageEndingWith("is a folder; choose a .grulab file.");
        Path text = Files.writeString(folder.resolve("story.txt"), "once upon a time");
        assertThatThrownBy(() -> LabFile.read(text)).hasMessageStartingWith("story.txt is no whole lab file");
    }

    @Test
    void aDamagedFileLeavesTheRunningExperimentAlone() throws Exception {
        Path file = Files.writeString(folder.resolve("bad.grulab"), "PK nonsense");
        try (Bench bench = Bench.started()) {
            Watcher w = bench.watcher;
            bench.lab.train();
            w.await("some batches", () -> w.metrics.batches() > 5);
            bench.lab.open(file);
            w.await("refusal", () -> !w.refusals.isEmpty());
            assertThat(w.refusal().command()).isEqualTo(Refusal.Command.OPEN);
            long at = w.metrics.batches();
            w.await("it goes on", () -> w.metrics.batches() > at + 5);
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsRefusedAndNothingIsLeftBehind() throws IOException {
        Path blocked = Files.createDirectory(folder.resolve("taken.grulab"));
        Files.writeString(blocked.resolve("inside"), "x");
        try (Bench bench = Bench.started()) {
            Watcher w = bench.watcher;
            bench.lab.save(blocked);
            w.await("refusal", () -> w.refusals.size() == 1);
            bench.lab.save(folder.resolve("missing").resolve("run.grulab"));
            w.await("refusal", () -> w.refusals.size() == 2);
            assertThat(w.refusals).allSatisfy(r -> {
                assertThat(r.command()).isEqualTo(Refusal.Command.SAVE);
                assertThat(r.sentence()).contains("cannot be written").endsWith("choose another folder or name.");
            });
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(blocked);
        }
    }

    private Path saved() {
        Path file = folder.resolve("run.grulab");
        try (Bench bench = new Bench()) {
            bench.lab.startOver(experiment(Optimizer.ADAM, Sampling.SEQUENTIAL), Bench.TEXT);
            train(bench, 60);
            bench.lab.save(file);
            bench.watcher.await("saved", () -> bench.watcher.saved.contains(file));
        }
        return file;
    }

    private static void train(Bench bench, long to) {
        bench.lab.stopAt(new StopRule(to, 0));
        bench.lab.train();
        bench.watcher.await(
                "trained to " + to,
                () -> bench.watcher.metrics.batches() == to
                        && bench.lab.state().phase() == grulab.model.RunState.Phase.PAUSED);
    }

    private static Snapshot look(Bench bench) {
        Watcher w = bench.watcher;
        int before = w.snapshots.size();
        bench.lab.watching(true);
        bench.lab.watching(false);
        w.await("a snapshot", () -> w.snapshots.size() > before);
        return w.snapshot();
    }

    /** Nobody watched, so no sample was drawn that would have moved the random numbers on. */
    private static String write(Bench bench) {
        Watcher w = bench.watcher;
        bench.lab.sample(1.25);
        w.await("a sample", () -> w.samples.stream().anyMatch(s -> s.temperature() == 1.25));
        return w.samples.stream()
                .filter(s -> s.temperature() == 1.25)
                .findFirst()
                .orElseThrow()
                .text();
    }

    @Test
    void whereSomebodyWasIsToldAgain() throws Exception {
        Path file = folder.resolve("place.grulab");
        Map<String, String> place = Map.of("time", "3", "known to a later version", "yes");
        try (Bench bench = Bench.started()) {
            bench.lab.save(file, place);
            bench.lab.open(file);
            bench.watcher.await("opened", () -> place.equals(bench.watcher.place));
        }
        // a file of a version that did not keep it
        Path older = folder.resolve("older.grulab");
        try (Bench bench = Bench.started()) {
            bench.lab.save(older);
            bench.watcher.await("saved", () -> bench.watcher.saved.contains(older));
        }
        assertThat(LabFile.read(older).place()).isEmpty();
    }

    @Test
    void aLabWithoutClippingStaysSo() throws Exception {
        Path file = folder.resolve("unclipped.grulab");
        try (Bench bench = new Bench()) {
            bench.lab.startOver(Bench.small(), Bench.TEXT);
            bench.lab.clip(Experiment.UNCLIPPED);
            bench.lab.save(file);
            bench.watcher.await("saved", () -> bench.watcher.saved.contains(file));
        }
        assertThat(LabFile.read(file).state().experiment().clip()).isEqualTo(Experiment.UNCLIPPED);
    }

    /** The single batches that the log holds, without their times, which no two runs share. */
    private static List<Metric> recent(Bench bench, Path file) throws UnreadableLab {
        bench.lab.save(file);
        bench.watcher.await("saved", () -> bench.watcher.saved.contains(file));
        return LabFile.read(file).metrics().recent().stream()
                .map(m -> new Metric(m.batch(), m.epoch(), m.loss(), m.gradientNorm(), m.clipped(), 0))
                .toList();
    }

    private static Experiment experiment(Optimizer optimizer, Sampling sampling) {
        Experiment e = Bench.small();
        return new Experiment(
                e.cell(),
                e.convention(),
                e.hidden(),
                e.batch(),
                e.steps(),
                e.learningRate(),
                e.clip(),
                optimizer,
                sampling,
                Initialization.PYTORCH,
                e.seed(),
                e.corpus(),
                Tokens.CHAR);
    }
}
