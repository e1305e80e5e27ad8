package grulab.engine.explain;

import grulab.model.Activation;
import grulab.model.CellOptions;
import grulab.model.CellType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A function in a cell's formulas that no calculator has a key for: an activation other than σ and tanh, or a clip. Its
 * constants stand in square brackets: hσ[0.2], clip[3.0].
 *
 * @param activation null of a clip
 * @param bound of a clip
 */
public record DefinedFunction(@Nullable Activation activation, double bound) implements Squash {
    private static final Pattern SIGN = Pattern.compile("([a-zσ]{2,})(?:\\[([^\\]]*)\\])?");

    static Squash of(Activation activation) {
        return switch (activation.function()) {
            case SIGMOID -> Key.SIGMOID;
            case TANH -> Key.TANH;
            default -> new DefinedFunction(activation, 0);
        };
    }

    /** How formulas write an activation: σ, tanh, or a sign of its own. */
    public static String signOf(Activation activation) {
        return of(activation).sign();
    }

    static DefinedFunction clip(double bound) {
        return new DefinedFunction(null, bound);
    }

    /** All that the formulas of a cell use, in the order of its gates. */
    public static List<DefinedFunction> of(CellType cell, CellOptions options) {
        Set<DefinedFunction> functions = new LinkedHashSet<>();
        for (String gate : cell.activated()) {
            boolean computed =
                    options.coupled() == null || !options.coupled().gate().equals(gate);
            if (computed && of(options.activation(cell, gate)) instanceof DefinedFunction function) {
                functions.add(function);
            }
        }
        if (options.clip() != null) {
            functions.add(clip(options.clip()));
        }
        if (options.cellClip() != null) {
            functions.add(clip(options.cellClip()));
        }
        return new ArrayList<>(functions);
    }

    /** By its sign. */
    public static Optional<DefinedFunction> named(String sign) {
        Matcher m = SIGN.matcher(sign);
        if (!m.matches()) {
            return Optional.empty();
        }
        double[] constants = m.group(2) == null
                ? new double[0]
                : Arrays.stream(m.group(2).split(", "))
                        .mapToDouble(DefinedFunction::constant)
                        .toArray();
        double alpha = constants.length > 0 ? constants[0] : 0;
        double beta = constants.length > 1 ? constants[1] : 0.5;
        if (m.group(1).equals("clip")) {
            return Optional.of(clip(alpha));
        }
        String name = m.group(1).equals("hσ") ? "HardSigmoid" : m.group(1);
        return Activation.Function.byName(name)
                .map(function -> new DefinedFunction(new Activation(function, alpha, beta), 0));
    }

    private static double constant(String text) {
        return text.equals("1/6") ? 1 / 6.0 : Double.parseDouble(text);
    }

    @Override
    public String sign() {
        if (activation == null) {
            return "clip[%s]".formatted(bound);
        }
        if (activation.equals(Activation.HARD_SIGMOID_SIXTH)) {
            return "hσ[1/6]";
        }
        String name = activation.function() == Activation.Function.HARD_SIGMOID
                ? "hσ"
                : activation.function().onnx().toLowerCase(Locale.ROOT);
        boolean usual = activation.function() == Activation.Function.HARD_SIGMOID && activation.beta() == 0.5;
        return switch (usual ? 1 : activation.function().constants()) {
            case 0 -> name;
            case 1 -> "%s[%s]".formatted(name, activation.alpha());
            default -> "%s[%s, %s]".formatted(name, activation.alpha(), activation.beta());
        };
    }

    @Override
    public double of(double a) {
        return activation == null ? Math.max(-bound, Math.min(bound, a)) : activation.value(a);
    }

    /** "hσ[0.2](a) = min(1, max(0, 0.2 a + 0.5))" */
    public String definition() {
        String right = activation == null ? "min(%s, max(−%s, a))".formatted(bound, bound) : activation.definition();
        return sign() + "(a) = " + right;
    }

    /** A name for it in a program: hard_0_2. */
    public String identifier() {
        return sign().replace("hσ", "hard_sigmoid")
                .replace("-", "m")
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("_$", "");
    }

    /** What it makes of {@code a} in Python. @param module np, or one with the same functions: jnp, torch, keras.ops */
    public String python(String module) {
        if (activation == null) {
            return "%s.clip(a, %s, %s)".formatted(module, -bound, bound);
        }
        double alpha = activation.alpha();
        double beta = activation.beta();
        String text = switch (activation.function()) {
            case SIGMOID -> "1 / (1 + M.exp(-a))";
            case TANH -> "M.tanh(a)";
            case RELU -> "M.where(a > 0, a, 0.0)";
            case HARD_SIGMOID -> "M.clip(%s + %s, 0, 1)".formatted(slope(), beta);
            case LEAKY_RELU -> "M.where(a < 0, %s * a, a)".formatted(alpha);
            case THRESHOLDED_RELU -> "M.where(a > %s, a, 0.0)".formatted(alpha);
            case SCALED_TANH -> "%s * M.tanh(%s * a)".formatted(alpha, beta);
            case AFFINE -> "%s * a + %s".formatted(alpha, beta);
            case SOFTSIGN -> "a / (1 + M.abs(a))";
            case SOFTPLUS -> "M.where(a > 0, a, 0.0) + M.log1p(M.exp(-M.abs(a)))";
            case ELU -> "M.where(a < 0, %s * (M.exp(a) - 1), a)".formatted(alpha);
        };
        return text.replace("M.", module + ".");
    }

    /** The same in Java, of one number {@code a}. */
    public String java() {
        if (activation == null) {
            return "Math.max(%s, Math.min(%s, a))".formatted(-bound, bound);
        }
        double alpha = activation.alpha();
        double beta = activation.beta();
        return switch (activation.function()) {
            case SIGMOID -> "1 / (1 + Math.exp(-a))";
            case TANH -> "Math.tanh(a)";
            case RELU -> "Math.max(0, a)";
            case HARD_SIGMOID -> "Math.max(0, Math.min(1, %s + %s))".formatted(slope(), beta);
            case LEAKY_RELU -> "a < 0 ? %s * a : a".formatted(alpha);
            case THRESHOLDED_RELU -> "a > %s ? a : 0".formatted(alpha);
            case SCALED_TANH -> "%s * Math.tanh(%s * a)".formatted(alpha, beta);
            case AFFINE -> "%s * a + %s".formatted(alpha, beta);
            case SOFTSIGN -> "a / (1 + Math.abs(a))";
            case SOFTPLUS -> "Math.max(0, a) + Math.log1p(Math.exp(-Math.abs(a)))";
            case ELU -> "a < 0 ? %s * (Math.exp(a) - 1) : a".formatted(alpha);
        };
    }

    /** α a of a hard sigmoid; a sixth has no last digit. */
    private String slope() {
        return Activation.HARD_SIGMOID_SIXTH.equals(activation)
                ? "a / 6"
                : activation == null ? "a" : activation.alpha() + " * a";
    }
}
