package grulab.engine.diagnose;

import grulab.model.Case;
import grulab.model.SeededRandom;
import grulab.model.Weights;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Of a case whose numbers were copied from a screen: what it may do to the numbers that come out that x, start state or weights
 * were cut to a few decimals. It is measured, by moving each of them up or down, at random, by half a unit of its last decimal.
 */
final class Rounding {
    /** Numbers with fewer decimals are rather meant so; with more, it is lost in what float32 does. */
    private static final int FEWEST = 3;

    private static final int MOST = 6;
    private static final int TRIALS = 8;
    /** Of a few trials the worst; the numbers themselves may have been cut less kindly. */
    private static final double MARGIN = 2;

    private final Case given;
    private final SeededRandom random = new SeededRandom(13);

    Rounding(Case given) {
        this.given = given;
    }

    /** The fewest decimals that any of its arrays seems to have been cut to; empty if none was cut. */
    OptionalInt decimals() {
        return Stream.concat(Stream.of(given.x(), given.h0(), given.c0()), given.weights().arrays().values().stream())
                .mapToInt(Rounding::decimals)
                .filter(Rounding::cut)
                .min();
    }

    /** By field of the judge, how far its numbers may move, if they are computed in such a way. */
    double[] effects(Judge judge, Way way) {
        int[] rows = IntStream.range(0, given.batch()).toArray();
        Run before = new Run(given, judge, way, rows);
        List<Run> moved = IntStream.range(0, TRIALS)
                .mapToObj(trial -> new Run(moved(), judge, way, rows))
                .toList();
        double[] effects = new double[judge.fields.size()];
        for (int t = 0; t < given.steps(); t++) {
            before.step(t);
            for (Run run : moved) {
                run.step(t);
                for (int f = 0; f < effects.length; f++) {
                    Field field = judge.fields.get(f);
                    effects[f] = Math.max(effects[f], distance(before.seen(field, t), run.seen(field, t)));
                }
            }
        }
        for (int f = 0; f < effects.length; f++) {
            Field field = judge.fields.get(f);
            for (Run run : moved) {
                effects[f] = Math.max(effects[f], distance(before.total(field), run.total(field)));
            }
            effects[f] *= MARGIN;
        }
        return effects;
    }

    private static double distance(double[] a, double[] b) {
        return IntStream.range(0, a.length)
                .mapToDouble(i -> Math.abs(a[i] - b[i]))
                .max()
                .orElse(0);
    }

    /** A case on its way through the steps, in one way. */
    private static final class Run {
        private final Case problem;
        private final Judge judge;
        private final int[] rows;
        private final Steps steps;
        private final Course course;

        Run(Case problem, Judge judge, Way way, int[] rows) {
            this.problem = problem;
            this.judge = judge.of(problem);
            this.rows = rows;
            Blocks blocks = new Blocks(problem.weights());
            course = new Course(new Recipe(blocks, way), 0);
            steps = new Steps(problem, blocks, rows);
            steps.begin(List.of(course));
        }

        void step(int t) {
            steps.step(t, List.of(course));
            judge.step(t, rows, course);
        }

        /** Of a field that is one number for all steps. */
        double[] total(Field field) {
            return field.isTotal() ? new double[] {judge.total(field, course)} : new double[0];
        }

        double[] seen(Field field, int t) {
            return field.seen(t, problem, course);
        }
    }

    private Case moved() {
        Weights w = given.weights();
        Map<String, double[]> arrays = new LinkedHashMap<>();
        w.arrays().forEach((name, values) -> arrays.put(name, moved(values)));
        return new Case(
                given.name(),
                given.convention(),
                new Weights(w.cell(), w.inputs(), w.hidden(), w.outputs(), arrays),
                given.steps(),
                given.batch(),
                moved(given.x()),
                moved(given.h0()),
                moved(given.c0()),
                given.targets(),
                given.training(),
                given.options());
    }

    private double[] moved(double[] values) {
        int decimals = decimals(values);
        if (!cut(decimals)) {
            return values;
        }
        double half = 0.5 * Math.pow(10, -decimals);
        return Arrays.stream(values)
                .map(v -> random.nextInt(2) == 0 ? v - half : v + half)
                .toArray();
    }

    private static boolean cut(int decimals) {
        return decimals >= FEWEST && decimals <= MOST;
    }

    /** The most decimals that any of the numbers needs. */
    private static int decimals(double[] values) {
        int most = 0;
        for (int i = 0; i < values.length && most <= MOST; i++) {
            boolean finite = Double.isFinite(values[i]);
            most = Math.max(
                    most,
                    finite ? BigDecimal.valueOf(values[i]).stripTrailingZeros().scale() : MOST + 1);
        }
        return most;
    }
}
