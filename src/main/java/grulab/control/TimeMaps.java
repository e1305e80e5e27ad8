package grulab.control;

import grulab.model.Passage;
import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import org.jspecify.annotations.Nullable;

/**
 * A text and maps of units over one time axis, under one cursor. Unit and time are properties, both from 0: clicks and
 * drags write them, and whoever else writes them moves cursor and row.
 *
 * @param <W> what it says
 */
abstract class TimeMaps<W> extends WordedDrawing<W> {
    final TextStrip strip = new TextStrip();
    final StackCursor cursor = new StackCursor();
    final FocusRing ring = new FocusRing();
    final ShownUnits units = new ShownUnits();
    private final IntegerProperty unit = new SimpleIntegerProperty(this, "unit");
    private final IntegerProperty time = new SimpleIntegerProperty(this, "time");
    private final ReadOnlyObjectWrapper<@Nullable ColumnAxis> columns =
            new ReadOnlyObjectWrapper<>(this, "columns", null);
    private int awaited = 32;
    private boolean scrubbing;
    private @Nullable StackState state;
    private List<Object> built = List.of();

    TimeMaps(String id, double designWidth, double designHeight, W words) {
        super(id, designWidth, designHeight, words);
        unit.addListener(o -> {
            units.show(unit.get());
            refresh();
        });
        time.addListener(o -> refresh());
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

    /** What is read; null before there are numbers. */
    abstract @Nullable Passage passage();

    abstract StackFrame frame(int hidden, Look look);

    /** How many of the units have a row of the map. */
    int fitting(StackFrame frame, int hidden, Look look) {
        return RowAxis.fitting(frame.mapHeight(), hidden, look);
    }

    abstract StackState state(StackFrame frame, ColumnAxis axis, int t, int selected);

    /** Everything that does not move with selection and numbers: places, sizes, words, colours. */
    abstract void build(StackState s);

    /** Everything else; text and cursor are where they belong. */
    abstract void update(StackState s);

    @Nullable
    final StackState state() {
        return state;
    }

    final int selectedUnit() {
        return Math.max(0, Math.min(unit.get(), units.order().size() - 1));
    }

    /** So many columns are hatched while there are no numbers. */
    final void hatched(int steps) {
        awaited = steps;
        refresh();
    }

    /** Clicked or dragged to; columns stay where they are until the pointer lets go. */
    final void scrub(int t) {
        scrubbing = true;
        time.set(t);
    }

    final void letGo() {
        scrubbing = false;
        refresh();
    }

    final void scroll(int firstRow) {
        units.scroll(firstRow);
        refresh();
    }

    /** Takes over the order of other maps. */
    final void follow(UnitOrder whole) {
        units.follow(whole, unit.get());
        refresh();
    }

    @Override
    final void draw(Look look) {
        int hidden = units.order().size();
        int selected = selectedUnit();
        StackFrame frame = frame(hidden, look);
        units.fit(fitting(frame, hidden, look), selected);
        Passage passage = passage();
        int steps = passage == null ? awaited : passage.steps();
        int t = Math.max(0, Math.min(time.get(), steps - 1));
        StackState s = state(frame, columns(frame, passage, steps, t), t, selected);
        state = s;
        draw(s);
    }

    private ColumnAxis columns(StackFrame frame, @Nullable Passage passage, int steps, int t) {
        double room = getWidth() - frame.gutter() - frame.values();
        double narrowest = passage == null ? 0 : TextStrip.widest(passage.labels(), shownLook());
        double offset = state == null ? 0 : state.columns().offset();
        ColumnAxis kept = ColumnAxis.fit(frame.gutter(), room, steps, narrowest, shownLook())
                .scrolledTo(offset);
        return scrubbing ? kept.revealing(t) : kept.centred(t);
    }

    private void draw(StackState s) {
        List<Object> now = List.of(
                s.look(),
                words(),
                getWidth(),
                s.frame(),
                s.columns().column(),
                s.columns().count(),
                s.labels(),
                s.cell(),
                s.gradient());
        if (now.equals(built)) {
            strip.move(s);
            cursor.move(s);
        } else {
            built = now;
            strip.resizeRelocate(0, 0, getWidth(), s.frame().text() + s.frame().textHeight());
            strip.build(s);
            cursor.build(s);
            ring.look(s.look());
            build(s);
        }
        update(s);
        columns.set(s.columns());
    }
}
