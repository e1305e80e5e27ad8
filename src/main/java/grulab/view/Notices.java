package grulab.view;

import grulab.control.Numbers;
import grulab.model.Divergence;
import grulab.model.RunState;
import grulab.presentation.Message;
import grulab.presentation.TrainModel;
import grulab.presentation.Workspace;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Sentences about the run. What went wrong has a strip of its own, this one, until it is closed or mended; what was done
 * lies over the bars, where no result is, and leaves by itself; that nothing is trained yet stands in the empty chart.
 */
final class Notices extends VBox {
    private static final Duration STAY = Duration.seconds(6);

    private final Texts texts;
    private final VBox passing = new VBox();
    private final HBox untrained;
    private final Map<String, PauseTransition> leaving = new HashMap<>();
    private final ObjectProperty<@Nullable Message> said = new SimpleObjectProperty<>(this, "said");

    Notices(Workbench bench) {
        texts = bench.texts();
        TrainModel model = bench.model();
        setId("notices");
        getStyleClass().add("problems");
        passing.setId("passing");
        passing.setPickOnBounds(false);
        passing.setFillWidth(false);
        bench.onLook(look -> passing.setSpacing(look.px(6)));
        untrained = notice("untrained", texts.bind("state.untrained"));
        Labels.shown(
                untrained,
                Bindings.createBooleanBinding(
                        () -> model.state().get().phase() == RunState.Phase.IDLE
                                && model.snapshot().get() != null
                                && model.workspace().get() == Workspace.TRAIN,
                        model.state(),
                        model.snapshot(),
                        model.workspace()));
        HBox diverged =
                notice("diverged", texts.bind(() -> divergence(model.state().get()), model.state()), back(model));
        bad(diverged);
        Labels.shown(diverged, model.state().map(s -> s.divergence() != null));
        HBox check = notice(
                "self-check",
                texts.bind(
                        () -> texts.of(model.arithmetic().mismatch().get()),
                        model.arithmetic().mismatch()));
        bad(check);
        Labels.shown(check, model.arithmetic().mismatch().map(m -> true).orElse(false));
        getChildren().addAll(check, diverged);
        var whatIf = model.step().whatIf();
        follow("what-if-refused", whatIf.refusal(), m -> whatIf.dismiss());
        follow("notice", model.notice(), model::dismiss);
        follow(
                "exported",
                model.exchange().exports().notice(),
                m -> model.exchange().exports().dismiss());
        follow(
                "code-notice",
                model.exchange().code().notice(),
                m -> model.exchange().code().dismiss());
        follow("said", said, m -> said.set(null));
    }

    /** What was done, over the bars. */
    Region passing() {
        return passing;
    }

    /** In the middle of the chart, which is empty then. */
    Region untrained() {
        return untrained;
    }

    /** That something was done, for a while. */
    void say(String key) {
        said.set(null);
        said.set(Message.done(key));
    }

    /** What takes a message away that was shown; it runs while there is one. */
    PauseTransition leaving(String id) {
        return Objects.requireNonNull(leaving.get(id));
    }

    /** Whether there is anything in the strip. */
    boolean any() {
        return getChildren().stream().anyMatch(Node::isVisible);
    }

    /** @param dismiss forgets it where it comes from */
    private void follow(
            String id,
            ObservableValue<@Nullable Message> source,
            java.util.function.Consumer<@Nullable Message> dismiss) {
        Button close = Buttons.of(id + "-close", "faint");
        close.setText("✕");
        close.accessibleTextProperty().bind(texts.bind("keys.close"));
        close.setMinWidth(Region.USE_PREF_SIZE);
        close.setOnAction(e -> dismiss.accept(source.getValue()));
        HBox notice = notice(id, texts.bind(() -> texts.of(source.getValue()), source), Labels.spacer(), close);
        PauseTransition leave = new PauseTransition(STAY);
        leave.setOnFinished(e -> dismiss.accept(source.getValue()));
        leaving.put(id, leave);
        Runnable place = () -> {
            Message now = source.getValue();
            boolean done = now != null && now.done();
            close.setVisible(!done);
            close.setManaged(!done);
            passing.getChildren().remove(notice);
            getChildren().remove(notice);
            leave.stop();
            if (done) {
                passing.getChildren().add(notice);
                leave.playFromStart();
            } else if (now != null) {
                getChildren().add(notice);
            }
        };
        source.addListener(o -> place.run());
        place.run();
    }

    private HBox notice(String id, ObservableValue<String> text, Node... more) {
        Label words = Labels.of(text);
        words.setId(id + "-words");
        words.setMinHeight(Region.USE_PREF_SIZE);
        words.setWrapText(true);
        HBox notice = new HBox(words);
        notice.setId(id);
        notice.getStyleClass().add("notice");
        notice.getChildren().addAll(more);
        return notice;
    }

    private static void bad(HBox notice) {
        Glyph glyph = new Glyph("warning");
        glyph.getStyleClass().add("bad");
        notice.getChildren().add(0, glyph);
        notice.getStyleClass().add("bad");
    }

    private String divergence(RunState state) {
        Divergence d = state.divergence();
        if (d == null) {
            return "";
        }
        String key = Double.isInfinite(d.loss()) ? "state.diverged.infinite" : "state.diverged";
        return texts.of(key, Numbers.count(d.batch()));
    }

    private Button back(TrainModel model) {
        Button back = Buttons.of("back-to-good");
        back.textProperty()
                .bind(texts.bind(
                        () -> {
                            Divergence d = model.state().get().divergence();
                            return d == null ? "" : texts.of("state.back", Numbers.count(d.lastGood()));
                        },
                        model.state()));
        back.setMinWidth(Region.USE_PREF_SIZE);
        back.setOnAction(e -> model.backToLastGood());
        return back;
    }
}
