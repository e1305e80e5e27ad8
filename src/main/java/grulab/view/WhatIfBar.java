package grulab.view;

import grulab.control.Numbers;
import grulab.model.arithmetic.Change;
import grulab.presentation.Effect;
import grulab.presentation.StepModel;
import grulab.presentation.WhatIf;
import java.util.Arrays;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** That something has been changed by hand, and what it did to states and loss. Shown only then. */
final class WhatIfBar extends HBox {
    private static final int DECIMALS = 3;
    private static final int MOST_DECIMALS = 6;

    private final Texts texts;
    private final WhatIf whatIf;

    WhatIfBar(Workbench bench) {
        texts = bench.texts();
        StepModel model = bench.model().step();
        whatIf = model.whatIf();
        setId("what-if-bar");
        getStyleClass().add("what-if-bar");
        Label title = Labels.of(texts.bind(() -> title(), whatIf.edits()), "title");
        title.setMinWidth(USE_PREF_SIZE);
        Label effect = Labels.of(texts.bind(() -> effect(), whatIf.effect()), "number");
        effect.setId("what-if-effect");
        Button undo = button("undo", whatIf::undo);
        undo.disableProperty().bind(whatIf.canUndo().not());
        Button redo = button("redo", whatIf::redo);
        redo.disableProperty().bind(whatIf.canRedo().not());
        Button apply = button("apply", whatIf::apply);
        Labels.shown(apply, whatIf.canApply());
        getChildren().addAll(title, effect, Labels.spacer(), undo, redo, button("reset", whatIf::reset), apply);
        Labels.shown(this, whatIf.edits().map(edits -> !edits.isEmpty()));
    }

    private Button button(String key, Runnable action) {
        Button button = Buttons.of(texts, "what-if-bar-" + key, "whatif." + key + ".short");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(e -> action.run());
        return button;
    }

    private String title() {
        int count = whatIf.edits().get().size();
        return texts.of(count == 1 ? "whatif.change" : "whatif.changes", count);
    }

    private String effect() {
        Effect now = whatIf.effect().get();
        if (now == null) {
            return "";
        }
        double largest = Arrays.stream(now.difference()).max().orElse(0);
        Change loss = Change.of(now.was(), now.loss(), DECIMALS, MOST_DECIMALS);
        return texts.of("whatif.effect", loss.from(), loss.to(), loss.by(), Numbers.fixed(largest, 2));
    }
}
