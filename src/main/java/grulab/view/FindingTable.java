package grulab.view;

import grulab.control.Numbers;
import grulab.model.Convention;
import grulab.model.Finding;
import grulab.presentation.DiagnosisReport;
import java.util.ArrayList;
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
    private static final List<String> COLUMNS = List.of("z", "r", "order", "transposed", "bias", "start");

    private static final String DEVIATIONS = "deviations";
    private static final String ERROR = "error";

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
            column.setHalignment(names.get(i).equals(ERROR) ? HPos.RIGHT : HPos.LEFT);
            column.setFillWidth(false);
            column.setHgrow(Priority.SOMETIMES);
            getColumnConstraints().add(column);
            add(Labels.fixed(texts.of("finding." + names.get(i)), "small"), i, 0);
        }
    }

    void show(@Nullable DiagnosisReport report) {
        getChildren().clear();
        if (report == null) {
            return;
        }
        boolean gru = report.diagnosis().findings().get(0).convention() != null;
        boolean deviating = report.rows().stream().anyMatch(row -> row.deviations() != null);
        List<String> names = new ArrayList<>(gru ? COLUMNS : COLUMNS.subList(2, COLUMNS.size()));
        names.add(ERROR);
        if (deviating) {
            names.add(DEVIATIONS);
        }
        columns(names);
        for (int row = 0; row < report.rows().size(); row++) {
            row(report.rows().get(row), row + 1);
        }
    }

    private void row(DiagnosisReport.Row shown, int row) {
        Finding finding = shown.finding();
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
        if (shown.deviations() != null) {
            Label deviations = cell(texts.of(shown.deviations()), finding, first + 5, row);
            deviations.setId("finding-" + row + "-deviations");
            deviations.setWrapText(true);
            deviations.setMinWidth(0);
        }
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
