package grulab.engine.diagnose;

import grulab.model.Case;
import grulab.model.Diagnosis;
import grulab.model.Diagnosis.Experiment;
import grulab.model.Finding;
import grulab.model.Observed;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Which way of computing explains numbers that were expected of a case: every convention, order of the gates, transposition,
 * treatment of the biases and start state is tried, in float64.
 */
public final class Diagnostics {
    private static final int NAMED = 24;
    /** Numbers with so many digits that an explanation meets so closely were computed in float64. */
    private static final int FLOAT64_DIGITS = 12;

    private static final double FLOAT64_ERROR = 1e-11;
    /** What another computation in float64 may differ by. */
    private static final double FLOAT64_TOLERANCE = 1e-9;

    private final Case given;
    private final Map<String, Observed> expected;

    private Diagnostics(Case given, Map<String, Observed> expected) {
        this.given = given;
        this.expected = expected;
    }

    /**
     * Ranks the explanations.
     *
     * @param expected by field of an answer: gates and states [T][B][H], h_last and c_last [B][H], logits [T][B][O], loss, perplexity
     * @throws IllegalArgumentException if nothing is expected, or something that the case has not
     */
    public static Diagnosis run(Case given, Map<String, Observed> expected) {
        return new Diagnostics(given, expected).run();
    }

    private Diagnosis run() {
        Judge judge = new Judge(given, expected);
        Search search = new Search(given, judge);
        List<Course> courses = search.find();
        if (courses.get(0).misfit > 1) {
            Rounding rounding = new Rounding(given);
            OptionalInt decimals = rounding.decimals();
            if (decimals.isPresent()) {
                Judge wider = judge.widened(rounding.effects(judge, courses.get(0).recipe.way));
                List<Course> again = new Search(given, wider).find(recipes(courses));
                if (again.get(0).misfit <= 1) {
                    return diagnosis(wider, search, again, decimals.getAsInt());
                }
            }
        }
        return diagnosis(judge, search, courses, null);
    }

    /** In the order of how near they are to what the case describes, which decides between equals. */
    private static List<Recipe> recipes(List<Course> courses) {
        return courses.stream()
                .sorted(Comparator.comparingInt(course -> course.rank))
                .map(course -> course.recipe)
                .toList();
    }

    private Diagnosis diagnosis(Judge judge, Search search, List<Course> courses, @Nullable Integer decimals) {
        boolean exact = courses.get(0).error <= FLOAT64_ERROR
                && expected.values().stream().allMatch(numbers -> numbers.digits() >= FLOAT64_DIGITS);
        List<Course> fitting = courses.stream().filter(c -> fits(c, exact)).toList();
        boolean decided = fitting.size() == 1;
        List<Way> ways = fitting.stream().map(c -> c.recipe.way).toList();
        Experiment experiment =
                ways.size() < 2 ? null : new Separation(given, judge, ways).find(Field.float32(given.steps()));
        return new Diagnosis(
                courses.stream()
                        .limit(NAMED)
                        .map(course -> finding(course, search, exact))
                        .toList(),
                decided,
                fitting.size(),
                experiment,
                exact ? FLOAT64_TOLERANCE : judge.tolerance(),
                decimals,
                ways.contains(Way.asGiven(given))
                        ? null
                        : new Parted(given, judge, ways.isEmpty() ? null : ways.get(0)).find());
    }

    private Finding finding(Course course, Search search, boolean exact) {
        Way way = course.recipe.way;
        return new Finding(
                way.convention(),
                way.gateOrder(given.weights().cell()),
                way.transposed(),
                way.bias(),
                way.start(),
                course.error,
                fits(course, exact),
                search.alike(way));
    }

    private static boolean fits(Course course, boolean exact) {
        return exact ? course.error <= FLOAT64_TOLERANCE : course.misfit <= 1;
    }
}
