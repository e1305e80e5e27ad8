package grulab.interop.code;

import grulab.interop.code.Formula.Applied;
import grulab.interop.code.Formula.Name;
import grulab.interop.code.Formula.Product;
import grulab.interop.code.Formula.Sum;
import grulab.interop.code.Formula.Times;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a formula: sums of products, ⊙ between factors, and a matrix in front of what it multiplies. h̃ is two
 * characters, the second a combining tilde.
 */
final class FormulaParser {
    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(?:(σ|[a-zσ]{2,}(?:\\[[^\\]]*\\])?)\\(|(forget_bias|[A-Za-z]\u0303?(?:_[a-z]+)?′?|\\d+)|([()+−⊙]))");

    private record Token(Kind kind, String text) {}

    private enum Kind {
        FUNCTION,
        NAME,
        SIGN,
        END
    }

    private final String text;
    private final Matcher matcher;
    private Token next;

    FormulaParser(String text) {
        this.text = text;
        matcher = TOKEN.matcher(text);
        next = read(0);
    }

    /** @throws IllegalArgumentException if it is written in another way */
    Formula all() {
        Formula all = sum();
        if (next.kind != Kind.END) {
            throw unexpected();
        }
        return all;
    }

    private Formula sum() {
        List<Formula> parts = new ArrayList<>();
        List<Boolean> taken = new ArrayList<>();
        taken.add(take("−"));
        parts.add(product());
        while (is("+") || is("−")) {
            taken.add(is("−"));
            advance();
            parts.add(product());
        }
        return parts.size() == 1 && !taken.get(0) ? parts.get(0) : new Sum(parts, taken);
    }

    private Formula product() {
        List<Formula> factors = new ArrayList<>();
        factors.add(factor());
        while (take("⊙")) {
            factors.add(factor());
        }
        return factors.size() == 1 ? factors.get(0) : new Product(factors);
    }

    private Formula factor() {
        if (next.kind == Kind.NAME) {
            String name = advance();
            return next.kind == Kind.NAME || is("(") ? new Times(name, factor()) : new Name(name);
        }
        if (next.kind == Kind.FUNCTION) {
            return new Applied(advance(), closed());
        }
        if (take("(")) {
            return closed();
        }
        throw unexpected();
    }

    /** What is left of a pair of brackets. */
    private Formula closed() {
        Formula inside = sum();
        if (!take(")")) {
            throw unexpected();
        }
        return inside;
    }

    private boolean is(String sign) {
        return next.kind == Kind.SIGN && next.text.equals(sign);
    }

    private boolean take(String sign) {
        boolean there = is(sign);
        if (there) {
            advance();
        }
        return there;
    }

    private String advance() {
        String read = next.text;
        next = read(matcher.end());
        return read;
    }

    private Token read(int from) {
        if (text.substring(from).isBlank()) {
            return new Token(Kind.END, "");
        }
        if (!matcher.region(from, text.length()).lookingAt()) {
            throw new IllegalArgumentException("'%s' cannot be read from character %d on".formatted(text, from));
        }
        for (int group = 1; group <= 3; group++) {
            if (matcher.group(group) != null) {
                return new Token(Kind.values()[group - 1], matcher.group(group));
            }
        }
        throw new IllegalStateException(text);
    }

    private IllegalArgumentException unexpected() {
        return new IllegalArgumentException("'%s' is not expected in '%s'".formatted(next.text, text));
    }
}
