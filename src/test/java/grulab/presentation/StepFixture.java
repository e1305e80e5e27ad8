package grulab.presentation;

import grulab.engine.train.Trainer;
import grulab.engine.train.WatchedPass;
import grulab.model.Baselines;
import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.Edit;
import grulab.model.Experiment;
import grulab.model.Initialization;
import grulab.model.LoadedText;
import grulab.model.Optimizer;
import grulab.model.Passage;
import grulab.model.Sampling;
import grulab.model.Snapshot;
import grulab.model.Tokens;
import grulab.service.Refusal;
import grulab.text.Corpora;
import grulab.text.Corpus;
import grulab.text.TokenText;
import grulab.text.WindowSampler;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** The Step workspace without service and threads: what is computed aside is computed at once. */
final class StepFixture {
    private static final Corpus TEXT =
            new Corpus("copy", Corpora.load("copy").text().substring(0, 2000));

    final Selection selection = new Selection();
    final ObjectProperty<Workspace> workspace = new SimpleObjectProperty<>(Workspace.STEP);
    final List<Long> looked = new ArrayList<>();
    final List<List<Edit.Weight>> applied = new ArrayList<>();
    final BatchHistory history = new BatchHistory(looked::add);
    final RunningExperiment run = new RunningExperiment(small(), new RunningExperiment.Follower() {
        @Override
        public void inForce(LoadedText text, Experiment experiment) {}

        @Override
        public void computed(Snapshot snapshot) {
            selection.within(snapshot.trace().hidden(), snapshot.trace().steps());
            history.newest(snapshot);
        }

        @Override
        public void past(Snapshot snapshot) {
            history.computed(snapshot);
        }

        @Override
        public void refused(Refusal refusal) {}

        @Override
        public void saved(Path file, long batch) {}

        @Override
        public void opened(Map<String, String> place) {}

        @Override
        public void takesBack(boolean possible) {}
    });
    final StepModel step =
            new StepModel(run, history, selection, workspace, applied::add, Runnable::run, Runnable::run);

    static Experiment small() {
        return of(CellType.GRU, Convention.PYTORCH, 6);
    }

    static Experiment of(CellType cell, Convention convention, int hidden) {
        return new Experiment(
                cell,
                convention,
                hidden,
                4,
                7,
                0.01,
                1,
                Optimizer.SGD,
                Sampling.SEQUENTIAL,
                Initialization.PYTORCH,
                11,
                "copy",
                Tokens.CHAR);
    }

    /** What a run of an experiment shows after some batches. */
    static Snapshot snapshot(Experiment e, int batches, long generation) {
        TokenText text = TokenText.of(TEXT, e.tokens());
        try (Trainer trainer = new Trainer(e, text.vocabulary().size(), WindowSampler.of(text, e), 1)) {
            for (int i = 0; i < batches; i++) {
                trainer.step();
            }
            Passage passage = text.passage(20, e.steps());
            WatchedPass pass = trainer.trace(passage);
            return new Snapshot(generation, batches, e, passage, pass.trace(), trainer.weights(), pass.loss());
        }
    }

    static List<String> symbols() {
        TokenText text = TokenText.of(TEXT, Tokens.CHAR);
        return IntStream.range(0, text.vocabulary().size())
                .mapToObj(text.vocabulary()::label)
                .toList();
    }

    /** The window hears of a snapshot. */
    Snapshot hear(Snapshot snapshot) {
        run.loaded.set(new LoadedText("copy", Tokens.CHAR, 2000, symbols(), symbols(), new Baselines(1, 1, 1)));
        run.snapshot(snapshot);
        return snapshot;
    }

    Snapshot begin(Experiment experiment) {
        return hear(snapshot(experiment, 3, 1));
    }

    Snapshot shown() {
        return step.shown().get();
    }
}
