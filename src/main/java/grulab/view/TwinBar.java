package grulab.view;

import grulab.control.FormulaText;
import grulab.model.EqualCase;
import grulab.model.Pairing;
import grulab.presentation.TwinModel;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;

/** What the second cell's weights have to do with the first's, and the three cases in which before and after are equal. */
final class TwinBar extends HBox {
    private final Workbench bench;
    private final TwinModel model;
    private final Label weights;
    private final Button frameworks;

    TwinBar(Workbench bench, ObjectProperty<ConventionsWorkspace.Page> page) {
        this.bench = bench;
        model = bench.model().twin();
        setId("twin-bar");
        getStyleClass().addAll("panel", "twin-bar");
        Texts texts = bench.texts();
        weights = Labels.of(texts.bind("twin.weights"), "quiet");
        Label equal = Labels.of(texts.bind("twin.equal"), "quiet");
        Segments<Pairing> pairing = new Segments<>(
                "twin-pairing",
                List.of(option(Pairing.SAME_WEIGHTS), option(Pairing.RELABELLED), option(Pairing.SAME_SEED)),
                model.pairing(),
                model.pairing()::set);
        pairing.getStyleClass().add("plain");
        pairing.disableProperty().bind(model.applies().not());
        frameworks = Buttons.of(texts, "twin-frameworks", "frameworks.title");
        frameworks.setMinWidth(USE_PREF_SIZE);
        frameworks.setOnAction(e -> page.set(ConventionsWorkspace.Page.FRAMEWORKS));
        getChildren().addAll(weights, pairing, Labels.spacer(), equal);
        getChildren()
                .addAll(
                        button(EqualCase.RESET_ONE, FormulaText.EMPTY.r("r").ink("=1")),
                        button(EqualCase.DIAGONAL, FormulaText.EMPTY.ink("U_n\\;\\mathrm{diag}")),
                        button(EqualCase.FIRST_STEP, FormulaText.EMPTY.h("h_0").ink("=0")),
                        frameworks);
    }

    /**
     * What stands in front of the pairing has room in a usual window alone.
     *
     * @param narrow the frameworks are a page of their own
     * @param big everything is larger
     */
    void narrow(boolean narrow, boolean big) {
        shown(weights, !narrow && !big);
        shown(frameworks, narrow);
    }

    private static void shown(Node node, boolean now) {
        node.setVisible(now);
        node.setManaged(now);
    }

    private Segments.Option<Pairing> option(Pairing pairing) {
        String key = "twin.pairing." + pairing.name().toLowerCase(Locale.ROOT);
        Texts texts = bench.texts();
        return new Segments.Option<>(
                pairing,
                "twin-" + pairing.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                texts.bind(key),
                texts.bind(key + ".spoken"),
                null);
    }

    /** Pressed: the case is made so; pressed again: everything is as it was. */
    private ToggleButton button(EqualCase equalCase, FormulaText formula) {
        String name = equalCase.name().toLowerCase(Locale.ROOT);
        ToggleButton button = new ToggleButton();
        button.setMnemonicParsing(false);
        button.setId("twin-equal-" + name.replace('_', '-'));
        button.getStyleClass().add("turn");
        button.setGraphic(bench.formula(formula, 15, 21));
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setMinWidth(USE_PREF_SIZE);
        button.accessibleTextProperty().bind(bench.texts().bind("twin.equal." + name + ".spoken"));
        Labels.tip(button, bench.texts().bind("twin.equal." + name + ".spoken"));
        button.disableProperty().bind(model.applies().not());
        button.setSelected(model.equal().get() == equalCase);
        button.setOnAction(e -> {
            model.equal().set(model.equal().get() == equalCase ? null : equalCase);
            button.setSelected(model.equal().get() == equalCase);
        });
        model.equal().addListener((o, old, now) -> button.setSelected(now == equalCase));
        return button;
    }
}
