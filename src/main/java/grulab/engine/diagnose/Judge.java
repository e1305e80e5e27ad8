package grulab.engine.diagnose;

import grulab.model.Case;
import grulab.model.Observed;
import grulab.model.Quantity;
import grulab.model.Weights;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Holds courses against what was expected, step by step. */
final class Judge {
    final List<Field> fields;
    private final Case given;
    private final Weights weights;
    private final boolean losses;

    Judge(Case given, Map<String, Observed> expected) {
        this(
                given,
                expected.entrySet().stream()
                        .map(e -> Field.of(e.getKey(), e.getValue(), given))
                        .toList());
    }

    private Judge(Case given, List<Field> fields) {
        this.given = given;
        this.fields = fields;
        weights = given.weights();
        if (fields.isEmpty()) {
            throw new IllegalArgumentException("nothing is expected");
        }
        losses = fields.stream().anyMatch(Field::isTotal);
    }

    /** The same numbers, held against another case of the same shapes. */
    Judge of(Case other) {
        return new Judge(other, fields);
    }

    /** @param by how much more each field's numbers may be off */
    Judge widened(double[] by) {
        return new Judge(
                given,
                IntStream.range(0, fields.size())
                        .mapToObj(f -> fields.get(f).widened(by[f]))
                        .toList());
    }

    /** The largest error that counts as none. */
    double tolerance() {
        return fields.stream()
                .flatMapToDouble(field -> Arrays.stream(field.allowed))
                .max()
                .orElse(0);
    }

    /** Whether anything is expected of what happens inside a step. */
    boolean seesGates() {
        return fields.stream()
                .map(field -> field.quantity)
                .anyMatch(q -> q != null && q != Quantity.STATE && q != Quantity.CELL);
    }

    boolean sees(int t) {
        return fields.stream().anyMatch(field -> field.sees(t, given.steps()));
    }

    /** Takes in what a course has come to after step t. */
    void step(int t, int[] rows, Course course) {
        for (Field field : fields) {
            double[] got = field.quantity == null || !field.sees(t, given.steps()) ? null : course.of(field.quantity);
            if (got != null) {
                compare(field, field.last ? 0 : t, rows, got, course);
            }
        }
        if (losses || fields.stream().anyMatch(Field::isLogits)) {
            readOut(t, rows, course);
        }
    }

    /** Takes in what is known after the last step of the last row. */
    void end(Course course) {
        for (Field field : fields) {
            if (field.isTotal()) {
                course.miss(total(field, course) - field.values[0], field.allowed[0]);
            }
        }
    }

    /** What a course has come to in a field that is one number for all steps and rows. */
    double total(Field field, Course course) {
        double loss = course.surprise / (given.steps() * (double) given.batch());
        return field.name.equals("loss") ? loss : Math.exp(loss);
    }

    private void compare(Field field, int t, int[] rows, double[] got, Course course) {
        int width = got.length / rows.length;
        for (int i = 0; i < rows.length; i++) {
            int from = (t * given.batch() + rows[i]) * width;
            for (int k = 0; k < width; k++) {
                course.miss(got[i * width + k] - field.values[from + k], field.allowed[from + k]);
            }
        }
    }

    private void readOut(int t, int[] rows, Course course) {
        double[] logits = logits(weights, course.h, rows.length);
        for (Field field : fields) {
            if (field.isLogits()) {
                compare(field, t, rows, logits, course);
            }
        }
        int[] targets = given.targets();
        if (losses && targets != null) {
            for (int i = 0; i < rows.length; i++) {
                course.surprise += surprise(logits, i * weights.outputs(), targets[t * given.batch() + rows[i]]);
            }
        }
    }

    /** h W_hq + b_q [rows·O]. */
    static double[] logits(Weights weights, double[] h, int rows) {
        int outputs = weights.outputs();
        double[] matrix = weights.get("W_hq");
        double[] logits = new double[rows * outputs];
        for (int row = 0; row < rows; row++) {
            for (int o = 0; o < outputs; o++) {
                logits[row * outputs + o] = weights.bias("b_q", o);
            }
            for (int k = 0; k < weights.hidden(); k++) {
                double v = h[row * weights.hidden() + k];
                for (int o = 0; o < outputs; o++) {
                    logits[row * outputs + o] += v * matrix[k * outputs + o];
                }
            }
        }
        return logits;
    }

    /** −log of the probability of a class, nats. */
    private double surprise(double[] logits, int from, int target) {
        double top = Double.NEGATIVE_INFINITY;
        for (int o = 0; o < weights.outputs(); o++) {
            top = Math.max(top, logits[from + o]);
        }
        double total = 0;
        for (int o = 0; o < weights.outputs(); o++) {
            total += Math.exp(logits[from + o] - top);
        }
        return Math.log(total) + top - logits[from + target];
    }
}
