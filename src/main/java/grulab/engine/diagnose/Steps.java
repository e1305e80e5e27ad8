package grulab.engine.diagnose;

import grulab.model.Case;
import java.util.List;

/** Takes many courses through the steps of a case together, some rows of its batch. */
final class Steps {
    private static final int RESET = 0;
    private static final int UPDATE = 1;
    private static final int CANDIDATE = 2;

    private final Case given;
    private final Blocks blocks;
    private final int[] rows;
    /** [block][orientation][rows·H], W x of the step. */
    private final double[][][] fromInput;

    Steps(Case given, Blocks blocks, int[] rows) {
        this.given = given;
        this.blocks = blocks;
        this.rows = rows;
        fromInput = new double[blocks.gates][2][];
    }

    void begin(List<Course> courses) {
        courses.forEach(course -> course.begin(given.h0(), given.c0(), rows));
    }

    /** From the states before step t to the states after it. */
    void step(int t, List<Course> courses) {
        readInput(t);
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
                double[] sum = new double[rows.length * blocks.hidden];
                if (blocks.w[k][o].length > 0) {
                    Products.multiply(blocks.w[k][o], width, blocks.hidden, List.of(x), List.of(sum));
                }
                fromInput[k][o] = sum;
            }
        }
    }

    private void gru(Products products, List<Course> courses) {
        for (Course course : courses) {
            want(products, course, RESET);
            want(products, course, UPDATE);
            if (!course.recipe.resetsBefore()) {
                want(products, course, CANDIDATE);
            }
        }
        products.compute();
        for (Course course : courses) {
            Products.Vector past = products.vector(course.h);
            course.gate[RESET] = Squashing.sigmoid(argument(course.recipe, RESET, past));
            course.gate[UPDATE] = Squashing.sigmoid(argument(course.recipe, UPDATE, past));
            if (course.recipe.resetsBefore()) {
                course.product = times(course.gate[RESET], course.h);
                want(products, course.recipe, CANDIDATE, course.product);
            }
        }
        products.compute();
        for (Course course : courses) {
            candidate(products, course);
            blend(course);
        }
    }

    private void candidate(Products products, Course course) {
        Recipe recipe = course.recipe;
        double[] inner = recipe.inner[CANDIDATE];
        double[] outer = recipe.outer[CANDIDATE];
        boolean before = recipe.resetsBefore();
        double[] recurrence = products.vector(before ? course.product : course.h)
                .times(recipe.block[CANDIDATE], recipe.recurrentSide);
        double[] x = fromInput[recipe.block[CANDIDATE]][recipe.inputSide];
        double[] r = course.gate[RESET];
        double[] product = new double[x.length];
        double[] a = new double[x.length];
        for (int i = 0; i < a.length; i++) {
            int unit = i % blocks.hidden;
            double memory = recurrence[i] + inner[unit];
            product[i] = before ? memory : r[i] * memory;
            a[i] = x[i] + outer[unit] + product[i];
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
        for (Course course : courses) {
            Products.Vector past = products.vector(course.h);
            double[] i = Squashing.sigmoid(argument(course.recipe, 0, past));
            double[] f = Squashing.sigmoid(argument(course.recipe, 1, past));
            double[] g = Squashing.tanh(argument(course.recipe, 2, past));
            double[] o = Squashing.sigmoid(argument(course.recipe, 3, past));
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
        }
    }

    private void rnn(Products products, List<Course> courses) {
        wantAll(products, courses);
        for (Course course : courses) {
            course.h = Squashing.tanh(argument(course.recipe, 0, products.vector(course.h)));
        }
    }

    private void wantAll(Products products, List<Course> courses) {
        for (Course course : courses) {
            for (int gate = 0; gate < blocks.gates; gate++) {
                want(products, course, gate);
            }
        }
        products.compute();
    }

    private static void want(Products products, Course course, int gate) {
        want(products, course.recipe, gate, course.h);
    }

    private static void want(Products products, Recipe recipe, int gate, double[] of) {
        products.want(products.vector(of), recipe.block[gate], recipe.recurrentSide);
    }

    /** W x + b + U h + c. */
    private double[] argument(Recipe recipe, int gate, Products.Vector past) {
        double[] x = fromInput[recipe.block[gate]][recipe.inputSide];
        double[] recurrence = past.times(recipe.block[gate], recipe.recurrentSide);
        double[] bias = recipe.bias[gate];
        double[] a = new double[x.length];
        for (int row = 0; row < a.length; row += blocks.hidden) {
            for (int i = 0; i < blocks.hidden; i++) {
                a[row + i] = x[row + i] + bias[i] + recurrence[row + i];
            }
        }
        return a;
    }

    private static double[] times(double[] a, double[] b) {
        double[] product = new double[a.length];
        for (int i = 0; i < product.length; i++) {
            product[i] = a[i] * b[i];
        }
        return product;
    }
}
