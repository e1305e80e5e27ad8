package grulab.engine.diagnose;

import grulab.engine.reference.Reference;
import grulab.model.Answer;
import grulab.model.Array;
import grulab.model.BiasUse;
import grulab.model.Case;
import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.Finding;
import grulab.model.StartUse;
import grulab.model.Transposed;
import grulab.model.Weights;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A way in which weights may be misunderstood, done to them: the misunderstood case is an ordinary case, which the
 * reference computes.
 *
 * @param order as {@link Finding#gateOrder}
 */
record Disguise(
        @Nullable Convention convention, List<String> order, Transposed transposed, BiasUse bias, StartUse start) {

    static Disguise of(Finding finding) {
        return new Disguise(
                finding.convention(),
                List.of(finding.gateOrder().split(" ")),
                finding.transposed(),
                finding.bias(),
                finding.start());
    }

    /** Every one that there is for a case. */
    static Stream<Disguise> all(Case given) {
        Weights w = given.weights();
        List<@Nullable Convention> conventions = new ArrayList<>(Convention.ALL);
        if (w.cell() != CellType.GRU) {
            conventions = Collections.singletonList(null);
        }
        List<Disguise> all = new ArrayList<>();
        for (Convention convention : conventions) {
            for (List<String> order : permutations(w.cell().gates())) {
                for (Transposed transposed : Transposed.values()) {
                    boolean square = w.inputs() == w.hidden();
                    if (square || transposed == Transposed.NONE || transposed == Transposed.RECURRENT) {
                        for (BiasUse bias : BiasUse.values()) {
                            for (StartUse start : StartUse.values()) {
                                all.add(new Disguise(convention, order, transposed, bias, start));
                            }
                        }
                    }
                }
            }
        }
        return all.stream();
    }

    private static List<List<String>> permutations(List<String> of) {
        if (of.isEmpty()) {
            return List.of(List.of());
        }
        List<List<String>> all = new ArrayList<>();
        for (String first : of) {
            List<String> rest = new ArrayList<>(of);
            rest.remove(first);
            for (List<String> more : permutations(rest)) {
                List<String> one = new ArrayList<>(List.of(first));
                one.addAll(more);
                all.add(one);
            }
        }
        return all;
    }

    Answer answer(Case given) {
        return Reference.run(misunderstood(given), false);
    }

    Array state(Case given) {
        Array h = answer(given).forward().get("h");
        if (h == null) {
            throw new IllegalStateException("an answer without h");
        }
        return h;
    }

    Case misunderstood(Case given) {
        Weights w = given.weights();
        Map<String, double[]> arrays = new LinkedHashMap<>(w.arrays());
        List<String> gates = w.cell().gates();
        for (int k = 0; k < gates.size(); k++) {
            String from = gates.get(k);
            String to = order.get(k);
            boolean input = transposed == Transposed.INPUT || transposed == Transposed.BOTH;
            boolean recurrent = transposed == Transposed.RECURRENT || transposed == Transposed.BOTH;
            double[] wx = w.get("W_i" + from);
            double[] uh = w.get("W_h" + from);
            arrays.put("W_i" + to, input ? turned(wx, w.hidden()) : wx);
            arrays.put("W_h" + to, recurrent ? turned(uh, w.hidden()) : uh);
            double[] b = w.has("b_i" + from) ? w.get("b_i" + from) : new double[w.hidden()];
            double[] c = w.has("b_h" + from) ? w.get("b_h" + from) : new double[w.hidden()];
            double[] none = new double[w.hidden()];
            arrays.put(
                    "b_i" + to,
                    switch (bias) {
                        case TWO, INPUT_ONLY -> b;
                        case ONE -> sum(b, c);
                        case SWAPPED -> c;
                        case RECURRENT_ONLY, NONE -> none;
                    });
            arrays.put(
                    "b_h" + to,
                    switch (bias) {
                        case TWO, RECURRENT_ONLY -> c;
                        case SWAPPED -> b;
                        case ONE, INPUT_ONLY, NONE -> none;
                    });
        }
        boolean zero = start == StartUse.ZERO;
        return new Case(
                given.name(),
                convention == null ? given.convention() : convention,
                new Weights(w.cell(), w.inputs(), w.hidden(), w.outputs(), arrays),
                given.steps(),
                given.batch(),
                given.x(),
                zero ? new double[given.h0().length] : given.h0(),
                zero ? new double[given.c0().length] : given.c0(),
                given.targets(),
                null);
    }

    private static double[] turned(double[] matrix, int n) {
        double[] turned = new double[matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            turned[i % n * n + i / n] = matrix[i];
        }
        return turned;
    }

    private static double[] sum(double[] a, double[] b) {
        double[] sum = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            sum[i] = a[i] + b[i];
        }
        return sum;
    }
}
