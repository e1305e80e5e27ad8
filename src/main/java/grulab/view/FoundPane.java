package grulab.view;

import grulab.presentation.DiagnosisReport;
import grulab.presentation.Message;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What a diagnosis came to: its verdict, what to change and by which line, where the numbers part, and what was tried. */
final class FoundPane extends VBox {
    private final Texts texts;
    private final Label verdict = words("diagnosis-verdict", "headline");
    private final VBox remedies = new VBox();
    private final VBox partings = new VBox();
    private final FindingTable findings;

    /** @param more stands under the verdict */
    FoundPane(Texts texts, Node more) {
        this.texts = texts;
        getStyleClass().add("found");
        remedies.getStyleClass().add("found");
        remedies.setId("diagnosis-remedies");
        partings.setId("diagnosis-parting");
        findings = new FindingTable(texts);
        getChildren().addAll(verdict, remedies, partings, more, findings);
    }

    void show(@Nullable DiagnosisReport report) {
        verdict.setText(report == null ? "" : texts.of(report.verdict()));
        remedies.getChildren().clear();
        partings.getChildren().clear();
        if (report != null) {
            report.remedies().forEach(this::remedy);
            List<Message> sentences = report.partings();
            for (int k = 0; k < sentences.size(); k++) {
                Label parting = words("diagnosis-parting-" + (k + 1), "body");
                parting.setText(texts.of(sentences.get(k)));
                partings.getChildren().add(parting);
            }
        }
        findings.show(report);
    }

    private void remedy(DiagnosisReport.Remedy remedy) {
        int number = remedies.getChildren().size() + 1;
        String id = "remedy-" + number;
        Label said = words(id, "body");
        said.setText(texts.of(remedy.said()));
        remedies.getChildren()
                .add(new VBox(
                        4,
                        said,
                        code(id + "-pytorch", "PyTorch", remedy.pytorch()),
                        code(id + "-numpy", "NumPy", remedy.numpy())));
    }

    /** A line that can be marked and copied. */
    private static HBox code(String id, String library, String line) {
        Label name = Labels.fixed(library, "small");
        name.setMinWidth(56);
        TextField code = new TextField(line);
        code.setId(id);
        code.setEditable(false);
        code.setAccessibleText(library);
        HBox.setHgrow(code, Priority.ALWAYS);
        HBox row = new HBox(8, name, code);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static Label words(String id, String style) {
        Label label = Labels.fixed("", style);
        label.setId(id);
        label.setWrapText(true);
        return label;
    }
}
