package grulab.view;

import grulab.model.FrameworkRow;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** What lets a number leave or enter the lab: export, code, and the diagnosis of numbers from elsewhere. */
final class ExchangeDesk extends HBox {
    /**
     * @param page whether the diagnosis stands in the place of the twin cells
     * @param row whose layout is exported
     */
    ExchangeDesk(
            Workbench bench,
            ObjectProperty<ConventionsWorkspace.Page> page,
            ReadOnlyObjectProperty<@Nullable FrameworkRow> row) {
        setId("exchange");
        getStyleClass().add("desk");
        Texts texts = bench.texts();
        ToggleButton diagnose = new ToggleButton();
        diagnose.setId("diagnose");
        diagnose.getStyleClass().add("turn");
        diagnose.setMinWidth(USE_PREF_SIZE);
        diagnose.textProperty().bind(texts.bind("diagnosis.title"));
        diagnose.setOnAction(e -> page.set(
                diagnose.isSelected() ? ConventionsWorkspace.Page.DIAGNOSIS : ConventionsWorkspace.Page.TWINS));
        page.addListener((o, old, now) -> diagnose.setSelected(now == ConventionsWorkspace.Page.DIAGNOSIS));
        getChildren().addAll(Labels.spacer(), diagnose);
    }
}
