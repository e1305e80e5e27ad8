package grulab.view;

import grulab.control.ConventionWords;
import grulab.control.DeltaMap;
import grulab.control.Look;
import grulab.control.Numbers;
import grulab.control.UnitOrder;
import grulab.model.Pairing;
import grulab.model.Twin;
import grulab.model.TwinDifference;
import grulab.model.TwinProgress;
import grulab.presentation.Message;
import grulab.presentation.Selection;
import grulab.presentation.TwinModel;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** Where the two states differ, and a sentence that says why, or how nearly they are equal. */
final class DeltaPane extends Region {
    private final Workbench bench;
    private final TwinModel model;
    private final DeltaMap map = new DeltaMap();
    private final Label sentence;
    private final Button first;
    private final HBox head;

    /** @param opened whether the twins show their lines in numbers */
    DeltaPane(Workbench bench, ReadOnlyObjectProperty<UnitOrder> order, BooleanProperty opened) {
        this.bench = bench;
        model = bench.model().twin();
        setId("delta");
        getStyleClass().add("panel");
        Texts texts = bench.texts();
        sentence = Labels.of(
                texts.bind(
                        this::said,
                        model.twin(),
                        model.applies(),
                        model.refused(),
                        model.problem(),
                        model.progress(),
                        model.pairing(),
                        model.altered()),
                "body");
        sentence.setId("twin-sentence");
        sentence.setMinWidth(0);
        sentence.setWrapText(true);
        first = Buttons.of(texts, "twin-first", "twin.first");
        first.setOnAction(e -> {
            model.goToFirstDifference();
            opened.set(true);
        });
        ToggleButton terms = new ToggleButton();
        terms.setMnemonicParsing(false);
        terms.setId("twin-terms");
        terms.getStyleClass().add("turn");
        terms.setMinWidth(Region.USE_PREF_SIZE);
        terms.textProperty().bind(texts.bind("twin.terms"));
        terms.selectedProperty().bindBidirectional(opened);
        Labels.shown(terms, model.applies());
        first.setMinWidth(USE_PREF_SIZE);
        head = new HBox(sentence, Labels.spacer(), first, terms);
        head.getStyleClass().add("twin-head");
        getChildren().addAll(head, map);
        map.onFirst(difference -> opened.set(true));
        bench.onLook(this::look);
        texts.language().addListener(o -> words());
        words();
        Selection selection = bench.model().selection();
        map.unitProperty().set(selection.unit().get());
        map.timeProperty().set(selection.time().get());
        selection.unit().addListener((o, old, now) -> map.unitProperty().set(now.intValue()));
        selection.time().addListener((o, old, now) -> map.timeProperty().set(now.intValue()));
        map.unitProperty().addListener((o, old, now) -> selection.unit(now.intValue()));
        map.timeProperty().addListener((o, old, now) -> selection.time(now.intValue()));
        order.addListener((o, old, now) -> map.order(now));
        map.order(order.get());
        model.twin().addListener(o -> show());
        bench.model().experiment().addListener(o -> show());
        show();
    }

    private void words() {
        map.words(new ConventionWords(bench.texts()::of));
        map.sentence(bench.texts().of("twin.equal-everywhere"));
    }

    private void look(Look look) {
        map.look(look);
        requestLayout();
    }

    private void show() {
        Twin twin = model.twin().get();
        boolean differs = twin != null && !twin.difference().equal();
        first.setVisible(differs);
        first.setManaged(differs);
        if (twin == null) {
            map.awaiting(bench.model().experiment().get().steps());
        } else {
            map.show(twin.a().passage(), twin.difference(), twin.a().trace().hidden());
        }
    }

    private String said() {
        Texts texts = bench.texts();
        Twin twin = model.twin().get();
        Message refused = model.refused().get();
        Message problem = model.problem().get();
        if (refused != null || problem != null) {
            return texts.of(refused == null ? problem : refused);
        }
        TwinProgress progress = model.progress().get();
        if (model.pairing().get() == Pairing.SAME_SEED && !progress.there()) {
            return texts.of("twin.training", Numbers.count(progress.batch()), Numbers.count(progress.of()));
        }
        if (model.pairing().get() == Pairing.SAME_SEED && model.altered().get()) {
            return texts.of("twin.altered");
        }
        if (twin == null) {
            return texts.of("twin.waiting");
        }
        TwinDifference d = twin.difference();
        if (d.equal()) {
            return texts.of(
                    "twin.are-equal", why(twin), Numbers.atMost(d.largest()), Numbers.atMost(d.engineLargest()));
        }
        String quantity = texts.of("quantity." + d.quantity().name().toLowerCase(Locale.ROOT));
        if (d.t() > 0) {
            return texts.of(
                    "twin.equal-before",
                    why(twin),
                    d.t() + 1,
                    Numbers.atMost(twin.equalTo()),
                    Numbers.atMost(twin.engineEqualTo()),
                    d.unit() + 1,
                    quantity);
        }
        return texts.of("twin.differ", why(twin), d.t() + 1, d.unit() + 1, quantity);
    }

    private String why(Twin twin) {
        Enum<?> made = twin.equal() == null ? twin.pairing() : twin.equal();
        String why = bench.texts().of("twin.why." + made.name().toLowerCase(Locale.ROOT));
        boolean relabelled = twin.pairing() == Pairing.RELABELLED
                && twin.a().convention().update() != twin.b().convention().update();
        return twin.equal() == null || !relabelled ? why : bench.texts().of("twin.why.and-relabelled", why);
    }

    @Override
    protected void layoutChildren() {
        Look look = bench.look().get();
        double pad = look.px(16);
        // two lines of words, where one does not hold them
        double row = look.px(36, 54);
        head.resizeRelocate(pad, look.px(4), getWidth() - 2 * pad, row);
        double y = look.px(4) + row;
        map.resizeRelocate(0, y, getWidth(), Math.max(1, getHeight() - y));
    }
}
