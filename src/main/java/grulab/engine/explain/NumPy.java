package grulab.engine.explain;

import grulab.model.arithmetic.DotProduct;
import grulab.model.arithmetic.Line;
import grulab.model.arithmetic.Term;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A line's formula in Python, with its terms as numbers. */
final class NumPy {
    /** Of more products than this only the sum is written. */
    private static final int FEW = 16;

    private static final Pattern DEFINED = Pattern.compile("([a-zσ]{2,}(?:\\[[^\\]]*\\])?)\\(");

    private final String formula;
    private final Iterator<Term> terms;
    private final Deque<String> brackets = new ArrayDeque<>();
    private final StringBuilder python = new StringBuilder();
    private Term next;
    private int at;

    private NumPy(Line line) {
        formula = line.formula();
        terms = line.terms().iterator();
        next = terms.next();
    }

    static String of(Line line) {
        String name = line.symbol().replaceAll("‖(.*)‖", "norm_$1");
        return name + " = " + (PlainName.isMade(line) ? new NumPy(line).all() : literal(line.value()));
    }

    private String all() {
        while (at < formula.length()) {
            next();
        }
        return python.toString();
    }

    /** Terms, and nothing else, stand in the formula in their order, so the next name that is met is the next term's. */
    private void next() {
        if (defined()) {
            return;
        }
        if (formula.startsWith(next.name(), at)) {
            python.append(number(next));
            at += next.name().length();
            next = terms.hasNext() ? terms.next() : next;
            return;
        }
        for (Key key : Key.values()) {
            if (formula.startsWith(key.sign, at)) {
                at += key.sign.length();
                apply(key);
                return;
            }
        }
        sign(formula.charAt(at));
        at++;
    }

    /** "relu(" and the like. */
    private boolean defined() {
        Matcher m = DEFINED.matcher(formula).region(at, formula.length());
        DefinedFunction function =
                m.lookingAt() ? DefinedFunction.named(m.group(1)).orElse(null) : null;
        if (function == null || function.sign().equals("tanh")) {
            return false;
        }
        python.append("(lambda a: ").append(function.python("np")).append(")(");
        brackets.push(")");
        at = m.end();
        return true;
    }

    private void apply(Key key) {
        python.append(
                switch (key) {
                    case SIGMOID -> "1/(1+np.exp(-";
                    case TANH -> "np.tanh";
                    case EXP -> "np.exp";
                    case LN -> "np.log";
                    case ROOT -> "np.sqrt";
                });
        if (formula.charAt(at) == '(') {
            at++;
            python.append('(');
            brackets.push(key == Key.SIGMOID ? ")))" : ")");
        } else {
            at += formula.charAt(at) == ' ' ? 1 : 0;
            python.append('(');
            next();
            python.append(')');
        }
    }

    private void sign(char sign) {
        switch (sign) {
            case '(' -> {
                brackets.push(")");
                python.append('(');
            }
            case ')' -> python.append(brackets.pop());
            case '⊙' -> python.append('*');
            case '−' -> python.append('-');
            case '²' -> python.append("**2");
            default -> python.append(sign);
        }
    }

    private static String number(Term term) {
        DotProduct products = term.products();
        if (products == null || products.size() > FEW || !Double.isFinite(products.value())) {
            return literal(term.value());
        }
        String dot = "np.dot(" + list(products.left()) + ", " + list(products.right()) + ")";
        return term.bias() == 0 ? dot : dot + " + " + literal(term.bias());
    }

    private static String list(double[] values) {
        return Arrays.stream(values).mapToObj(String::valueOf).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String literal(double value) {
        if (Double.isNaN(value)) {
            return "np.nan";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "np.inf" : "(-np.inf)";
        }
        return value < 0 ? "(" + value + ")" : String.valueOf(value);
    }
}
