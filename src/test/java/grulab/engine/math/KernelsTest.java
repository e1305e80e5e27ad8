package grulab.engine.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Every kernel of every kind against naive sums in float64, over shapes that fit no vector and no tile. */
class KernelsTest {
    private static final List<Kernels> REPEATABLE = List.of(
            new VectorKernels(true), new VectorKernels(false), new PlainKernels(Integer.MAX_VALUE, Integer.MAX_VALUE));
    private static final List<Kernels> ALL = Stream.concat(REPEATABLE.stream(), Stream.of(new PlainKernels(1, 1)))
            .toList();

    @Property(tries = 150)
    void productIsASumOfProducts(
            @ForAll @IntRange(min = 1, max = 37) int rows,
            @ForAll @IntRange(min = 1, max = 70) int terms,
            @ForAll @IntRange(min = 1, max = 70) int columns,
            @ForAll @IntRange(min = 1, max = 4) int blocks,
            @ForAll @IntRange(max = 9) int aRow,
            @ForAll @IntRange(max = 9) int cRow,
            @ForAll @IntRange(max = 1) int skipped,
            @ForAll boolean add,
            @ForAll long seed) {
        for (Kernels kernels : ALL) {
            Blocks a = Blocks.random(kernels, aRow + rows + 1, terms, 2, seed);
            Blocks b = Blocks.random(kernels, 3 + terms, columns, skipped + blocks, seed + 1);
            Blocks c = Blocks.random(kernels, cRow + rows + 1, columns, skipped + blocks + 1, seed + 2);
            Blocks before = Blocks.random(kernels, cRow + rows + 1, columns, skipped + blocks + 1, seed + 2);
            kernels.product(
                    a.strips(),
                    aRow,
                    a.per(),
                    terms,
                    b.strips(),
                    3,
                    skipped * b.per(),
                    c.strips(),
                    cRow,
                    skipped * c.per(),
                    rows,
                    blocks * c.per(),
                    add);
            for (int i = 0; i < c.strips().rows; i++) {
                for (int g = 0; g < c.count(); g++) {
                    for (int j = 0; j < columns; j++) {
                        boolean touched = i >= cRow && i < cRow + rows && g >= skipped && g < skipped + blocks;
                        double expected = touched && !add ? 0 : before.get(i, g, j);
                        for (int p = 0; p < terms && touched; p++) {
                            expected += (double) a.get(aRow + i - cRow, 1, p) * b.get(3 + p, g, j);
                        }
                        near(kernels, c.get(i, g, j), expected, touched ? terms : 0);
                    }
                }
            }
            assertPaddingIsZero(c);
        }
    }

    @Property(tries = 60)
    void productRunsOverSeveralBlocksOfTerms(
            @ForAll @IntRange(min = 1, max = 20) int rows,
            @ForAll @IntRange(min = 1, max = 40) int units,
            @ForAll @IntRange(min = 1, max = 4) int gates,
            @ForAll long seed) {
        for (Kernels kernels : ALL) {
            Blocks d = Blocks.random(kernels, rows, units, gates, seed);
            Blocks back = Blocks.zero(kernels, gates * d.padded(), units, 1);
            Blocks weights = Blocks.random(kernels, gates * units, units, 1, seed + 1);
            for (int g = 0; g < gates; g++) {
                for (int p = 0; p < units; p++) {
                    for (int j = 0; j < units; j++) {
                        back.set(g * d.padded() + p, 0, j, weights.get(g * units + p, 0, j));
                    }
                }
            }
            Blocks c = Blocks.zero(kernels, rows, units, 1);
            kernels.product(
                    d.strips(), 0, 0, gates * d.padded(), back.strips(), 0, 0, c.strips(), 0, 0, rows, c.per(), false);
            for (int i = 0; i < rows; i++) {
                for (int j = 0; j < units; j++) {
                    double expected = 0;
                    for (int g = 0; g < gates; g++) {
                        for (int p = 0; p < units; p++) {
                            expected += (double) d.get(i, g, p) * weights.get(g * units + p, 0, j);
                        }
                    }
                    near(kernels, c.get(i, 0, j), expected, gates * units);
                }
            }
        }
    }

    @Property(tries = 100)
    void gradientIsASumOverAllRows(
            @ForAll @IntRange(min = 1, max = 400) int rows,
            @ForAll @IntRange(min = 1, max = 70) int units,
            @ForAll @IntRange(min = 1, max = 40) int columns,
            @ForAll @IntRange(min = 1, max = 3) int blocks,
            @ForAll @IntRange(max = 5) int aRow,
            @ForAll @IntRange(max = 5) int bRow,
            @ForAll @IntRange(max = 69) int first,
            @ForAll long seed) {
        int from = Math.min(first, units - 1);
        int to = units - (int) Math.floorMod(seed, (long) units - from);
        for (Kernels kernels : ALL) {
            Blocks a = Blocks.random(kernels, aRow + rows, units, 1, seed);
            Blocks b = Blocks.random(kernels, bRow + rows, columns, 1 + blocks, seed + 1);
            Blocks c = Blocks.random(kernels, units, columns, 2 + blocks, seed + 2);
            Blocks before = Blocks.random(kernels, units, columns, 2 + blocks, seed + 2);
            kernels.gradient(
                    a.strips(),
                    aRow,
                    from,
                    to,
                    b.strips(),
                    bRow,
                    b.per(),
                    c.strips(),
                    2 * c.per(),
                    blocks * c.per(),
                    rows);
            for (int m = 0; m < units; m++) {
                for (int g = 0; g < c.count(); g++) {
                    for (int j = 0; j < columns; j++) {
                        boolean touched = m >= from && m < to && g >= 2;
                        double expected = touched ? 0 : before.get(m, g, j);
                        for (int i = 0; i < rows && touched; i++) {
                            expected += (double) a.get(aRow + i, 0, m) * b.get(bRow + i, g - 1, j);
                        }
                        near(kernels, c.get(m, g, j), expected, touched ? rows : 0);
                    }
                }
            }
            assertPaddingIsZero(c);
        }
    }

    @Property(tries = 100)
    void sharesOfEightRowsGiveTheBitsOfTheWhole(
            @ForAll @IntRange(min = 1, max = 60) int rows,
            @ForAll @IntRange(min = 1, max = 60) int units,
            @ForAll @IntRange(max = 7) int share,
            @ForAll boolean add,
            @ForAll long seed) {
        int middle = Math.min(rows, share * Kernels.ROWS);
        int unit = Math.min(units, share * Kernels.ROWS);
        for (Kernels kernels : REPEATABLE) {
            Strips a = Blocks.random(kernels, rows, units, 1, seed).strips();
            Strips b = Blocks.random(kernels, units, units, 1, seed + 1).strips();
            Strips whole = Blocks.random(kernels, rows, units, 1, seed + 2).strips();
            Strips shared = Blocks.random(kernels, rows, units, 1, seed + 2).strips();
            kernels.product(a, 0, 0, units, b, 0, 0, whole, 0, 0, rows, whole.count, add);
            kernels.product(a, 0, 0, units, b, 0, 0, shared, 0, 0, middle, shared.count, add);
            kernels.product(a, middle, 0, units, b, 0, 0, shared, middle, 0, rows - middle, shared.count, add);
            assertThat(shared.a).isEqualTo(whole.a);

            Strips gradient = Blocks.zero(kernels, units, units, 1).strips();
            Strips parts = Blocks.zero(kernels, units, units, 1).strips();
            kernels.gradient(a, 0, 0, units, whole, 0, 0, gradient, 0, gradient.count, rows);
            kernels.gradient(a, 0, 0, unit, whole, 0, 0, parts, 0, parts.count, rows);
            kernels.gradient(a, 0, unit, units, whole, 0, 0, parts, 0, parts.count, rows);
            assertThat(parts.a).isEqualTo(gradient.a);
        }
    }

    @Property(tries = 60)
    void aRowHasTheSameBitsWhereverItLies(
            @ForAll @IntRange(min = 1, max = 30) int rows,
            @ForAll @IntRange(min = 1, max = 60) int terms,
            @ForAll @IntRange(min = 1, max = 60) int columns,
            @ForAll boolean add,
            @ForAll long seed) {
        for (Kernels kernels : REPEATABLE) {
            Blocks a = Blocks.random(kernels, 1, terms, 1, seed);
            Strips same = Blocks.zero(kernels, rows, terms, 1).strips();
            for (int i = 0; i < rows; i++) {
                for (int p = 0; p < terms; p++) {
                    same.set(i, p, a.get(0, 0, p));
                }
            }
            Strips b = Blocks.random(kernels, terms, columns, 1, seed + 1).strips();
            Strips c = Blocks.zero(kernels, rows, columns, 1).strips();
            kernels.product(same, 0, 0, terms, b, 0, 0, c, 0, 0, rows, c.count, false);
            if (add) {
                kernels.product(same, 0, 0, terms, b, 0, 0, c, 0, 0, rows, c.count, true);
            }
            for (int i = 1; i < rows; i++) {
                for (int j = 0; j < columns; j++) {
                    assertThat(c.get(i, j)).isEqualTo(c.get(0, j));
                }
            }
        }
    }

    @Property(tries = 40)
    void aKeptFactorIsReadAgainWhenItIsSaidToHaveChanged(
            @ForAll @IntRange(min = 1, max = 20) int rows,
            @ForAll @IntRange(min = 1, max = 30) int units,
            @ForAll long seed) {
        for (Kernels kernels : ALL) {
            Strips a = Blocks.random(kernels, rows, units, 1, seed).strips();
            Blocks b = Blocks.random(kernels, units, units, 3, seed + 1);
            Strips first = Blocks.zero(kernels, rows, units, 1).strips();
            Strips second = Blocks.zero(kernels, rows, units, 1).strips();
            for (int round = 0; round < 3; round++) {
                kernels.keep(b.strips());
                kernels.product(a, 0, 0, units, b.strips(), 0, 0, first, 0, 0, rows, b.per(), false);
                kernels.product(a, 0, 0, units, b.strips(), 0, b.per(), second, 0, 0, rows, b.per(), false);
                for (int j = 0; j < units; j++) {
                    double expectedFirst = 0;
                    double expectedSecond = 0;
                    for (int p = 0; p < units; p++) {
                        expectedFirst += (double) a.get(rows - 1, p) * b.get(p, 0, j);
                        expectedSecond += (double) a.get(rows - 1, p) * b.get(p, 1, j);
                    }
                    near(kernels, first.get(rows - 1, j), expectedFirst, units);
                    near(kernels, second.get(rows - 1, j), expectedSecond, units);
                }
                b.set(0, 0, 0, round + 2);
                b.set(units - 1, 1, units - 1, -round - 3);
            }
        }
    }

    @Property(tries = 60)
    void scatterAddsRowsToTheirSymbols(
            @ForAll @IntRange(min = 1, max = 90) int rows,
            @ForAll @IntRange(min = 1, max = 40) int columns,
            @ForAll @IntRange(min = 1, max = 30) int symbols,
            @ForAll long seed) {
        int[] index = new int[rows];
        for (int i = 0; i < rows; i++) {
            index[i] = (int) Math.floorMod(seed + 31L * i * i, (long) symbols);
        }
        for (Kernels kernels : ALL) {
            Blocks d = Blocks.random(kernels, rows, columns, 2, seed);
            Blocks table = Blocks.random(kernels, symbols, columns, 3, seed + 1);
            Blocks before = Blocks.random(kernels, symbols, columns, 3, seed + 1);
            float[] sums = new float[3 + d.padded()];
            for (int s = 0; s < d.per(); s++) {
                int at = 3 + s * d.strips().lanes;
                kernels.scatter(d.strips(), d.per() + s, index, rows, table.strips(), 2 * table.per() + s, sums, at);
            }
            double[][] expected = new double[symbols][columns];
            for (int j = 0; j < columns; j++) {
                double sum = 0;
                for (int i = 0; i < rows; i++) {
                    expected[index[i]][j] += d.get(i, 1, j);
                    sum += d.get(i, 1, j);
                }
                near(kernels, sums[3 + j], sum, rows);
                for (int v = 0; v < symbols; v++) {
                    assertThat(table.get(v, 1, j)).isEqualTo(before.get(v, 1, j));
                    near(kernels, table.get(v, 2, j), before.get(v, 2, j) + expected[v][j], rows);
                }
            }
        }
    }

    @Property(tries = 60)
    void sumsColumns(
            @ForAll @IntRange(min = 1, max = 90) int rows,
            @ForAll @IntRange(min = 1, max = 40) int columns,
            @ForAll long seed) {
        for (Kernels kernels : ALL) {
            Blocks d = Blocks.random(kernels, rows + 2, columns, 2, seed);
            float[] sums = new float[5 + d.padded()];
            for (int s = 0; s < d.per(); s++) {
                kernels.columnSum(d.strips(), d.per() + s, rows, sums, 5 + s * d.strips().lanes);
            }
            for (int j = 0; j < columns; j++) {
                double sum = 0;
                for (int i = 0; i < rows; i++) {
                    sum += d.get(i, 1, j);
                }
                near(kernels, sums[5 + j], sum, rows);
            }
        }
    }

    @Property(tries = 60)
    void sumsSquares(
            @ForAll @IntRange(min = 1, max = 5000) int length,
            @ForAll @IntRange(max = 40) int from,
            @ForAll @IntRange(max = 40) int left,
            @ForAll long seed) {
        for (Kernels kernels : ALL) {
            float[] g = Blocks.random(kernels, 1, from + length + left, 1, seed).strips().a;
            double sum = 0;
            for (int i = from; i < from + length; i++) {
                sum += (double) g[i] * g[i];
            }
            assertThat(kernels.sumOfSquares(g, from, from + length)).isCloseTo(sum, within(1e-6 * sum));
        }
    }

    private static void near(Kernels by, float got, double expected, int terms) {
        double allowed = 2e-7 * (terms + 2);
        // a message for each of a million numbers would take longer than the kernels
        if (!(Math.abs(got - expected) <= allowed)) {
            assertThat((double) got)
                    .as("by %s, sum of %d", by.getClass().getSimpleName(), terms)
                    .isCloseTo(expected, within(allowed));
        }
    }

    private static void assertPaddingIsZero(Blocks m) {
        for (int i = 0; i < m.strips().rows; i++) {
            for (int g = 0; g < m.count(); g++) {
                for (int j = m.columns(); j < m.padded(); j++) {
                    assertThat(m.get(i, g, j)).isZero();
                }
            }
        }
    }
}
