package grulab.engine.diagnose;

import grulab.model.Case;
import grulab.model.Deviation;
import grulab.model.Diagnosis;
import grulab.model.Diagnosis.Experiment;
import grulab.model.Diagnosis.Parting;
import grulab.model.Finding;
import grulab.model.Observed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Which way of computing explains numbers that were expected of a case, in float64: every convention, order of the gates,
 * transposition, treatment of the biases and start state is tried; where none of these explains them, what libraries do otherwise
 * and people get wrong besides, first one thing of these, then two.
 */
public final class Diagnostics {
    private static final int NAMED = 24;
    /** Numbers with so many digits that an explanation meets so closely were computed in float64. */
    private static final int FLOAT64_DIGITS = 12;

    private static final double FLOAT64_ERROR = 1e-11;
    /** What another computation in float64 may differ by. */
    private static final double FLOAT64_TOLERANCE = 1e-9;
    /** Of what came nearest so many are held against wider tolerances. */
    private static final int NEAREST = 96;

    private final Case given;
    private final Map<String, Observed> expected;
    private List<Inquiry> inquiries;

    private Diagnostics(Case given, Map<String, Observed> expected, boolean batchFirst) {
        this.given = given;
        this.expected = expected;
        inquiries = Arrangements.of(given, expected, batchFirst).stream()
                .map(Inquiry::new)
                .toList();
    }

    /**
     * Ranks the explanations.
     *
     * @param expected by field of an answer: gates and states [T][B][H] or [B][T][H], h_last and c_last [B][H], logits [T][B][O], loss,
     *     perplexity
     * @throws IllegalArgumentException if nothing is expected, or something that the case has not
     */
    public static Diagnosis run(Case given, Map<String, Observed> expected) {
        return run(given, expected, false);
    }

    /** @param batchFirst whether the input was turned round when it was read */
    public static Diagnosis run(Case given, Map<String, Observed> expected, boolean batchFirst) {
        if (expected.isEmpty()) {
            throw new IllegalArgumentException("nothing is expected");
        }
        return new Diagnostics(given, expected, batchFirst).run();
    }

    private Diagnosis run() {
        if (!search()) {
            OptionalInt decimals = widen();
            if (decimals.isPresent()) {
                return diagnosis(decimals.getAsInt());
            }
        }
        return diagnosis(null);
    }

    /** The simplest first; true as soon as something fits. */
    private boolean search() {
        Inquiry first = inquiries.get(0);
        first.ask(Way.all(first.given()));
        if (first.explains()) {
            return true;
        }
        Ways ways = new Ways(first.given(), first.judge.sees(0));
        first.ask(ways.deviating());
        List<Inquiry> others = inquiries.subList(1, inquiries.size());
        others.forEach(other -> other.ask(Way.all(other.given())));
        if (inquiries.stream().anyMatch(Inquiry::explains)) {
            return true;
        }
        first.ask(ways.deviatingTwice());
        for (Inquiry other : others) {
            other.ask(new Ways(other.given(), other.judge.sees(0)).deviatingInOrder());
        }
        return inquiries.stream().anyMatch(Inquiry::explains);
    }

    /** Allows for an input, start state or weights that were cut to a few decimals, if that explains the numbers. */
    private OptionalInt widen() {
        Rounding rounding = new Rounding(given);
        OptionalInt decimals = rounding.decimals();
        if (decimals.isEmpty()) {
            return decimals;
        }
        List<Inquiry> wider = new ArrayList<>();
        for (Inquiry inquiry : inquiries) {
            Way nearest = inquiry.nearest().get(0).recipe.way;
            Inquiry again = inquiry.widened(new Rounding(inquiry.given()).effects(inquiry.judge, nearest));
            again.ask(inquiry.simplest(NEAREST));
            wider.add(again);
        }
        if (wider.stream().noneMatch(Inquiry::explains)) {
            return OptionalInt.empty();
        }
        inquiries = wider;
        return decimals;
    }

    /** A course, and in which order of the axes it was. */
    private record Candidate(Inquiry inquiry, Course course, boolean fits) {
        int departures() {
            return inquiry.departures(course);
        }
    }

    private Diagnosis diagnosis(@Nullable Integer decimals) {
        boolean exact = expected.values().stream().allMatch(numbers -> numbers.digits() >= FLOAT64_DIGITS)
                && inquiries.stream()
                        .flatMap(inquiry -> inquiry.nearest().stream())
                        .anyMatch(course -> course.error <= FLOAT64_ERROR);
        List<Candidate> candidates = candidates(exact);
        List<Candidate> fitting = candidates.stream().filter(Candidate::fits).toList();
        return new Diagnosis(
                candidates.stream().limit(NAMED).map(Diagnostics::finding).toList(),
                fitting.size() == 1,
                fitting.size(),
                fitting.size() < 2 ? null : experiment(fitting),
                exact ? FLOAT64_TOLERANCE : candidates.get(0).inquiry.judge.tolerance(),
                decimals,
                partings(fitting.isEmpty() ? null : fitting.get(0)));
    }

    /** What fits comes first, the simplest of it at the beginning; then what is nearest without any deviation. */
    private List<Candidate> candidates(boolean exact) {
        List<Candidate> candidates = new ArrayList<>();
        for (Inquiry inquiry : inquiries) {
            for (Course course : inquiry.nearest()) {
                boolean fits = exact ? course.error <= FLOAT64_TOLERANCE : course.misfit <= 1;
                boolean plain = inquiry == inquiries.get(0)
                        && course.recipe.way.variant().deviations().isEmpty();
                if (fits || plain) {
                    candidates.add(new Candidate(inquiry, course, fits));
                }
            }
        }
        candidates.sort(Comparator.comparing((Candidate c) -> !c.fits)
                .thenComparingDouble(c -> c.fits ? c.departures() : c.course.misfit));
        return candidates;
    }

    private static Experiment experiment(List<Candidate> fitting) {
        Inquiry inquiry = fitting.get(0).inquiry;
        boolean alone = fitting.stream().allMatch(c -> c.inquiry == inquiry);
        return alone
                ? new Separation(
                                inquiry.given(),
                                inquiry.judge,
                                fitting.stream().map(c -> c.course.recipe.way).toList())
                        .find(Field.float32(inquiry.given().steps()))
                : Experiment.ANOTHER_INPUT;
    }

    private List<Parting> partings(@Nullable Candidate best) {
        Inquiry first = inquiries.get(0);
        if (best == null) {
            return new Parted(first.given(), first.judge, null).find();
        }
        boolean same = best.inquiry == first;
        Way way = best.course.recipe.way;
        if (same && way.equals(Way.asGiven(first.given()))) {
            return List.of();
        }
        return new Parted(first.given(), first.judge, same ? way : null).find();
    }

    private static Finding finding(Candidate candidate) {
        Inquiry inquiry = candidate.inquiry;
        Course course = candidate.course;
        Way way = course.recipe.way;
        List<Deviation> deviations = new ArrayList<>(inquiry.arrangement.deviations());
        deviations.addAll(way.variant().deviations());
        return new Finding(
                way.convention(),
                way.gateOrder(inquiry.given().weights().cell()),
                way.transposed(),
                way.bias(),
                way.start(),
                deviations,
                course.error,
                candidate.fits,
                inquiry.alike(course));
    }
}
