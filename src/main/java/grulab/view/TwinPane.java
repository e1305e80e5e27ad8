package grulab.view;

import grulab.control.DiagramMoment;
import grulab.control.DiagramWords;
import grulab.control.FormulaPanel;
import grulab.control.FormulaWords;
import grulab.control.GateDiagram;
import grulab.control.Look;
import grulab.control.MicroSteps;
import grulab.control.UnitOrder;
import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.FrameworkRow;
import grulab.model.Snapshot;
import grulab.model.Twin;
import grulab.model.arithmetic.Line;
import grulab.presentation.Selection;
import grulab.presentation.TwinModel;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** One of the two cells: whose it is, its diagram at the selected step, and its formulas. */
final class TwinPane extends Region {
    private final Workbench bench;
    private final TwinModel model;
    private final boolean second;
    private final ReadOnlyObjectProperty<UnitOrder> order;
    private final HBox head = new HBox();
    private final GateDiagram diagram = new GateDiagram();
    private final TwinFormulas formulas;
    private final FormulaPanel terms = new FormulaPanel();
    private final ObservableBooleanValue opened;

    /**
     * @param second true for B, whose convention is chosen here; A is the running experiment's
     * @param opened whether the lines with their numbers stand in the place of the diagram
     */
    TwinPane(Workbench bench, boolean second, ReadOnlyObjectProperty<UnitOrder> order, ObservableBooleanValue opened) {
        this.bench = bench;
        this.second = second;
        this.order = order;
        this.opened = opened;
        model = bench.model().twin();
        formulas = new TwinFormulas(bench);
        String id = second ? "twin-b" : "twin-a";
        setId(id);
        getStyleClass().add("panel");
        diagram.setId(id + "-diagram");
        head.getStyleClass().add("twin-head");
        head.getChildren().addAll(new Badge(second), second ? chooser() : name(), sentence(id));
        terms.setId(id + "-terms");
        getChildren().addAll(head, diagram, formulas, terms);
        opened.addListener(o -> requestLayout());
        lines().addListener(o -> numbers());
        bench.onLook(this::look);
        bench.texts().language().addListener(o -> words());
        words();
        Selection selection = bench.model().selection();
        diagram.onUnit(selection::unit);
        diagram.microStep(6);
        model.twin().addListener(o -> show());
        selection.microStep().addListener(o -> microStep());
        microStep();
        selection.unit().addListener(o -> show());
        selection.time().addListener(o -> show());
        order.addListener(o -> show());
        own().addListener(o -> write());
        other().addListener(o -> write());
        write();
        show();
        numbers();
    }

    private ObservableValue<Convention> own() {
        return second ? model.other() : bench.model().convention().computed();
    }

    private ObservableValue<Convention> other() {
        return second ? bench.model().convention().computed() : model.other();
    }

    private Label name() {
        ObservableValue<@Nullable FrameworkRow> row = bench.model().convention().row();
        Label name = Labels.of(bench.texts().bind(() -> name(row.getValue()), row), "title");
        name.setMinWidth(USE_PREF_SIZE);
        return name;
    }

    private String name(@Nullable FrameworkRow row) {
        return row == null ? bench.texts().of("convention.custom") : row.name();
    }

    private MenuButton chooser() {
        MenuButton menu = new MenuButton();
        menu.setId("twin-b-row");
        menu.setMnemonicParsing(false);
        menu.disableProperty().bind(model.applies().not());
        menu.textProperty().bind(bench.texts().bind(() -> name(model.row().get()), model.row()));
        for (FrameworkRow row : FrameworkRow.ALL) {
            MenuItem item = new MenuItem(row.name());
            item.setId("twin-b-row-" + row.id());
            item.setMnemonicParsing(false);
            item.setOnAction(e -> model.choose(row));
            menu.getItems().add(item);
        }
        return menu;
    }

    private MathLine sentence(String id) {
        MathLine sentence = new MathLine(bench, "U", 13, List.of("quiet"), this::said, own());
        sentence.setId(id + "-convention");
        sentence.setMinWidth(0);
        // in projector mode the underlined formulas say it, and words have no room
        Labels.shown(sentence, bench.look().map(look -> !look.projector()));
        return sentence;
    }

    private String said() {
        Convention c = own().getValue();
        return bench.texts()
                .of(
                        "twin.convention",
                        bench.texts().of("convention." + c.update().id()),
                        bench.texts().of("twin.reset." + c.reset().id()));
    }

    private void write() {
        formulas.show(own().getValue(), other().getValue());
    }

    private void words() {
        diagram.words(new DiagramWords(bench.texts()::of));
        terms.words(new FormulaWords(bench.texts()::of));
        write();
    }

    private void look(Look look) {
        diagram.look(look);
        terms.look(look);
        requestLayout();
    }

    /** The selection may be of a cell with other micro-steps, while no GRU runs. */
    private void microStep() {
        terms.microStep(Math.min(bench.model().selection().microStep().get(), MicroSteps.count(CellType.GRU)));
    }

    private ReadOnlyObjectProperty<List<Line>> lines() {
        return second ? model.linesB() : model.linesA();
    }

    /** The arithmetic of the selected unit at the selected step. */
    private void numbers() {
        Twin twin = model.twin().get();
        List<Line> all = lines().get();
        if (twin != null && !all.isEmpty()) {
            Selection selection = bench.model().selection();
            Convention convention = (second ? twin.b() : twin.a()).convention();
            List<Line> between = (second ? model.betweenB() : model.betweenA()).get();
            terms.show(selection.unit().get(), selection.time().get(), CellType.GRU, convention, all, between);
        }
    }

    private void show() {
        Twin twin = model.twin().get();
        Snapshot now = twin == null ? null : second ? twin.b() : twin.a();
        Selection selection = bench.model().selection();
        int t = selection.time().get();
        int unit = selection.unit().get();
        requestLayout();
        if (now == null) {
            diagram.clear();
        } else if (order.get().size() == now.trace().hidden()
                && t < now.trace().steps()
                && unit < now.trace().hidden()) {
            diagram.show(DiagramMoment.of(
                    now, t, unit, order.get().window(0, order.get().size())));
        }
    }

    @Override
    protected void layoutChildren() {
        Look look = bench.look().get();
        double pad = look.px(16);
        double width = getWidth() - 2 * pad;
        double top = look.px(8);
        double headHeight = look.px(32, 40);
        head.resizeRelocate(pad, top, width, headHeight);
        boolean inNumbers = opened.get();
        // wires without numbers would be those of some other convention
        diagram.setVisible(!inNumbers && model.twin().get() != null);
        formulas.setVisible(!inNumbers);
        terms.setVisible(inNumbers);
        terms.resizeRelocate(pad, top + headHeight, width, Math.max(1, getHeight() - top - headHeight - look.px(4)));
        double lines = Math.min(formulas.prefHeight(width), look.px(72, 90));
        double y = top + headHeight + look.px(4);
        double bottom = getHeight() - lines - look.px(10);
        diagram.resizeRelocate(pad, y, width, Math.max(1, bottom - y - look.px(4)));
        formulas.resizeRelocate(pad, bottom, width, lines);
    }
}
