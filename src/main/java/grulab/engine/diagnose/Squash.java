package grulab.engine.diagnose;

import grulab.model.Activation;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;

/**
 * A function that a gate's argument goes through, or a cell state on its way out. Two of the same name are the same.
 *
 * @param id as a case names it, or ONNX with its parameters
 * @param balanced whether f(−a) = 1 − f(a)
 */
record Squash(String id, DoubleUnaryOperator formula, boolean balanced) {
    /** Both by one exponential, which Java has as an instruction sequence; absolute error below 1e-15. */
    static final Squash SIGMOID = new Squash("sigmoid", a -> 1 / (1 + Math.exp(-a)), true);

    static final Squash TANH = new Squash("tanh", a -> 1 - 2 / (1 + Math.exp(2 * a)), false);
    static final Squash HARD_SIGMOID_FIFTH = hardSigmoid("hard-sigmoid-0.2", 0.2, 0.5);
    static final Squash HARD_SIGMOID_SIXTH = hardSigmoid("hard-sigmoid-1/6", 1.0 / 6, 0.5);
    static final Squash RELU = new Squash("relu", a -> Math.max(0, a), false);

    /** What libraries offer in place of σ. */
    static final List<Squash> FOR_GATES = List.of(SIGMOID, HARD_SIGMOID_FIFTH, HARD_SIGMOID_SIXTH);

    /** What ONNX offers in place of tanh, with its default parameters, the usual ones first. */
    static final List<Squash> FOR_CANDIDATES = List.of(
            TANH,
            RELU,
            SIGMOID,
            HARD_SIGMOID_FIFTH,
            HARD_SIGMOID_SIXTH,
            new Squash("Affine(1, 0)", a -> a, false),
            new Squash("Softsign", a -> a / (1 + Math.abs(a)), false),
            new Squash("Softplus", a -> Math.max(0, a) + Math.log1p(Math.exp(-Math.abs(a))), false),
            new Squash("Elu(1)", a -> a >= 0 ? a : Math.expm1(a), false),
            new Squash("LeakyRelu(0.01)", a -> a >= 0 ? a : 0.01 * a, false),
            new Squash("ThresholdedRelu(1)", a -> a > 1 ? a : 0, false));

    /** As a case describes it. */
    static Squash of(Activation activation) {
        return Stream.of(FOR_GATES, FOR_CANDIDATES)
                .flatMap(List::stream)
                .filter(known -> known.id.equals(activation.id()))
                .findFirst()
                .orElseGet(() -> new Squash(activation.id(), activation::value, activation.isComplementary()));
    }

    private static Squash hardSigmoid(String id, double slope, double middle) {
        return new Squash(id, a -> Math.max(0, Math.min(1, slope * a + middle)), middle == 0.5);
    }

    /** In place. */
    double[] apply(double[] a) {
        if (this.equals(SIGMOID)) {
            for (int i = 0; i < a.length; i++) {
                a[i] = 1 / (1 + Math.exp(-a[i]));
            }
        } else if (this.equals(TANH)) {
            for (int i = 0; i < a.length; i++) {
                a[i] = 1 - 2 / (1 + Math.exp(2 * a[i]));
            }
        } else {
            for (int i = 0; i < a.length; i++) {
                a[i] = formula.applyAsDouble(a[i]);
            }
        }
        return a;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Squash squash && id.equals(squash.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
