package grulab.view;

import grulab.control.Numbers;
import grulab.model.Divergence;
import grulab.model.RunState;
import grulab.presentation.Message;
import grulab.presentation.TrainModel;
import grulab.presentation.Workspace;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Sentences about the run: not trained yet, diverged, a number that does not check, a change that is refused. */
final class Notices extends VBox {
    private final Texts texts;

    Notices(Workbench bench) {
        texts = bench.texts();
        TrainModel model = bench.model();
        setId("notices");
        setPickOnBounds(false);
        setFillWidth(false);
        bench.onLook(look -> setSpacing(look.px(6)));
        HBox untrained = notice("untrained", texts.bind("state.untrained"));
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
        Labels.shown(check, present(model.arithmetic().mismatch()));
        HBox other = notice("notice", texts.bind(() -> texts.of(model.notice().get()), model.notice()));
        Labels.shown(other, present(model.notice()));
        var refusal = model.step().whatIf().refusal();
        HBox refused = notice("what-if-refused", texts.bind(() -> texts.of(refusal.get()), refusal));
        Labels.shown(refused, present(refusal));
        HBox exported = notice("exported", said(model.exchange().exports().notice()));
        Labels.shown(exported, present(model.exchange().exports().notice()));
        HBox code = notice("code-notice", said(model.exchange().code().notice()));
        Labels.shown(code, present(model.exchange().code().notice()));
        getChildren().addAll(check, refused, other, exported, code, diverged, untrained);
    }

    private ObservableValue<String> said(ObservableValue<@Nullable Message> message) {
        return texts.bind(() -> texts.of(message.getValue()), message);
    }

    private static ObservableValue<Boolean> present(ObservableValue<@Nullable Message> message) {
        return message.map(m -> true).orElse(false);
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
