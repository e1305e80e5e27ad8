package grulab.presentation;

import grulab.model.Case;
import grulab.model.CellOptions;
import grulab.model.Convention;
import grulab.model.Weights;
import org.jspecify.annotations.Nullable;

/**
 * The weights that a diagnosis is about.
 *
 * @param name of the file or experiment that they are from
 * @param convention of a GRU, as it is thought to be; without meaning for LSTM and RNN
 * @param options what the cell does otherwise
 * @param problem the input and start state that came with them; null if they came alone
 */
public record DiagnosisCell(
        String name,
        Convention convention,
        Weights weights,
        CellOptions options,
        @Nullable Case problem) {
    static DiagnosisCell of(Case problem) {
        return new DiagnosisCell(
                problem.name(),
                problem.convention(),
                problem.weights(),
                problem.options().withLengths(null),
                problem);
    }
}
