package grulab.engine.diagnose;

import grulab.model.Case;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Tries ways and keeps those that could still be best. The first row of the batch goes first; whatever is far from
 * what was expected after a step goes no further. Nothing that may yet fit is ever dropped.
 */
final class Search {
    /** What is worse than this many times what is allowed cannot fit; the margin is for what rounding does. */
    private static final double HOPE = 4;
    /** How many are kept whatever their error, after the first step that tells, and after those that follow. */
    private static final int[] KEPT = {96, 48, 24};

    private static final int ROWS_AT_ONCE = 16;
    /** Ways that are in memory at the same time. */
    private static final int TOGETHER = 1024;
    /** Errors that differ by less than 1 / this of what is allowed differ by the order of additions. */
    private static final double SAME = 1e8;

    private final Case given;
    private final Judge judge;
    private final Blocks blocks;
    /** How many other ways are the same function. */
    private final Map<Way, Integer> alike = new LinkedHashMap<>();

    Search(Case given, Judge judge) {
        this.given = given;
        this.judge = judge;
        blocks = new Blocks(given.weights());
    }

    /** How many of the ways that were tried are the same function as this one. */
    int alike(Way way) {
        return alike.getOrDefault(way, 0);
    }

    /**
     * What was not dropped, best first; of equal errors the way nearest to what the case describes.
     *
     * @param ways the nearest first
     */
    List<Course> find(List<Way> ways) {
        List<Recipe> recipes = different(ways);
        List<Course> left = new ArrayList<>();
        for (int from = 0; from < recipes.size(); from += TOGETHER) {
            List<Course> some = new ArrayList<>();
            for (Recipe recipe : recipes.subList(from, Math.min(recipes.size(), from + TOGETHER))) {
                some.add(new Course(recipe, from + some.size()));
            }
            left.addAll(take(some, new int[] {0}));
        }
        for (int from = 1; from < given.batch(); from += ROWS_AT_ONCE) {
            int to = Math.min(given.batch(), from + ROWS_AT_ONCE);
            left = take(left, IntStream.range(from, to).toArray());
        }
        left.forEach(judge::end);
        return ranked(left);
    }

    private List<Recipe> different(List<Way> ways) {
        Sameness sameness = new Sameness(given, judge.seesGates());
        Map<List<Integer>, Recipe> simplest = new LinkedHashMap<>();
        for (Way way : ways) {
            Recipe recipe = new Recipe(blocks, way);
            Recipe same = simplest.putIfAbsent(sameness.key(recipe), recipe);
            if (same != null) {
                alike.merge(same.way, 1, Integer::sum);
            }
        }
        return List.copyOf(simplest.values());
    }

    private List<Course> take(List<Course> courses, int[] rows) {
        List<Course> left = courses;
        Steps steps = new Steps(given, blocks, rows);
        steps.begin(left);
        int told = 0;
        for (int t = 0; t < given.steps(); t++) {
            steps.step(t, left);
            for (Course course : left) {
                judge.step(t, rows, course);
            }
            if (judge.sees(t)) {
                left = kept(left, KEPT[Math.min(told++, KEPT.length - 1)]);
            }
        }
        return left;
    }

    private static List<Course> kept(List<Course> courses, int least) {
        List<Course> ranked = ranked(courses);
        List<Course> kept = new ArrayList<>();
        for (Course course : ranked) {
            if (kept.size() < least || course.misfit <= HOPE) {
                kept.add(course);
            }
        }
        return kept;
    }

    private static List<Course> ranked(List<Course> courses) {
        List<Course> ranked = new ArrayList<>(courses);
        ranked.sort(Comparator.comparing((Course course) -> course.misfit > 1)
                .thenComparingDouble(course -> Math.rint(course.misfit * SAME))
                .thenComparingInt(course -> course.rank));
        return ranked;
    }
}
