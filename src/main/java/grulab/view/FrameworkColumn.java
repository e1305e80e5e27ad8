package grulab.view;

import grulab.control.ConventionMap;
import grulab.control.ConventionWords;
import grulab.control.FrameworkTable;
import grulab.control.Look;
import grulab.model.CellType;
import grulab.model.FrameworkRow;
import grulab.model.Twin;
import grulab.presentation.TwinModel;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Who writes the cell how: the map of conventions, or the layout of the row that was chosen; below it the table. */
final class FrameworkColumn extends Region {
    /** What stands above the table. */
    private enum Page {
        MAP,
        LAYOUT
    }

    private final Workbench bench;
    private final TwinModel model;
    private final ObjectProperty<Page> page = new SimpleObjectProperty<>(this, "page", Page.MAP);
    private final ObjectProperty<@Nullable FrameworkRow> chosen = new SimpleObjectProperty<>(this, "chosen", null);
    private final ConventionMap map = new ConventionMap();
    private final FrameworkTable table = new FrameworkTable();
    private final RowCard card;
    private final HBox head;
    private final Segments<Page> pages;
    /** Of the one page that a cell of one form has. */
    private final Label title;

    private final Button twins;
    private final ExchangeDesk desk;
    private CellType cell = CellType.GRU;

    FrameworkColumn(Workbench bench, ObjectProperty<ConventionsWorkspace.Page> whole) {
        this.bench = bench;
        desk = new ExchangeDesk(bench, whole, chosen);
        model = bench.model().twin();
        setId("frameworks");
        getStyleClass().addAll("panel", "framework-column");
        card = new RowCard(bench);
        twins = Buttons.of(bench.texts(), "frameworks-back", "twin.title");
        twins.setOnAction(e -> whole.set(ConventionsWorkspace.Page.TWINS));
        pages = pages();
        title = Labels.of(bench.texts().bind(this::layoutName, chosen), "title");
        head = new HBox(pages, title, Labels.spacer(), twins);
        head.getStyleClass().add("twin-head");
        getChildren().addAll(head, map, card, table, desk);
        map.rows(FrameworkRow.ALL);
        map.onChoose(convention -> {
            model.choose(convention.update());
            model.choose(convention.reset());
        });
        table.onChoose(this::choose);
        bench.onLook(this::look);
        bench.texts().language().addListener(o -> words());
        words();
        page.addListener(o -> requestLayout());
        model.twin().addListener(o -> mark());
        model.other().addListener(o -> mark());
        bench.model().convention().computed().addListener(o -> mark());
        bench.model().experiment().addListener(o -> rows());
        rows();
        model.row().addListener((o, old, now) -> show(now));
        show(model.row().get());
    }

    private Segments<Page> pages() {
        Texts texts = bench.texts();
        Segments<Page> pages = new Segments<>(
                "framework-pages",
                List.of(
                        new Segments.Option<>(
                                Page.MAP, "page-map", texts.bind("frameworks.map"), texts.bind("frameworks.map"), null),
                        new Segments.Option<>(
                                Page.LAYOUT,
                                "page-layout",
                                texts.bind(this::layoutName, chosen),
                                texts.bind(this::layoutName, chosen),
                                null)),
                page,
                page::set);
        pages.getStyleClass().add("plain");
        return pages;
    }

    private String layoutName() {
        FrameworkRow row = chosen.get();
        return bench.texts().of("frameworks.layout", row == null ? "" : row.name());
    }

    /** A row is loaded as B, and shows how it stores its weights. */
    private void choose(FrameworkRow row) {
        if (row.cell() == CellType.GRU) {
            model.choose(row);
        }
        show(row);
        page.set(Page.LAYOUT);
    }

    private void show(@Nullable FrameworkRow row) {
        if (row != null && row.cell() == cell) {
            chosen.set(row);
            card.show(row);
            table.chosen(row);
        }
    }

    /** Narrow: the column has the window to itself, and a way back to the twins, if the cell has any. */
    void room(boolean narrow, boolean applies) {
        twins.setVisible(narrow && applies);
        twins.setManaged(narrow && applies);
        desk.asks(narrow || applies);
        pages.setVisible(applies);
        pages.setManaged(applies);
        title.setVisible(!applies);
        title.setManaged(!applies);
    }

    private void rows() {
        cell = bench.model().experiment().get().cell();
        List<FrameworkRow> rows = FrameworkRow.of(cell);
        table.rows(rows);
        FrameworkRow row = chosen.get();
        if (row == null || row.cell() != cell) {
            show(rows.get(0));
        }
        mark();
        requestLayout();
    }

    private void mark() {
        boolean gru = cell == CellType.GRU;
        map.twins(
                gru ? bench.model().convention().computed().get() : null,
                gru ? model.other().get() : null);
        table.twins(
                gru ? bench.model().convention().computed().get() : null,
                gru ? model.other().get() : null);
        Twin twin = model.twin().get();
        map.measured(twin == null ? null : (Double) twin.relabelled());
    }

    private void words() {
        ConventionWords words = new ConventionWords(bench.texts()::of);
        map.words(words);
        table.words(words);
    }

    private void look(Look look) {
        map.look(look);
        table.look(look);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        Look look = bench.look().get();
        boolean big = look.projector();
        double pad = look.px(16);
        double width = getWidth();
        double top = big ? 0 : look.px(40);
        double bottom = big ? 0 : look.px(44);
        double room = getHeight() - top - bottom;
        // the map is of the conventions of a GRU
        boolean layout = cell != CellType.GRU || (page.get() == Page.LAYOUT && !big);
        double upper = big ? room : Math.rint(Math.min(room * (layout ? 0.56 : 0.48), look.px(layout ? 440 : 342)));
        head.setVisible(!big);
        table.setVisible(!big);
        desk.setVisible(!big);
        map.setVisible(!layout);
        card.setVisible(layout);
        head.resizeRelocate(pad, look.px(4), width - 2 * pad, look.px(36));
        map.resizeRelocate(0, top, width, upper);
        card.resizeRelocate(0, top, width, upper);
        table.resizeRelocate(0, top + upper, width, Math.max(1, room - upper));
        desk.resizeRelocate(0, getHeight() - bottom, width, bottom);
    }
}
