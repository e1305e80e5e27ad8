package grulab.view;

import grulab.control.DiagramMoment;
import grulab.control.DiagramWords;
import grulab.control.GateDiagram;
import grulab.control.Look;
import grulab.control.MapLegends;
import grulab.control.MicroStepBar;
import grulab.control.MicroSteps;
import grulab.control.Numbers;
import grulab.control.UnitOrder;
import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.Snapshot;
import grulab.presentation.Selection;
import grulab.presentation.StepModel;
import java.util.List;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** The gate diagram of the selected step with what walks through it: sentence, play, speed, direction, micro-steps. */
final class StepDiagram extends Region {
    private static final List<Double> SPEEDS = List.of(0.5, 1.0, 2.0);

    private final Workbench bench;
    private final StepModel model;
    private final Selection selection;
    private final ReadOnlyObjectProperty<UnitOrder> order;
    private final HBox caption;
    private final Label count;
    private final Label sentence;
    private final GateDiagram diagram = new GateDiagram();
    private final MicroStepBar bar = new MicroStepBar();
    private final DoubleProperty speed = new SimpleDoubleProperty(this, "speed", 1);
    private final Label scale = new Label();
    private final MapLegends legends = new MapLegends();
    private DiagramWords words;

    StepDiagram(Workbench bench, ReadOnlyObjectProperty<UnitOrder> order, Runnable character) {
        this.bench = bench;
        this.order = order;
        model = bench.model().step();
        selection = bench.model().selection();
        words = new DiagramWords(bench.texts()::of);
        setId("step-diagram");
        getStyleClass().add("panel");
        diagram.setId("step-gate-diagram");
        diagram.detailed(true);
        bar.setId("step-micro-step-bar");
        bar.wide(true);
        count = count();
        sentence = sentence();
        caption = caption(character);
        scale.setId("backward-scale");
        scale.getStyleClass().add("hint");
        getChildren().addAll(count, sentence, scale, legends, caption, diagram, bar);
        bench.onLook(this::look);
        bench.texts().language().addListener(o -> words());
        words();
        diagram.onUnit(selection::unit);
        diagram.onAsk(model::ask);
        diagram.onInput(character);
        diagram.onHoverTerm(model.lit()::set);
        model.lit().addListener((o, old, now) -> diagram.lit(now));
        bar.onMicroStep(selection::microStep);
        bar.onBeyond(model::walk);
        selection.microStep().addListener(o -> microStep());
        model.backward().addListener(o -> turned());
        model.shown().addListener(o -> show());
        bench.model().experiment().addListener(o -> show());
        selection.unit().addListener(o -> show());
        selection.time().addListener(o -> show());
        order.addListener(o -> show());
        speed.addListener((o, old, now) -> {
            bar.speed(now.doubleValue());
            diagram.speed(now.doubleValue());
        });
        show();
        microStep();
    }

    private Label count() {
        Texts texts = bench.texts();
        Label label = Labels.of(
                texts.bind(
                        () -> texts.of("micro.count", step(), MicroSteps.count(cell())),
                        selection.microStep(),
                        model.shown(),
                        bench.model().experiment()),
                "title");
        label.setId("micro-count");
        return label;
    }

    private Label sentence() {
        Label label = Labels.of(
                bench.texts()
                        .bind(
                                () -> words.sentence(
                                        cell(),
                                        step(),
                                        convention(),
                                        model.backward().get()),
                                selection.microStep(),
                                model.shown(),
                                model.backward(),
                                bench.model().experiment()),
                "body");
        label.setId("micro-sentence");
        return label;
    }

    private HBox caption(Runnable character) {
        Texts texts = bench.texts();
        ToggleButton backward = new ToggleButton();
        backward.setMnemonicParsing(false);
        backward.setId("backward");
        backward.getStyleClass().add("turn");
        backward.setMinWidth(USE_PREF_SIZE);
        backward.textProperty().bind(texts.bind("micro.backward"));
        backward.selectedProperty().bindBidirectional(model.backward());
        HBox box = new HBox(new WhatIfMenu(bench, character), backward, walk(), speeds());
        box.getStyleClass().add("step-caption");
        return box;
    }

    private HBox walk() {
        Texts texts = bench.texts();
        Button back = Buttons.arrow(texts, "step-back", false, "diagram.back", bar::back);
        Button forward = Buttons.arrow(texts, "step-forward", true, "diagram.forward", bar::forward);
        Button play = Buttons.of("step-play", "dark");
        Glyph glyph = new Glyph("play");
        play.setGraphic(glyph);
        play.textProperty()
                .bind(texts.bind(
                        () -> texts.of(bar.playingProperty().get() ? "micro.pause" : "micro.play"),
                        bar.playingProperty()));
        bar.playingProperty().addListener((o, old, now) -> glyph.show(now ? "pause" : "play"));
        play.setMinWidth(USE_PREF_SIZE);
        play.setOnAction(e -> bar.togglePlay());
        HBox box = new HBox(back, play, forward);
        box.getStyleClass().add("walk");
        box.setMinWidth(USE_PREF_SIZE);
        return box;
    }

    private ChoiceMenu<Double> speeds() {
        ChoiceMenu<Double> menu = new ChoiceMenu<>(
                "step-speed",
                SPEEDS,
                speed.asObject(),
                speed::set,
                s -> Numbers.fixed(s, s < 1 ? 1 : 0) + "×",
                bench.texts());
        menu.setMinWidth(USE_PREF_SIZE);
        return menu;
    }

    /** How large a gradient the darkest colour stands for; known when the diagram has taken the step in. */
    private void scale() {
        double most = diagram.backwardScale();
        scale.setText(most > 0 ? bench.texts().of("micro.scale", Numbers.significant(most, 2)) : "");
    }

    GateDiagram diagram() {
        return diagram;
    }

    /** The picture at any moment of a micro-step's movement: 0 before it, 1 when it is done. */
    void progress(double share) {
        diagram.level(step() - 1 + share);
    }

    void playOrPause() {
        bar.togglePlay();
    }

    private CellType cell() {
        Snapshot now = model.shown().get();
        return now == null
                ? bench.model().experiment().get().cell()
                : now.trace().cell();
    }

    private Convention convention() {
        Snapshot now = model.shown().get();
        return now == null ? Convention.PYTORCH : now.convention();
    }

    private void look(Look look) {
        diagram.look(look);
        bar.look(look);
        caption.setVisible(!look.projector());
        legends.setVisible(look.projector());
        legends();
        bar.setVisible(!look.projector());
        requestLayout();
    }

    private void words() {
        words = new DiagramWords(bench.texts()::of);
        diagram.words(words);
        bar.words(words);
        scale();
        legends();
    }

    private void legends() {
        Texts texts = bench.texts();
        legends.show(
                cell() == CellType.RNN ? "" : texts.of("stack.gates"),
                texts.of("stack.states"),
                bench.look().get());
    }

    private void microStep() {
        bar.cell(cell(), convention());
        diagram.cell(cell());
        diagram.microStep(step());
        bar.microStep(step());
    }

    /** The selection is of the newest snapshot's cell, which is a moment ahead of what is shown. */
    private int step() {
        return Math.min(selection.microStep().get(), MicroSteps.count(cell()));
    }

    private void turned() {
        bar.backward(model.backward().get());
        requestLayout();
        show();
    }

    private void show() {
        Snapshot now = model.shown().get();
        int t = selection.time().get();
        int unit = selection.unit().get();
        bar.cell(cell(), convention());
        diagram.cell(cell());
        if (now == null) {
            diagram.clear();
        } else if (order.get().size() == now.trace().hidden()
                && t < now.trace().steps()
                && unit < now.trace().hidden()) {
            // the window of units that the maps of another workspace show is not the one that fits here
            UnitOrder whole = order.get().window(0, order.get().size());
            DiagramMoment moment = model.backward().get()
                    ? DiagramMoment.backward(now, t, unit, whole, model.edits())
                    : DiagramMoment.of(now, t, unit, whole);
            diagram.show(moment.withGhost(model.original()));
        }
        scale();
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        Look look = bench.look().get();
        double pad = look.px(16);
        double width = getWidth() - 2 * pad;
        double height = getHeight();
        if (look.projector()) {
            double head = look.px(48);
            count.autosize();
            sentence.autosize();
            double legend = legends.prefWidth(-1);
            count.relocate(pad, head / 2 - count.getHeight() / 2);
            sentence.relocate(pad + count.getWidth() + look.px(14), head / 2 - sentence.getHeight() / 2);
            double x = pad + width - legend;
            legends.resizeRelocate(x, head / 2 - look.px(13), legend, look.px(24));
            scale.autosize();
            scale.relocate(pad + width - scale.getWidth(), head / 2 - scale.getHeight() / 2);
            x = model.backward().get() ? scale.getLayoutX() : x;
            legends.setVisible(!model.backward().get());
            scale.setVisible(model.backward().get());
            // a class that has the legend before it knows the colours longer than a sentence
            sentence.setVisible(sentence.getLayoutX() + sentence.getWidth() + pad <= x);
            diagram.resizeRelocate(pad, head, width, height - head - look.px(8));
            return;
        }
        double head = look.px(36);
        double foot = bar.prefHeight(-1);
        double buttons = caption.prefWidth(-1);
        caption.resizeRelocate(pad + width - buttons, look.px(6), buttons, head);
        count.autosize();
        sentence.autosize();
        scale.autosize();
        double middle = look.px(6) + head / 2;
        count.relocate(pad, middle - count.getHeight() / 2);
        double gap = look.px(10);
        double x = pad + count.getWidth() + gap;
        double words = sentence.getWidth() + gap + scale.getWidth();
        if (x + words + gap > pad + width - buttons) {
            // a row of its own, above the diagram
            x = pad;
            middle = look.px(6) + head + sentence.getHeight() / 2;
            head += look.px(16);
        }
        sentence.setVisible(true);
        sentence.relocate(x, middle - sentence.getHeight() / 2);
        scale.relocate(x + sentence.getWidth() + gap, middle - scale.getHeight() / 2);
        scale.setVisible(x + words <= pad + width);
        bar.resizeRelocate(pad, height - foot - look.px(4), width, foot);
        double top = head + look.px(10);
        diagram.resizeRelocate(pad, top, width, height - foot - look.px(10) - top);
    }
}
