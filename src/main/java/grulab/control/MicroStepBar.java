package grulab.control;

import grulab.model.Convention;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.geometry.Insets;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Border;
import javafx.scene.layout.BorderStroke;
import javafx.scene.layout.BorderStrokeStyle;
import javafx.scene.layout.BorderWidths;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.shape.SVGPath;

/** Walks through a step: back, play, forward, and a segment for each of the six micro-steps. */
public final class MicroStepBar extends HBox {
    private static final String BACK = "M 4 0 L 0 5 L 4 10";
    private static final String FORWARD = "M 0 0 L 4 5 L 0 10";
    private static final String PLAY = "M 0 0 L 11 6 L 0 12 Z";
    private static final String PAUSE = "M 0 0 H 3.5 V 12 H 0 Z M 7 0 H 10.5 V 12 H 7 Z";

    private final BarButton back = new BarButton("micro-back", BACK, false);
    private final BarButton play = new BarButton("micro-play", PLAY, true);
    private final BarButton forward = new BarButton("micro-forward", FORWARD, false);
    private final List<MicroStepSegment> segments = new ArrayList<>();
    private final StepClock clock = new StepClock(this::ask, this::played);
    private DiagramWords words = new DiagramWords(key -> "");
    private Look look = Look.STANDARD;
    private Convention convention = Convention.PYTORCH;
    private IntConsumer listener = step -> {};
    private int step = 6;

    public MicroStepBar() {
        setId("micro-step-bar");
        getStyleClass().add("micro-step-bar");
        setAccessibleRole(AccessibleRole.TOOL_BAR);
        getChildren().addAll(back, play, forward);
        for (int i = 1; i <= 6; i++) {
            MicroStepSegment segment = new MicroStepSegment(i);
            segment.setOnAction(e -> choose(segment.number()));
            HBox.setHgrow(segment, Priority.ALWAYS);
            segments.add(segment);
        }
        getChildren().addAll(segments);
        back.setOnAction(e -> back());
        forward.setOnAction(e -> forward());
        play.setOnAction(e -> togglePlay());
        look(look);
    }

    /** Hears which micro-step is asked for; {@link #microStep} then says that it is shown. */
    public void onMicroStep(IntConsumer newListener) {
        listener = newListener;
    }

    public void look(Look newLook) {
        look = newLook;
        Palette palette = look.palette();
        CornerRadii corners = new CornerRadii(look.px(6));
        setBackground(new Background(new BackgroundFill(palette.surface, corners, Insets.EMPTY)));
        setBorder(new Border(
                new BorderStroke(palette.border, BorderStrokeStyle.SOLID, corners, new BorderWidths(look.px(1)))));
        double height = look.px(38, 46);
        setMinHeight(height);
        setPrefHeight(height);
        setMaxHeight(height);
        for (BarButton button : List.of(back, play, forward)) {
            button.look(look);
        }
        segments.forEach(s -> s.look(look));
    }

    public void words(DiagramWords newWords) {
        words = newWords;
        name();
    }

    /** The product's segment says what the convention multiplies. */
    public void convention(Convention newConvention) {
        if (!convention.equals(newConvention)) {
            convention = newConvention;
            segments.forEach(s -> s.convention(convention));
            name();
        }
    }

    /** What is shown now, 1 to 6. */
    public void microStep(int newStep) {
        if (newStep < 1 || newStep > 6) {
            throw new IllegalArgumentException("micro-steps are 1 to 6, not " + newStep);
        }
        step = newStep;
        clock.shown(step);
        segments.forEach(s -> s.choose(s.number() == step));
        back.setDisable(step == 1);
        forward.setDisable(step == 6);
    }

    public int microStep() {
        return step;
    }

    public void back() {
        choose(Math.max(1, step - 1));
    }

    public void forward() {
        choose(Math.min(6, step + 1));
    }

    /** Plays on from here, from the first micro-step if the step is complete, or stops. */
    public void togglePlay() {
        clock.toggle(step);
    }

    public boolean isPlaying() {
        return clock.isPlaying();
    }

    /** Stops playing where it is. */
    public void stop() {
        clock.stop();
    }

    private void choose(int to) {
        clock.stop();
        ask(to);
        // a segment that was clicked twice stays chosen
        segments.forEach(s -> s.choose(s.number() == step));
    }

    private void ask(int to) {
        if (to != step) {
            listener.accept(to);
        }
    }

    private void played(boolean playing) {
        ((SVGPath) play.getGraphic()).setContent(playing ? PAUSE : PLAY);
        play.setAccessibleText(playing ? words.pause() : words.play());
    }

    private void name() {
        back.name(words.back());
        forward.name(words.forward());
        play.name(isPlaying() ? words.pause() : words.play());
        segments.forEach(s -> s.name(words.sentence(s.number(), convention)));
    }
}
