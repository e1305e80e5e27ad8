package grulab.presentation;

import grulab.interop.OrderedCase;
import grulab.model.Case;
import grulab.model.CellOptions;
import grulab.model.Convention;
import grulab.model.FrameworkRow;
import grulab.model.StoredStart;
import grulab.model.Weights;
import org.jspecify.annotations.Nullable;

/**
 * The weights that a diagnosis is about.
 *
 * @param name of the file or experiment that they are from
 * @param convention of a GRU, as it is thought to be; without meaning for LSTM and RNN
 * @param options what the cell does otherwise
 * @param stored the start state that the file has, where no other is typed
 * @param problem the input and start state that came with them; null if they came alone
 * @param batchFirst whether that input stood batch first, and was turned round
 * @param layout how their file holds the weights; null if they came gate by gate
 */
public record DiagnosisCell(
        String name,
        Convention convention,
        Weights weights,
        CellOptions options,
        StoredStart stored,
        @Nullable Case problem,
        boolean batchFirst,
        @Nullable FrameworkRow layout) {
    static DiagnosisCell of(Case problem) {
        return of(new OrderedCase(problem, false));
    }

    static DiagnosisCell of(OrderedCase read) {
        Case problem = read.problem();
        return new DiagnosisCell(
                problem.name(),
                problem.convention(),
                problem.weights(),
                problem.options().withLengths(null),
                StoredStart.NONE,
                problem,
                read.batchFirst(),
                null);
    }

    /** Weights without an input. */
    static DiagnosisCell of(
            String name,
            Convention convention,
            Weights weights,
            CellOptions options,
            StoredStart stored,
            @Nullable FrameworkRow layout) {
        return new DiagnosisCell(name, convention, weights, options, stored, null, false, layout);
    }
}
