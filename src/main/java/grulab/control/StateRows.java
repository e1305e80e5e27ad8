package grulab.control;

import grulab.model.CellType;
import grulab.model.Quantity;
import grulab.model.Snapshot;
import grulab.model.arithmetic.Subject;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.input.KeyCode;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/**
 * What is read and what becomes of h: text and state over the same time axis, under one cursor; beneath them, if numbers
 * were changed by hand, how far the state has moved from what it would have been.
 */
public final class StateRows extends Drawing {
    private static final double HEIGHT = 140;
    private static final double PROJECTED = 176;
    private static final double CHANGE = 20;

    /** x and h as letters of their own; h with a tilde is the candidate. */
    private static final Pattern INPUT = Pattern.compile("(?<![A-Za-z])x(?![A-Za-z])");

    private static final Pattern STATE = Pattern.compile("(?<![A-Za-z])h(?![A-Za-z\u0303])");

    private final IntegerProperty unit = new SimpleIntegerProperty(this, "unit");
    private final IntegerProperty time = new SimpleIntegerProperty(this, "time");
    private final ReadOnlyObjectWrapper<@Nullable ColumnAxis> columns =
            new ReadOnlyObjectWrapper<>(this, "columns", null);
    private final TextStrip strip = new TextStrip();
    private final MapLane lane = new MapLane(MapQuantity.STATE);
    private final ChangeRow change = new ChangeRow();
    private final StackCursor cursor = new StackCursor();
    private final HoverCard card = new HoverCard();
    private final Rectangle frame = new Rectangle();
    private final FocusRing ring = new FocusRing();
    private StackWords words;
    private Look look = Look.STANDARD;
    private @Nullable Snapshot snapshot;
    private double[] changes = {};
    private CellType awaitedCell = CellType.GRU;
    private int awaited = 32;
    private UnitOrder order = UnitOrder.index(1);
    private String lit = "";
    private boolean scrubbing;
    private @Nullable StackState state;
    private List<Object> built = List.of();
    private Consumer<Subject> ask = subject -> {};
    private Consumer<@Nullable String> hoverTerm = term -> {};

    public StateRows(StackWords words) {
        super(908, HEIGHT);
        this.words = words;
        Fonts.ready();
        setId("state-rows");
        strip.setId("state-rows-text");
        lane.setId("state-rows-h");
        cursor.setId("state-rows-cursor");
        frame.setId("state-rows-lit");
        frame.setFill(null);
        frame.setMouseTransparent(true);
        getChildren().addAll(strip, lane, change, frame, cursor, ring, card);
        ring.follow(List.of(strip, lane));
        new RowsPointer(this, strip, lane, change);
        CopyMenu.on(lane, () -> this.words.copy(), this::table);
        lane.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER && snapshot != null) {
                ask();
                e.consume();
            }
        });
        unit.addListener(o -> {
            if (unit.get() < order.size()) {
                order = order.showing(unit.get());
            }
            refresh();
        });
        time.addListener(o -> refresh());
        widthProperty().addListener(o -> refresh());
        heightProperty().addListener(o -> refresh());
    }

    /** The selected unit, from 0. */
    public IntegerProperty unitProperty() {
        return unit;
    }

    /** The step under the cursor, from 0. */
    public IntegerProperty timeProperty() {
        return time;
    }

    /** Where the columns stand, for plots that stand above or below them; null before anything is drawn. */
    public ReadOnlyObjectProperty<@Nullable ColumnAxis> columnsProperty() {
        return columns.getReadOnlyProperty();
    }

    public void look(Look other) {
        look = other;
        requestLayout();
        refresh();
    }

    public void words(StackWords other) {
        words = other;
        refresh();
    }

    /** @param original what the numbers were before they were changed by hand, or null if they were not */
    public void snapshot(Snapshot shown, @Nullable Snapshot original) {
        boolean had = changes.length > 0;
        snapshot = shown;
        changes = ChangeRow.changes(shown, original);
        if (had != changes.length > 0) {
            requestLayout();
        }
        if (order.size() != shown.trace().hidden()) {
            order = UnitOrder.index(shown.trace().hidden());
        }
        refresh();
    }

    /** No numbers yet: a hatch where so many columns will be. */
    public void awaiting(CellType cell, int steps) {
        snapshot = null;
        changes = new double[0];
        awaitedCell = cell;
        awaited = steps;
        refresh();
    }

    /** The order of all units that other maps have; which of them fit is this control's own matter. */
    public void order(UnitOrder whole) {
        order = whole.window(order.first(), order.count());
        if (unit.get() < order.size()) {
            order = order.showing(unit.get());
        }
        refresh();
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

    void ask() {
        ask.accept(new Subject.Value(Quantity.STATE, time.get(), unit.get()));
    }

    void hoverTerm(@Nullable String term) {
        hoverTerm.accept(term);
    }

    @Nullable
    StackState state() {
        return state;
    }

    /** Columns stay where they are until the pointer lets go. */
    void scrub(int t) {
        scrubbing = true;
        time.set(t);
    }

    void letGo() {
        scrubbing = false;
        refresh();
    }

    void scroll(int first) {
        order = order.window(first, order.count());
        refresh();
    }

    void hover(HoverCard.@Nullable Cell cell) {
        if (state != null) {
            card.over(look.projector() ? null : cell, state, cursor);
        }
    }

    @Override
    Look shownLook() {
        return look;
    }

    @Override
    protected double computePrefHeight(double width) {
        return look.px(HEIGHT, PROJECTED) + (changes.length > 0 ? look.px(CHANGE, CHANGE + 7) : 0);
    }

    private void refresh() {
        if (getWidth() < 1 || getHeight() < 1) {
            return;
        }
        int steps = snapshot == null ? awaited : snapshot.trace().steps();
        int t = Math.max(0, Math.min(time.get(), steps - 1));
        int selected = Math.max(0, Math.min(unit.get(), order.size() - 1));
        StackFrame place = StackFrame.rows(getHeight(), order.size(), changes.length > 0, look);
        int fitting = RowAxis.fitting(place.mapHeight(), order.size(), StackFrame.SMALLEST_ROW, look);
        if (order.count() != fitting) {
            order = order.window(order.first(), fitting).showing(selected);
        }
        CellType cell = snapshot == null ? awaitedCell : snapshot.trace().cell();
        state = new StackState(
                snapshot,
                snapshot == null ? null : snapshot.passage(),
                cell,
                List.of(MapQuantity.STATE),
                selected,
                t,
                order,
                UnitSorting.INDEX,
                MapQuantity.STATE,
                false,
                look,
                words,
                place,
                columns(place, steps, t));
        draw(state);
    }

    private ColumnAxis columns(StackFrame place, int steps, int t) {
        double room = getWidth() - place.gutter() - place.values();
        double offset = state == null ? 0 : state.columns().offset();
        ColumnAxis kept =
                ColumnAxis.fit(place.gutter(), room, steps, widestLabel(), look).scrolledTo(offset);
        return scrubbing ? kept.revealing(t) : kept.centred(t);
    }

    private double widestLabel() {
        return snapshot == null ? 0 : TextStrip.widest(snapshot.passage().labels(), look);
    }

    private void draw(StackState s) {
        StackFrame place = s.frame();
        List<Object> now = List.of(
                look,
                words,
                getWidth(),
                place,
                s.columns().column(),
                s.columns().count(),
                s.labels(),
                s.cell());
        if (now.equals(built)) {
            strip.move(s);
            lane.update(s);
            cursor.move(s);
        } else {
            built = now;
            strip.resizeRelocate(0, 0, getWidth(), place.text() + place.textHeight());
            strip.build(s);
            lane.resizeRelocate(0, place.maps(), getWidth(), place.mapHeight());
            lane.build(s);
            change.resizeRelocate(0, place.bars(), getWidth(), place.barHeight());
            cursor.build(s);
            ring.look(look);
        }
        change.setVisible(changes.length > 0);
        if (changes.length > 0) {
            change.show(s, changes);
        }
        card.update(s, cursor);
        frame(s);
        columns.set(s.columns());
    }

    private void frame(StackState s) {
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
