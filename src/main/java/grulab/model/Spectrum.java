package grulab.model;

import java.util.stream.IntStream;

/**
 * The eigenvalues of a step's Jacobian ∂h′/∂h; of an LSTM of that of both its states, twice as many.
 *
 * @param re real parts, as many as the Jacobian has rows
 * @param im imaginary parts
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once and never written
public record Spectrum(double[] re, double[] im) {
    public Spectrum {
        if (re.length != im.length) {
            throw new IllegalArgumentException("%d real parts and %d imaginary ones".formatted(re.length, im.length));
        }
    }

    public int size() {
        return re.length;
    }

    /** |λ| of one eigenvalue. */
    public double modulus(int index) {
        return Math.hypot(re[index], im[index]);
    }

    /** The largest |λ|, the spectral radius: below 1 a small change of h fades. */
    public double radius() {
        return IntStream.range(0, size()).mapToDouble(this::modulus).max().orElse(0);
    }
}
