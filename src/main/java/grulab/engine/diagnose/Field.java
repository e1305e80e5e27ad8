package grulab.engine.diagnose;

import grulab.model.Case;
import grulab.model.CellType;
import grulab.model.Observed;
import grulab.model.Quantity;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One field of what was expected: which numbers of a course it is held against, and what error each of them may have. */
final class Field {
    /** Rounding of a framework that computes in float32, at the first step, and what each step adds; relative above 1. */
    private static final double FLOAT32 = 2e-6;

    private static final double FLOAT32_STEP = 2e-8;

    private static final double[] NONE = {};

    final String name;
    /** Null of logits, loss and perplexity. */
    final @Nullable Quantity quantity;
    /** Whether it is of the last step alone. */
    final boolean last;

    final double[] values;
    final double[] allowed;

    private Field(String name, @Nullable Quantity quantity, boolean last, double[] values, double[] allowed) {
        this.name = name;
        this.quantity = quantity;
        this.last = last;
        this.values = values;
        this.allowed = allowed;
    }

    /** @throws IllegalArgumentException if the answer to the case has no such field, or it has another size */
    static Field of(String name, Observed observed, Case given) {
        CellType cell = given.weights().cell();
        boolean last = name.endsWith("_last");
        String id = last ? name.substring(0, name.length() - "_last".length()) : name;
        Quantity quantity = cell.quantities().stream()
                .filter(q -> q.id().equals(id))
                .filter(q -> !last || q == Quantity.STATE || q == Quantity.CELL)
                .findFirst()
                .orElse(null);
        int states = given.batch() * given.weights().hidden();
        int size;
        if (quantity != null) {
            size = last ? states : given.steps() * states;
        } else if (name.equals("logits") && given.weights().outputs() > 0) {
            size = given.steps() * given.batch() * given.weights().outputs();
        } else if ((name.equals("loss") || name.equals("perplexity"))
                && given.targets() != null
                && given.weights().outputs() > 0) {
            size = 1;
        } else {
            throw new IllegalArgumentException("nothing of this case can be held against " + name);
        }
        double[] values = observed.array().values();
        if (values.length != size) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "%s must have %d numbers, not %d", name, size, values.length));
        }
        double[] allowed = new double[size];
        int rows = given.steps() * given.batch();
        int width = last || size % rows != 0 ? 0 : size / rows;
        for (int i = 0; i < size; i++) {
            double float32 = float32(given.steps()) * Math.max(1, Math.abs(values[i]));
            allowed[i] = observed.rounding(i) + float32;
            // what stands behind the end of a row is no state
            if (width > 0 && !given.options().reaches(i / width / given.batch(), i / width % given.batch())) {
                allowed[i] = Double.POSITIVE_INFINITY;
            }
        }
        return new Field(name, quantity, last, values, allowed);
    }

    /** The same numbers, each of which may be off by so much more. */
    Field widened(double by) {
        return new Field(
                name,
                quantity,
                last,
                values,
                Arrays.stream(allowed).map(a -> a + by).toArray());
    }

    /** What float32 makes of numbers around 1 and below in so many steps. */
    static double float32(int steps) {
        return FLOAT32 + FLOAT32_STEP * steps;
    }

    /** What a course has come to after step t in the numbers of this field; none where it says nothing of the step. */
    double[] seen(int t, Case problem, Course course) {
        if (!sees(t, problem.steps())) {
            return NONE;
        }
        double[] got = quantity == null
                ? Judge.logits(
                        problem.weights(),
                        course.h,
                        course.h.length / problem.weights().hidden())
                : course.of(quantity);
        return got == null ? NONE : got;
    }

    boolean isLogits() {
        return name.equals("logits");
    }

    /** Whether it is one number for all steps and rows. */
    boolean isTotal() {
        return quantity == null && !isLogits();
    }

    /** Whether it says something of step t. */
    boolean sees(int t, int steps) {
        return !isTotal() && (!last || t == steps - 1);
    }
}
