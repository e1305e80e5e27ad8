package grulab.engine.diagnose;

import grulab.model.Array;
import grulab.model.BiasUse;
import grulab.model.Case;
import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.Observed;
import grulab.model.SeededRandom;
import grulab.model.StartUse;
import grulab.model.Transposed;
import grulab.model.Weights;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A random cell, the way in which it was misunderstood, and the numbers that came out of that, rounded as somebody wrote them down. */
record RandomDisguise(Case given, Disguise truth, Map<String, Observed> expected) {

    static RandomDisguise of(long seed) {
        SeededRandom random = new SeededRandom(seed);
        CellType cell = CellType.values()[Math.max(0, random.nextInt(5) - 2)];
        int hidden = 2 + random.nextInt(11);
        int inputs = random.nextInt(3) == 0 ? hidden : 1 + random.nextInt(6);
        Case given = randomCase(random, cell, hidden, inputs);
        Disguise truth = randomWay(random, cell, hidden == inputs);
        Array h = truth.state(given);
        int decimals = random.nextInt(5) == 0 ? 3 + random.nextInt(4) : 0;
        Array written = Array.of(
                Arrays.stream(h.values()).map(v -> rounded(v, decimals)).toArray(), h.shape());
        Observed observed = decimals == 0 ? Observed.exact(written) : new Observed(written, decimals, decimals);
        int states = given.batch() * hidden;
        boolean last = random.nextInt(4) == 0;
        double[] values = written.values();
        Observed end = new Observed(
                Array.of(Arrays.copyOfRange(values, values.length - states, values.length), given.batch(), hidden),
                observed.decimals(),
                observed.digits());
        return new RandomDisguise(given, truth, last ? Map.of("h_last", end) : Map.of("h", observed));
    }

    /** The numbers that were given, out of the states of every step. */
    double[] seen(Array h) {
        int size = expected.values().iterator().next().array().values().length;
        return Arrays.copyOfRange(h.values(), h.values().length - size, h.values().length);
    }

    private static Case randomCase(SeededRandom random, CellType cell, int hidden, int inputs) {
        double[] sizes = {1, 1, 1, 0.1, 3};
        double size = sizes[random.nextInt(sizes.length)];
        Map<String, double[]> arrays = new LinkedHashMap<>();
        for (String gate : cell.gates()) {
            arrays.put("W_i" + gate, uniform(random, hidden * inputs, size));
            arrays.put("W_h" + gate, uniform(random, hidden * hidden, size * 2 / Math.sqrt(hidden)));
        }
        for (String side : List.of("b_i", "b_h")) {
            boolean absent = random.nextInt(4) == 0;
            for (String gate : cell.gates()) {
                if (!absent) {
                    arrays.put(side + gate, uniform(random, hidden, size));
                }
            }
        }
        int steps = 1 + random.nextInt(8);
        int batch = 1 + random.nextInt(3);
        boolean started = random.nextInt(3) > 0;
        return new Case(
                "random",
                Convention.ALL.get(random.nextInt(4)),
                new Weights(cell, inputs, hidden, 0, arrays),
                steps,
                batch,
                uniform(random, steps * batch * inputs, 1),
                started ? uniform(random, batch * hidden, 1) : new double[batch * hidden],
                !cell.hasCellState()
                        ? new double[0]
                        : started ? uniform(random, batch * hidden, 1) : new double[batch * hidden],
                null,
                null);
    }

    private static Disguise randomWay(SeededRandom random, CellType cell, boolean square) {
        List<String> order = new ArrayList<>(cell.gates());
        if (random.nextInt(2) == 0) {
            Collections.shuffle(order, new Random(random.nextLong()));
        }
        Transposed[] transpositions =
                square ? Transposed.values() : new Transposed[] {Transposed.NONE, Transposed.RECURRENT};
        return new Disguise(
                cell == CellType.GRU ? Convention.ALL.get(random.nextInt(4)) : null,
                order,
                transpositions[random.nextInt(transpositions.length)],
                BiasUse.values()[random.nextInt(BiasUse.values().length)],
                StartUse.values()[random.nextInt(2)]);
    }

    /** To float32, or to so many decimals. */
    private static double rounded(double value, int decimals) {
        return decimals == 0
                ? (float) value
                : BigDecimal.valueOf(value)
                        .setScale(decimals, RoundingMode.HALF_EVEN)
                        .doubleValue();
    }

    static double[] uniform(SeededRandom random, int size, double bound) {
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) (bound * (2 * random.nextDouble() - 1));
        }
        return values;
    }
}
