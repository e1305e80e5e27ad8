package grulab.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import grulab.engine.math.Factor;
import grulab.engine.math.JavaProducts;
import grulab.engine.math.Matrix;
import grulab.engine.math.Nd4jProducts;
import grulab.engine.math.Products;
import grulab.engine.math.SizedProducts;
import grulab.model.SeededRandom;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ProductsTest {
    private static final List<Products> ALL = List.of(new JavaProducts(), new Nd4jProducts());

    @Property(tries = 100)
    void areSumsOfProducts(
            @ForAll @IntRange(min = 1, max = 140) int m,
            @ForAll @IntRange(min = 1, max = 40) int n,
            @ForAll @IntRange(min = 1, max = 40) int k,
            @ForAll long seed) {
        Matrix a = random(m, k, seed);
        Matrix b = random(k, n, seed + 1);
        Matrix expected = naive(a, b);
        for (Products products : ALL) {
            Matrix c = random(m, n, seed + 2);
            products.product(a, b, c);
            near(products, c, expected);
            products.leftTransposed(transposed(a), b, c);
            near(products, c, expected);
            products.rightTransposed(a, transposed(b), c);
            near(products, c, expected);
        }
    }

    @Property(tries = 100)
    void aFactorAddsToTheRowsOfAStep(
            @ForAll @IntRange(min = 1, max = 9) int batch,
            @ForAll @IntRange(min = 1, max = 40) int n,
            @ForAll @IntRange(min = 1, max = 40) int k,
            @ForAll long seed) {
        Matrix a = random(3 * batch, k, seed);
        Matrix b = random(k, n, seed + 1);
        Matrix expected = naive(a, b);
        Factor plain = new Factor(k, n, batch);
        plain.take(b);
        Factor flipped = new Factor(k, n, batch);
        flipped.takeTransposed(transposed(b));
        for (Factor factor : List.of(plain, flipped)) {
            Matrix c = random(3 * batch, n, seed + 2);
            Matrix sum = random(3 * batch, n, seed + 2);
            for (int i = batch * n; i < 2 * batch * n; i++) {
                sum.values[i] += expected.values[i];
            }
            int middle = batch + batch / 2;
            factor.addProduct(a, c, batch, middle);
            factor.addProduct(a, c, middle, 2 * batch);
            near(factor, c, sum);
        }
    }

    @Test
    @DisplayName("a product takes what the matrices hold now, not what they held before")
    void mirrorsAreRefreshed() {
        Products products = new SizedProducts();
        Matrix a = random(128, 128, 1);
        Matrix b = random(128, 128, 2);
        Matrix c = new Matrix(128, 128);
        products.product(a, b, c);
        a.values[5] += 3;
        products.product(a, b, c);
        near(products, c, naive(a, b));
    }

    private static Matrix random(int rows, int columns, long seed) {
        SeededRandom random = new SeededRandom(seed);
        Matrix m = new Matrix(rows, columns);
        for (int i = 0; i < m.values.length; i++) {
            m.values[i] = (float) (2 * random.nextDouble() - 1);
        }
        return m;
    }

    private static Matrix transposed(Matrix m) {
        Matrix t = new Matrix(m.columns, m.rows);
        for (int i = 0; i < m.rows; i++) {
            for (int j = 0; j < m.columns; j++) {
                t.values[j * m.rows + i] = m.values[i * m.columns + j];
            }
        }
        return t;
    }

    private static Matrix naive(Matrix a, Matrix b) {
        Matrix c = new Matrix(a.rows, b.columns);
        for (int i = 0; i < c.rows; i++) {
            for (int j = 0; j < c.columns; j++) {
                double sum = 0;
                for (int p = 0; p < b.rows; p++) {
                    sum += (double) a.values[i * a.columns + p] * b.values[p * b.columns + j];
                }
                c.values[i * c.columns + j] = (float) sum;
            }
        }
        return c;
    }

    private static void near(Object by, Matrix got, Matrix expected) {
        for (int i = 0; i < got.values.length; i++) {
            assertThat(got.values[i]).as("%s by %s, value %d", got, by, i).isCloseTo(expected.values[i], within(2e-5f));
        }
    }
}
