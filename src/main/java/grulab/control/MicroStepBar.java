package grulab.control;

import grulab.model.CellType;
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
import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;

/** Walks through a step: back, play, forward, and a segment for each micro-step of the cell. */
public final class MicroStepBar extends Region {
    private static final String BACK = "M 4 0 L 0 5 L 4 10";
    private static final String FORWARD = "M 0 0 L 4 5 L 0 10";
    private static final String PLAY = "M 0 0 L 11 6 L 0 12 Z";
    private static final String PAUSE = "M 0 0 H 3.5 V 12 H 0 Z M 7 0 H 10.5 V 12 H 7 Z";

    private final BarButton back = new BarButton("micro-back", BACK, false);
    private final BarButton play = new BarButton("micro-play", PLAY, true);
    private final BarButton forward = new BarButton("micro-forward", FORWARD, false);
    private final List<MicroStepSegment> segments = new ArrayList<>();
    private final StepClock clock = new StepClock(MicroSteps.count(CellType.GRU), this::ask, this::played);
    private DiagramWords words = new DiagramWords(key -> "");
    private Look look = Look.STANDARD;
    private CellType cell = CellType.GRU;
    private Convention convention = Convention.PYTORCH;
    private IntConsumer listener = step -> {};
    private int step = MicroSteps.count(cell);

    public MicroStepBar() {
        setId("micro-step-bar");
        getStyleClass().add("micro-step-bar");
        setAccessibleRole(AccessibleRole.TOOL_BAR);
        build();
        back.setOnAction(e -> back());
        forward.setOnAction(e -> forward());
        play.setOnAction(e -> togglePlay());
        look(look);
    }

    private void build() {
        segments.clear();
        for (int i = 1; i <= last(); i++) {
            MicroStepSegment segment = new MicroStepSegment(i, MicroSteps.symbol(cell, i, convention), i == last());
            segment.setOnAction(e -> choose(segment.number()));
            segments.add(segment);
        }
        getChildren().setAll(back, play, forward);
        getChildren().addAll(segments);
    }

    private int last() {
        return MicroSteps.count(cell);
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

    /** Shows the micro-steps of a cell; a product's segment says what the convention multiplies. */
    public void cell(CellType newCell, Convention newConvention) {
        if (cell != newCell) {
            int carried = MicroSteps.carried(step, cell, newCell);
            cell = newCell;
            convention = newConvention;
            clock.until(last());
            build();
            look(look);
            name();
            microStep(carried);
        } else if (!convention.equals(newConvention)) {
            convention = newConvention;
            segments.forEach(s -> s.symbol(MicroSteps.symbol(cell, s.number(), convention)));
            name();
        }
    }

    /** What is shown now, from 1 to the last of the cell. */
    public void microStep(int newStep) {
        MicroSteps.check(newStep, cell);
        step = newStep;
        clock.shown(step);
        segments.forEach(s -> s.choose(s.number() == step));
        back.setDisable(step == 1);
        forward.setDisable(step == last());
    }

    public int microStep() {
        return step;
    }

    public void back() {
        choose(Math.max(1, step - 1));
    }

    public void forward() {
        choose(Math.min(last(), step + 1));
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

    /** Buttons first; each segment ends where its column of the diagram above ends. */
    @Override
    protected void layoutChildren() {
        double top = snappedTopInset();
        double height = getHeight() - top - snappedBottomInset();
        double x = snappedLeftInset();
        for (BarButton button : List.of(back, play, forward)) {
            double width = button.prefWidth(-1);
            button.resizeRelocate(x, top, width, height);
            x += width;
        }
        double right = getWidth() - snappedRightInset();
        List<Double> ends = MicroSteps.ends(cell);
        double start = x;
        for (int i = 0; i < segments.size(); i++) {
            double even = start + (right - start) * (i + 1) / segments.size();
            double end = snapPositionX(ends.isEmpty() ? even : Math.min(right, ends.get(i) * getWidth()));
            segments.get(i).resizeRelocate(x, top, Math.max(0, end - x), height);
            x = end;
        }
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
        segments.forEach(s -> s.name(words.sentence(cell, s.number(), convention)));
    }
}
