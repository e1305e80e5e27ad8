package grulab.engine.diagnose;

import grulab.model.Case;
import grulab.model.Diagnosis.Experiment;
import grulab.model.Quantity;
import grulab.model.SeededRandom;
import grulab.model.Weights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds what would tell explanations apart that all fit, by doing it: each experiment is made with all of them, on the first
 * row of the batch, and the first one that separates every two of them is named, or the one that separates most.
 */
final class Separation {
    /** More explanations than these are not told apart one by one. */
    private static final int MOST = 8;

    private static final int MORE_STEPS = 8;

    private final Case given;
    private final Judge judge;
    private final List<Way> ways;
    private final SeededRandom random = new SeededRandom(6);

    Separation(Case given, Judge judge, List<Way> ways) {
        this.given = firstRow(given);
        this.judge = judge;
        this.ways = ways.subList(0, Math.min(MOST, ways.size()));
    }

    /** @param finest what the error of numbers with all their digits may be */
    Experiment find(double finest) {
        Map<Experiment, Integer> separated = new LinkedHashMap<>();
        int pairs = ways.size() * (ways.size() - 1) / 2;
        boolean states = judge.fields.stream().anyMatch(f -> f.quantity == Quantity.STATE && !f.last);
        for (Experiment experiment : Experiment.values()) {
            Optional<Case> changed = changed(experiment);
            boolean possible = experiment == Experiment.EVERY_STATE ? !states : changed.isPresent();
            if (possible) {
                double limit = 2 * (experiment == Experiment.MORE_DIGITS ? finest : judge.tolerance());
                boolean all = experiment == Experiment.EVERY_STATE;
                int count = separated(predictions(changed.orElse(given), all), limit);
                if (count == pairs) {
                    return experiment;
                }
                separated.put(experiment, count);
            }
        }
        Experiment best = Experiment.OTHER_WEIGHTS;
        for (Map.Entry<Experiment, Integer> e : separated.entrySet()) {
            if (e.getValue() > separated.getOrDefault(best, 0)) {
                best = e.getKey();
            }
        }
        return best;
    }

    private static int separated(List<double[]> predictions, double limit) {
        int count = 0;
        for (int a = 0; a < predictions.size(); a++) {
            for (int b = 0; b < a; b++) {
                double[] one = predictions.get(a);
                double[] other = predictions.get(b);
                if (IntStream.range(0, one.length).anyMatch(i -> Math.abs(one[i] - other[i]) > limit)) {
                    count++;
                }
            }
        }
        return count;
    }

    /** What each way makes of a case: the numbers that were given of this one, or the state of every step too. */
    private List<double[]> predictions(Case changed, boolean everyState) {
        Blocks blocks = new Blocks(changed.weights());
        List<Course> courses =
                ways.stream().map(way -> new Course(new Recipe(blocks, way), 0)).toList();
        List<List<double[]>> seen = ways.stream()
                .map(way -> (List<double[]>) new ArrayList<double[]>())
                .toList();
        Steps steps = new Steps(changed, blocks, new int[] {0});
        steps.begin(courses);
        for (int t = 0; t < changed.steps(); t++) {
            steps.step(t, courses);
            for (int k = 0; k < courses.size(); k++) {
                look(courses.get(k), t, changed, everyState, seen.get(k));
            }
        }
        return seen.stream()
                .map(parts -> parts.stream().flatMapToDouble(Arrays::stream).toArray())
                .toList();
    }

    private void look(Course course, int t, Case changed, boolean everyState, List<double[]> seen) {
        if (everyState) {
            seen.add(course.h);
        }
        for (Field field : judge.fields) {
            seen.add(field.seen(t, changed, course));
        }
    }

    private Optional<Case> changed(Experiment experiment) {
        Weights w = given.weights();
        return switch (experiment) {
            case MORE_DIGITS -> Optional.of(given);
            case EVERY_STATE -> Optional.empty();
            case MORE_STEPS -> Optional.of(with(w, given.steps() + MORE_STEPS, longer(), given.h0(), given.c0()));
            case A_START_STATE ->
                Optional.of(with(w, given.steps(), given.x(), drawn(given.h0(), 1), drawn(given.c0(), 1)));
            case A_RECURRENT_BIAS ->
                hasRecurrentBias(w)
                        ? Optional.empty()
                        : Optional.of(with(biased(w), given.steps(), given.x(), given.h0(), given.c0()));
            case ANOTHER_INPUT ->
                Optional.of(with(w, given.steps(), drawn(given.x(), scale()), given.h0(), given.c0()));
            case OTHER_WEIGHTS -> Optional.of(with(other(w), given.steps(), given.x(), given.h0(), given.c0()));
        };
    }

    private Case with(Weights weights, int steps, double[] x, double[] h0, double[] c0) {
        return new Case(given.name(), given.convention(), weights, steps, 1, x, h0, c0, null, null, given.options());
    }

    private static Case firstRow(Case given) {
        int width = given.weights().inputs();
        int hidden = given.weights().hidden();
        double[] x = new double[given.steps() * width];
        for (int t = 0; t < given.steps(); t++) {
            System.arraycopy(given.x(), t * given.batch() * width, x, t * width, width);
        }
        double[] c0 = given.c0().length == 0 ? given.c0() : Arrays.copyOf(given.c0(), hidden);
        return new Case(
                given.name(),
                given.convention(),
                given.weights(),
                given.steps(),
                1,
                x,
                Arrays.copyOf(given.h0(), hidden),
                c0,
                null,
                null,
                given.options().withLengths(null));
    }

    private double[] longer() {
        double[] more = drawn(new double[MORE_STEPS * given.weights().inputs()], scale());
        double[] x = Arrays.copyOf(given.x(), given.x().length + more.length);
        System.arraycopy(more, 0, x, given.x().length, more.length);
        return x;
    }

    private double scale() {
        double largest = Arrays.stream(given.x()).map(Math::abs).max().orElse(0);
        return largest == 0 ? 1 : largest;
    }

    private double[] drawn(double[] like, double bound) {
        return each(like, v -> bound * (2 * random.nextDouble() - 1));
    }

    private static double[] each(double[] values, DoubleUnaryOperator with) {
        return Arrays.stream(values).map(with).toArray();
    }

    private static boolean hasRecurrentBias(Weights w) {
        return w.arrays().entrySet().stream()
                .filter(e -> e.getKey().startsWith("b_h"))
                .flatMapToDouble(e -> Arrays.stream(e.getValue()))
                .anyMatch(v -> v != 0);
    }

    private Weights biased(Weights w) {
        Map<String, double[]> arrays = new LinkedHashMap<>(w.arrays());
        w.cell().gates().forEach(gate -> arrays.put("b_h" + gate, drawn(new double[w.hidden()], 0.5)));
        return new Weights(w.cell(), w.inputs(), w.hidden(), w.outputs(), arrays);
    }

    private Weights other(Weights w) {
        Map<String, double[]> arrays = new LinkedHashMap<>(w.arrays());
        Stream.of("W_i", "W_h", "b_i", "b_h")
                .flatMap(side -> w.cell().gates().stream().map(side::concat))
                .filter(w::has)
                .forEach(name -> arrays.put(name, drawn(w.get(name), 1)));
        return new Weights(w.cell(), w.inputs(), w.hidden(), w.outputs(), arrays);
    }
}
