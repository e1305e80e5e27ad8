package grulab.presentation;

import grulab.interop.advice.Remedies;
import grulab.interop.advice.Said;
import grulab.interop.advice.Verdict;
import grulab.interop.advice.Wording;
import grulab.model.Case;
import grulab.model.CellType;
import grulab.model.Diagnosis;
import grulab.model.Finding;
import grulab.model.FrameworkRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A diagnosis, and what it says.
 *
 * @param verdict whether it is decided, and for what
 * @param partings where the case as it stands first differs; then, if there are several, each gate for itself
 * @param remedies what to change, if something explains the numbers
 * @param rows the findings, as a table has them
 */
public record DiagnosisReport(
        Diagnosis diagnosis, Message verdict, List<Message> partings, List<Remedy> remedies, List<Row> rows) {
    private static final int ROWS = 12;

    public DiagnosisReport {
        partings = List.copyOf(partings);
        remedies = List.copyOf(remedies);
        rows = List.copyOf(rows);
    }

    /**
     * What to change, and the line that does it.
     *
     * @param pytorch in PyTorch
     * @param numpy in NumPy
     */
    public record Remedy(Message said, String pytorch, String numpy) {}

    /** @param deviations null if there are none */
    public record Row(Finding finding, @Nullable Message deviations) {}

    static DiagnosisReport of(Diagnosis diagnosis, Case given, @Nullable FrameworkRow layout) {
        CellType cell = given.weights().cell();
        List<Finding> findings = diagnosis.findings();
        List<Remedy> remedies = diagnosis.explained()
                ? Remedies.of(findings.get(0), given, layout).stream()
                        .map(r -> new Remedy(message(r.said()), r.pytorch(), r.numpy()))
                        .toList()
                : List.of();
        return new DiagnosisReport(
                diagnosis,
                message(Verdict.of(diagnosis, cell)),
                Verdict.partings(diagnosis).stream()
                        .map(DiagnosisReport::message)
                        .toList(),
                remedies,
                findings.stream().limit(ROWS).map(DiagnosisReport::row).toList());
    }

    private static Row row(Finding finding) {
        return new Row(finding, finding.deviations().isEmpty() ? null : message(Wording.of(finding.deviations())));
    }

    private static Message message(Said said) {
        return new Message(
                said.key(),
                said.arguments().stream()
                        .map(argument -> argument instanceof Said part ? message(part) : argument)
                        .toList(),
                false);
    }
}
