package grulab.presentation;

import grulab.interop.file.BadModel;
import grulab.interop.file.ModelHints;
import grulab.interop.file.ModelLayer;
import grulab.interop.weights.LayerOutline;
import grulab.interop.weights.ModelFile;
import grulab.model.CellType;
import grulab.model.ResetPosition;
import grulab.model.UpdateMeaning;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Weights opened from a file: which layers it has, which of them is chosen, and what it holds. Files are read aside; the
 * newest wish wins. A file that cannot be opened leaves the one before as it is.
 */
public final class WeightsModel {
    /** What is to be read: the only layer if none is named. */
    private record Wish(
            Path file, ModelHints hints, @Nullable String layer) {}

    /** What came of it: at best both, at worst only the sentence why not. */
    private record Found(
            @Nullable OpenedModel opened,
            @Nullable LoadedWeights loaded,
            boolean unsaid,
            boolean doubted,
            String notice) {
        static Found refusal(String sentence) {
            return new Found(null, null, false, false, sentence);
        }
    }

    private final Aside<Wish, Found> aside;
    private final ReadOnlyObjectWrapper<@Nullable OpenedModel> opened =
            new ReadOnlyObjectWrapper<>(this, "opened", null);
    private final ReadOnlyObjectWrapper<@Nullable LoadedWeights> chosen =
            new ReadOnlyObjectWrapper<>(this, "chosen", null);
    private final ReadOnlyBooleanWrapper unsaid = new ReadOnlyBooleanWrapper(this, "unsaid");
    private final ReadOnlyBooleanWrapper doubted = new ReadOnlyBooleanWrapper(this, "doubted");
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper(this, "notice", "");
    /** Of what is opened; null before. */
    private @Nullable Wish answered;

    /**
     * @param worker where files are read
     * @param fx the thread of everything else
     */
    public WeightsModel(Executor worker, Executor fx) {
        aside = new Aside<>(worker, fx, WeightsModel::read, new Aside.Ears<>() {
            @Override
            public void answered(Wish question, Found answer) {
                show(question, answer);
            }

            @Override
            public void failed(Wish question, RuntimeException reason) {
                notice.set(Sentences.of(reason));
            }
        });
    }

    /** What was opened last; null before. */
    public ReadOnlyObjectProperty<@Nullable OpenedModel> opened() {
        return opened.getReadOnlyProperty();
    }

    /** The layer that is chosen, read; null while none is, or if it cannot be used. */
    public ReadOnlyObjectProperty<@Nullable LoadedWeights> chosen() {
        return chosen.getReadOnlyProperty();
    }

    /** True if nothing in the file tells the convention of the GRU that is chosen, so that it has to be said. */
    public ReadOnlyBooleanProperty unsaid() {
        return unsaid.getReadOnlyProperty();
    }

    /**
     * True if the GRU that is chosen was written by what is known to forget where its reset gate acts, so that it is read
     * as it stands and may be meant otherwise.
     */
    public ReadOnlyBooleanProperty doubted() {
        return doubted.getReadOnlyProperty();
    }

    /** Why what was asked for last cannot be done, one sentence; empty if it was done. */
    public ReadOnlyStringProperty notice() {
        return notice.getReadOnlyProperty();
    }

    /** True while a file is read. */
    public ReadOnlyBooleanProperty reading() {
        return aside.busy();
    }

    /** Opens a file, and reads its layer if it has only one. */
    public void open(Path file) {
        ask(new Wish(file, ModelHints.NONE, null));
    }

    /** Reads another layer of the opened file. */
    public void choose(String layer) {
        if (answered != null) {
            ask(new Wish(answered.file, answered.hints, layer));
        }
    }

    /**
     * Says of the opened file what it does not say itself, and reads the chosen layer again; null where nothing is said.
     *
     * @param layout id of the row in whose layout the file is
     */
    public void say(@Nullable ResetPosition reset, @Nullable UpdateMeaning update, @Nullable String layout) {
        if (answered != null) {
            ask(new Wish(answered.file, new ModelHints(null, reset, update, layout), answered.layer));
        }
    }

    /** Leaves the file: weights come from elsewhere now. */
    public void leave() {
        aside.forget();
        answered = null;
        unsaid.set(false);
        doubted.set(false);
        notice.set("");
        opened.set(null);
        chosen.set(null);
    }

    private void ask(Wish wish) {
        unsaid.set(false);
        doubted.set(false);
        notice.set("");
        aside.ask(wish);
    }

    private void show(Wish wish, Found found) {
        notice.set(found.notice);
        unsaid.set(found.unsaid);
        doubted.set(found.doubted);
        if (found.opened != null) {
            answered = wish;
            chosen.set(null);
            opened.set(found.opened);
            chosen.set(found.loaded);
        }
    }

    private static Found read(Wish wish) {
        ModelFile file;
        try {
            file = ModelFile.open(wish.file, wish.hints);
        } catch (BadModel e) {
            return Found.refusal(Sentences.of(e));
        }
        String name = String.valueOf(wish.file.getFileName());
        OpenedModel opened = new OpenedModel(
                wish.file, name, file.layers().stream().map(WeightsModel::layer).toList(), file.unsupported());
        if (wish.layer == null && opened.layers().size() > 1) {
            return new Found(opened, null, false, false, "");
        }
        try {
            ModelLayer layer = file.layer(wish.layer);
            return new Found(
                    opened,
                    new LoadedWeights(
                            name,
                            layer.name(),
                            layer.convention(),
                            layer.weights(),
                            layer.start(),
                            layer.reverse(),
                            layer.options(),
                            layer.layout()),
                    false,
                    layer.resetDoubted(),
                    "");
        } catch (BadModel e) {
            boolean unsaid = opened.layers().stream()
                    .filter(layer -> wish.layer == null || layer.name().equals(wish.layer))
                    .anyMatch(layer -> layer.cell() == CellType.GRU && layer.convention() == null);
            return new Found(opened, null, unsaid, false, Sentences.of(e));
        }
    }

    private static OpenedModel.Layer layer(LayerOutline outline) {
        return new OpenedModel.Layer(
                outline.name(),
                outline.cell(),
                outline.convention(),
                outline.inputs(),
                outline.hidden(),
                outline.outputs(),
                outline.reverse(),
                outline.layout());
    }
}
