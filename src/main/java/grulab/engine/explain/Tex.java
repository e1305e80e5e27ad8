package grulab.engine.explain;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Formulas in LaTeX's mathematics. */
final class Tex {
    private static final Pattern WORD = Pattern.compile("tanh|ln|max|loss|forget_bias|[a-z]{4,}(?=[\\[(])");
    /** A letter, after d a gradient's; h̃ is two characters. */
    private static final Pattern NAME = Pattern.compile("(d(?=[a-z]))?([A-Za-z])(\u0303)?(?:_([a-z0-9]+))?([′⁺ᵀ]?)");

    private final String plain;
    private final Deque<Character> brackets = new ArrayDeque<>();
    private final StringBuilder tex = new StringBuilder();
    private int at;

    private Tex(String plain) {
        this.plain = plain;
    }

    static String of(String plain) {
        return new Tex(plain).all();
    }

    /** One name with an index behind those that it has: \mathrm{d}a_{n,14}. */
    static String of(String name, int index) {
        Matcher m = NAME.matcher(name);
        return m.matches() ? name(m, String.valueOf(index)) : of(name);
    }

    private String all() {
        while (at < plain.length()) {
            next();
        }
        return tex.toString();
    }

    private void next() {
        Matcher word = WORD.matcher(plain).region(at, plain.length());
        Matcher name = NAME.matcher(plain).region(at, plain.length());
        if (word.lookingAt()) {
            boolean known = List.of("tanh", "ln", "max").contains(word.group());
            tex.append(known ? "\\" + word.group() : "\\mathrm{" + word.group().replace("_", "\\_") + "}");
            at = word.end();
            if (at < plain.length() && " ([".indexOf(plain.charAt(at)) < 0) {
                tex.append(' ');
            }
        } else if (plain.startsWith("e^", at)) {
            at += 2;
            power();
        } else if (name.lookingAt()) {
            tex.append(name(name, null));
            at = name.end();
        } else {
            sign(plain.charAt(at));
            at++;
        }
    }

    /** e^y and e^(…) */
    private void power() {
        tex.append("e^{");
        if (plain.charAt(at) == '(') {
            brackets.push('}');
            at++;
        } else {
            next();
            tex.append('}');
        }
    }

    private void sign(char sign) {
        switch (sign) {
            case '(' -> open('(', ')');
            case '√' -> {
                at++;
                tex.append("\\sqrt");
                open('{', '}');
            }
            case ')' -> tex.append(brackets.isEmpty() ? ')' : brackets.pop());
            case 'σ' -> tex.append("\\sigma");
            case '⊙' -> tex.append("\\odot");
            case '·' -> tex.append("\\cdot ");
            case '−' -> tex.append('-');
            case '²' -> tex.append("^2");
            case 'Σ' -> tex.append("\\sum");
            case '≈' -> tex.append("\\approx");
            case '‖' -> tex.append("\\Vert ");
            default -> tex.append(sign);
        }
    }

    private void open(char open, char close) {
        tex.append(open);
        brackets.push(close);
    }

    private static String name(Matcher m, @Nullable String more) {
        StringBuilder name = new StringBuilder(m.group(1) == null ? "" : "\\mathrm{d}");
        name.append(m.group(3) == null ? m.group(2) : "\\tilde{" + m.group(2) + "}");
        String mark = m.group(5);
        name.append(mark.equals("′") ? "'" : "");
        String index = m.group(4) == null ? more : more == null ? m.group(4) : m.group(4) + "," + more;
        if (index != null) {
            name.append(index.length() == 1 ? "_" + index : "_{" + index + "}");
        }
        return name.append(mark.equals("ᵀ") ? "^{\\top}" : mark.equals("⁺") ? "^{+}" : "")
                .toString();
    }
}
