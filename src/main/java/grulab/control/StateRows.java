package grulab.control;

import grulab.model.CellType;
import grulab.model.Passage;
import grulab.model.Quantity;
import grulab.model.Snapshot;
import grulab.model.arithmetic.Subject;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/**
 * What is read and what becomes of h: text and state over the same time axis, under one cursor; beneath them, if numbers
 * were changed by hand, how far the state has moved from what it would have been.
 */
public final class StateRows extends TimeMaps<StackWords> {
    private static final double HEIGHT = 140;
    private static final double PROJECTED = 176;
    private static final double CHANGE = 20;

    /** x and h as letters of their own; h with a tilde is the candidate. */
    private static final Pattern INPUT = Pattern.compile("(?<![A-Za-z])x(?![A-Za-z])");

    private static final Pattern STATE = Pattern.compile("(?<![A-Za-z])h(?![A-Za-z\u0303])");

    private final MapLane lane = new MapLane(MapQuantity.STATE);
    private final ChangeRow change = new ChangeRow();
    private final HoverCard card = new HoverCard();
    private final Rectangle frame = new Rectangle();
    private @Nullable Snapshot snapshot;
    private double[] changes = {};
    private CellType awaitedCell = CellType.GRU;
    private String lit = "";
    private Consumer<Subject> ask = subject -> {};
    private Consumer<@Nullable String> hoverTerm = term -> {};

    public StateRows(StackWords words) {
        super("state-rows", 908, HEIGHT, words);
        strip.setId("state-rows-text");
        lane.setId("state-rows-h");
        cursor.setId("state-rows-cursor");
        frame.setId("state-rows-lit");
        frame.setFill(null);
        frame.setMouseTransparent(true);
        getChildren().addAll(strip, lane, change, frame, cursor, ring, card);
        ring.follow(List.of(strip, lane));
        MapsPointer pointer = new MapsPointer(this, card, 6);
        pointer.columns(strip, strip);
        pointer.columns(change, strip);
        pointer.map(lane, MapQuantity.STATE, (before, cell, e) -> {
            if (cell.unit() == before.unit() && cell.t() == before.t()) {
                ask();
            }
        });
        lights(strip, "x");
        lights(lane, "h");
        CopyMenu.on(lane, () -> words().copy(), this::table);
        lane.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER && snapshot != null) {
                ask();
                e.consume();
            }
        });
    }

    private void lights(Node row, String term) {
        row.addEventHandler(MouseEvent.MOUSE_ENTERED, e -> hoverTerm.accept(term));
        row.addEventHandler(MouseEvent.MOUSE_EXITED, e -> hoverTerm.accept(null));
    }

    /** @param original what the numbers were before they were changed by hand, or null if they were not */
    public void snapshot(Snapshot shown, @Nullable Snapshot original) {
        boolean had = changes.length > 0;
        snapshot = shown;
        changes = ChangeRow.changes(shown, original);
        if (had != changes.length > 0) {
            requestLayout();
        }
        units.count(shown.trace().hidden());
        refresh();
    }

    /** No numbers yet: a hatch where so many columns will be. */
    public void awaiting(CellType cell, int steps) {
        snapshot = null;
        changes = new double[0];
        awaitedCell = cell;
        hatched(steps);
    }

    /** The order of all units that other maps have; which of them fit is this control's own matter. */
    public void order(UnitOrder whole) {
        follow(whole);
    }

    /** Frames the row that a term has its numbers from: "x", "W_r x"; "h", "h′", "U_r h"; none for any other, or null. */
    public void lit(@Nullable String term) {
        lit = term == null ? "" : term;
        refresh();
    }

    /** Hears of a cell of h that is clicked while it is the selected one: what made it? */
    public void onAsk(Consumer<Subject> listener) {
        ask = listener;
    }

    /** Hears which row the pointer is over: "x", "h", or null. */
    public void onHoverTerm(Consumer<@Nullable String> listener) {
        hoverTerm = listener;
    }

    /** The states, separated by tabs, as the menu of their map copies them; empty before there are any. */
    public String table() {
        return snapshot == null ? "" : TraceTable.of(snapshot, MapQuantity.STATE);
    }

    private void ask() {
        ask.accept(new Subject.Value(
                Quantity.STATE, timeProperty().get(), unitProperty().get()));
    }

    @Override
    protected double computePrefHeight(double width) {
        Look look = shownLook();
        return look.px(HEIGHT, PROJECTED) + (changes.length > 0 ? look.px(CHANGE, CHANGE + 7) : 0);
    }

    @Override
    @Nullable
    Passage passage() {
        return snapshot == null ? null : snapshot.passage();
    }

    @Override
    StackFrame frame(int hidden, Look look) {
        return StackFrame.rows(getHeight(), hidden, changes.length > 0, look);
    }

    @Override
    int fitting(StackFrame frame, int hidden, Look look) {
        return RowAxis.fitting(frame.mapHeight(), hidden, StackFrame.SMALLEST_ROW, look);
    }

    @Override
    StackState state(StackFrame frame, ColumnAxis axis, int t, int selected) {
        return new StackState(
                snapshot,
                passage(),
                snapshot == null ? awaitedCell : snapshot.trace().cell(),
                List.of(MapQuantity.STATE),
                selected,
                t,
                units.order(),
                units.sorting(),
                MapQuantity.STATE,
                false,
                shownLook(),
                words(),
                frame,
                axis);
    }

    @Override
    void build(StackState s) {
        StackFrame place = s.frame();
        lane.resizeRelocate(0, place.maps(), getWidth(), place.mapHeight());
        lane.build(s);
        change.resizeRelocate(0, place.bars(), getWidth(), place.barHeight());
    }

    @Override
    void update(StackState s) {
        lane.update(s);
        change.setVisible(changes.length > 0);
        if (changes.length > 0) {
            change.show(s, changes);
        }
        card.update(s, cursor);
        frame(s);
    }

    private void frame(StackState s) {
        Look look = s.look();
        boolean text = INPUT.matcher(lit).find();
        frame.setVisible(snapshot != null && (text || STATE.matcher(lit).find()));
        StackFrame place = s.frame();
        double out = look.px(2, 3);
        frame.setStroke(text ? look.palette().x : look.palette().h);
        frame.setStrokeWidth(look.px(2.5, 4));
        frame.setX(s.columns().left() - out);
        frame.setWidth(s.columns().width() + 2 * out);
        frame.setY((text ? place.text() : place.maps()) - out);
        frame.setHeight((text ? place.textHeight() : place.mapHeight()) + 2 * out);
    }
}
