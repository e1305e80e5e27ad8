package grulab.engine.math;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasColMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas_nolapack;

/**
 * Products by the OpenBLAS that ND4J brings, on the calling thread alone. Operands are copied to memory outside the heap
 * and the result back; that memory is kept, and grows to what the largest product asks for. One object serves one
 * thread.
 */
final class OpenBlas implements AutoCloseable {
    private FloatPointer left = new FloatPointer();
    private FloatPointer right = new FloatPointer();
    private FloatPointer result = new FloatPointer();
    private float[] turned = new float[0];

    /** Whether the library can be loaded here; the first call loads it, which takes a moment. */
    static boolean isThere() {
        return Library.LOADED;
    }

    /** Strips of B outside the heap [strips][k][lanes]; {@code into} is used again if it is large enough. */
    static FloatPointer copy(Strips b, int bRow, int bStrip, int k, int strips, FloatPointer into) {
        long size = (long) k * b.lanes;
        FloatPointer to = grown(into, strips * size);
        for (int s = 0; s < strips; s++) {
            to.position(s * size).put(b.a, b.at(bRow, bStrip + s), k * b.lanes);
        }
        return to.position(0);
    }

    /**
     * C[rows × strips] ← (C +) A[rows × k] · B[k × strips].
     *
     * @param b B from {@link #copy}
     */
    void product(
            Strips a,
            int aRow,
            int aStrip,
            int k,
            FloatPointer b,
            Strips c,
            int cRow,
            int cStrip,
            int rows,
            int strips,
            boolean add) {
        int n = c.lanes;
        result = grown(result, (long) rows * n);
        if (turned.length < rows * n) {
            turned = new float[rows * n];
        }
        left = copy(a, aRow, aStrip, rows, (k + a.lanes - 1) / a.lanes, left);
        for (int s = 0; s < strips; s++) {
            for (int p = 0; p < k; p += a.lanes) {
                left.position((long) p * rows);
                b.position(((long) s * k + p) * n);
                int terms = Math.min(a.lanes, k - p);
                // of few rows, OpenBLAS computes the transposed product a third faster
                openblas_nolapack.cblas_sgemm(
                        CblasColMajor,
                        CblasTrans,
                        CblasTrans,
                        rows,
                        n,
                        terms,
                        1,
                        left,
                        a.lanes,
                        b,
                        n,
                        p > 0 ? 1 : 0,
                        result,
                        rows);
            }
            result.get(turned, 0, rows * n);
            takeTurned(rows, c, c.at(cRow, cStrip + s), add);
        }
        left.position(0);
        b.position(0);
    }

    private void takeTurned(int rows, Strips c, int at, boolean add) {
        for (int j = 0; j < c.lanes; j++) {
            for (int i = 0; i < rows; i++) {
                int to = at + i * c.lanes + j;
                float value = turned[j * rows + i];
                c.a[to] = add ? c.a[to] + value : value;
            }
        }
    }

    /** C[from … to × strips] ← Aᵀ B over k rows, where all the columns lie in one strip of A. */
    void gradient(
            Strips a,
            int aRow,
            int from,
            int to,
            Strips b,
            int bRow,
            int bStrip,
            Strips c,
            int cStrip,
            int strips,
            int k) {
        int m = to - from;
        left = copy(a, aRow, 0, k, 1, left);
        result = grown(result, (long) m * c.lanes);
        for (int s = 0; s < strips; s++) {
            right = copy(b, bRow, bStrip + s, k, 1, right);
            openblas_nolapack.cblas_sgemm(
                    CblasRowMajor,
                    CblasTrans,
                    CblasNoTrans,
                    m,
                    c.lanes,
                    k,
                    1,
                    left.position(from),
                    a.lanes,
                    right,
                    b.lanes,
                    0,
                    result,
                    c.lanes);
            left.position(0);
            result.get(c.a, c.at(from, cStrip + s), m * c.lanes);
        }
    }

    /** What was kept is given back. */
    @Override
    public void close() {
        left.deallocate();
        right.deallocate();
        result.deallocate();
    }

    private static FloatPointer grown(FloatPointer buffer, long size) {
        if (buffer.capacity() >= size) {
            return buffer;
        }
        buffer.deallocate();
        return new FloatPointer(size);
    }

    /** Loaded when first asked for: on a machine without the library the loops do all the work. */
    private static final class Library {
        static final boolean LOADED = load();

        private static boolean load() {
            try {
                openblas_nolapack.blas_set_num_threads(1);
                return true;
            } catch (LinkageError e) {
                return false;
            }
        }
    }
}
