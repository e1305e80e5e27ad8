package grulab.presentation;

import grulab.interop.file.BadModel;
import grulab.interop.file.ElementType;
import grulab.interop.layout.Conversion;
import grulab.interop.layout.ConversionStep;
import grulab.interop.layout.Obstacle;
import grulab.interop.weights.WeightsFile;
import grulab.model.CellOptions;
import grulab.model.Convention;
import grulab.model.FrameworkRow;
import grulab.model.Snapshot;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Writes the weights of the experiment as another framework stores them. */
public final class ExportModel {
    private record Request(Snapshot snapshot, FrameworkRow row, Path file) {}

    private final Supplier<@Nullable Snapshot> shown;
    private final Aside<Request, Message> aside;
    private final ReadOnlyObjectWrapper<@Nullable Message> notice = new ReadOnlyObjectWrapper<>(this, "notice", null);

    /**
     * @param shown what is on the screen, or null before there is anything
     * @param worker writes
     * @param fx what every property changes on
     */
    public ExportModel(Supplier<@Nullable Snapshot> shown, Executor worker, Executor fx) {
        this.shown = shown;
        aside = new Aside<>(worker, fx, ExportModel::write, new Aside.Ears<>() {
            @Override
            public void answered(Request request, Message answer) {
                notice.set(answer);
            }

            @Override
            public void failed(Request request, RuntimeException reason) {
                notice.set(Message.of("plain", Sentences.of(reason)));
            }
        });
    }

    /** What was written, or why it was not; null before anything was asked for. */
    public ReadOnlyObjectProperty<@Nullable Message> notice() {
        return notice.getReadOnlyProperty();
    }

    /** Takes the notice away, which has been read. */
    public void dismiss() {
        notice.set(null);
    }

    /** True while a file is being written. */
    public ReadOnlyBooleanProperty busy() {
        return aside.busy();
    }

    /** Writes the weights on the screen for a framework; the ending of the file's name says what kind of file. */
    public void export(FrameworkRow row, Path file) {
        Snapshot snapshot = shown.get();
        if (snapshot == null) {
            notice.set(Message.of("export.nothing"));
        } else {
            notice.set(Message.done("export.busy", name(file)));
            aside.ask(new Request(snapshot, row, file));
        }
    }

    private static Message write(Request request) {
        Snapshot snapshot = request.snapshot;
        FrameworkRow row = request.row;
        Obstacle obstacle = Conversion.obstacle(snapshot.weights(), snapshot.convention(), row);
        if (obstacle != null) {
            return refusal(obstacle, snapshot);
        }
        try {
            if (WeightsFile.ending(request.file).equals(".onnx") && !row.id().startsWith("onnx")) {
                return Message.of("export.onnx", row.name());
            }
            Conversion made = Conversion.make(snapshot.weights(), snapshot.convention(), row);
            WeightsFile.write(request.file, made.weights(), CellOptions.PLAIN, row, ElementType.F32, "");
            return Message.done("export.written", name(request.file), row.name(), done(made, row));
        } catch (BadModel e) {
            return Message.of("plain", Sentences.of(e));
        }
    }

    private static Message done(Conversion made, FrameworkRow row) {
        return made.steps().stream()
                .map(step -> words(step, row))
                .reduce((a, b) -> Message.of("export.both", a, b))
                .orElseGet(() -> Message.of("export.moved"));
    }

    private static Message words(ConversionStep step, FrameworkRow row) {
        return switch (step) {
            case RELABELLED -> Message.of("export.relabelled");
            case RESET_MAKES_NO_DIFFERENCE -> Message.of("export.reset");
            case BIASES_ADDED -> Message.of("export.added");
            case FORGET_BIAS_TAKEN_AWAY ->
                Message.of("export.forget", NumberText.show(row.rules().forgetBias()));
            case FORGET_BIAS_STORED -> Message.of("export.stored");
        };
    }

    private static Message refusal(Obstacle obstacle, Snapshot snapshot) {
        String name = obstacle.row().name();
        String where = obstacle.where();
        String value = NumberText.show(obstacle.value());
        String parameter = obstacle.parameter();
        return switch (obstacle.kind()) {
            case CELL ->
                Message.of(
                        "export.cell",
                        name,
                        obstacle.row().cell().title(),
                        snapshot.weights().cell().title());
            case SIZES -> Message.of("export.sizes", name, where);
            case RESET ->
                Message.of(
                        "export.no.reset",
                        name,
                        position(obstacle.row().convention()),
                        where,
                        value,
                        position(snapshot.convention()));
            case NO_BIAS -> Message.of("export.no.bias", name, parameter.substring(3), where, value, parameter);
            case BIAS_OUTSIDE -> Message.of("export.no.bias-outside", name, where, value, parameter);
            case BIAS_INSIDE -> Message.of("export.no.bias-inside", name, where, value, parameter);
        };
    }

    private static Message position(Convention convention) {
        return Message.of("convention." + convention.reset().id());
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
