package grulab.control;

import grulab.model.CellType;
import grulab.model.Quantity;
import grulab.model.Snapshot;
import grulab.model.arithmetic.Subject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.Node;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/**
 * What one reading of a text does to a cell: text, every gate and state (z, r, h̃, h of a GRU) and the gradient over the
 * same time axis, under one cursor. Unit and time are properties, both from 0: clicks and drags write them, and whoever else writes them moves
 * cursor and row.
 */
public final class TimeStack extends Drawing {
    private final IntegerProperty unit = new SimpleIntegerProperty(this, "unit");
    private final IntegerProperty time = new SimpleIntegerProperty(this, "time");
    private final BooleanProperty logarithmic = new SimpleBooleanProperty(this, "logarithmic");
    private final ShownUnits units = new ShownUnits();
    private final StackHeader header = new StackHeader(this::sorting);
    private final TextStrip strip = new TextStrip();
    private final List<MapLane> lanes =
            Arrays.stream(MapQuantity.values()).map(MapLane::new).toList();
    private final GradientBars bars = new GradientBars(this::gradient);
    private final StackCursor cursor = new StackCursor();
    private final HoverCard card = new HoverCard();
    private final FocusRing ring = new FocusRing();
    private final Rectangle clip = new Rectangle();
    private StackWords words;
    private Look look = Look.STANDARD;
    private @Nullable Snapshot snapshot;
    private CellType awaitedCell = CellType.GRU;
    private int awaited = 32;
    private MapQuantity gradient = MapQuantity.STATE;
    private Consumer<Subject> asked = subject -> {};
    private boolean scrubbing;
    private @Nullable StackState state;
    private List<Object> built = List.of();

    public TimeStack(StackWords words) {
        super(716, 594);
        this.words = words;
        Fonts.ready();
        setId("time-stack");
        setClip(clip);
        // First for the keyboard, yet over the strip, whose numbers reach up to it, for the pointer.
        header.setViewOrder(-1);
        getChildren().addAll(header, strip);
        getChildren().addAll(lanes);
        getChildren().addAll(bars, cursor, ring, card);
        List<Node> parts = new ArrayList<>(List.of(header.order(), strip));
        parts.addAll(lanes);
        parts.add(bars);
        parts.add(bars.chooser());
        ring.follow(parts);
        new StackPointer(this, strip, lanes, bars);
        unit.addListener(o -> {
            units.show(unit.get());
            refresh();
        });
        time.addListener(o -> refresh());
        logarithmic.addListener(o -> refresh());
        units.orderProperty().addListener(o -> refresh());
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

    /** Whether gradient bars are logarithmic. */
    public BooleanProperty logarithmicProperty() {
        return logarithmic;
    }

    /** The order in which every map, and every strip elsewhere, shows its units. */
    public ReadOnlyObjectProperty<UnitOrder> orderProperty() {
        return units.orderProperty();
    }

    public void look(Look other) {
        look = other;
        refresh();
    }

    public void words(StackWords other) {
        words = other;
        refresh();
    }

    /** The newest numbers. */
    public void snapshot(Snapshot newest) {
        if (newest.trace().cell() != cell()) {
            gradient = MapQuantity.STATE;
        }
        snapshot = newest;
        units.take(newest, Math.min(unit.get(), newest.trace().hidden() - 1));
        refresh();
    }

    /** No numbers yet: a hatch where so many columns will be. */
    public void awaiting(CellType cell, int steps) {
        snapshot = null;
        awaitedCell = cell;
        gradient = MapQuantity.STATE;
        awaited = steps;
        refresh();
    }

    /** Puts units in another order. */
    public void sorting(UnitSorting sorting) {
        units.choose(sorting, snapshot, selectedUnit());
        refresh();
    }

    public UnitSorting sorting() {
        return units.sorting();
    }

    /** Puts units in order by the numbers shown now; to be called when training pauses. */
    public void sortAgain() {
        units.sort(snapshot, selectedUnit());
    }

    /** Moves the selection so many rows down in the shown order. */
    public void moveUnit(int rows) {
        UnitOrder order = units.order();
        int row = Math.max(0, Math.min(order.size() - 1, order.rowOf(selectedUnit()) + rows));
        unit.set(order.unitAt(row));
    }

    /** The numbers of a map, separated by tabs, as its menu copies them; empty before there are any. */
    public String table(Quantity quantity) {
        if (snapshot == null) {
            return "";
        }
        for (MapQuantity what : MapQuantity.of(cell())) {
            if (what.quantity == quantity) {
                return TraceTable.of(snapshot, what);
            }
        }
        throw new IllegalArgumentException("there is no map of " + quantity);
    }

    private CellType cell() {
        return snapshot == null ? awaitedCell : snapshot.trace().cell();
    }

    /** What the bars are the gradient of, until another cell comes. */
    private void gradient(MapQuantity what) {
        gradient = what;
        refresh();
    }

    /** The numbers of the gradient bars as a spreadsheet reads them; empty before the first snapshot. */
    String gradientTable() {
        return snapshot == null ? "" : TraceTable.gradient(snapshot, gradient);
    }

    private int selectedUnit() {
        int hidden = snapshot == null ? units.order().size() : snapshot.trace().hidden();
        return Math.max(0, Math.min(unit.get(), hidden - 1));
    }

    @Nullable
    StackState state() {
        return state;
    }

    ShownUnits units() {
        return units;
    }

    /** Hears of a number that is clicked twice. */
    public void onAsk(Consumer<Subject> listener) {
        asked = listener;
    }

    void ask(Subject subject) {
        asked.accept(subject);
    }

    /** Clicked or dragged to; columns stay where they are until the pointer lets go. */
    void scrub(int t) {
        scrubbing = true;
        time.set(t);
    }

    void letGo() {
        scrubbing = false;
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

    private void refresh() {
        if (getWidth() < 1 || getHeight() < 1) {
            return;
        }
        int hidden = snapshot == null ? units.order().size() : snapshot.trace().hidden();
        int steps = snapshot == null ? awaited : snapshot.trace().steps();
        StackFrame frame = StackFrame.of(getHeight(), MapQuantity.of(cell()).size(), hidden, look);
        units.fit(RowAxis.fitting(frame.mapHeight(), hidden, look), selectedUnit());
        int t = Math.max(0, Math.min(time.get(), steps - 1));
        state = new StackState(
                snapshot,
                snapshot == null ? null : snapshot.passage(),
                cell(),
                MapQuantity.of(cell()),
                selectedUnit(),
                t,
                units.order(),
                units.sorting(),
                gradient,
                logarithmic.get(),
                look,
                words,
                frame,
                columns(frame, steps, t));
        draw(state);
    }

    private ColumnAxis columns(StackFrame frame, int steps, int t) {
        double room = getWidth() - frame.gutter() - frame.values();
        ColumnAxis fresh = ColumnAxis.fit(frame.gutter(), room, steps, widestLabel(), look);
        double offset = state == null ? 0 : state.columns().offset();
        ColumnAxis kept = fresh.scrolledTo(offset);
        return scrubbing ? kept.revealing(t) : kept.centred(t);
    }

    private double widestLabel() {
        return snapshot == null ? 0 : TextStrip.widest(snapshot.passage().labels(), look);
    }

    private void draw(StackState s) {
        List<Object> now = List.of(
                look,
                words,
                getWidth(),
                s.frame(),
                s.columns().column(),
                s.columns().count(),
                s.labels(),
                s.cell(),
                s.gradient());
        if (!now.equals(built)) {
            build(s);
            built = now;
            return;
        }
        header.update(s, getWidth());
        strip.move(s);
        for (MapLane lane : lanes) {
            if (lane.isVisible()) {
                lane.update(s);
            }
        }
        bars.update(s);
        cursor.move(s);
        card.update(s, cursor);
    }

    private void build(StackState s) {
        clip.setWidth(getWidth());
        clip.setHeight(getHeight());
        StackFrame frame = s.frame();
        header.build(s, getWidth());
        strip.resizeRelocate(0, 0, getWidth(), frame.text() + frame.textHeight());
        strip.build(s);
        for (MapLane lane : lanes) {
            lane.setVisible(s.lanes().contains(lane.what));
            if (lane.isVisible()) {
                lane.resizeRelocate(0, s.mapTop(lane.what), getWidth(), frame.mapHeight());
                lane.build(s);
            }
        }
        bars.setVisible(frame.barHeight() > 0);
        bars.resizeRelocate(0, frame.bars(), getWidth(), frame.barHeight());
        bars.build(s);
        cursor.build(s);
        card.update(s, cursor);
        ring.look(look);
    }
}
