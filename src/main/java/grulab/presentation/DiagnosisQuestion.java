package grulab.presentation;

import grulab.engine.diagnose.Diagnostics;
import grulab.interop.BadCase;
import grulab.interop.ExpectedFile;
import grulab.interop.OrderedCase;
import grulab.interop.PastedNumbers;
import grulab.model.Array;
import grulab.model.Case;
import grulab.model.Observed;
import grulab.model.StoredStart;
import grulab.model.Weights;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All that a diagnosis is asked with, as it was typed; blank where what came with the weights is meant. */
record DiagnosisQuestion(
        DiagnosisCell cell,
        String input,
        String start,
        String startCell,
        String expected,
        @Nullable Path expectedFile) {

    DiagnosisReport answer() throws BadCase {
        OrderedCase read = given();
        Case given = read.problem();
        Map<String, Observed> numbers =
                expectedFile == null ? PastedNumbers.expected(expected, given) : ExpectedFile.read(expectedFile, given);
        return DiagnosisReport.of(Diagnostics.run(given, numbers, read.batchFirst()), given, cell.layout());
    }

    private OrderedCase given() throws BadCase {
        Case with = cell.problem();
        Weights w = cell.weights();
        Case as = input.isBlank() ? with : null;
        Array x = as == null
                ? PastedNumbers.input(input, w.inputs())
                : Array.of(as.x(), as.steps(), as.batch(), w.inputs());
        boolean turned = as == null && !start.isBlank() && PastedNumbers.batchFirst(x, start, w.hidden());
        if (turned) {
            x = x.turned();
        }
        int batch = x.shape()[1];
        double[] c0 = w.cell().hasCellState()
                ? state(
                        "c0",
                        startCell,
                        with == null ? null : with.c0(),
                        cell.stored().c0(),
                        batch)
                : new double[0];
        Case given = new Case(
                cell.name(),
                cell.convention(),
                w,
                x.shape()[0],
                batch,
                x.values(),
                state(
                        "h0",
                        start,
                        with == null ? null : with.h0(),
                        cell.stored().h0(),
                        batch),
                c0,
                as == null ? null : as.targets(),
                null,
                cell.options().withLengths(as == null ? null : as.options().lengths()));
        return new OrderedCase(given, turned || (as != null && cell.batchFirst()));
    }

    private double[] state(String name, String text, double @Nullable [] came, @Nullable Array stored, int batch)
            throws BadCase {
        int hidden = cell.weights().hidden();
        if (!text.isBlank()) {
            return PastedNumbers.start(text, name, batch, hidden);
        }
        if (stored != null) {
            int rows = stored.shape()[0];
            if (rows != 1 && rows != batch) {
                throw new BadCase(
                        "%s: the model stores the start state of %d rows, but the input has %d; give one for these"
                                .formatted(name, rows, batch));
            }
            return StoredStart.rows(stored, batch);
        }
        return came != null && came.length == batch * hidden ? came : new double[batch * hidden];
    }
}
