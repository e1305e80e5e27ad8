package grulab.engine.diagnose;

import grulab.model.Array;
import grulab.model.Case;
import grulab.model.Deviation;
import grulab.model.Deviation.Axis;
import grulab.model.Observed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * In which order time and batch may have been meant: of the input, of what came out, or of both, and forwards or backwards. Only what
 * the shapes allow.
 */
final class Arrangements {
    private static final int USUAL = 2;
    private static final int KNOWN = 3;
    private static final int ODD = 4;

    /** The input as somebody read it. */
    private record Reading(double[] x, int steps, int batch, int weight) {}

    private final Case given;
    private final Map<String, Observed> expected;
    private final boolean turned;
    private final List<Arrangement> all = new ArrayList<>();

    private Arrangements(Case given, Map<String, Observed> expected, boolean turned) {
        this.given = given;
        this.expected = expected;
        this.turned = turned;
    }

    /**
     * The simplest first.
     *
     * @param turned whether the input came batch first, and was turned round when it was read
     */
    static List<Arrangement> of(Case given, Map<String, Observed> expected, boolean turned) {
        Arrangements arrangements = new Arrangements(given, expected, turned);
        arrangements.orders();
        arrangements.directions();
        RowEnds.of(given, expected).ifPresent(arrangements.all::add);
        return arrangements.all;
    }

    private void orders() {
        int steps = given.steps();
        int batch = given.batch();
        double[] x = given.x();
        double[] across = Axes.turned(x, steps, batch);
        add(new Reading(x, steps, batch, 0), false, null);
        add(new Reading(x, steps, batch, 0), true, turned ? null : Axis.BATCH_FIRST);
        if (steps > 1 || batch > 1) {
            add(new Reading(across, batch, steps, KNOWN), true, Axis.BATCH_FIRST);
            add(new Reading(across, batch, steps, KNOWN), false, Axis.BATCH_AND_TIME);
        }
        if (steps > 1 && batch > 1) {
            // the numbers of [B][T] under the label [T][B]: reshaped where they should have been transposed
            add(new Reading(Axes.turned(x, batch, steps), steps, batch, ODD), false, Axis.BATCH_FIRST);
            add(new Reading(Axes.turned(x, batch, steps), steps, batch, ODD), true, Axis.BATCH_FIRST);
        }
    }

    private void directions() {
        if (given.steps() > 1) {
            double[] backwards = Axes.reversed(given.x(), given.steps());
            direction(backwards, true, false, KNOWN);
            direction(backwards, true, true, KNOWN);
            direction(given.x(), false, true, ODD);
        }
    }

    private void add(Reading reading, boolean turn, @Nullable Axis axis) {
        boolean input = reading.weight > 0 || turned;
        boolean output = turn && axis != Axis.BATCH_AND_TIME;
        Axis named = axis == null && turned ? Axis.BATCH_FIRST : axis;
        List<Deviation> deviations = named == null ? List.of() : List.of(new Deviation.Order(named, input, output));
        arranged(reading, (values) -> values, turn)
                .ifPresent(pair -> all.add(new Arrangement(
                        pair.given, pair.expected, deviations, reading.weight + (axis == null ? 0 : USUAL))));
    }

    private void direction(double[] x, boolean input, boolean output, int weight) {
        Reading reading = new Reading(x, given.steps(), given.batch(), weight);
        List<Deviation> deviations = List.of(new Deviation.Order(Axis.TIME_REVERSED, input, output));
        arranged(reading, output ? values -> Axes.reversed(values, given.steps()) : values -> values, false)
                .ifPresent(pair -> all.add(new Arrangement(pair.given, pair.expected, deviations, weight)));
    }

    private record Pair(Case given, Map<String, Observed> expected) {}

    /** Empty if a shape does not allow it. */
    private Optional<Pair> arranged(Reading reading, UnaryOperator<double[]> order, boolean turn) {
        boolean sameRows = reading.batch == given.batch();
        boolean started = Arrays.stream(given.h0()).anyMatch(v -> v != 0)
                || Arrays.stream(given.c0()).anyMatch(v -> v != 0);
        if (!sameRows && started) {
            return Optional.empty();
        }
        boolean asComputed = reading.weight == 0;
        Map<String, Observed> numbers = new LinkedHashMap<>();
        for (Map.Entry<String, Observed> e : expected.entrySet()) {
            Observed observed = e.getValue();
            int[] shape = observed.array().shape();
            double[] values = observed.array().values();
            boolean total = values.length == 1 && shape.length == 1;
            if (total ? !asComputed : !fits(shape, reading, turn)) {
                return Optional.empty();
            }
            boolean states = values.length % (reading.steps * reading.batch) == 0;
            if (shape.length == 3 || (shape.length == 1 && !total && states)) {
                values = order.apply(turn ? Axes.turned(values, reading.batch, reading.steps) : values);
                int width = values.length / (reading.steps * reading.batch);
                shape = new int[] {reading.steps, reading.batch, width};
            }
            numbers.put(e.getKey(), new Observed(Array.of(values, shape), observed.decimals(), observed.digits()));
        }
        return Optional.of(new Pair(read(reading), numbers));
    }

    /** Numbers without brackets fit either way. */
    private static boolean fits(int[] shape, Reading reading, boolean turn) {
        int outer = turn ? reading.batch : reading.steps;
        int inner = turn ? reading.steps : reading.batch;
        return switch (shape.length) {
            case 3 -> shape[0] == outer && shape[1] == inner;
            case 2 -> shape[0] == reading.batch;
            default -> true;
        };
    }

    private Case read(Reading reading) {
        boolean sameRows = reading.batch == given.batch();
        int hidden = given.weights().hidden();
        return new Case(
                given.name(),
                given.convention(),
                given.weights(),
                reading.steps,
                reading.batch,
                reading.x,
                sameRows ? given.h0() : new double[reading.batch * hidden],
                sameRows || given.c0().length == 0 ? given.c0() : new double[reading.batch * hidden],
                given.steps() == reading.steps ? given.targets() : null,
                null,
                given.options());
    }
}
