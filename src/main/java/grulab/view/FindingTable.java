package grulab.view;

import grulab.control.Numbers;
import grulab.model.Convention;
import grulab.model.Diagnosis;
import grulab.model.Finding;
import java.util.List;
import java.util.Locale;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import org.jspecify.annotations.Nullable;

/** Explanations of numbers, best first: what was done differently stands out, the error in the last column. */
final class FindingTable extends GridPane {
    private static final int MOST = 12;
    private static final List<String> COLUMNS = List.of("z", "r", "order", "transposed", "bias", "start", "error");

    private final Texts texts;

    FindingTable(Texts texts) {
        this.texts = texts;
        setId("findings");
        getStyleClass().add("findings");
        for (int i = 0; i < COLUMNS.size(); i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setHalignment(i == COLUMNS.size() - 1 ? HPos.RIGHT : HPos.LEFT);
            column.setFillWidth(false);
            column.setHgrow(javafx.scene.layout.Priority.SOMETIMES);
            getColumnConstraints().add(column);
        }
    }

    void show(@Nullable Diagnosis diagnosis) {
        getChildren().clear();
        if (diagnosis == null) {
            return;
        }
        boolean gru = diagnosis.findings().get(0).convention() != null;
        for (int i = 0; i < COLUMNS.size(); i++) {
            if (gru || i > 1) {
                add(Labels.fixed(texts.of("finding." + COLUMNS.get(i)), "small"), i, 0);
            }
        }
        List<Finding> findings = diagnosis.findings();
        for (int row = 0; row < Math.min(MOST, findings.size()); row++) {
            row(findings.get(row), row + 1);
        }
    }

    private void row(Finding finding, int row) {
        Convention convention = finding.convention();
        if (convention != null) {
            cell(texts.of("finding.update." + id(convention.update())), finding, 0, row);
            cell(texts.of("finding.reset." + id(convention.reset())), finding, 1, row);
        }
        cell(finding.gateOrder(), finding, 2, row).getStyleClass().add("number");
        cell(texts.of("finding.transposed." + id(finding.transposed())), finding, 3, row);
        cell(texts.of("finding.bias." + id(finding.bias())), finding, 4, row);
        cell(texts.of("finding.start." + id(finding.start())), finding, 5, row);
        Label error = cell(Numbers.significant(finding.maxError(), 2), finding, 6, row);
        error.getStyleClass().add("number");
        error.setId("finding-" + row + "-error");
    }

    private Label cell(String words, Finding finding, int column, int row) {
        Label label = Labels.fixed(words, finding.fits() ? "fits" : "quiet");
        label.setMinWidth(USE_PREF_SIZE);
        add(label, column, row);
        return label;
    }

    private static String id(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
