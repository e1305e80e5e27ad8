package grulab.engine.diagnose;

import grulab.model.Case;
import grulab.model.Operation;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Takes many courses through the steps of a case together, some rows of its batch. */
final class Steps {
    private static final int RESET = 0;
    private static final int UPDATE = 1;
    private static final int CANDIDATE = 2;

    private static final int INPUT = 0;
    private static final int FORGET = 1;
    private static final int CELL_CANDIDATE = 2;
    private static final int OUTPUT = 3;

    /** Units that are worth a second thread. */
    private static final int MANY = 20_000;

    /** Vectors that go through a step in one go: a matrix is read once for them, and they stay near the processor meanwhile. */
    private static final int TOGETHER = 48;

    private final Case given;
    private final Blocks blocks;
    private final int[] rows;
    /** [block][orientation][rows][H], W x of the step. */
    private final double[][][][] fromInput;

    Steps(Case given, Blocks blocks, int[] rows) {
        this.given = given;
        this.blocks = blocks;
        this.rows = rows;
        fromInput = new double[blocks.gates][2][][];
    }

    void begin(List<Course> courses) {
        courses.forEach(course -> course.begin(given, rows));
    }

    /** From the states before step t to the states after it. */
    void step(int t, List<Course> courses) {
        readInput(t);
        courses.forEach(Course::turnBack);
        int some = Math.max(1, TOGETHER / rows.length);
        IntStream parts = IntStream.range(0, (courses.size() + some - 1) / some);
        boolean many = (long) courses.size() * rows.length * blocks.hidden > MANY;
        (many ? parts.parallel() : parts)
                .forEach(k -> advance(t, courses.subList(k * some, Math.min(courses.size(), (k + 1) * some))));
    }

    private void advance(int t, List<Course> courses) {
        Products products = new Products(blocks);
        switch (blocks.cell) {
            case GRU -> gru(t, products, courses);
            case LSTM -> lstm(t, products, courses);
            case RNN -> rnn(t, products, courses);
        }
    }

    private void readInput(int t) {
        int width = blocks.inputs;
        double[] x = new double[rows.length * width];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(given.x(), (t * given.batch() + rows[i]) * width, x, i * width, width);
        }
        for (int k = 0; k < blocks.gates; k++) {
            for (int o = 0; o < 2; o++) {
                fromInput[k][o] = new double[rows.length][blocks.hidden];
                Multiplication.add(
                        blocks.inputColumns(k, o),
                        Collections.singletonList(x),
                        Collections.singletonList(fromInput[k][o]));
            }
        }
    }

    private void gru(int t, Products products, List<Course> courses) {
        for (Course course : courses) {
            Products.Vector past = products.vector(course.h);
            course.past = past;
            want(products, course, RESET, past);
            want(products, course, UPDATE, past);
            if (!course.recipe.resetsBefore()) {
                want(products, course, CANDIDATE, past);
            }
        }
        products.compute();
        courses.forEach(course -> {
            gate(t, course, RESET);
            gate(t, course, UPDATE);
            course.asked =
                    course.formula().change() == Operation.RESET_UNUSED ? ones(course.h.length) : course.gate[RESET];
            course.product = times(course.asked, course.h);
        });
        for (Course course : courses) {
            if (course.recipe.resetsBefore()) {
                course.gated = products.vector(course.product);
                want(products, course, CANDIDATE, course.gated);
            }
        }
        products.compute();
        courses.forEach(course -> {
            candidate(t, course);
            blend(course);
        });
    }

    private void candidate(int t, Course course) {
        Recipe recipe = course.recipe;
        double[] inner = recipe.inner(CANDIDATE, t);
        double[] outer = recipe.outer[CANDIDATE];
        boolean before = recipe.resetsBefore();
        double[][] recurrence = recurrence(recipe, CANDIDATE, before ? course.gated : course.past);
        double[][] x = fromInput[recipe.block[CANDIDATE]][recipe.inputSide];
        double[] r = course.asked;
        double[] product = new double[r.length];
        double[] a = new double[r.length];
        for (int i = 0; i < a.length; i++) {
            int row = i / blocks.hidden;
            int unit = i % blocks.hidden;
            double memory = recurrence[row][unit] + inner[unit];
            product[i] = before ? memory : r[i] * memory;
            a[i] = x[row][unit] + outer[unit] + product[i];
        }
        course.product = product;
        course.gate[CANDIDATE] = course.formula().gate(CANDIDATE, a);
    }

    private static void blend(Course course) {
        boolean admits = course.recipe.admits();
        boolean whole = course.formula().change() == Operation.CANDIDATE_UNWEIGHTED;
        double[] z = course.gate[UPDATE];
        double[] n = course.gate[CANDIDATE];
        double[] next = new double[z.length];
        for (int i = 0; i < next.length; i++) {
            double keep = admits ? 1 - z[i] : z[i];
            double admit = whole ? 1 : admits ? z[i] : 1 - z[i];
            next[i] = keep * course.h[i] + admit * n[i];
        }
        course.h = next;
    }

    private void lstm(int t, Products products, List<Course> courses) {
        wantAll(products, courses);
        courses.forEach(course -> {
            for (int gate = 0; gate < blocks.gates; gate++) {
                gate(t, course, gate);
            }
            remember(course);
        });
    }

    private static void remember(Course course) {
        Formula formula = course.formula();
        if (formula.tie() == Operation.INPUT_COUPLED) {
            course.gate[INPUT] = rest(course.gate[FORGET]);
        } else if (formula.tie() == Operation.FORGET_COUPLED) {
            course.gate[FORGET] = rest(course.gate[INPUT]);
        }
        double[] i = course.gate[INPUT];
        double[] f = course.gate[FORGET];
        double[] g = course.gate[CELL_CANDIDATE];
        boolean sum = formula.change() == Operation.SUM_FOR_PRODUCT;
        double[] next = new double[i.length];
        for (int k = 0; k < next.length; k++) {
            next[k] = f[k] * course.c[k] + (sum ? i[k] + g[k] : i[k] * g[k]);
        }
        course.c = Formula.cut(next, formula.cellClip());
        course.h =
                times(course.gate[OUTPUT], formula.functions().get(OUTPUT + 1).apply(next.clone()));
    }

    private void rnn(int t, Products products, List<Course> courses) {
        wantAll(products, courses);
        courses.forEach(course -> course.h = course.formula().gate(0, argument(t, course, 0)));
    }

    private void wantAll(Products products, List<Course> courses) {
        for (Course course : courses) {
            Products.Vector past = products.vector(course.h);
            course.past = past;
            for (int gate = 0; gate < blocks.gates; gate++) {
                want(products, course, gate, past);
            }
        }
        products.compute();
    }

    private static void want(Products products, Course course, int gate, Products.Vector of) {
        products.want(of, course.recipe.block[gate], course.recipe.recurrentSide);
    }

    private void gate(int t, Course course, int gate) {
        course.gate[gate] = course.formula().gate(gate, argument(t, course, gate));
    }

    /** W x + b + U h + c. */
    private double[] argument(int t, Course course, int gate) {
        Recipe recipe = course.recipe;
        double[][] x = fromInput[recipe.block[gate]][recipe.inputSide];
        double[][] recurrence = recurrence(recipe, gate, course.past);
        double[] bias = recipe.bias(gate, t);
        double[] a = new double[rows.length * blocks.hidden];
        for (int row = 0; row < rows.length; row++) {
            for (int i = 0; i < blocks.hidden; i++) {
                a[row * blocks.hidden + i] = x[row][i] + bias[i] + recurrence[row][i];
            }
        }
        return a;
    }

    private static double[][] recurrence(Recipe recipe, int gate, Products.@Nullable Vector of) {
        return Objects.requireNonNull(of).times(recipe.block[gate], recipe.recurrentSide);
    }

    private static double[] ones(int size) {
        double[] ones = new double[size];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static double[] rest(double[] a) {
        return Arrays.stream(a).map(v -> 1 - v).toArray();
    }

    private static double[] times(double[] a, double[] b) {
        double[] product = new double[a.length];
        for (int i = 0; i < product.length; i++) {
            product[i] = a[i] * b[i];
        }
        return product;
    }
}
