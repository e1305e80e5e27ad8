package grulab.control;

import grulab.model.arithmetic.Term;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of terms: in little room, and as everybody calls what they are about. */
final class TermNames {
    private static final String TILDE = "\u0303";

    /** What comes back through a gate: "U_zᵀ da_z". */
    private static final Pattern WAY_BACK = Pattern.compile("U_([a-z])ᵀ .*");

    private TermNames() {}

    /** Without indices: "Wx", "b + c", "r·(Uh + c)". */
    static String brief(String name) {
        return name.replaceAll("(?<![A-Za-z])d(?=[a-z])", "∂")
                .replaceAll("_(\\{[^}]*}|[A-Za-z0-9]+)", "")
                .replaceAll("\\s*⊙\\s*", "·")
                .replaceAll("(?<![+−=,])\\s+(?![+−=,])", "");
    }

    /** Whether the brief names tell the terms apart and need no letter that only formulas have. */
    static boolean briefIsEnough(List<Term> terms) {
        Set<String> seen = new HashSet<>();
        return terms.stream().allMatch(t -> !t.name().contains(TILDE) && seen.add(brief(t.name())));
    }

    /**
     * What a term is called elsewhere, wherever it is pointed at: a candidate is "n", a product with the reset gate "q",
     * and the slope of a state after the step has no prime.
     */
    static String id(String name) {
        return switch (name) {
            case "h" + TILDE -> "n";
            case "dh" + TILDE -> "dn";
            case "dh′" -> "dh";
            case "dc′" -> "dc";
            case "da_h" -> "da";
            case "dh_prev", "dc_prev" -> name.replace("_prev", "_{t−1}");
            default -> name.equals("r ⊙ h") || name.startsWith("r ⊙ (") ? "q" : name;
        };
    }

    /** Plain names that an id of elsewhere has in formulas. */
    static List<String> plain(String id) {
        return switch (id) {
            case "n" -> List.of("h" + TILDE);
            case "q" -> List.of("r ⊙ h");
            case "dn" -> List.of("dh" + TILDE);
            case "dh" -> List.of("dh′");
            case "dc" -> List.of("dc′");
            default -> List.of(id);
        };
    }

    /** The id of what a line makes: a state after the step has a prime. */
    static String made(String symbol, boolean backward) {
        return !backward && (symbol.equals("h") || symbol.equals("c")) ? symbol + "′" : id(symbol);
    }

    /** A factor in the colour that it has everywhere; what is summed up has none. */
    static Ink ink(String name) {
        return switch (name.replaceFirst("^d(?=[a-z])", "").replace("′", "")) {
            case "z", "1 − z" -> Ink.Z;
            case "r", "1 − r" -> Ink.R;
            case "h" -> Ink.H;
            case "h" + TILDE -> Ink.CANDIDATE;
            case "x" -> Ink.X;
            default -> Ink.INK;
        };
    }

    /** The colour of a summand's bar: what flows in by it. */
    static Ink barInk(String name) {
        if (name.startsWith("r ⊙")) {
            return Ink.R;
        }
        if (name.matches("[bc](_[a-z]+)?( \\+ [bc](_[a-z]+)?)*")) {
            return Ink.FAINT;
        }
        if (name.matches("W\\S* x.*")) {
            return Ink.X;
        }
        Matcher way = WAY_BACK.matcher(name);
        if (way.matches()) {
            return LineHeads.ink(way.group(1));
        }
        if (name.contains("h" + TILDE)) {
            return Ink.CANDIDATE;
        }
        return name.matches(".*(?<![A-Za-z_])d?h(?![A-Za-z]).*") ? Ink.H : Ink.INK;
    }
}
