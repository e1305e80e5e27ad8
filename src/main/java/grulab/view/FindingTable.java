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
import javafx.scene.layout.Priority;
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
    }

    private void columns(List<String> names) {
        getColumnConstraints().clear();
        for (int i = 0; i < names.size(); i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setHalignment(i == names.size() - 1 ? HPos.RIGHT : HPos.LEFT);
            column.setFillWidth(false);
            column.setHgrow(Priority.SOMETIMES);
            getColumnConstraints().add(column);
            add(Labels.fixed(texts.of("finding." + names.get(i)), "small"), i, 0);
        }
    }

    void show(@Nullable Diagnosis diagnosis) {
        getChildren().clear();
        if (diagnosis == null) {
            return;
        }
        boolean gru = diagnosis.findings().get(0).convention() != null;
        columns(gru ? COLUMNS : COLUMNS.subList(2, COLUMNS.size()));
        List<Finding> findings = diagnosis.findings();
        for (int row = 0; row < Math.min(MOST, findings.size()); row++) {
            row(findings.get(row), row + 1);
        }
    }

    private void row(Finding finding, int row) {
        Convention convention = finding.convention();
        int first = convention == null ? 0 : 2;
        if (convention != null) {
            cell(texts.of("finding.update." + id(convention.update())), finding, 0, row);
            cell(texts.of("finding.reset." + id(convention.reset())), finding, 1, row);
        }
        cell(finding.gateOrder(), finding, first, row).getStyleClass().add("number");
        cell(texts.of("finding.transposed." + id(finding.transposed())), finding, first + 1, row);
        cell(texts.of("finding.bias." + id(finding.bias())), finding, first + 2, row);
        cell(texts.of("finding.start." + id(finding.start())), finding, first + 3, row);
        Label error = cell(Numbers.significant(finding.maxError(), 2), finding, first + 4, row);
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
