package grulab.control;

import grulab.model.arithmetic.Line;
import grulab.model.arithmetic.Term;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Names of terms: in little room, and as everybody calls what they are about. */
final class TermNames {
    private static final String TILDE = "\u0303";

    private TermNames() {}

    /** Without indices: "Wx", "b + c", "r·(Uh + c)". */
    static String brief(String name) {
        return name.replaceAll("_(\\{[^}]*}|[A-Za-z0-9]+)", "")
                .replaceAll("\\s*⊙\\s*", "·")
                .replaceAll("(?<![+−=,])\\s+(?![+−=,])", "");
    }

    /** Whether the brief names tell the terms apart and need no letter that only formulas have. */
    static boolean briefIsEnough(List<Term> terms) {
        Set<String> seen = new HashSet<>();
        return terms.stream().allMatch(t -> !t.name().contains(TILDE) && seen.add(brief(t.name())));
    }

    /** What a term is called elsewhere: a candidate is "n", a product with the reset gate "q". */
    static String id(String name) {
        if (name.equals("h" + TILDE)) {
            return "n";
        }
        return name.equals("r ⊙ h") || name.startsWith("r ⊙ (") ? "q" : name;
    }

    /** Plain names that an id of elsewhere has in formulas. */
    static List<String> plain(String id) {
        return switch (id) {
            case "n" -> List.of("h" + TILDE);
            case "q" -> List.of("r ⊙ h");
            default -> List.of(id);
        };
    }

    /** The quantity that a line makes: a state after the step has a prime. */
    static String made(Line line, boolean backward) {
        return !backward && List.of("h", "c").contains(line.symbol()) ? line.symbol() + "′" : line.symbol();
    }

    /** A term's name as the colour it has everywhere. */
    static Ink ink(String name) {
        return switch (name) {
            case "z", "1 − z" -> Ink.Z;
            case "r" -> Ink.R;
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
        if (name.contains("h" + TILDE)) {
            return Ink.CANDIDATE;
        }
        return name.matches(".*(?<![A-Za-z_])h(?![A-Za-z]).*") ? Ink.H : Ink.INK;
    }
}
