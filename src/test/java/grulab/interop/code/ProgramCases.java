package grulab.interop.code;

import grulab.model.Case;
import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.SeededRandom;
import grulab.model.Weights;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** Random cases of every cell and convention, with biases on both sides, on one, on none, with a head and without. */
final class ProgramCases {
    /** Which of a gate's two biases there are. */
    enum Biases {
        BOTH("ih"),
        INPUT("i"),
        RECURRENT("h"),
        NONE("");

        private final String sides;

        Biases(String sides) {
            this.sides = sides;
        }
    }

    private ProgramCases() {}

    static List<Case> all() {
        List<Case> cases = new ArrayList<>();
        for (CellType cell : CellType.values()) {
            for (Convention convention : cell == CellType.GRU ? Convention.ALL : List.of(Convention.PYTORCH)) {
                for (Biases biases : Biases.values()) {
                    for (boolean head : new boolean[] {false, true}) {
                        cases.add(of(cell, convention, biases, head, new int[] {6, 3, 4, 5}));
                    }
                }
            }
        }
        return cases;
    }

    /** One of them. @param sizes T, B, I, H */
    static Case of(CellType cell, Convention convention, Biases biases, boolean head, int[] sizes) {
        return of(cell, convention, biases, head, sizes, 1);
    }

    /** One of them. @param spread standard deviation of its weights and inputs */
    static Case of(CellType cell, Convention convention, Biases biases, boolean head, int[] sizes, double spread) {
        String name = String.join(
                "_",
                cell.id(),
                convention.reset().id(),
                convention.update().id(),
                biases.name().toLowerCase(Locale.ROOT),
                head ? "head" : "bare");
        SeededRandom random = SeededRandom.stream(11, name);
        int steps = sizes[0];
        int batch = sizes[1];
        int inputs = sizes[2];
        int hidden = sizes[3];
        int outputs = head ? 3 : 0;
        Map<String, double[]> arrays = new LinkedHashMap<>();
        List<String> names = new ArrayList<>();
        for (String gate : cell.gates()) {
            names.addAll(List.of("W_i" + gate, "W_h" + gate));
            biases.sides.chars().forEach(side -> names.add("b_" + (char) side + gate));
        }
        if (head) {
            names.add("W_hq");
            if (biases != Biases.NONE) {
                names.add("b_q");
            }
        }
        for (String parameter : names) {
            int size = 1;
            for (int n : Weights.shape(cell, parameter, inputs, hidden, outputs)) {
                size *= n;
            }
            arrays.put(parameter, numbers(random, size, spread));
        }
        return new Case(
                name,
                convention,
                new Weights(cell, inputs, hidden, outputs, arrays),
                steps,
                batch,
                numbers(random, steps * batch * inputs, spread),
                numbers(random, batch * hidden, spread),
                cell.hasCellState() ? numbers(random, batch * hidden, spread) : new double[0],
                null,
                null);
    }

    private static double[] numbers(SeededRandom random, int size, double spread) {
        return IntStream.range(0, size)
                .mapToDouble(i -> spread * random.nextGaussian())
                .toArray();
    }
}
