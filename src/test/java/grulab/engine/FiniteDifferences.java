package grulab.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import grulab.engine.reference.Reference;
import grulab.model.Answer;
import grulab.model.Case;
import grulab.model.Weights;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The reference's gradients of a case against what its loss does when a number is moved. */
final class FiniteDifferences {
    private static final double STEP = 1e-5;

    private FiniteDifferences() {}

    /** Every parameter, x and the start states; and that there is a total of every gate and state. */
    static void check(Case given, double tolerance) {
        Answer answer = Reference.run(given, true);
        Weights w = given.weights();
        boolean cellState = w.cell().hasCellState();
        List<String> names = new ArrayList<>(w.arrays().keySet());
        names.addAll(cellState ? List.of("x", "h0", "c0") : List.of("x", "h0"));
        w.cell().quantities().forEach(quantity -> names.add(quantity.id()));
        assertThat(answer.gradients().keySet()).containsExactlyInAnyOrderElementsOf(names);

        w.arrays()
                .forEach((name, values) -> check(answer, tolerance, name, values, moved -> {
                    Map<String, double[]> arrays = new LinkedHashMap<>(w.arrays());
                    arrays.put(name, moved);
                    Weights other = new Weights(w.cell(), w.inputs(), w.hidden(), w.outputs(), arrays);
                    return with(given, other, given.x(), given.h0(), given.c0());
                }));
        check(answer, tolerance, "x", given.x(), moved -> with(given, w, moved, given.h0(), given.c0()));
        check(answer, tolerance, "h0", given.h0(), moved -> with(given, w, given.x(), moved, given.c0()));
        if (cellState) {
            check(answer, tolerance, "c0", given.c0(), moved -> with(given, w, given.x(), given.h0(), moved));
        }
    }

    private static void check(
            Answer answer, double tolerance, String name, double[] values, Function<double[], Case> moved) {
        double[] gradient = answer.gradients().get(name).values();
        for (int i = 0; i < values.length; i++) {
            double slope = (loss(values, i, STEP, moved) - loss(values, i, -STEP, moved)) / (2 * STEP);
            assertThat(gradient[i])
                    .as("∂L/∂%s, value %d", name, i)
                    .isCloseTo(slope, within(tolerance * Math.max(1, Math.abs(slope))));
        }
    }

    private static double loss(double[] values, int i, double step, Function<double[], Case> moved) {
        double[] other = values.clone();
        other[i] += step;
        return Reference.run(moved.apply(other), false).loss();
    }

    private static Case with(Case given, Weights weights, double[] x, double[] h0, double[] c0) {
        return new Case(
                given.name(),
                given.convention(),
                weights,
                given.steps(),
                given.batch(),
                x,
                h0,
                c0,
                given.targets(),
                null,
                given.options());
    }
}
