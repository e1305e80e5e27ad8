package grulab.view;

import grulab.control.GradientTime;
import grulab.control.Look;
import grulab.control.MemoryPlot;
import grulab.control.MicroSteps;
import grulab.control.NextToken;
import grulab.control.PlotWords;
import grulab.control.SpectrumPlane;
import grulab.control.StatePath;
import grulab.model.CellType;
import grulab.model.Snapshot;
import grulab.model.Spectrum;
import grulab.presentation.Selection;
import grulab.presentation.StepModel;
import java.util.function.IntConsumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;

/**
 * What comes of the state: the next character, or what the units remember; on the way back how far the gradient
 * reaches, and what one step does to it. Two units leave room for their path in the plane.
 */
final class StepOutcome extends Region {
    private final Workbench bench;
    private final StepModel model;
    private final Selection selection;
    private final NextToken next = new NextToken();
    private final MemoryPlot memory = new MemoryPlot();
    private final GradientTime gradient = new GradientTime();
    private final SpectrumPlane spectrum = new SpectrumPlane();
    private final StatePath path = new StatePath();
    private final ToggleButton choice;
    private final OrderMenu order;

    /** @param stack keeps the order of units */
    StepOutcome(Workbench bench, StackPanel stack) {
        this.bench = bench;
        model = bench.model().step();
        selection = bench.model().selection();
        setId("step-outcome");
        getStyleClass().add("panel");
        choice = new ToggleButton();
        choice.setMnemonicParsing(false);
        choice.setId("outcome-memory");
        choice.getStyleClass().add("turn");
        choice.textProperty().bind(bench.texts().bind("outcome.memory"));
        order = new OrderMenu(bench.texts(), stack, this::cell);
        getChildren().addAll(choice, order, next, memory, gradient, spectrum, path);
        bench.onLook(this::look);
        bench.texts().language().addListener(o -> words());
        words();
        next.onAsk(model::ask);
        gradient.onAsk(model::ask);
        spectrum.onCompute(model::spectrumOnDemand);
        follow(selection.time(), gradient.timeProperty(), selection::time);
        follow(selection.time(), path.timeProperty(), selection::time);
        follow(selection.unit(), memory.unitProperty(), selection::unit);
        choice.selectedProperty().addListener(o -> show());
        model.shown().addListener(o -> show());
        model.prediction().addListener(o -> show());
        model.backward().addListener(o -> show());
        model.spectrum().addListener(o -> spectrum());
        selection.time().addListener(o -> show());
        model.spectrumWaits().addListener(o -> spectrum());
        selection.microStep().addListener(o -> show());
        show();
        spectrum();
    }

    private static void follow(ReadOnlyIntegerProperty selected, IntegerProperty shown, IntConsumer select) {
        shown.set(selected.get());
        selected.addListener((o, old, now) -> shown.set(now.intValue()));
        shown.addListener((o, old, now) -> select.accept(now.intValue()));
    }

    private void look(Look look) {
        next.look(look);
        memory.look(look);
        gradient.look(look);
        spectrum.look(look);
        path.look(look);
        show();
    }

    private void words() {
        PlotWords words = new PlotWords(bench.texts()::of);
        next.words(words);
        memory.words(words);
        gradient.words(words);
        spectrum.words(words);
        path.words(words);
    }

    private CellType cell() {
        Snapshot now = model.shown().get();
        return now == null
                ? bench.model().experiment().get().cell()
                : now.trace().cell();
    }

    private boolean plane() {
        Snapshot now = model.shown().get();
        return now != null && now.trace().hidden() == 2;
    }

    private void show() {
        Snapshot now = model.shown().get();
        boolean backward = model.backward().get();
        CellType cell = cell();
        boolean gated = cell != CellType.RNN;
        boolean remembers = choice.isSelected() && gated;
        choice.setVisible(!backward && gated && !bench.look().get().projector());
        // one sentence is not worth half of a projected column
        boolean ready = now != null
                && selection.microStep().get() == MicroSteps.count(now.trace().cell());
        next.setVisible(!backward
                && !remembers
                && (ready && !plane() || !bench.look().get().projector()));
        memory.setVisible(!backward && remembers);
        order.setVisible(memory.isVisible());
        gradient.setVisible(backward);
        spectrum.setVisible(backward);
        path.setVisible(plane() && !backward && !remembers);
        requestLayout();
        Snapshot original = model.original();
        int last = MicroSteps.count(cell);
        next.show(
                now == null ? null : model.prediction().get(),
                model.originalPrediction().get(),
                model.symbols(),
                selection.time().get(),
                selection.microStep().get() == last,
                last);
        if (memory.isVisible()) {
            memory.snapshot(now);
        }
        if (path.isVisible()) {
            path.snapshot(now, original);
        }
        if (!backward) {
            return;
        }
        if (now == null) {
            gradient.awaiting(bench.model().experiment().get().steps());
        } else {
            gradient.snapshot(now, original);
        }
    }

    private void spectrum() {
        Spectrum now = model.spectrum().get();
        if (now != null) {
            spectrum.show(now, null);
        } else if (model.spectrumWaits().get()) {
            spectrum.offer();
        } else if (model.shown().get() == null) {
            spectrum.empty();
        } else {
            spectrum.computing();
        }
    }

    /** A plane, a plot of many units and one over time want more than a line of bars. */
    /** Whether it shows what units remember, in the place of the prediction. */
    BooleanProperty memoryShown() {
        return choice.selectedProperty();
    }

    double heightWithin(double usual) {
        return plane() || memory.isVisible() || gradient.isVisible() ? 1.6 * usual : usual;
    }

    @Override
    protected void layoutChildren() {
        Look look = bench.look().get();
        double pad = look.px(16);
        double top = look.px(8);
        double width = getWidth() - 2 * pad;
        double height = getHeight() - top - look.px(6);
        double button = choice.prefWidth(-1);
        choice.resizeRelocate(pad + width - button, top, button, choice.prefHeight(-1));
        double aside = choice.isVisible() ? button + pad : 0;
        double menu = order.prefWidth(-1);
        order.resizeRelocate(pad + width - menu, top + choice.prefHeight(-1) + look.px(8), menu, order.prefHeight(-1));
        double side = !path.isVisible() ? 0 : next.isVisible() ? Math.min(height, 0.4 * width) : width - aside;
        path.resizeRelocate(pad + width - side - aside, top, side, height);
        double rest = (side > 0 ? path.getLayoutX() - pad : choice.isVisible() ? width - button : width) - pad;
        next.resizeRelocate(pad, top, rest, height);
        memory.resizeRelocate(pad, top, rest, height);
        if (look.projector()) {
            // beneath each other, in a column that is narrow for two
            double above = Math.rint(0.44 * height);
            gradient.resizeRelocate(pad, top, rest, above);
            spectrum.resizeRelocate(pad, top + above + pad, rest, height - above - pad);
            return;
        }
        double plane = Math.min(height * 1.25, rest * 0.4);
        gradient.resizeRelocate(pad, top, rest - plane - pad, height);
        spectrum.resizeRelocate(pad + rest - plane, top, plane, height);
    }
}
