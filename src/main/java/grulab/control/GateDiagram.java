package grulab.control;

import grulab.model.CellType;
import grulab.model.arithmetic.Subject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One time step as a circuit: strips are the column under the cursor, wires carry them from left to right in the order
 * of computation. It shows the convention that the numbers were computed under.
 */
public final class GateDiagram extends Region {
    private static final double WIDTH = 456;
    private static final double HEIGHT = 263;

    private final DoubleProperty elapsed = new SimpleDoubleProperty(this, "elapsed");
    private final FocusRing ring = new FocusRing();
    private final Tooltip tip = new Tooltip();
    private Timeline clock = new Timeline();
    private Look look = Look.STANDARD;
    private DiagramWords words = new DiagramWords(key -> "");
    private CellType cell = CellType.GRU;
    private CellDrawing drawing = CellDrawing.of(cell);
    private DiagramFrame frame = DiagramFrame.still(null, MicroSteps.count(cell));
    private @Nullable DiagramMotion motion;
    private @Nullable DiagramBox placed;
    private String placedLabel = "";
    private boolean detailed;
    private boolean backward;
    private double speed = 1;
    private @Nullable String litTerm;
    private @Nullable DiagramMoment litFor;
    private IntConsumer onUnit = unit -> {};
    private Runnable onInput = () -> {};
    private Consumer<Subject> onAsk = subject -> {};
    private Consumer<@Nullable String> onHoverTerm = term -> {};

    public GateDiagram() {
        setId("gate-diagram");
        getStyleClass().add("gate-diagram");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(true);
        ring.setId("gate-diagram-focus");
        ring.follow(List.of(this));
        getChildren().addAll(drawing, ring);
        elapsed.addListener((o, was, ms) -> {
            if (motion != null) {
                draw(motion.at(ms.doubleValue()));
            }
        });
        listen();
        tip.setShowDelay(Duration.millis(300));
        look(look);
    }

    /** Makes room for the parts of another cell, whose numbers are still to come. A whole step stays whole. */
    public void cell(CellType other) {
        if (other == cell) {
            return;
        }
        finish();
        int level = MicroSteps.carried((int) frame.level(), cell, other);
        cell = other;
        drawing = CellDrawing.of(cell);
        getChildren().set(0, drawing);
        listen();
        placed = null;
        requestLayout();
        draw(DiagramFrame.still(null, level));
        speak();
    }

    private void listen() {
        drawing.parts().forEach(this::explain);
        drawing.strips().forEach((part, strip) -> strip.setOnMouseClicked(e -> choose(part, strip, e)));
    }

    /** Colours, sizes; a movement that is under way ends. */
    public void look(Look newLook) {
        finish();
        look = newLook;
        setPrefSize(look.px(WIDTH), look.px(HEIGHT));
        setMinSize(look.px(200), look.px(120));
        ring.look(look);
        placed = null;
        requestLayout();
        draw(frame);
    }

    public void words(DiagramWords newWords) {
        words = newWords;
        placed = null;
        requestLayout();
        speak();
    }

    /**
     * Shows a step. A switch of convention and the step before or after move; newer numbers and another cell just
     * appear.
     */
    public void show(DiagramMoment moment) {
        cell(moment.cell());
        if (motion != null && sameStep(motion.end().now(), moment)) {
            motion = motion.towards(moment);
        } else {
            finish();
            DiagramMotion next = DiagramMotion.between(frame, moment);
            if (next == null) {
                draw(DiagramFrame.still(moment, frame.level()));
            } else {
                start(next);
            }
        }
        speak();
    }

    /** Nothing is computed yet, or no longer. */
    public void clear() {
        finish();
        draw(DiagramFrame.still(null, frame.level()));
        speak();
    }

    /** How much of the step is done, from 1 to the last of the cell. */
    public void microStep(int step) {
        MicroSteps.check(step, cell);
        finish();
        if (step != frame.level()) {
            start(DiagramMotion.toLevel(frame, step, cell));
        }
        speak();
    }

    /** Hears the unit whose cell in a strip is clicked, from 0. */
    public void onUnit(IntConsumer listener) {
        onUnit = listener;
    }

    /** Hears the number that is asked about by a click on what carries it. */
    public void onAsk(Consumer<Subject> listener) {
        onAsk = listener;
    }

    /** Hears of a click on what is read, which nothing has made. */
    public void onInput(Runnable listener) {
        onInput = listener;
    }

    /** Hears the term that the part under the pointer carries, and null when the pointer leaves it. */
    public void onHoverTerm(Consumer<@Nullable String> listener) {
        onHoverTerm = listener;
    }

    /** Marks the parts that carry a term, "U_r h" or "r", until it is called with null. */
    public void lit(@Nullable String term) {
        if (!Objects.equals(term, litTerm)) {
            litTerm = term;
            light();
            drawing.draw(frame);
        }
    }

    /** As the Step workspace shows it: wider strips, numbers where there is room, the place of a window of units. */
    public void detailed(boolean now) {
        finish();
        detailed = now;
        placed = null;
        requestLayout();
        draw(frame);
    }

    /** Shows any moment between micro-steps at rest: 3.4 is 40 % of the way to micro-step 4. */
    public void level(double level) {
        MicroSteps.check((int) Math.ceil(level), cell);
        finish();
        draw(DiagramFrame.still(frame.now(), level));
        speak();
    }

    /** How many times as fast as usual micro-steps move. */
    public void speed(double times) {
        speed = times;
    }

    /** The gradient at the ends of the colour map on the way back; 0 on the way forward. */
    public double backwardScale() {
        DiagramMoment now = frame.now();
        return now == null || now.slopes() == null ? 0 : now.slopes().scale();
    }

    /** Ends the movement under way at once. */
    public void finish() {
        clock.stop();
        if (motion != null) {
            DiagramFrame end = motion.end();
            motion = null;
            draw(end);
        }
    }

    /** The picture that is shown now. */
    DiagramFrame frame() {
        return frame;
    }

    boolean isMoving() {
        return motion != null;
    }

    /** Draws any moment of any movement. */
    void draw(DiagramFrame next) {
        frame = next;
        place();
        if (litTerm != null && litFor != frame.now()) {
            light();
        }
        drawing.draw(frame);
    }

    private static boolean sameStep(@Nullable DiagramMoment a, DiagramMoment b) {
        return a != null
                && a.t() == b.t()
                && a.unit() == b.unit()
                && a.isBackward() == b.isBackward()
                && a.convention().equals(b.convention())
                && a.label().equals(b.label());
    }

    private void start(DiagramMotion next) {
        if (look.reducedMotion() || getScene() == null) {
            draw(next.end());
            return;
        }
        motion = next;
        elapsed.set(0);
        draw(next.at(0));
        clock = new Timeline(new KeyFrame(Duration.millis(next.duration()), new KeyValue(elapsed, next.duration())));
        clock.setRate(speed);
        clock.setOnFinished(e -> finish());
        clock.play();
    }

    @Override
    protected void layoutChildren() {
        draw(frame);
    }

    private void place() {
        double width = getWidth() > 0 ? getWidth() : getPrefWidth();
        double height = getHeight() > 0 ? getHeight() : getPrefHeight();
        DiagramBox box =
                detailed ? DiagramBox.detailed(width, height, look, units()) : DiagramBox.fit(width, height, look);
        String label = frame.now() == null ? "" : frame.now().label();
        if (box.equals(placed) && label.equals(placedLabel) && backward == frame.isBackward()) {
            return;
        }
        if (!box.equals(placed)) {
            drawing.place(box, look, words, detailed);
        }
        placed = box;
        placedLabel = label;
        backward = frame.isBackward();
        if (drawing.wire(label, backward)) {
            drawing.wires().forEach(wire -> explain(wire.wire().part(), wire));
        }
        light();
    }

    private int units() {
        return frame.now() == null ? Integer.MAX_VALUE : frame.now().trace().hidden();
    }

    private void light() {
        litFor = frame.now();
        Set<DiagramPart> parts = new HashSet<>();
        if (litTerm != null && litFor != null) {
            for (DiagramPart part : cellParts()) {
                String carried = part.shownTerm(litFor);
                if (carried != null && TermNames.id(carried).equals(TermNames.id(litTerm))) {
                    parts.add(part);
                }
            }
        }
        drawing.light(parts);
    }

    private List<DiagramPart> cellParts() {
        List<DiagramPart> all = new ArrayList<>(drawing.parts().keySet());
        drawing.wires().forEach(wire -> all.add(wire.wire().part()));
        return all;
    }

    private void explain(DiagramPart part, Node node) {
        Tooltip.install(node, tip);
        node.setOnMouseEntered(e -> {
            tip.setText(tip(part));
            DiagramMoment now = frame.now();
            String term = now == null ? null : part.shownTerm(now);
            onHoverTerm.accept(term == null ? null : TermNames.id(term));
        });
        node.setOnMouseExited(e -> onHoverTerm.accept(null));
        node.setOnMouseClicked(e -> {
            if (frame.now() != null) {
                ask(part, frame.now().unit());
            }
        });
    }

    /** What the pointer is told about a part: what it carries with its shape, and its name. */
    String tip(DiagramPart part) {
        DiagramMoment now = frame.now();
        if (now == null) {
            return words.part(part);
        }
        return part.carries(now) + "\n" + (now.isBackward() ? words.slope(part) : words.part(part));
    }

    /** A cell of a strip is a unit's number. */
    private void choose(DiagramPart part, StripNode strip, MouseEvent e) {
        DiagramMoment now = frame.now();
        int row = strip.rowAt(e.getY());
        if (now != null && row >= 0) {
            UnitOrder order = drawing.fitting(now).order();
            int unit = order.unitAt(order.first() + row);
            onUnit.accept(unit);
            ask(part, unit);
        }
        e.consume();
    }

    private void ask(DiagramPart part, int unit) {
        DiagramMoment now = frame.now();
        Subject subject = now == null ? null : part.subject(now, unit);
        if (subject != null) {
            onAsk.accept(subject);
        } else if (now != null) {
            onInput.run();
        }
    }

    private void speak() {
        DiagramMoment now = motion == null ? frame.now() : motion.end().now();
        double level = motion == null ? frame.level() : motion.end().level();
        setAccessibleText(now == null ? words.nothing() : words.spoken(Math.max(1, (int) Math.ceil(level)), now));
    }
}
