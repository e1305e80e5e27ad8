package grulab.engine.diagnose;

import grulab.engine.diagnose.Twist.Family;
import grulab.model.Case;
import java.util.ArrayList;
import java.util.List;

/** Ways with deviations, the nearest to the case first, and no more of them than there is time for. */
final class Ways {
    /** What two of them may have each, if both are there. */
    private static final int USUAL_WEIGHT = 3;

    private static final int MOST = 60_000;
    /** Multiplications that a search may take. */
    private static final double WORK = 2e9;
    /** Multiplications that a number costs which goes through a function. */
    private static final int FUNCTION = 60;

    private final Case given;
    private final List<Twist> twists;
    private final int most;

    /** @param soon whether the first step already tells most of them apart */
    Ways(Case given, boolean soon) {
        this.given = given;
        int hidden = given.weights().hidden();
        double step = given.weights().cell().gates().size() * hidden * (double) FUNCTION;
        double product = given.weights().cell().gates().size() * (double) hidden * hidden;
        twists = Twist.all(given.weights().cell());
        most = (int) Math.min(MOST, WORK / (soon ? step + product / 8 : given.steps() * (step + product)));
    }

    /** One deviation. */
    List<Way> deviating() {
        List<Way> ways = new ArrayList<>(Way.usual(given));
        for (Twist twist : twists) {
            add(twist.family() == Family.BIAS ? Way.inOrder(given) : Way.usual(given), twist, ways);
        }
        return limited(ways);
    }

    /** One deviation, with the order of the gates as given. */
    List<Way> deviatingInOrder() {
        List<Way> ways = new ArrayList<>();
        for (Twist twist : twists) {
            add(Way.inOrder(given), twist, ways);
        }
        return limited(ways);
    }

    /** Two usual deviations of different kinds. */
    List<Way> deviatingTwice() {
        List<Way> ways = new ArrayList<>();
        for (Twist one : twists) {
            List<Way> once = new ArrayList<>();
            if (one.weight() <= USUAL_WEIGHT) {
                add(Way.usual(given), one, once);
            }
            for (Twist other : twists) {
                boolean pair = one.family().compareTo(other.family()) < 0;
                if (pair && other.weight() <= USUAL_WEIGHT) {
                    add(once, other, ways);
                }
            }
        }
        return limited(ways);
    }

    private List<Way> limited(List<Way> ways) {
        return Way.sorted(ways, given).subList(0, Math.min(most, ways.size()));
    }

    private static void add(List<Way> to, Twist twist, List<Way> ways) {
        for (Way way : to) {
            Variant variant = twist.on().apply(way.variant());
            if (!variant.equals(way.variant())) {
                ways.add(way.with(variant));
            }
        }
    }
}
