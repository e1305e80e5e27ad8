package grulab.view;

import grulab.control.FormulaText;
import grulab.control.Formulas;
import grulab.control.TexNode;
import grulab.model.FrameworkRow;
import grulab.model.ResetPosition;
import grulab.model.SwitchMode;
import grulab.model.UpdateMeaning;
import grulab.presentation.ConventionModel;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;

/**
 * Preset, meaning of z, position of r, and what a switch does to the weights; of a cell without these, its form. Never
 * hidden outside projector mode.
 */
final class ConventionBar extends HBox {
    private static final double FORMULA = 14;

    private boolean narrow;
    private boolean low;
    private final Workbench bench;
    private final ConventionModel model;
    private final Segments<UpdateMeaning> update;
    private final Segments<ResetPosition> reset;
    private final Segments<SwitchMode> mode;
    private final ChoiceMenu<SwitchMode> modeMenu;
    private final CellForm form;
    private final Label presetLabel;
    private final Label updateLabel;
    private final Label resetLabel;
    private final Label modeLabel;

    ConventionBar(Workbench bench) {
        this.bench = bench;
        model = bench.model().convention();
        setId("convention-bar");
        getStyleClass().add("convention-bar");
        Texts texts = bench.texts();
        presetLabel = Labels.of(texts.bind("convention.preset"), "quiet");
        updateLabel = Labels.of(texts.bind("convention.update"), "quiet");
        resetLabel = Labels.of(texts.bind("convention.reset"), "quiet");
        modeLabel = Labels.of(texts.bind("convention.switch"), "quiet");
        ObservableValue<UpdateMeaning> meaning = model.asked().map(c -> c.update());
        ObservableValue<ResetPosition> position = model.asked().map(c -> c.reset());
        update = new Segments<>(
                "z-toggle",
                List.of(
                        option(UpdateMeaning.KEEP, "keep", Formulas.update(UpdateMeaning.KEEP)),
                        option(UpdateMeaning.ADMIT, "admit", Formulas.update(UpdateMeaning.ADMIT))),
                meaning,
                model::choose);
        update.pending(model.updatePending());
        reset = new Segments<>(
                "r-toggle",
                List.of(
                        option(ResetPosition.BEFORE, "before", Formulas.reset(ResetPosition.BEFORE)),
                        option(ResetPosition.AFTER, "after", Formulas.reset(ResetPosition.AFTER))),
                position,
                model::choose,
                option -> new MathLine(bench, "U", 13, List.of("name"), option.name()::getValue, option.name()));
        reset.pending(model.resetPending());
        mode = new Segments<>(
                "switch-mode",
                List.of(note(SwitchMode.RELABEL, "relabel"), note(SwitchMode.KEEP_WEIGHTS, "weights")),
                model.mode(),
                model.mode()::set);
        modeMenu = new ChoiceMenu<>(
                "switch-mode-menu",
                List.of(SwitchMode.values()),
                model.mode(),
                model.mode()::set,
                m -> texts.of(m == SwitchMode.RELABEL ? "convention.relabel" : "convention.weights"),
                texts);
        List<HBox> groups = List.of(
                group(presetLabel, presets()),
                group(updateLabel, symbol("z-symbol", FormulaText.EMPTY.z("z")), update),
                group(resetLabel, symbol("r-symbol", FormulaText.EMPTY.r("r")), reset),
                group(modeLabel, mode, modeMenu));
        groups.forEach(group -> Labels.shown(group, model.applies()));
        form = new CellForm(bench);
        Labels.shown(form, model.applies().not());
        getChildren().addAll(groups);
        getChildren().add(form);
        arrange();
    }

    /** Narrow: labels shrink to the symbol, and the last group to a menu. Low: one line in what is not chosen. */
    void room(boolean narrow, boolean low) {
        if (narrow == this.narrow && low == this.low) {
            return;
        }
        this.narrow = narrow;
        this.low = low;
        arrange();
    }

    private void arrange() {
        for (Label label : List.of(presetLabel, updateLabel, resetLabel, modeLabel)) {
            label.setVisible(!narrow);
            label.setManaged(!narrow);
        }
        mode.setVisible(!narrow);
        mode.setManaged(!narrow);
        modeMenu.setVisible(narrow);
        modeMenu.setManaged(narrow);
        form.narrow(narrow);
        getStyleClass().removeAll("narrow", "low");
        if (narrow) {
            getStyleClass().add("narrow");
        }
        if (low) {
            getStyleClass().add("low");
        }
        List.of(update, reset, mode).forEach(s -> s.low(low));
    }

    /** Where a question about the reset gate points. */
    Node resetToggle() {
        return reset;
    }

    private MenuButton presets() {
        MenuButton menu = new MenuButton();
        menu.setMnemonicParsing(false);
        menu.setId("preset");
        menu.getStyleClass().add("preset");
        menu.textProperty()
                .bind(bench.texts()
                        .bind(
                                () -> {
                                    FrameworkRow row = model.row().get();
                                    return row == null ? bench.texts().of("convention.custom") : row.name();
                                },
                                model.row()));
        for (FrameworkRow row : FrameworkRow.ALL) {
            MenuItem item = new MenuItem(row.name());
            item.setId("preset-" + row.id());
            item.setOnAction(e -> model.choose(row));
            item.setMnemonicParsing(false);
            menu.getItems().add(item);
        }
        menu.setMnemonicParsing(false);
        Labels.tip(menu, menu.textProperty());
        return menu;
    }

    private <T> Segments.Option<T> option(T value, String key, FormulaText formula) {
        TexNode below = bench.formula(formula, FORMULA);
        Texts texts = bench.texts();
        return new Segments.Option<>(
                value, key, texts.bind("convention." + key), texts.bind("convention." + key + ".spoken"), below);
    }

    private Segments.Option<SwitchMode> note(SwitchMode value, String key) {
        Texts texts = bench.texts();
        return new Segments.Option<>(
                value,
                key,
                texts.bind("convention." + key),
                texts.bind("convention." + key + ".spoken"),
                Labels.of(texts.bind("convention." + key + ".note"), "note"));
    }

    private Node symbol(String id, FormulaText text) {
        // a formula lets the pointer through, what holds it is told about
        HBox holder = new HBox(bench.formula(text, 18));
        holder.setId(id);
        holder.setPickOnBounds(true);
        holder.getStyleClass().add("symbol");
        return holder;
    }

    private static HBox group(Node... children) {
        HBox group = new HBox(children);
        group.getStyleClass().add("convention-group");
        return group;
    }
}
