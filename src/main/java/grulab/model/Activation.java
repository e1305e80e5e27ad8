package grulab.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A function that a gate's sum goes through, or c of an LSTM on its way out. The functions, their names and the meaning of
 * α and β are those of ONNX's recurrent operators.
 *
 * @param alpha α; without meaning, and 0, for a function that has none
 * @param beta β; likewise
 */
public record Activation(Function function, double alpha, double beta) {
    public static final Activation SIGMOID = new Activation(Function.SIGMOID, 0, 0);
    public static final Activation TANH = new Activation(Function.TANH, 0, 0);
    public static final Activation RELU = new Activation(Function.RELU, 0, 0);
    /** clip(0.2 a + 0.5, 0, 1): Keras before 3, TensorFlow.js, ONNX's default. */
    public static final Activation HARD_SIGMOID_FIFTH = new Activation(Function.HARD_SIGMOID, 0.2, 0.5);
    /** clip(a / 6 + 0.5, 0, 1): Keras 3, PyTorch's hardsigmoid. */
    public static final Activation HARD_SIGMOID_SIXTH = new Activation(Function.HARD_SIGMOID, 1 / 6.0, 0.5);

    /** Those that have a name of their own in case files. */
    public static final List<Activation> NAMED = List.of(SIGMOID, TANH, RELU, HARD_SIGMOID_FIFTH, HARD_SIGMOID_SIXTH);

    /** Where 1/6 was stored in float32 it is one sixth nevertheless. */
    private static final double FLOAT_ROUNDING = 1e-7;

    /** The eleven functions of ONNX. */
    public enum Function {
        SIGMOID("Sigmoid", 0),
        TANH("Tanh", 0),
        RELU("Relu", 0),
        HARD_SIGMOID("HardSigmoid", 2),
        LEAKY_RELU("LeakyRelu", 1),
        THRESHOLDED_RELU("ThresholdedRelu", 1),
        SCALED_TANH("ScaledTanh", 2),
        AFFINE("Affine", 2),
        SOFTSIGN("Softsign", 0),
        SOFTPLUS("Softplus", 0),
        ELU("Elu", 1);

        private final String onnx;
        private final int constants;

        Function(String onnx, int constants) {
            this.onnx = onnx;
            this.constants = constants;
        }

        /** ONNX's name. */
        public String onnx() {
            return onnx;
        }

        /** How many of α and β it has. */
        public int constants() {
            return constants;
        }

        /** By ONNX's name, in which runtimes do not mind capitals. */
        public static Optional<Function> byName(String name) {
            return Arrays.stream(values())
                    .filter(f -> f.onnx.equalsIgnoreCase(name))
                    .findFirst();
        }

        /**
         * The function with the constants that ONNX's operator of this name has if none are given; empty where there are none,
         * or where ONNX and its runtimes do not agree on them.
         */
        public Optional<Activation> usual() {
            return switch (this) {
                case SIGMOID, TANH, RELU, SOFTSIGN, SOFTPLUS -> Optional.of(new Activation(this, 0, 0));
                case HARD_SIGMOID -> Optional.of(HARD_SIGMOID_FIFTH);
                case LEAKY_RELU -> Optional.of(new Activation(this, 0.01, 0));
                case ELU -> Optional.of(new Activation(this, 1, 0));
                case THRESHOLDED_RELU, SCALED_TANH, AFFINE -> Optional.empty();
            };
        }
    }

    public Activation {
        if (function.constants < 1) {
            alpha = 0;
        }
        if (function.constants < 2) {
            beta = 0;
        }
        if (function == Function.HARD_SIGMOID && Math.abs(alpha - 1 / 6.0) < FLOAT_ROUNDING) {
            alpha = 1 / 6.0;
        } else if (function == Function.HARD_SIGMOID && Math.abs(alpha - 0.2) < FLOAT_ROUNDING) {
            alpha = 0.2;
        }
    }

    /** By the name in case files: sigmoid, tanh, relu, hard-sigmoid-0.2, hard-sigmoid-1/6. */
    public static Optional<Activation> named(String name) {
        return NAMED.stream().filter(a -> a.id().equals(name)).findFirst();
    }

    /** The name in case files; of a function without one, ONNX's with its constants. */
    public String id() {
        return switch (function) {
            case SIGMOID -> "sigmoid";
            case TANH -> "tanh";
            case RELU -> "relu";
            case HARD_SIGMOID ->
                equals(HARD_SIGMOID_FIFTH)
                        ? "hard-sigmoid-0.2"
                        : equals(HARD_SIGMOID_SIXTH) ? "hard-sigmoid-1/6" : described();
            default -> described();
        };
    }

    /** What it makes of a: "min(1, max(0, 0.2 a + 0.5))". */
    public String definition() {
        return switch (function) {
            case SIGMOID -> "1 / (1 + e^(−a))";
            case TANH -> "tanh(a)";
            case RELU -> "max(0, a)";
            case HARD_SIGMOID ->
                equals(HARD_SIGMOID_SIXTH)
                        ? "min(1, max(0, a / 6 + 0.5))"
                        : "min(1, max(0, %s a + %s))".formatted(alpha, beta);
            case LEAKY_RELU -> "a where a ≥ 0, else %s a".formatted(alpha);
            case THRESHOLDED_RELU -> "a where a > %s, else 0".formatted(alpha);
            case SCALED_TANH -> "%s tanh(%s a)".formatted(alpha, beta);
            case AFFINE -> "%s a + %s".formatted(alpha, beta);
            case SOFTSIGN -> "a / (1 + |a|)";
            case SOFTPLUS -> "ln(1 + e^a)";
            case ELU -> "a where a ≥ 0, else %s (e^a − 1)".formatted(alpha);
        };
    }

    /** Whether f(−a) = 1 − f(a), so that a gate can be turned into what it leaves of 1 by negating its weights. */
    public boolean isComplementary() {
        return switch (function) {
            case SIGMOID -> true;
            case HARD_SIGMOID, AFFINE -> beta == 0.5;
            default -> false;
        };
    }

    private String described() {
        return switch (function.constants) {
            case 0 -> function.onnx;
            case 1 -> "%s(%s)".formatted(function.onnx, alpha);
            default -> "%s(%s, %s)".formatted(function.onnx, alpha, beta);
        };
    }

    /** f(a) */
    public double value(double a) {
        return switch (function) {
            case SIGMOID -> 1 / (1 + Math.exp(-a));
            case TANH -> Math.tanh(a);
            case RELU -> Math.max(0, a);
            case HARD_SIGMOID -> Math.max(0, Math.min(1, alpha * a + beta));
            case LEAKY_RELU -> a < 0 ? alpha * a : a;
            case THRESHOLDED_RELU -> a > alpha ? a : 0;
            case SCALED_TANH -> alpha * Math.tanh(beta * a);
            case AFFINE -> alpha * a + beta;
            case SOFTSIGN -> a / (1 + Math.abs(a));
            case SOFTPLUS -> Math.max(0, a) + Math.log1p(Math.exp(-Math.abs(a)));
            case ELU -> a < 0 ? alpha * Math.expm1(a) : a;
        };
    }

    /**
     * f′(a); at a corner, the slope of the flat side, as the frameworks have it for relu.
     *
     * @param value f(a), which is at hand and makes some slopes cheap
     */
    public double derivative(double a, double value) {
        return switch (function) {
            case SIGMOID -> value * (1 - value);
            case TANH -> 1 - value * value;
            case RELU -> a > 0 ? 1 : 0;
            case HARD_SIGMOID -> value > 0 && value < 1 ? alpha : 0;
            case LEAKY_RELU -> a > 0 ? 1 : alpha;
            case THRESHOLDED_RELU -> a > alpha ? 1 : 0;
            case SCALED_TANH -> beta * (alpha - value * Math.tanh(beta * a));
            case AFFINE -> alpha;
            case SOFTSIGN -> {
                double scale = 1 + Math.abs(a);
                yield 1 / (scale * scale);
            }
            case SOFTPLUS -> 1 / (1 + Math.exp(-a));
            case ELU -> a > 0 ? 1 : alpha * Math.exp(a);
        };
    }
}
