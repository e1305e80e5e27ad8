package grulab.presentation;

import grulab.model.Sampling;
import grulab.model.Tokens;
import grulab.text.BuiltInCorpus;
import grulab.text.Corpora;
import grulab.text.Corpus;
import grulab.text.TextFile;
import grulab.text.TokenText;
import grulab.text.UnreadableText;
import grulab.text.UnusableText;
import grulab.text.WindowSampler;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The text that the next start will learn: a built-in one, or a file that is read aside. Whatever goes wrong with a
 * file, the old text stays.
 */
public final class TextModel {
    private final Executor aside;
    private final Executor fx;
    private final Runnable chosenByPerson;
    private final ReadOnlyObjectWrapper<Choice> chosen;
    private final ReadOnlyObjectWrapper<@Nullable Loading> loading = new ReadOnlyObjectWrapper<>(this, "loading", null);
    private final ReadOnlyObjectWrapper<@Nullable Message> problem = new ReadOnlyObjectWrapper<>(this, "problem", null);
    private AtomicBoolean cancelled = new AtomicBoolean();

    /**
     * A text with what the panel says of it.
     *
     * @param corpus null if only its name is known, as of a text that is learned already
     * @param length in tokens
     * @param kinds different tokens
     */
    public record Choice(@Nullable Corpus corpus, String name, int length, int kinds) {
        public boolean builtIn() {
            return Corpora.isBuiltIn(name);
        }
    }

    /** A file that is being read: characters so far. */
    public record Loading(String file, long characters) {}

    TextModel(Executor aside, Executor fx, Runnable chosenByPerson, String name) {
        this.aside = aside;
        this.fx = fx;
        this.chosenByPerson = chosenByPerson;
        chosen = new ReadOnlyObjectWrapper<>(this, "chosen", new Choice(null, name, 0, 0));
    }

    /** Names of the built-in texts, in the order in which they are offered; titles are in the bundles. */
    public List<String> builtIn() {
        return Corpora.builtIn().stream().map(BuiltInCorpus::id).toList();
    }

    public ReadOnlyObjectProperty<Choice> chosen() {
        return chosen.getReadOnlyProperty();
    }

    /** Null unless a file is being read. */
    public ReadOnlyObjectProperty<@Nullable Loading> loading() {
        return loading.getReadOnlyProperty();
    }

    /** Why the last file could not be used; null if it could. */
    public ReadOnlyObjectProperty<@Nullable Message> problem() {
        return problem.getReadOnlyProperty();
    }

    /** Takes a built-in text. */
    public void choose(String id) {
        if (!id.equals(chosen.get().name())) {
            read(id, chosenByPerson);
        }
    }

    /** Reads a built-in text aside, then goes on. */
    void read(String id, Runnable then) {
        cancel();
        cancelled = new AtomicBoolean();
        read(id, () -> Corpora.load(id), then);
    }

    /** Reads a file aside; {@link #loading} tells how far. */
    public void open(Path file) {
        Path leaf = file.getFileName();
        String name = leaf == null ? file.toString() : leaf.toString();
        AtomicBoolean stop = new AtomicBoolean();
        cancel();
        cancelled = stop;
        loading.set(new Loading(name, 0));
        read(
                name,
                () -> TextFile.read(
                        file,
                        n -> fx.execute(() -> {
                            if (loading.get() != null && cancelled == stop) {
                                loading.set(new Loading(name, n));
                            }
                        }),
                        stop::get),
                chosenByPerson);
    }

    /** Gives up reading. */
    public void cancel() {
        cancelled.set(true);
        loading.set(null);
    }

    /** What is learned now; nothing was chosen since, or it was chosen and has begun. */
    void learned(String name, int length, int kinds) {
        Choice now = chosen.get();
        chosen.set(new Choice(name.equals(now.name()) ? now.corpus() : null, name, length, kinds));
    }

    void problem(@Nullable Message message) {
        problem.set(message);
    }

    /** The characters that a text needs for one batch. */
    static long shortest(int batch, int steps, Sampling sampling) {
        return WindowSampler.shortest(batch, steps, sampling);
    }

    private interface Source {
        Corpus read() throws UnreadableText;
    }

    private void read(String name, Source source, Runnable then) {
        problem.set(null);
        AtomicBoolean stop = cancelled;
        aside.execute(() -> {
            try {
                Corpus corpus = source.read();
                TokenText text = TokenText.of(corpus, Tokens.CHAR);
                Choice choice = new Choice(
                        corpus, corpus.name(), text.length(), text.vocabulary().size());
                fx.execute(() -> finish(stop, () -> {
                    chosen.set(choice);
                    then.run();
                }));
            } catch (UnreadableText e) {
                fx.execute(() -> finish(stop, () -> problem.set(message(e))));
            } catch (UnusableText e) {
                fx.execute(() -> finish(stop, () -> problem.set(message(e, name))));
            } catch (CancellationException e) {
                fx.execute(() -> finish(stop, () -> {}));
            }
        });
    }

    private void finish(AtomicBoolean stop, Runnable then) {
        if (cancelled == stop) {
            loading.set(null);
            if (!stop.get()) {
                then.run();
            }
        }
    }

    private static Message message(UnreadableText e) {
        return switch (e.reason()) {
            case BINARY, NOT_TEXT -> Message.of("state.bad-file", e.file());
            case MISSING -> Message.of("file.missing", e.file());
            case DIRECTORY -> Message.of("file.folder", e.file());
            case UNREADABLE -> Message.of("file.unreadable", e.file());
            case EMPTY -> Message.of("file.empty", e.file());
            case TOO_LARGE -> Message.of("file.large", e.file(), NumberText.show(TextFile.LARGEST >> 20));
        };
    }

    private static Message message(UnusableText e, String file) {
        return switch (e.reason()) {
            case TOO_SHORT -> Message.of("file.empty", file);
            case TOO_MANY_SYMBOLS ->
                Message.of("file.kinds", file, NumberText.show(e.found()), NumberText.show(e.limit()));
        };
    }
}
