package grulab.presentation;

import grulab.engine.explain.PassageCase;
import grulab.interop.code.Programs;
import grulab.interop.file.BadModel;
import grulab.model.Framework;
import grulab.model.Snapshot;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Programs in other frameworks that compute what the window shows: to be copied, or saved with their numbers. */
public final class CodeModel {
    private record Writing(Snapshot snapshot, Framework framework, Consumer<String> ready) {}

    private record Saving(Snapshot snapshot, Framework framework, Path folder) {}

    private final Supplier<@Nullable Snapshot> shown;
    private final Aside<Writing, String> writing;
    private final Aside<Saving, Message> saving;
    private final ReadOnlyObjectWrapper<@Nullable Message> notice = new ReadOnlyObjectWrapper<>(this, "notice", null);

    /** @param shown what the window shows now, null before there is anything */
    public CodeModel(Supplier<@Nullable Snapshot> shown, Executor worker, Executor fx) {
        this.shown = shown;
        writing = new Aside<>(
                worker,
                fx,
                asked -> Programs.source(PassageCase.of(asked.snapshot).problem(), asked.framework),
                heard((asked, source) -> {
                    asked.ready.accept(source);
                    notice.set(Message.done("code.copied", asked.framework.title()));
                }));
        saving = new Aside<>(worker, fx, CodeModel::saved, heard((asked, said) -> notice.set(said)));
    }

    private <Q, A> Aside.Ears<Q, A> heard(BiConsumer<Q, A> answered) {
        return new Aside.Ears<>() {
            @Override
            public void answered(Q question, A answer) {
                answered.accept(question, answer);
            }

            @Override
            public void failed(Q question, RuntimeException reason) {
                notice.set(Message.of("plain", Sentences.of(reason)));
            }
        };
    }

    /** Has the program for what is shown now written aside, and handed over; {@link #notice} says that it was. */
    public void source(Framework framework, Consumer<String> ready) {
        Snapshot snapshot = shown.get();
        notice.set(snapshot == null ? Message.of("code.nothing") : null);
        if (snapshot != null) {
            writing.ask(new Writing(snapshot, framework, ready));
        }
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
            return Message.done(
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
