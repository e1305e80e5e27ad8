package grulab.view;

import grulab.control.DiagramMoment;
import grulab.control.DiagramWords;
import grulab.control.FormulaPanel;
import grulab.control.FormulaWords;
import grulab.control.GateDiagram;
import grulab.control.Look;
import grulab.control.MicroStepBar;
import grulab.control.MicroSteps;
import grulab.control.UnitOrder;
import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.Snapshot;
import grulab.presentation.Selection;
import grulab.presentation.TrainModel;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** One step under the cursor: diagram, micro-steps and the arithmetic of the selected unit. */
final class OneStep extends Region {
    /** Height over width of the diagram: the least at which lines may take the rest, and the highest that looks right. */
    private static final double DIAGRAM = 0.8 * 263 / 456;

    private static final double TALLEST_DIAGRAM = 0.72;

    /** A wide one is not made higher by its width: beyond this height lines come first. */
    private static final double LOWEST_DIAGRAM = 210;

    private final Workbench bench;
    private final TrainModel model;
    private final ReadOnlyObjectProperty<UnitOrder> order;
    private final HBox head;
    private final GateDiagram diagram = new GateDiagram();
    private final MicroStepBar bar = new MicroStepBar();
    private final FormulaPanel formulas = new FormulaPanel();
    private final Region rule = Labels.rule();

    OneStep(Workbench bench, ReadOnlyObjectProperty<UnitOrder> order) {
        this.bench = bench;
        this.order = order;
        model = bench.model();
        setId("one-step");
        getStyleClass().add("one-step");
        Texts texts = bench.texts();
        Selection selection = model.selection();
        MathLine title =
                new MathLine(bench, "t", 15, List.of("title"), this::title, selection.time(), model.snapshot());
        title.setId("step-title");
        Label note = Labels.of(texts.bind("step.note"), "small");
        note.setMinWidth(0);
        head = new HBox(title, Labels.spacer(), note);
        head.getStyleClass().add("step-head");
        getChildren().addAll(head, diagram, bar, rule, formulas);

        bench.onLook(this::look);
        texts.language().addListener((o, old, now) -> words());
        words();
        diagram.onUnit(selection::unit);
        bar.onMicroStep(selection::microStep);
        bar.onBeyond(model.step()::walk);
        selection.microStep().addListener((o, old, now) -> microStep(now.intValue()));
        microStep(selection.microStep().get());
        model.snapshot().addListener((o, old, now) -> show());
        model.experiment().addListener((o, old, now) -> show());
        selection.unit().addListener((o, old, now) -> show());
        selection.time().addListener((o, old, now) -> show());
        order.addListener((o, old, now) -> show());
        model.arithmetic().lines().addListener((o, old, now) -> numbers());
        show();
        numbers();
    }

    private String title() {
        Snapshot now = model.snapshot().get();
        int t = model.selection().time().get();
        String label = now == null || t >= now.passage().steps()
                ? ""
                : now.passage().labels().get(t);
        return label.isEmpty() ? bench.texts().of("step.empty") : bench.texts().of("step.title", t + 1, label);
    }

    private void look(Look look) {
        diagram.look(look);
        bar.look(look);
        formulas.look(look);
        head.setVisible(!look.projector());
        bar.setVisible(!look.projector());
        rule.setVisible(look.projector());
        requestLayout();
    }

    private void words() {
        DiagramWords words = new DiagramWords(bench.texts()::of);
        diagram.words(words);
        bar.words(words);
        formulas.words(new FormulaWords(bench.texts()::of));
    }

    private void microStep(int step) {
        diagram.microStep(step);
        bar.microStep(step);
        formulas.microStep(step);
    }

    /** A snapshot of another size comes a moment before the order of units and the selection follow it. */
    private void show() {
        Snapshot now = model.snapshot().get();
        int t = model.selection().time().get();
        int unit = model.selection().unit().get();
        if (now == null) {
            cell(model.experiment().get().cell(), Convention.PYTORCH);
            diagram.clear();
            return;
        }
        cell(now.trace().cell(), now.convention());
        if (order.get().size() == now.trace().hidden()
                && t < now.trace().steps()
                && unit < now.trace().hidden()) {
            diagram.show(DiagramMoment.of(now, t, unit, order.get()));
        }
    }

    /** Another cell has other micro-steps, and the selection stays within them. */
    private void cell(CellType cell, Convention convention) {
        bar.cell(cell, convention);
        diagram.cell(cell);
        formulas.cell(cell);
        requestLayout();
        model.selection().microSteps(MicroSteps.count(cell));
    }

    private void numbers() {
        Snapshot now = model.snapshot().get();
        if (now == null) {
            return;
        }
        formulas.show(
                model.selection().unit().get(),
                model.selection().time().get(),
                now.trace().cell(),
                now.convention(),
                model.arithmetic().lines().get(),
                model.arithmetic().between().get());
    }

    @Override
    protected void layoutChildren() {
        Look look = bench.look().get();
        double pad = look.px(16);
        double width = getWidth() - 2 * pad;
        if (look.projector()) {
            double part = Math.rint(getHeight() * 0.635);
            diagram.resizeRelocate(look.px(20), look.px(8), getWidth() - look.px(40), part - look.px(16));
            rule.resizeRelocate(0, part, getWidth(), 1);
            formulas.resizeRelocate(
                    look.px(24), part + look.px(14), getWidth() - look.px(48), getHeight() - part - look.px(14));
            return;
        }
        double headHeight = look.px(36);
        double barHeight = bar.prefHeight(-1);
        double gap = look.px(10);
        double bottom = look.px(6);
        head.resizeRelocate(pad, look.px(5), width, headHeight - look.px(5));
        double room = getHeight() - headHeight - barHeight - 2 * gap - bottom;
        double rest = room - formulas.heightWithin(room - Math.min(width * DIAGRAM, look.px(LOWEST_DIAGRAM)), width);
        double height = Math.rint(Math.min(rest, width * TALLEST_DIAGRAM));
        diagram.resizeRelocate(pad, headHeight, width, height);
        double y = headHeight + height + gap / 2;
        bar.resizeRelocate(pad, y, width, barHeight);
        y += barHeight + gap;
        formulas.resizeRelocate(pad, y, width, getHeight() - bottom - y);
    }
}
