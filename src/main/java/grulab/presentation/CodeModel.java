package grulab.presentation;

import grulab.engine.explain.PassageCase;
import grulab.interop.code.Framework;
import grulab.interop.code.Programs;
import grulab.interop.file.BadModel;
import grulab.model.Snapshot;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** Programs in other frameworks that compute what the window shows: to be copied, or saved with their numbers. */
public final class CodeModel {
    private record Saving(Snapshot snapshot, Framework framework, Path folder) {}

    private final Supplier<@Nullable Snapshot> shown;
    private final Map<Framework, ReadOnlyStringWrapper> sources = new EnumMap<>(Framework.class);
    private final Map<Framework, Aside<Snapshot, String>> writing = new EnumMap<>(Framework.class);
    private final Aside<Saving, Message> saving;
    private final ReadOnlyObjectWrapper<@Nullable Message> notice = new ReadOnlyObjectWrapper<>(this, "notice", null);

    /** @param shown what the window shows now, null before there is anything */
    public CodeModel(Supplier<@Nullable Snapshot> shown, Executor worker, Executor fx) {
        this.shown = shown;
        for (Framework framework : Framework.values()) {
            ReadOnlyStringWrapper source = new ReadOnlyStringWrapper(this, framework.id(), "");
            sources.put(framework, source);
            writing.put(
                    framework,
                    new Aside<>(
                            worker,
                            fx,
                            snapshot -> Programs.source(PassageCase.of(snapshot).problem(), framework),
                            heard(source::set)));
        }
        saving = new Aside<>(worker, fx, CodeModel::saved, heard(notice::set));
    }

    private <Q, A> Aside.Ears<Q, A> heard(Consumer<A> answered) {
        return new Aside.Ears<>() {
            @Override
            public void answered(Q question, A answer) {
                answered.accept(answer);
            }

            @Override
            public void failed(Q question, RuntimeException reason) {
                notice.set(Message.of("plain", Sentences.of(reason)));
            }
        };
    }

    /**
     * The program for what is shown now, written aside; until then the one that was asked for before, or "".
     */
    public ReadOnlyStringProperty source(Framework framework) {
        Snapshot snapshot = shown.get();
        if (snapshot != null) {
            writing.get(framework).ask(snapshot);
        }
        return sources.get(framework).getReadOnlyProperty();
    }

    /** Writes the program with its numbers into a folder, aside; {@link #notice} says what came of it. */
    public void save(Framework framework, Path folder) {
        Snapshot snapshot = shown.get();
        if (snapshot == null) {
            notice.set(Message.of("code.nothing"));
            return;
        }
        notice.set(null);
        saving.ask(new Saving(snapshot, framework, folder));
    }

    private static Message saved(Saving asked) {
        PassageCase computed = PassageCase.of(asked.snapshot);
        try {
            Programs.write(asked.folder, computed.problem(), computed.answer(), asked.framework);
            Path leaf = asked.folder.getFileName();
            return Message.of(
                    "code.saved", asked.framework.file(), leaf == null ? asked.folder.toString() : leaf.toString());
        } catch (BadModel e) {
            return Message.of("plain", Sentences.of(e));
        }
    }

    /** True while files are being written. */
    public ReadOnlyBooleanProperty saving() {
        return saving.busy();
    }

    /** What came of the last saving. */
    public ReadOnlyObjectProperty<@Nullable Message> notice() {
        return notice.getReadOnlyProperty();
    }

    /** Takes the notice away, which has been read. */
    public void dismiss() {
        notice.set(null);
    }
}
