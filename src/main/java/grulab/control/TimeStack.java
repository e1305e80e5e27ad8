package grulab.control;

import grulab.model.CellType;
import grulab.model.Passage;
import grulab.model.Quantity;
import grulab.model.Snapshot;
import grulab.model.arithmetic.Subject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/**
 * What one reading of a text does to a cell: text, every gate and state (z, r, h̃, h of a GRU) and the gradient over the
 * same time axis, under one cursor.
 */
public final class TimeStack extends TimeMaps<StackWords> {
    private final BooleanProperty logarithmic = new SimpleBooleanProperty(this, "logarithmic");
    private final StackHeader header = new StackHeader(this::sorting);
    private final List<MapLane> lanes =
            Arrays.stream(MapQuantity.values()).map(MapLane::new).toList();
    private final GradientBars bars = new GradientBars(this::gradient);
    private final HoverCard card = new HoverCard();
    private final Rectangle clip = new Rectangle();
    private @Nullable Snapshot snapshot;
    private CellType awaitedCell = CellType.GRU;
    private MapQuantity gradient = MapQuantity.STATE;
    private Consumer<Subject> asked = subject -> {};

    public TimeStack(StackWords words) {
        super("time-stack", 716, 594, words);
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
        new StackPointer(this, strip, lanes, bars, card);
        logarithmic.addListener(o -> refresh());
    }

    /** Whether gradient bars are logarithmic. */
    public BooleanProperty logarithmicProperty() {
        return logarithmic;
    }

    /** The order in which every map, and every strip elsewhere, shows its units. */
    public ReadOnlyObjectProperty<UnitOrder> orderProperty() {
        return units.orderProperty();
    }

    /** The newest numbers. */
    public void snapshot(Snapshot newest) {
        if (newest.trace().cell() != cell()) {
            gradient = MapQuantity.STATE;
        }
        snapshot = newest;
        units.take(newest, Math.min(unitProperty().get(), newest.trace().hidden() - 1));
        refresh();
    }

    /** No numbers yet: a hatch where so many columns will be. */
    public void awaiting(CellType cell, int steps) {
        snapshot = null;
        awaitedCell = cell;
        gradient = MapQuantity.STATE;
        hatched(steps);
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
        refresh();
    }

    /** Moves the selection so many rows down in the shown order. */
    public void moveUnit(int rows) {
        UnitOrder order = units.order();
        int row = Math.max(0, Math.min(order.size() - 1, order.rowOf(selectedUnit()) + rows));
        unitProperty().set(order.unitAt(row));
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

    /** Hears of a number that is clicked twice. */
    public void onAsk(Consumer<Subject> listener) {
        asked = listener;
    }

    void ask(Subject subject) {
        asked.accept(subject);
    }

    /** What makes a gradient bar as high as it is? */
    void askNorm(int t) {
        ask(new Subject.Norm(gradient.quantity, t));
    }

    @Override
    @Nullable
    Passage passage() {
        return snapshot == null ? null : snapshot.passage();
    }

    @Override
    StackFrame frame(int hidden, Look look) {
        return StackFrame.of(getHeight(), MapQuantity.of(cell()).size(), hidden, look);
    }

    @Override
    StackState state(StackFrame frame, ColumnAxis axis, int t, int selected) {
        return new StackState(
                snapshot,
                passage(),
                cell(),
                MapQuantity.of(cell()),
                selected,
                t,
                units.order(),
                units.sorting(),
                gradient,
                logarithmic.get(),
                shownLook(),
                words(),
                frame,
                axis);
    }

    @Override
    void build(StackState s) {
        clip.setWidth(getWidth());
        clip.setHeight(getHeight());
        StackFrame frame = s.frame();
        header.build(s, getWidth());
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
    }

    @Override
    void update(StackState s) {
        header.update(s, getWidth());
        for (MapLane lane : lanes) {
            if (lane.isVisible()) {
                lane.update(s);
            }
        }
        bars.update(s);
        card.update(s, cursor);
    }
}
