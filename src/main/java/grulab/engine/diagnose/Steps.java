package grulab.engine.diagnose;

import grulab.model.Case;
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
        courses.forEach(course -> course.begin(given.h0(), given.c0(), rows));
    }

    /** From the states before step t to the states after it. */
    void step(int t, List<Course> courses) {
        readInput(t);
        int some = Math.max(1, TOGETHER / rows.length);
        IntStream parts = IntStream.range(0, (courses.size() + some - 1) / some);
        boolean many = (long) courses.size() * rows.length * blocks.hidden > MANY;
        (many ? parts.parallel() : parts)
                .forEach(k -> step(courses.subList(k * some, Math.min(courses.size(), (k + 1) * some))));
    }

    private void step(List<Course> courses) {
        Products products = new Products(blocks);
        switch (blocks.cell) {
            case GRU -> gru(products, courses);
            case LSTM -> lstm(products, courses);
            case RNN -> rnn(products, courses);
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

    private void gru(Products products, List<Course> courses) {
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
            course.gate[RESET] = Squashing.sigmoid(argument(course, RESET));
            course.gate[UPDATE] = Squashing.sigmoid(argument(course, UPDATE));
            course.product = times(course.gate[RESET], course.h);
        });
        for (Course course : courses) {
            if (course.recipe.resetsBefore()) {
                course.gated = products.vector(course.product);
                want(products, course, CANDIDATE, course.gated);
            }
        }
        products.compute();
        courses.forEach(course -> {
            candidate(course);
            blend(course);
        });
    }

    private void candidate(Course course) {
        Recipe recipe = course.recipe;
        double[] inner = recipe.inner[CANDIDATE];
        double[] outer = recipe.outer[CANDIDATE];
        boolean before = recipe.resetsBefore();
        double[][] recurrence = recurrence(recipe, CANDIDATE, before ? course.gated : course.past);
        double[][] x = fromInput[recipe.block[CANDIDATE]][recipe.inputSide];
        double[] r = course.gate[RESET];
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
        course.gate[CANDIDATE] = Squashing.tanh(a);
    }

    private static void blend(Course course) {
        boolean admits = course.recipe.admits();
        double[] z = course.gate[UPDATE];
        double[] n = course.gate[CANDIDATE];
        double[] next = new double[z.length];
        for (int i = 0; i < next.length; i++) {
            double keep = admits ? 1 - z[i] : z[i];
            double admit = admits ? z[i] : 1 - z[i];
            next[i] = keep * course.h[i] + admit * n[i];
        }
        course.h = next;
    }

    private void lstm(Products products, List<Course> courses) {
        wantAll(products, courses);
        courses.forEach(course -> {
            double[] i = Squashing.sigmoid(argument(course, 0));
            double[] f = Squashing.sigmoid(argument(course, 1));
            double[] g = Squashing.tanh(argument(course, 2));
            double[] o = Squashing.sigmoid(argument(course, 3));
            double[] next = new double[i.length];
            for (int k = 0; k < next.length; k++) {
                next[k] = f[k] * course.c[k] + i[k] * g[k];
            }
            course.gate[0] = i;
            course.gate[1] = f;
            course.gate[2] = g;
            course.gate[3] = o;
            course.c = next;
            course.h = times(o, Squashing.tanh(next.clone()));
        });
    }

    private void rnn(Products products, List<Course> courses) {
        wantAll(products, courses);
        courses.forEach(course -> course.h = Squashing.tanh(argument(course, 0)));
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

    /** W x + b + U h + c. */
    private double[] argument(Course course, int gate) {
        Recipe recipe = course.recipe;
        double[][] x = fromInput[recipe.block[gate]][recipe.inputSide];
        double[][] recurrence = recurrence(recipe, gate, course.past);
        double[] bias = recipe.bias[gate];
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

    private static double[] times(double[] a, double[] b) {
        double[] product = new double[a.length];
        for (int i = 0; i < product.length; i++) {
            product[i] = a[i] * b[i];
        }
        return product;
    }
}
