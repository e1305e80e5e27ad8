package grulab.engine.diagnose;

import com.sun.management.OperatingSystemMXBean;
import grulab.model.Array;
import grulab.model.BiasUse;
import grulab.model.Case;
import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.Diagnosis;
import grulab.model.Observed;
import grulab.model.SeededRandom;
import grulab.model.StartUse;
import grulab.model.Transposed;
import grulab.model.Weights;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Prints how much processor time a diagnosis takes with 256 units and 35 steps, the first time and as the median of five more. */
@Tag("measure")
class DiagnoseSpeed {
    private static final int HIDDEN = 256;
    private static final int STEPS = 35;
    /** Time of all threads together, which other programs on the machine lengthen little. */
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    @Test
    void everyStateOrTheLastAlone() {
        for (CellType cell : CellType.values()) {
            for (int inputs : new int[] {28, HIDDEN}) {
                for (int batch : new int[] {1, 4}) {
                    measure(cell, inputs, batch, "h", 1);
                    measure(cell, inputs, batch, "h_last", 1);
                    measure(cell, inputs, batch, "h, weights of 0.01, 4 decimals", 0.01 * Math.sqrt(HIDDEN));
                }
            }
        }
    }

    private static void measure(CellType cell, int inputs, int batch, String what, double size) {
        SeededRandom random = new SeededRandom(1);
        Map<String, double[]> arrays = new LinkedHashMap<>();
        double bound = size / Math.sqrt(HIDDEN);
        for (String gate : cell.gates()) {
            arrays.put("W_i" + gate, RandomDisguise.uniform(random, HIDDEN * inputs, bound));
            arrays.put("W_h" + gate, RandomDisguise.uniform(random, HIDDEN * HIDDEN, bound));
            arrays.put("b_i" + gate, RandomDisguise.uniform(random, HIDDEN, bound));
            arrays.put("b_h" + gate, RandomDisguise.uniform(random, HIDDEN, bound));
        }
        Case given = new Case(
                "speed",
                Convention.PYTORCH,
                new Weights(cell, inputs, HIDDEN, 0, arrays),
                STEPS,
                batch,
                RandomDisguise.uniform(random, STEPS * batch * inputs, 1),
                RandomDisguise.uniform(random, batch * HIDDEN, 1),
                RandomDisguise.uniform(random, cell.hasCellState() ? batch * HIDDEN : 0, 1),
                null,
                null);
        Disguise truth = new Disguise(
                cell == CellType.GRU ? Convention.ALL.get(1) : null,
                cell.gates(),
                Transposed.NONE,
                BiasUse.TWO,
                StartUse.GIVEN);
        Array h = truth.state(given);
        double[] written = Arrays.stream(h.values()).map(v -> (float) v).toArray();
        Map<String, Observed> expected;
        if (what.equals("h_last")) {
            double[] last = Arrays.copyOfRange(written, written.length - batch * HIDDEN, written.length);
            expected = Map.of("h_last", Observed.exact(Array.of(last, batch, HIDDEN)));
        } else if (size == 1) {
            expected = Map.of("h", Observed.exact(Array.of(written, h.shape())));
        } else {
            double[] four =
                    Arrays.stream(written).map(v -> Math.rint(v * 1e4) / 1e4).toArray();
            expected = Map.of("h", new Observed(Array.of(four, h.shape()), 4, 4));
        }
        double[] seconds = new double[6];
        List<Diagnosis> last = List.of();
        for (int i = 0; i < seconds.length; i++) {
            long start = PROCESS.getProcessCpuTime();
            last = List.of(Diagnostics.run(given, expected));
            seconds[i] = (PROCESS.getProcessCpuTime() - start) * 1e-9;
        }
        double first = seconds[0];
        double[] more = Arrays.copyOfRange(seconds, 1, seconds.length);
        Arrays.sort(more);
        System.out.printf(
                Locale.ROOT,
                "%-4s I %3d  B %d  %-31s first %.2f s, then %.2f s; %d fit%n",
                cell.id(),
                inputs,
                batch,
                what,
                first,
                more[more.length / 2],
                last.get(0).fitting());
    }
}
