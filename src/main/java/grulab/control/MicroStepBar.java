package grulab.control;

import grulab.model.CellType;
import grulab.model.Convention;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
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
import org.jspecify.annotations.Nullable;

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
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper(this, "playing");
    private final StepClock clock = new StepClock(MicroSteps.count(CellType.GRU), this::ask, this::played);
    private DiagramWords words = new DiagramWords(key -> "");
    private Look look = Look.STANDARD;
    private CellType cell = CellType.GRU;
    private Convention convention = Convention.PYTORCH;
    private IntConsumer listener = step -> {};
    private @Nullable IntPredicate beyond;
    private int step = MicroSteps.count(cell);
    private boolean wide;
    private boolean backward;

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
            MicroStepSegment segment = new MicroStepSegment(i, symbol(i));
            segment.setOnAction(e -> choose(segment.number()));
            segments.add(segment);
        }
        arrange();
    }

    private void arrange() {
        getChildren().setAll(columns());
        if (!wide) {
            getChildren().addAll(0, List.of(back, play, forward));
        }
        for (MicroStepSegment s : segments) {
            int column = columns().indexOf(s);
            s.stand(wide, wide && column == 0, column == segments.size() - 1);
            s.shown(step);
        }
        requestLayout();
    }

    /** From left to right: the columns of the diagram above, through which the way back runs from the right. */
    private List<MicroStepSegment> columns() {
        List<MicroStepSegment> all = new ArrayList<>(segments);
        if (backward) {
            Collections.reverse(all);
        }
        return all;
    }

    private FormulaText symbol(int number) {
        return backward
                ? SlopeFormulas.symbol(cell, number, convention)
                : MicroSteps.symbol(cell, number, convention, wide);
    }

    private int last() {
        return MicroSteps.count(cell);
    }

    /** Hears which micro-step is asked for; {@link #microStep} then says that it is shown. */
    public void onMicroStep(IntConsumer newListener) {
        listener = newListener;
    }

    /**
     * Buttons and play go on beyond the ends.
     *
     * @param newBeyond goes to the next (1) or the last (−1) micro-step of the neighbouring time step; false if there is none
     */
    public void onBeyond(IntPredicate newBeyond) {
        beyond = newBeyond;
        clock.onward(() -> newBeyond.test(1));
        microStep(step);
    }

    public void look(Look newLook) {
        look = newLook;
        Palette palette = look.palette();
        CornerRadii corners = new CornerRadii(look.px(6));
        setBackground(new Background(new BackgroundFill(palette.surface, corners, Insets.EMPTY)));
        setBorder(new Border(
                new BorderStroke(palette.border, BorderStrokeStyle.SOLID, corners, new BorderWidths(look.px(1)))));
        double height = wide ? look.px(46) : look.px(38, 46);
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
            symbols();
        }
    }

    private void symbols() {
        segments.forEach(s -> s.symbol(symbol(s.number())));
        name();
    }

    /** A bar of its own height with names, without buttons: whoever asks for it has them elsewhere. */
    public void wide(boolean now) {
        wide = now;
        arrange();
        symbols();
        look(look);
    }

    /** Names the micro-steps of the way back, from right to left as they run through the diagram. */
    public void backward(boolean now) {
        backward = now;
        arrange();
        symbols();
    }

    /** How fast it plays; 1 is 900 ms a micro-step. */
    public void speed(double times) {
        clock.speed(times);
    }

    /** What is shown now, from 1 to the last of the cell. */
    public void microStep(int newStep) {
        MicroSteps.check(newStep, cell);
        step = newStep;
        clock.shown(step);
        segments.forEach(s -> s.shown(step));
        back.setDisable(beyond == null && step == 1);
        forward.setDisable(beyond == null && step == last());
    }

    public int microStep() {
        return step;
    }

    public void back() {
        if (step == 1) {
            beyond(-1);
        } else {
            choose(step - 1);
        }
    }

    public void forward() {
        if (step == last()) {
            beyond(1);
        } else {
            choose(step + 1);
        }
    }

    private void beyond(int by) {
        clock.stop();
        boolean moved = beyond != null && beyond.test(by);
        (by < 0 ? back : forward).setDisable(!moved);
    }

    /** Plays on from here, from the first micro-step if the step is complete, and into the next time steps; or stops. */
    public void togglePlay() {
        clock.toggle(step);
    }

    public boolean isPlaying() {
        return playing.get();
    }

    public ReadOnlyBooleanProperty playingProperty() {
        return playing.getReadOnlyProperty();
    }

    /** Plays on from here, from the first micro-step if the step is complete, and into the next time steps. */
    public void play() {
        clock.play(step);
    }

    /** Stops playing where it is. */
    public void pause() {
        clock.stop();
    }

    /** Buttons first; each segment ends where its column of the diagram above ends. */
    @Override
    protected void layoutChildren() {
        double top = snappedTopInset();
        double height = getHeight() - top - snappedBottomInset();
        double x = snappedLeftInset();
        for (BarButton button : wide ? List.<BarButton>of() : List.of(back, play, forward)) {
            double width = button.prefWidth(-1);
            button.resizeRelocate(x, top, width, height);
            x += width;
        }
        double right = getWidth() - snappedRightInset();
        List<Double> ends = MicroSteps.ends(cell, wide);
        List<MicroStepSegment> columns = columns();
        double start = x;
        for (int i = 0; i < columns.size(); i++) {
            double even = start + (right - start) * (i + 1) / columns.size();
            double end = snapPositionX(ends.isEmpty() ? even : Math.min(right, ends.get(i) * getWidth()));
            columns.get(i).resizeRelocate(x, top, Math.max(0, end - x), height);
            x = end;
        }
    }

    private void choose(int to) {
        clock.stop();
        ask(to);
        // a segment that was clicked twice stays chosen
        segments.forEach(s -> s.shown(step));
    }

    private void ask(int to) {
        if (to != step) {
            listener.accept(to);
        }
    }

    private void played(boolean now) {
        playing.set(now);
        ((SVGPath) play.getGraphic()).setContent(now ? PAUSE : PLAY);
        play.setAccessibleText(now ? words.pause() : words.play());
    }

    private void name() {
        back.name(words.back());
        forward.name(words.forward());
        play.name(isPlaying() ? words.pause() : words.play());
        segments.forEach(s -> s.name(
                words.sentence(cell, s.number(), convention, backward), words.column(cell, s.number(), backward)));
    }
}
