package grulab.control;

import grulab.model.CellType;
import grulab.model.Passage;
import grulab.model.TwinDifference;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Group;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * Where the states of twin cells differ: the text, |Δh| of every unit, and its mean, over one time axis under one cursor.
 */
public final class DeltaMap extends TimeMaps<ConventionWords> {
    private static final double BAR = 106;

    private final Group header = new Group();
    private final DeltaLane lane = new DeltaLane();
    private final DeltaBars bars = new DeltaBars();
    private final DeltaFlag flag = new DeltaFlag(t -> goToFirst());
    private final DeltaCard card = new DeltaCard();
    private final Text largest = new Text();
    private String sentence = "";
    private @Nullable TwinDeltas deltas;
    private Consumer<TwinDifference> first = difference -> {};

    public DeltaMap() {
        super("delta-map", 940, 256, ConventionWords.NONE);
        strip.setId("delta-map-text");
        cursor.setId("delta-map-cursor");
        largest.setId("delta-max");
        header.setMouseTransparent(true);
        largest.setMouseTransparent(true);
        getChildren().addAll(header, strip, flag, lane, bars, largest, cursor, ring, card);
        flag.setViewOrder(-1);
        ring.follow(List.of(strip, flag, lane));
        MapsPointer pointer = new MapsPointer(this, card, 8);
        pointer.columns(strip, strip);
        pointer.columns(bars, strip);
        pointer.map(lane, MapQuantity.STATE);
        CopyMenu.on(lane, () -> words().of("copy"), this::table);
        CopyMenu.on(bars, () -> words().of("copy"), this::table);
    }

    /** @param hidden units H of each of the twins */
    public void show(Passage passage, TwinDifference difference, int hidden) {
        deltas = new TwinDeltas(passage, difference, hidden);
        units.count(hidden);
        refresh();
    }

    /** No numbers yet: a hatch where so many columns will be. */
    public void awaiting(int steps) {
        deltas = null;
        hatched(steps);
    }

    /** What is said where the twins are equal. */
    public void sentence(String words) {
        sentence = words;
        refresh();
    }

    /** The order of all units that other maps have; which of them fit is this control's own matter. */
    public void order(UnitOrder whole) {
        follow(whole);
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
            unitProperty().set(difference.unit());
            timeProperty().set(difference.t());
            first.accept(difference);
        }
    }

    @Override
    @Nullable
    Passage passage() {
        return deltas == null ? null : deltas.passage();
    }

    @Override
    StackFrame frame(int hidden, Look look) {
        return StackFrame.difference(getHeight(), hidden, look);
    }

    @Override
    StackState state(StackFrame frame, ColumnAxis axis, int t, int selected) {
        return new StackState(
                null,
                passage(),
                CellType.GRU,
                List.of(),
                selected,
                t,
                units.order(),
                units.sorting(),
                MapQuantity.STATE,
                false,
                shownLook(),
                words().stack(),
                frame,
                axis);
    }

    @Override
    void build(StackState s) {
        StackFrame place = s.frame();
        header(s);
        lane.resizeRelocate(0, place.maps(), getWidth(), place.mapHeight());
        lane.build(s);
        bars.resizeRelocate(0, place.bars(), getWidth(), place.barHeight());
    }

    @Override
    void update(StackState s) {
        lane.update(s, deltas, sentence, words());
        bars.update(s, deltas, words());
        flag.update(s, deltas, words());
        card.update(s, deltas, cursor, words());
        largest(s);
    }

    private void header(StackState s) {
        Look look = s.look();
        Palette palette = look.palette();
        double baseline = look.px(21, 30);
        header.getChildren().clear();
        Text title = Lettering.text(words().of("delta.title"), Fonts.semiBold(look.px(13, 20)), palette.ink);
        Lettering.left(title, look.px(16, 20), baseline);
        Legend legend = new Legend("|\u0394h|", "0", "2", palette.gates, look.px(BAR), "", look);
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
