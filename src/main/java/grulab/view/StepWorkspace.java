package grulab.view;

import grulab.control.Look;
import grulab.control.StackWords;
import grulab.control.StateRows;
import grulab.model.Snapshot;
import grulab.presentation.Selection;
import grulab.presentation.StepModel;
import javafx.beans.property.BooleanProperty;

/** One time step, taken apart: the text and its states, the diagram, what comes of the state, and the arithmetic. */
final class StepWorkspace extends WorkspaceRegion {
    private final Workbench bench;
    private final StepModel model;
    private final StateRows rows;
    private final WhatIfBar whatIf;
    private final StepDiagram diagram;
    private final StepOutcome outcome;
    private final StepColumn column;

    /** @param stack keeps the order of units that all maps and strips share */
    StepWorkspace(Workbench bench, StackPanel stack, Card card) {
        this.bench = bench;
        model = bench.model().step();
        setId("step-workspace");
        getStyleClass().add("step-workspace");
        Labels.style(this, "projected", bench.look().map(Look::projector));
        rows = new StateRows(StackWords.of(bench.texts()::of));
        rows.getStyleClass().add("panel");
        whatIf = new WhatIfBar(bench);
        diagram = new StepDiagram(bench, stack.order(), () -> CharacterCard.open(bench, card));
        outcome = new StepOutcome(bench, stack);
        column = new StepColumn(bench);
        getChildren().addAll(rows, whatIf, diagram, outcome, column);
        whatIf.managedProperty().addListener(o -> requestLayout());
        bench.onLook(this::look);
        bench.texts().language().addListener(o -> rows.words(StackWords.of(bench.texts()::of)));
        follow(stack);
    }

    private void follow(StackPanel stack) {
        Selection selection = bench.model().selection();
        rows.unitProperty().set(selection.unit().get());
        rows.timeProperty().set(selection.time().get());
        selection.unit().addListener((o, old, now) -> rows.unitProperty().set(now.intValue()));
        selection.time().addListener((o, old, now) -> rows.timeProperty().set(now.intValue()));
        rows.unitProperty().addListener((o, old, now) -> selection.unit(now.intValue()));
        rows.timeProperty().addListener((o, old, now) -> selection.time(now.intValue()));
        rows.onAsk(model::ask);
        rows.onHoverTerm(model.lit()::set);
        model.lit().addListener((o, old, now) -> rows.lit(now));
        stack.order().addListener((o, old, now) -> rows.order(now));
        rows.order(stack.order().get());
        model.shown().addListener(o -> show());
        show();
    }

    private void show() {
        Snapshot shown = model.shown().get();
        if (shown == null) {
            rows.awaiting(
                    bench.model().experiment().get().cell(),
                    bench.model().experiment().get().steps());
        } else {
            rows.snapshot(shown, model.original());
        }
    }

    private void look(Look look) {
        rows.look(look);
        requestLayout();
    }

    StepDiagram diagram() {
        return diagram;
    }

    StepColumn column() {
        return column;
    }

    /** Whether what units remember is shown. */
    BooleanProperty memoryShown() {
        return outcome.memoryShown();
    }

    @Override
    void arrange(Frame frame) {
        Look look = bench.look().get();
        double left = getWidth() - frame.oneStep();
        double height = getHeight();
        boolean big = look.projector();
        double bottom = big ? 0 : outcome.heightWithin(frame.bottom());
        double top = Math.rint(rows.prefHeight(left));
        double bar = whatIf.isManaged() ? look.px(36, 46) : 0;
        Workspaces.place(rows, 0, 0, left, top);
        Workspaces.place(whatIf, 0, top, left, bar);
        double y = top + bar;
        Workspaces.place(diagram, 0, y, left, height - bottom - y + 1);
        // one line of arithmetic leaves room beneath it, a slope has no picture
        double lines = big ? Math.rint((model.backward().get() ? 0.4 : 0.52) * height) : height + 1;
        Workspaces.place(column, left, 0, frame.oneStep() + 1, lines);
        if (big) {
            Workspaces.place(outcome, left, lines, frame.oneStep() + 1, height - lines + 1);
        } else {
            Workspaces.place(outcome, 0, height - bottom, left, bottom + 1);
        }
    }
}
