package grulab.view;

import grulab.model.CellType;
import grulab.presentation.TrainModel;
import java.util.Arrays;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;

/** Which cell the next start trains. Marked as asked for until that cell is the one that runs. */
final class CellChoice extends StackPane {
    CellChoice(Workbench bench) {
        TrainModel model = bench.model();
        Segments<CellType> segments =
                new Segments<>("cell", options(bench), model.draft().cell(), cell -> {
                    model.draft().choose(cell);
                    model.settingsCommitted();
                });
        segments.getStyleClass().add("cells");
        segments.setMaxWidth(Double.MAX_VALUE);
        segments.getChildren().forEach(button -> HBox.setHgrow(button, Priority.ALWAYS));
        segments.pending(model.draft()
                .cell()
                .flatMap(asked -> model.experiment().map(running -> running.cell() != asked)));
        getStyleClass().add("cell-choice");
        getChildren().add(segments);
    }

    private static List<Segments.Option<CellType>> options(Workbench bench) {
        Texts texts = bench.texts();
        return Arrays.stream(CellType.values())
                .map(cell -> new Segments.Option<>(
                        cell,
                        "cell-" + cell.id(),
                        new SimpleStringProperty(cell.title()),
                        texts.bind("cell." + cell.id() + ".spoken"),
                        null))
                .toList();
    }
}
