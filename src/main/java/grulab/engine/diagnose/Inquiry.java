package grulab.engine.diagnose;

import grulab.model.Case;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What explains the numbers, if their axes are in one order. Remembers what came nearest. */
final class Inquiry {
    final Arrangement arrangement;
    final Judge judge;
    private final Search search;
    private final List<Course> nearest = new ArrayList<>();

    Inquiry(Arrangement arrangement) {
        this(arrangement, new Judge(arrangement.given(), arrangement.expected()));
    }

    private Inquiry(Arrangement arrangement, Judge judge) {
        this.arrangement = arrangement;
        this.judge = judge;
        search = new Search(arrangement.given(), judge);
    }

    /** The same numbers, each of which may be off by more. */
    Inquiry widened(double[] by) {
        return new Inquiry(arrangement, judge.widened(by));
    }

    Case given() {
        return arrangement.given();
    }

    /** Tries some ways, the nearest to the case first. */
    void ask(List<Way> ways) {
        nearest.addAll(search.find(ways));
        nearest.sort(Comparator.comparingDouble((Course course) -> course.misfit));
    }

    /** What came nearest, best first. */
    List<Course> nearest() {
        return nearest;
    }

    /** As many of them, in the order of how near they are to what the case describes. */
    List<Way> simplest(int most) {
        return Way.sorted(
                nearest.stream().limit(most).map(course -> course.recipe.way).toList(), given());
    }

    boolean explains() {
        return !nearest.isEmpty() && nearest.get(0).misfit <= 1;
    }

    /** How far a course that explains the numbers is from what was given. */
    int departures(Course course) {
        return arrangement.weight() + course.recipe.way.departures(given());
    }

    int alike(Course course) {
        return search.alike(course.recipe.way);
    }
}
