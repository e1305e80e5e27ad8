package grulab.engine.math;

import java.util.Map;
import java.util.WeakHashMap;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Products by ND4J, that is OpenBLAS, on one thread (two are slower at these sizes). Every matrix has a mirror outside
 * the heap, made once, and is copied there and back once a product: T · B rows take a hundredth of the product's time.
 * BLAS is at its best with column-major results, so a row-major c = a b is computed as the column-major cᵀ = bᵀ aᵀ.
 *
 * <p>Making one loads the native libraries, which takes about a second the first time.
 */
public final class Nd4jProducts implements Products {
    private final Map<Matrix, INDArray> mirrors = new WeakHashMap<>();

    public Nd4jProducts() {
        Nd4j.factory().blas().setMaxThreads(1);
    }

    @Override
    public void product(Matrix a, Matrix b, Matrix c) {
        multiply(b, false, a, false, c);
    }

    @Override
    public void leftTransposed(Matrix a, Matrix b, Matrix c) {
        multiply(b, false, a, true, c);
    }

    @Override
    public void rightTransposed(Matrix a, Matrix b, Matrix c) {
        multiply(b, true, a, false, c);
    }

    private void multiply(Matrix left, boolean leftFlipped, Matrix right, boolean rightFlipped, Matrix c) {
        INDArray result = mirror(c);
        Nd4j.gemm(filled(left), filled(right), result, leftFlipped, rightFlipped, 1, 0);
        pointer(result).get(c.values, 0, c.values.length);
    }

    private INDArray filled(Matrix m) {
        INDArray mirror = mirror(m);
        pointer(mirror).put(m.values, 0, m.values.length);
        return mirror;
    }

    private INDArray mirror(Matrix m) {
        return mirrors.computeIfAbsent(
                m, k -> Nd4j.createUninitializedDetached(DataType.FLOAT, 'f', k.columns, k.rows));
    }

    private static FloatPointer pointer(INDArray mirror) {
        return (FloatPointer) mirror.data().pointer();
    }
}
