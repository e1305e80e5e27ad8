package grulab.view;

import grulab.control.Look;
import grulab.control.MicroSteps;
import grulab.control.StepLineWords;
import grulab.control.StepLines;
import grulab.model.CellType;
import grulab.model.Snapshot;
import grulab.model.arithmetic.Line;
import grulab.model.arithmetic.Subject;
import grulab.presentation.Selection;
import grulab.presentation.StepModel;
import java.util.List;
import javafx.scene.layout.Region;

/** The arithmetic of the selected unit, and over it the card of a number that was asked about. */
final class StepColumn extends Region {
    private final Workbench bench;
    private final StepModel model;
    private final Selection selection;
    private final UnitHeader header;
    private final StepLines lines = new StepLines();
    private final SumDesk desk;
    private CellType cell = CellType.GRU;

    StepColumn(Workbench bench) {
        this.bench = bench;
        model = bench.model().step();
        selection = bench.model().selection();
        setId("step-column");
        getStyleClass().add("panel");
        header = new UnitHeader(bench);
        desk = new SumDesk(bench);
        getChildren().addAll(header, lines, desk.card());
        bench.onLook(this::look);
        bench.texts().language().addListener(o -> lines.words(new StepLineWords(bench.texts()::of)));
        lines.words(new StepLineWords(bench.texts()::of));
        lines.onHoverTerm(model.lit()::set);
        lines.onAsk(this::ask);
        model.lit().addListener((o, old, now) -> lines.lit(now));
        selection.microStep().addListener(o -> microStep());
        model.lines().addListener(o -> show());
        model.otherMeaning().addListener(o -> show());
        // the card lies over the lines, which would look out from under it
        lines.visibleProperty().bind(desk.card().visibleProperty().not());
        show();
    }

    SumDesk desk() {
        return desk;
    }

    private void show() {
        Snapshot now = model.shown().get();
        List<Line> all = model.lines().get();
        if (now == null || all.isEmpty()) {
            cell = bench.model().experiment().get().cell();
            lines.clear(cell);
            return;
        }
        cell = now.trace().cell();
        lines.show(
                cell,
                now.convention(),
                selection.unit().get(),
                selection.time().get(),
                all,
                model.between().get(),
                model.backward().get() ? null : model.otherMeaning().get(),
                model.backward().get());
        microStep();
    }

    /** The selection is of the newest snapshot's cell, which is a moment ahead of what is shown. */
    private void microStep() {
        lines.microStep(Math.min(selection.microStep().get(), MicroSteps.count(cell)));
    }

    private void ask(String symbol) {
        Snapshot now = model.shown().get();
        Subject subject = now == null
                ? null
                : Subjects.of(symbol, selection.time().get(), selection.unit().get());
        if (subject != null) {
            model.ask(subject);
        }
    }

    private void look(Look look) {
        lines.look(look);
        header.setVisible(!look.projector());
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        Look look = bench.look().get();
        double pad = look.px(20, 24);
        double top = look.projector() ? look.px(14) : look.px(48);
        header.resizeRelocate(pad, look.px(10), getWidth() - 2 * pad, look.px(34));
        lines.resizeRelocate(0, top, getWidth(), getHeight() - top - look.px(8));
        double aside = look.px(8);
        double most = getHeight() - top - aside;
        double height = Math.min(most, desk.card().prefHeight(getWidth() - 2 * aside));
        desk.card().resizeRelocate(aside, top, getWidth() - 2 * aside, height);
    }
}
