package grulab.engine.diagnose;

import grulab.model.Case;
import grulab.model.SeededRandom;
import grulab.model.Weights;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        double[] effects = new double[judge.fields.size()];
        List<double[]> before = run(given, judge, way);
        for (int trial = 0; trial < TRIALS; trial++) {
            List<double[]> moved = run(moved(), judge, way);
            for (int f = 0; f < effects.length; f++) {
                effects[f] = Math.max(effects[f], MARGIN * distance(before.get(f), moved.get(f)));
            }
        }
        return effects;
    }

    private static double distance(double[] a, double[] b) {
        return IntStream.range(0, a.length)
                .mapToDouble(i -> Math.abs(a[i] - b[i]))
                .max()
                .orElse(0);
    }

    /** By field, the numbers of all steps and rows that it is held against. */
    private static List<double[]> run(Case problem, Judge judge, Way way) {
        int[] rows = IntStream.range(0, problem.batch()).toArray();
        Blocks blocks = new Blocks(problem.weights());
        Course course = new Course(new Recipe(blocks, way), 0);
        Steps steps = new Steps(problem, blocks, rows);
        steps.begin(List.of(course));
        List<double[]> seen = judge.fields.stream().map(f -> new double[0]).toList();
        for (int t = 0; t < problem.steps(); t++) {
            steps.step(t, List.of(course));
            judge.step(t, rows, course);
            int step = t;
            List<double[]> so = seen;
            seen = IntStream.range(0, so.size())
                    .mapToObj(f -> joined(so.get(f), numbers(judge.fields.get(f), step, problem, course)))
                    .toList();
        }
        List<double[]> all = seen;
        return IntStream.range(0, all.size())
                .mapToObj(f -> judge.fields.get(f).isTotal()
                        ? new double[] {judge.total(judge.fields.get(f), course)}
                        : all.get(f))
                .toList();
    }

    private static double[] numbers(Field field, int t, Case problem, Course course) {
        if (!field.sees(t, problem.steps())) {
            return new double[0];
        }
        return field.quantity == null
                ? Judge.logits(problem.weights(), course.h, problem.batch())
                : Objects.requireNonNullElse(course.of(field.quantity), new double[0]);
    }

    private static double[] joined(double[] a, double[] b) {
        double[] joined = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, joined, a.length, b.length);
        return joined;
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
                given.training());
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
