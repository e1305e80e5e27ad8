package grulab.view;

import grulab.presentation.NumberDraft;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A setting that is a number: name, field, and beneath them what is wrong with the text in it. */
final class NumberRow extends VBox {
    static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    static final PseudoClass WAITING = PseudoClass.getPseudoClass("waiting");

    private final TextField field = new TextField();

    /**
     * @param committed runs when a person has finished with the field and the text is a value
     */
    NumberRow(Workbench bench, NumberDraft draft, Runnable committed) {
        this(bench, draft, Labels.of(bench.texts().bind("setting." + draft.id()), "quiet"), committed);
    }

    /**
     * @param name what stands before the field
     */
    NumberRow(Workbench bench, NumberDraft draft, Node name, Runnable committed) {
        this(bench, draft, name);
        Labels.state(field, WAITING, draft.waiting());
        field.setOnAction(e -> commit(draft, committed));
        field.focusedProperty().addListener((o, old, now) -> {
            if (!now) {
                commit(draft, committed);
            }
        });
    }

    /** A number that counts as soon as it is typed. */
    NumberRow(Workbench bench, NumberDraft draft, Node name) {
        Texts texts = bench.texts();
        field.setId("field-" + draft.id());
        field.textProperty().bindBidirectional(draft.text());
        field.accessibleTextProperty().bind(texts.bind("setting." + draft.id()));
        ObservableValue<Boolean> wrong = draft.error().isNotNull();
        Labels.state(field, WRONG, wrong);
        HBox row = new HBox(name, Labels.spacer(), field);
        row.getStyleClass().add("row");
        Label error = Labels.of(texts.bind(() -> texts.of(draft.error().get()), draft.error()), "bad");
        error.setId("error-" + draft.id());
        error.setWrapText(true);
        HBox inline = new HBox(new Glyph("warning"), error);
        inline.getChildren().get(0).getStyleClass().add("bad");
        inline.getStyleClass().add("inline");
        Labels.shown(inline, wrong);
        getChildren().addAll(row, inline);
    }

    TextField field() {
        return field;
    }

    private static void commit(NumberDraft draft, Runnable committed) {
        if (draft.valid()) {
            committed.run();
        }
    }
}
