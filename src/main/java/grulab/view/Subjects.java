package grulab.view;

import grulab.model.Quantity;
import grulab.model.Snapshot;
import grulab.model.Weights;
import grulab.model.arithmetic.Subject;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Numbers on the screen: from the symbol of a line to its number, and from a number to the words for it. */
final class Subjects {
    private Subjects() {}

    /** The number that a line makes; null if the line is no number of its own. */
    static @Nullable Subject of(String symbol, int t, int unit) {
        if (symbol.equals("h_before")) {
            return t == 0 ? new Subject.Start(Quantity.STATE, unit) : new Subject.Value(Quantity.STATE, t - 1, unit);
        }
        if (symbol.equals("a")) {
            return new Subject.Value(Quantity.STATE, t, unit);
        }
        if (symbol.endsWith("_prev")) {
            return new Subject.Sent(symbol.startsWith("dh") ? Quantity.STATE : Quantity.CELL, t, unit);
        }
        if (symbol.equals("dm")) {
            return new Subject.SumSlope(Quantity.PRODUCT, t, unit);
        }
        boolean slope = symbol.startsWith("d") && symbol.length() > 1;
        if (symbol.startsWith("da_")) {
            Quantity inner = quantity(symbol.substring(3));
            return inner == null ? null : new Subject.SumSlope(inner, t, unit);
        }
        Quantity quantity = quantity(slope ? symbol.substring(1) : symbol);
        if (quantity == null) {
            return null;
        }
        return slope ? new Subject.Slope(quantity, t, unit) : new Subject.Value(quantity, t, unit);
    }

    private static @Nullable Quantity quantity(String id) {
        return Arrays.stream(Quantity.values())
                .filter(q -> q.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    /**
     * The same kind of number, of another unit where it is of a unit, so many steps on. The state before a step is that
     * after the step before, and before the first it is the start.
     */
    static Subject moved(Subject subject, int steps, int unit) {
        int t = subject.t() + steps;
        if (subject instanceof Subject.Value v) {
            return t < 0 ? new Subject.Start(v.quantity(), unit) : new Subject.Value(v.quantity(), t, unit);
        }
        if (subject instanceof Subject.Start s) {
            return t < 0 ? new Subject.Start(s.quantity(), unit) : new Subject.Value(s.quantity(), t, unit);
        }
        if (subject instanceof Subject.Slope s) {
            return new Subject.Slope(s.quantity(), t, unit);
        }
        if (subject instanceof Subject.SumSlope s) {
            return new Subject.SumSlope(s.quantity(), t, unit);
        }
        if (subject instanceof Subject.Sent s) {
            return new Subject.Sent(s.quantity(), t, unit);
        }
        if (subject instanceof Subject.Norm n) {
            return new Subject.Norm(n.quantity(), t);
        }
        if (subject instanceof Subject.Logit l) {
            return new Subject.Logit(t, l.symbol());
        }
        if (subject instanceof Subject.Probability p) {
            return new Subject.Probability(t, p.symbol());
        }
        return subject instanceof Subject.Loss ? new Subject.Loss(t) : subject;
    }

    static String words(Texts texts, Subject subject, Snapshot shown, List<String> symbols) {
        if (subject instanceof Subject.Value v) {
            return texts.of("subject.value", letter(texts, v.quantity()), v.unit() + 1, v.t() + 1);
        }
        if (subject instanceof Subject.Start s) {
            return texts.of("subject.start", s.quantity().id(), s.unit() + 1);
        }
        if (subject instanceof Subject.Slope s) {
            return s.t() < 0
                    ? texts.of("subject.slope.start", letter(texts, s.quantity()), s.unit() + 1)
                    : texts.of("subject.slope", letter(texts, s.quantity()), s.unit() + 1, s.t() + 1);
        }
        if (subject instanceof Subject.Sent s) {
            return texts.of("subject.sent", letter(texts, s.quantity()), s.unit() + 1, s.t() + 1);
        }
        if (subject instanceof Subject.SumSlope s) {
            return texts.of("subject.sum-slope", letter(texts, s.quantity()), s.unit() + 1, s.t() + 1);
        }
        if (subject instanceof Subject.Norm n) {
            return texts.of("subject.norm", letter(texts, n.quantity()), n.t() + 1);
        }
        if (subject instanceof Subject.Logit l) {
            return texts.of("subject.logit", symbols.get(l.symbol()), l.t() + 1);
        }
        if (subject instanceof Subject.Probability p) {
            return texts.of("subject.probability", symbols.get(p.symbol()), p.t() + 1);
        }
        if (subject instanceof Subject.Loss l) {
            boolean ofWords = symbols.stream().anyMatch(s -> s.codePointCount(0, s.length()) > 1);
            return texts.of(ofWords ? "subject.loss.word" : "subject.loss", l.t() + 1);
        }
        if (subject instanceof Subject.Weight w) {
            return weight(texts, w, shown.weights(), symbols);
        }
        return "";
    }

    private static String weight(Texts texts, Subject.Weight w, Weights weights, List<String> symbols) {
        int[] shape = weights.shape(w.name());
        if (shape.length == 1) {
            return texts.of("subject.bias", plain(w.name()), w.index() + 1);
        }
        int row = w.index() / shape[1];
        int column = w.index() % shape[1];
        boolean input = w.name().startsWith("W_i");
        boolean head = w.name().equals("W_hq");
        return texts.of(
                input ? "subject.weight.input" : head ? "subject.weight.head" : "subject.weight",
                plain(w.name()),
                row + 1,
                input || head ? symbols.get(column) : column + 1);
    }

    /** As formulas write it: W_hr of files is U_r. */
    private static String plain(String name) {
        return switch (name) {
            case "W_hq" -> "W_q";
            case "b_q" -> "b_q";
            default ->
                (name.startsWith("W_i") ? "W_" : name.startsWith("W_h") ? "U_" : name.startsWith("b_i") ? "b_" : "c_")
                        + name.substring(3);
        };
    }

    /** A letter, where a label can write it: a tilde over h it cannot. */
    private static String letter(Texts texts, Quantity quantity) {
        return switch (quantity) {
            case CANDIDATE -> texts.of("subject.candidate");
            case PRODUCT -> texts.of("subject.product");
            default -> quantity.id();
        };
    }

    /** The matrix that the left factors of a dot product are a row of, as files name it; null if they are none. */
    static @Nullable String matrix(String leftName) {
        if (leftName.equals("W_q")) {
            return "W_hq";
        }
        if (leftName.equals("W") || leftName.equals("U")) {
            return leftName.equals("W") ? "W_ih" : "W_hh";
        }
        if (leftName.length() == 3 && leftName.charAt(1) == '_') {
            return switch (leftName.charAt(0)) {
                case 'W' -> "W_i" + leftName.charAt(2);
                case 'U' -> "W_h" + leftName.charAt(2);
                default -> null;
            };
        }
        return null;
    }

    /** A bias as files name it: b_hr for c_r. */
    static String bias(String name) {
        if (name.equals("b_q")) {
            return name;
        }
        return (name.startsWith("b") ? "b_i" : "b_h") + (name.length() == 1 ? "h" : name.substring(2));
    }
}
