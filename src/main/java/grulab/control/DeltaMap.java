package grulab.control;

import grulab.model.CellType;
import grulab.model.Passage;
import grulab.model.TwinDifference;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.Group;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * Where the states of twin cells differ: the text, |Δh| of every unit, and its mean, over one time axis under one cursor.
 * Unit and time are properties, both from 0.
 */
public final class DeltaMap extends ConventionDrawing {
    private static final double BAR = 106;

    private final IntegerProperty unit = new SimpleIntegerProperty(this, "unit");
    private final IntegerProperty time = new SimpleIntegerProperty(this, "time");
    private final ReadOnlyObjectWrapper<@Nullable ColumnAxis> columns =
            new ReadOnlyObjectWrapper<>(this, "columns", null);
    private final Group header = new Group();
    private final TextStrip strip = new TextStrip();
    private final DeltaLane lane = new DeltaLane();
    private final DeltaBars bars = new DeltaBars();
    private final StackCursor cursor = new StackCursor();
    private final DeltaFlag flag = new DeltaFlag(t -> goToFirst());
    private final DeltaCard card = new DeltaCard();
    private final FocusRing ring = new FocusRing();
    private final Text largest = new Text();
    private String sentence = "";
    private @Nullable TwinDeltas deltas;
    private int awaited = 32;
    private UnitOrder order = UnitOrder.index(1);
    private boolean scrubbing;
    private @Nullable StackState state;
    private List<Object> built = List.of();
    private Consumer<TwinDifference> first = difference -> {};

    public DeltaMap() {
        super("delta-map", 940, 256);
        strip.setId("delta-map-text");
        cursor.setId("delta-map-cursor");
        largest.setId("delta-max");
        header.setMouseTransparent(true);
        largest.setMouseTransparent(true);
        getChildren().addAll(header, strip, flag, lane, bars, largest, cursor, ring, card);
        flag.setViewOrder(-1);
        ring.follow(List.of(strip, flag, lane));
        new DeltaPointer(this, strip, lane, bars);
        CopyMenu.on(lane, () -> words().of("copy"), this::table);
        CopyMenu.on(bars, () -> words().of("copy"), this::table);
        unit.addListener(o -> {
            if (unit.get() >= 0 && unit.get() < order.size()) {
                order = order.showing(unit.get());
            }
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

    /** Where the columns stand; null before anything is drawn. */
    public ReadOnlyObjectProperty<@Nullable ColumnAxis> columnsProperty() {
        return columns.getReadOnlyProperty();
    }

    /** @param hidden units H of each of the twins */
    public void show(Passage passage, TwinDifference difference, int hidden) {
        deltas = new TwinDeltas(passage, difference, hidden);
        if (order.size() != hidden) {
            order = UnitOrder.index(hidden);
        }
        refresh();
    }

    /** No numbers yet: a hatch where so many columns will be. */
    public void awaiting(int steps) {
        deltas = null;
        awaited = steps;
        refresh();
    }

    /** What is said where the twins are equal. */
    public void sentence(String words) {
        sentence = words;
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

    /** Hears when the flag at the first difference is clicked; time and unit are there then. */
    public void onFirst(Consumer<TwinDifference> listener) {
        first = listener;
    }

    /** All differences separated by tabs, as its menu copies them; empty before there are any. */
    public String table() {
        return deltas == null ? "" : deltas.table();
    }

    private void goToFirst() {
        if (deltas != null && !deltas.difference().equal()) {
            TwinDifference difference = deltas.difference();
            unit.set(difference.unit());
            time.set(difference.t());
            first.accept(difference);
        }
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

    void scroll(int firstRow) {
        order = order.window(firstRow, order.count());
        refresh();
    }

    /** @param t −1 for no cell */
    void hover(int t, int row) {
        if (state != null) {
            card.over(shownLook().projector() ? -1 : t, row);
        }
    }

    @Override
    void draw(Look look) {
        int steps = deltas == null ? awaited : deltas.steps();
        int t = Math.max(0, Math.min(time.get(), steps - 1));
        int selected = Math.max(0, Math.min(unit.get(), order.size() - 1));
        StackFrame place = StackFrame.difference(getHeight(), order.size(), look);
        int fitting = RowAxis.fitting(place.mapHeight(), order.size(), look);
        if (order.count() != fitting) {
            order = order.window(order.first(), fitting).showing(selected);
        }
        state = new StackState(
                null,
                deltas == null ? null : deltas.passage(),
                CellType.GRU,
                List.of(),
                selected,
                t,
                order,
                UnitSorting.INDEX,
                MapQuantity.STATE,
                false,
                look,
                words().stack(),
                place,
                columns(place, steps, t));
        draw(state);
    }

    private ColumnAxis columns(StackFrame place, int steps, int t) {
        double room = getWidth() - place.gutter() - place.values();
        double offset = state == null ? 0 : state.columns().offset();
        double narrowest =
                deltas == null ? 0 : TextStrip.widest(deltas.passage().labels(), shownLook());
        ColumnAxis kept = ColumnAxis.fit(place.gutter(), room, steps, narrowest, shownLook())
                .scrolledTo(offset);
        return scrubbing ? kept.revealing(t) : kept.centred(t);
    }

    private void draw(StackState s) {
        StackFrame place = s.frame();
        List<Object> now = List.of(
                s.look(),
                words(),
                getWidth(),
                place,
                s.columns().column(),
                s.columns().count(),
                s.labels());
        if (now.equals(built)) {
            strip.move(s);
            cursor.move(s);
        } else {
            built = now;
            header(s);
            strip.resizeRelocate(0, 0, getWidth(), place.text() + place.textHeight());
            strip.build(s);
            lane.resizeRelocate(0, place.maps(), getWidth(), place.mapHeight());
            lane.build(s);
            bars.resizeRelocate(0, place.bars(), getWidth(), place.barHeight());
            cursor.build(s);
            ring.look(s.look());
        }
        lane.update(s, deltas, sentence, words());
        bars.update(s, deltas, words());
        flag.update(s, deltas, words());
        card.update(s, deltas, cursor, words());
        largest(s);
        columns.set(s.columns());
    }

    private void header(StackState s) {
        Look look = s.look();
        Palette palette = look.palette();
        double baseline = look.px(21, 30);
        header.getChildren().clear();
        Text title = Lettering.text(words().of("delta.title"), Fonts.semiBold(look.px(13, 20)), palette.ink);
        Lettering.left(title, look.px(16, 20), baseline);
        Look larger = look.projector() ? look.withScale(look.scale() * 1.5) : look;
        Legend legend = new Legend("|\u0394h|", "0", "2", palette.gates, look.px(BAR), "", larger);
        double right = Math.max(s.columns().right(), title.getX() + Lettering.width(title) + legend.width());
        legend.setLayoutX(Math.min(getWidth() - look.px(16), right + look.px(14)) - legend.width());
        legend.setLayoutY(baseline);
        header.getChildren().addAll(title, legend);
    }

    private void largest(StackState s) {
        Look look = s.look();
        boolean shown = deltas != null && !deltas.difference().equal();
        largest.setVisible(shown);
        if (!shown || deltas == null) {
            return;
        }
        Lettering.style(largest, Fonts.monoBold(look.px(13.5, 20)), look.palette().ink);
        largest.setText(words().of("delta.max") + " "
                + TwinDeltas.print(deltas.difference().largest()));
        Lettering.left(
                largest,
                s.columns().right() + look.px(5),
                s.frame().text() + s.frame().textHeight() / 2 + look.px(4.7, 7));
    }
}
