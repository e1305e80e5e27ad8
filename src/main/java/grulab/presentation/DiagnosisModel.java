package grulab.presentation;

import grulab.interop.BadCase;
import grulab.interop.CaseFile;
import grulab.interop.CellFile;
import grulab.model.Snapshot;
import grulab.model.StoredStart;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableObjectValue;
import org.jspecify.annotations.Nullable;

/**
 * Why does mine not match? Weights, an input and the numbers that a framework made of them; from these, which way of computing
 * explains the numbers. What is typed is read when the diagnosis is asked for; it is worked out aside, and the newest question
 * wins. A result goes away as soon as anything that it was made of changes.
 */
public final class DiagnosisModel {
    /** What came of a question: one of the two. */
    private record Answer(
            @Nullable DiagnosisReport report, @Nullable Message problem) {}

    private record Opened(
            @Nullable DiagnosisCell cell, @Nullable Message problem) {}

    private final ObservableObjectValue<@Nullable Snapshot> running;
    private final Aside<DiagnosisQuestion, Answer> aside;
    private final Aside<Path, Opened> opening;
    private final Aside<DiagnosisExample, DiagnosisExample.Filled> filling;
    private final StringProperty input = new SimpleStringProperty(this, "input", "");
    private final StringProperty start = new SimpleStringProperty(this, "start", "");
    private final StringProperty startCell = new SimpleStringProperty(this, "startCell", "");
    private final StringProperty expected = new SimpleStringProperty(this, "expected", "");
    private final ReadOnlyObjectWrapper<@Nullable Path> expectedFile =
            new ReadOnlyObjectWrapper<>(this, "expectedFile", null);
    private final ReadOnlyObjectWrapper<@Nullable DiagnosisCell> cell = new ReadOnlyObjectWrapper<>(this, "cell", null);
    private final ReadOnlyObjectWrapper<@Nullable DiagnosisReport> result =
            new ReadOnlyObjectWrapper<>(this, "result", null);
    private final ReadOnlyObjectWrapper<@Nullable Message> problem = new ReadOnlyObjectWrapper<>(this, "problem", null);

    /**
     * @param running the newest snapshot of the running experiment
     * @param worker computes what takes longer than a frame, and reads files
     * @param fx what every property changes on
     */
    public DiagnosisModel(ObservableObjectValue<@Nullable Snapshot> running, Executor worker, Executor fx) {
        this.running = running;
        aside = new Aside<>(worker, fx, DiagnosisModel::answer, new Aside.Ears<>() {
            @Override
            public void answered(DiagnosisQuestion question, Answer answer) {
                result.set(answer.report);
                problem.set(answer.problem);
            }

            @Override
            public void failed(DiagnosisQuestion question, RuntimeException reason) {
                problem.set(Message.of("plain", Sentences.of(reason)));
            }
        });
        opening = new Aside<>(worker, fx, DiagnosisModel::opened, new Aside.Ears<>() {
            @Override
            public void answered(Path question, Opened answer) {
                if (answer.cell != null) {
                    use(answer.cell);
                }
                problem.set(answer.problem);
            }

            @Override
            public void failed(Path question, RuntimeException reason) {
                problem.set(Message.of("plain", Sentences.of(reason)));
            }
        });
        filling = new Aside<>(worker, fx, DiagnosisExample::fill, new Aside.Ears<>() {
            @Override
            public void answered(DiagnosisExample question, DiagnosisExample.Filled answer) {
                use(answer.cell());
                expected.set(answer.expected());
                diagnose();
            }

            @Override
            public void failed(DiagnosisExample question, RuntimeException reason) {
                problem.set(Message.of("plain", Sentences.of(reason)));
            }
        });
        input.addListener((o, old, now) -> changed());
        start.addListener((o, old, now) -> changed());
        startCell.addListener((o, old, now) -> changed());
        expected.addListener((o, old, now) -> {
            if (!now.isEmpty()) {
                expectedFile.set(null);
            }
            changed();
        });
        expectedFile.addListener((o, old, now) -> changed());
    }

    /** The weights, and the input that came with them; null before any were chosen. */
    public ReadOnlyObjectProperty<@Nullable DiagnosisCell> cell() {
        return cell.getReadOnlyProperty();
    }

    /** x as text, [T][B][I] or rows of I numbers; where it is blank, what came with the weights. */
    public StringProperty input() {
        return input;
    }

    /** h_0 as text, [B][H]; where it is blank, what came with the weights, or zero. */
    public StringProperty start() {
        return start;
    }

    /** c_0 of an LSTM, the same. */
    public StringProperty startCell() {
        return startCell;
    }

    /** The numbers that came out of the framework, as text. Clears the file. */
    public StringProperty expected() {
        return expected;
    }

    /** A file that holds them instead; null where they are text. */
    public ReadOnlyObjectProperty<@Nullable Path> expectedFile() {
        return expectedFile.getReadOnlyProperty();
    }

    /** Null until a diagnosis was made of what is given now. */
    public ReadOnlyObjectProperty<@Nullable DiagnosisReport> result() {
        return result.getReadOnlyProperty();
    }

    /** What is missing or wrong; null if nothing is known to be. */
    public ReadOnlyObjectProperty<@Nullable Message> problem() {
        return problem.getReadOnlyProperty();
    }

    /** True while a diagnosis is worked out. */
    public ReadOnlyBooleanProperty busy() {
        return aside.busy();
    }

    /** Takes weights from a case file, with its input and start state if it has them. */
    public void openCase(Path file) {
        problem.set(null);
        opening.ask(file);
    }

    /** Takes weights that were read from a model file; the input is to be typed. */
    public void use(LoadedWeights loaded) {
        if (loaded.reverse()) {
            problem.set(Message.of("diagnosis.reverse", loaded.layer()));
        } else {
            use(DiagnosisCell.of(
                    loaded.file(),
                    loaded.convention(),
                    loaded.weights(),
                    loaded.options(),
                    loaded.start(),
                    loaded.layout()));
        }
    }

    /** Takes the weights of the running experiment and the passage that it watches. */
    public void useRunning() {
        Snapshot now = running.get();
        if (now == null) {
            problem.set(Message.of("diagnosis.need.running"));
        } else {
            use(DiagnosisCell.of(DiagnosisExample.watched(now, now.trace().steps())));
        }
    }

    /** Has a file read for what came out of the framework. */
    public void openExpected(Path file) {
        expected.set("");
        expectedFile.set(file);
    }

    /** Fills everything in from the running experiment: numbers as another convention would have made them. Diagnoses at once. */
    public void example() {
        Snapshot now = running.get();
        if (now == null) {
            problem.set(Message.of("diagnosis.need.running"));
        } else {
            problem.set(null);
            filling.ask(new DiagnosisExample(now));
        }
    }

    /** Works out what explains the numbers. */
    public void diagnose() {
        DiagnosisCell of = cell.get();
        changed();
        if (of == null) {
            problem.set(Message.of("diagnosis.need.cell"));
        } else if (of.problem() == null && input.get().isBlank()) {
            problem.set(Message.of("diagnosis.need.input"));
        } else if (expectedFile.get() == null && expected.get().isBlank()) {
            problem.set(Message.of("diagnosis.need.expected"));
        } else {
            aside.ask(new DiagnosisQuestion(
                    of, input.get(), start.get(), startCell.get(), expected.get(), expectedFile.get()));
        }
    }

    /** Takes the weights away: others are being chosen. */
    void leave() {
        use((DiagnosisCell) null);
    }

    private void use(@Nullable DiagnosisCell now) {
        cell.set(now);
        input.set("");
        start.set("");
        startCell.set("");
        changed();
    }

    private void changed() {
        aside.forget();
        result.set(null);
        problem.set(null);
    }

    private static Answer answer(DiagnosisQuestion question) {
        try {
            return new Answer(question.answer(), null);
        } catch (BadCase e) {
            return new Answer(null, Message.of("plain", Sentences.of(e)));
        }
    }

    private static Opened opened(Path file) {
        try {
            return new Opened(DiagnosisCell.of(CaseFile.readInAnyOrder(file)), null);
        } catch (BadCase e) {
            return alone(file, e);
        }
    }

    /** What the lab writes has no input. */
    private static Opened alone(Path file, BadCase otherwise) {
        try {
            CellFile cell = CaseFile.readCell(file);
            String name = String.valueOf(file.getFileName());
            return new Opened(
                    DiagnosisCell.of(name, cell.convention(), cell.weights(), cell.options(), StoredStart.NONE, null),
                    null);
        } catch (BadCase e) {
            return new Opened(null, Message.of("plain", Sentences.of(otherwise)));
        }
    }
}
