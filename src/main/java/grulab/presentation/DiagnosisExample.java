package grulab.presentation;

import grulab.engine.explain.PassageCase;
import grulab.engine.train.CaseRun;
import grulab.model.Array;
import grulab.model.Case;
import grulab.model.Convention;
import grulab.model.Quantity;
import grulab.model.Snapshot;
import grulab.model.Weights;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A mismatch made on purpose, so that it can be seen found: the first steps of the watched passage, computed by the engine with the
 * other convention and r and z swapped; of an LSTM with f and o swapped, of an RNN with U transposed.
 */
record DiagnosisExample(Snapshot snapshot) {
    private static final int STEPS = 12;

    /** @param expected the states of every step, one a line, as somebody would print them */
    record Filled(DiagnosisCell cell, String expected) {}

    Filled fill() {
        Case given = watched(snapshot, Math.min(STEPS, snapshot.trace().steps()));
        Weights w = given.weights();
        Convention other = new Convention(
                given.convention().reset().opposite(),
                given.convention().update().opposite());
        Weights wrong = switch (w.cell()) {
            case GRU -> swapped(w, "r", "z");
            case LSTM -> swapped(w, "f", "o");
            case RNN -> transposed(w);
        };
        Array h = CaseRun.run(with(given, other, wrong), false).forward().get(Quantity.STATE.id());
        if (h == null) {
            throw new IllegalStateException("an answer without h");
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < h.values().length; i++) {
            text.append(String.format(Locale.ROOT, "%.6f", h.values()[i]));
            text.append((i + 1) % w.hidden() == 0 ? '\n' : ' ');
        }
        return new Filled(DiagnosisCell.of(given), text.toString());
    }

    /** The first steps of what the experiment watches, as a case: B = 1, x one-hot. */
    static Case watched(Snapshot snapshot, int steps) {
        return PassageCase.problem(snapshot, steps, snapshot.weights().cell().title(), null);
    }

    private static Case with(Case given, Convention convention, Weights weights) {
        return new Case(
                given.name(),
                convention,
                weights,
                given.steps(),
                given.batch(),
                given.x(),
                given.h0(),
                given.c0(),
                null,
                null);
    }

    private static Weights swapped(Weights w, String one, String other) {
        Map<String, double[]> arrays = new LinkedHashMap<>();
        w.arrays().forEach((name, values) -> {
            boolean gate = name.length() == 4;
            String to = gate && name.endsWith(one)
                    ? name.substring(0, 3) + other
                    : gate && name.endsWith(other) ? name.substring(0, 3) + one : name;
            arrays.put(to, values);
        });
        return new Weights(w.cell(), w.inputs(), w.hidden(), w.outputs(), arrays);
    }

    private static Weights transposed(Weights w) {
        Map<String, double[]> arrays = new LinkedHashMap<>(w.arrays());
        double[] u = w.get("W_hh");
        int n = w.hidden();
        arrays.put(
                "W_hh",
                IntStream.range(0, u.length)
                        .mapToDouble(i -> u[i % n * n + i / n])
                        .toArray());
        return new Weights(w.cell(), w.inputs(), n, w.outputs(), arrays);
    }
}
