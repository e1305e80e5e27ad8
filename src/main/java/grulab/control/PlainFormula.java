package grulab.control;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A formula in plain notation, as lines of arithmetic have it ("σ(W_r x + U_r h + b_r + c_r)"), cut into the pieces of
 * which the typeset one consists; every piece knows which characters it stands for.
 */
record PlainFormula(String plain, List<Piece> pieces) {
    private static final char TILDE = '\u0303';

    /** d of a slope, letter, tilde, prime, index, transposed or squared. */
    private static final Pattern NAME =
            Pattern.compile("(?<d>[d∂](?=[A-Za-z]))?(?<base>[A-Za-z])(?<tilde>\u0303)?(?<prime>[′']*)"
                    + "(?:_(?<low>\\{[^}]*}|[A-Za-z0-9]+))?(?<after>[′']*)(?<high>[ᵀ²⁺]*)");

    private static final Pattern WORD = Pattern.compile("[A-Za-z]{3,}|ln");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+(?:\\.[0-9]+)?");

    /** Characters from..to of the plain formula, and what they are typeset as. */
    record Piece(int from, int to, Ink ink, String tex) {}

    PlainFormula {
        pieces = List.copyOf(pieces);
    }

    static PlainFormula of(String plain) {
        return new Cutting(plain).done();
    }

    FormulaText text() {
        FormulaText text = FormulaText.EMPTY;
        for (Piece piece : pieces) {
            text = text.plus(piece.ink(), piece.tex());
        }
        return text;
    }

    /** Where a name stands as a whole, squared or not, at or after a character; −1 if nowhere. */
    int find(String name, int start) {
        for (int at = plain.indexOf(name, start); at >= 0; at = plain.indexOf(name, at + 1)) {
            int from = at;
            int to = end(at + name.length());
            if (pieces.stream().anyMatch(p -> p.from() == from)
                    && pieces.stream().anyMatch(p -> p.to() == to)) {
                return at;
            }
        }
        return -1;
    }

    private int end(int to) {
        return plain.startsWith("²", to) ? to + 1 : to;
    }

    /** Indices of the pieces that a name found at a character consists of. */
    List<Integer> pieces(String name, int from) {
        int to = end(from + name.length());
        return IntStream.range(0, pieces.size())
                .filter(i -> pieces.get(i).from() >= from && pieces.get(i).to() <= to)
                .boxed()
                .toList();
    }

    /** The work of {@link #of}. */
    private static final class Cutting {
        /** "e^", which a bracket or a name follows. */
        private static final String POWER = "e^";

        private final String plain;
        private final List<Piece> pieces = new ArrayList<>();
        /** What closes the brackets that are open. */
        private final Deque<String> closing = new ArrayDeque<>();

        private int at;
        /** Whether what comes next stands high, behind e. */
        private boolean power;

        Cutting(String plain) {
            this.plain = plain;
        }

        PlainFormula done() {
            while (at < plain.length()) {
                char c = plain.charAt(at);
                if (Character.isWhitespace(c)) {
                    at++;
                } else if (NUMBER.matcher(plain).region(at, plain.length()).lookingAt()) {
                    take(NUMBER, Ink.INK, "");
                } else if (plain.startsWith(POWER, at)) {
                    boolean bracket = plain.startsWith("(", at + POWER.length());
                    add(at + POWER.length(), Ink.INK, bracket ? "\\exp" : "e");
                    power = !bracket;
                } else if (word()) {
                    function();
                } else if (isLetter(c)) {
                    name();
                } else {
                    sign(c);
                }
            }
            return new PlainFormula(plain, pieces);
        }

        private static boolean isLetter(char c) {
            return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '∂';
        }

        private boolean word() {
            return WORD.matcher(plain).region(at, plain.length()).lookingAt();
        }

        private void take(Pattern pattern, Ink ink, String before) {
            Matcher m = pattern.matcher(plain).region(at, plain.length());
            if (m.lookingAt()) {
                add(m.end(), ink, before + m.group());
            }
        }

        private void add(int to, Ink ink, String tex) {
            pieces.add(new Piece(at, to, ink, tex));
            at = to;
        }

        private void function() {
            Matcher m = WORD.matcher(plain).region(at, plain.length());
            if (m.lookingAt()) {
                String word = m.group();
                add(m.end(), Ink.INK, word.matches("tanh|ln|max") ? "\\" + word : "\\mathrm{" + word + "}");
            }
        }

        private void name() {
            Matcher m = NAME.matcher(plain).region(at, plain.length());
            if (!m.lookingAt()) {
                add(at + 1, Ink.INK, "\\partial ");
                return;
            }
            boolean slopeOfCandidate = m.group("d") != null && m.group("base").equals("n");
            boolean tilde = m.group("tilde") != null || slopeOfCandidate;
            String base = slopeOfCandidate ? "h" : m.group("base");
            String low = m.group("low");
            String high =
                    m.group("high").replace("ᵀ", "\\top ").replace("²", "2").replace("⁺", "+");
            String primes = (m.group("prime") + m.group("after")).replaceAll("[′']", "'");
            String d = m.group("d") == null ? "" : "\\partial ";
            String tex = d
                    + (tilde ? "\\tilde{" + base + "}" : base)
                    + (low == null ? "" : "_{" + low.replaceAll("[{}]", "") + "}")
                    + primes
                    + (high.isEmpty() ? "" : "^{" + high + "}");
            add(m.end(), ink(base, tilde), power ? "{}^{" + tex + "}" : tex);
            power = false;
        }

        private static Ink ink(String base, boolean tilde) {
            return switch (base) {
                case "x" -> Ink.X;
                case "z" -> Ink.Z;
                case "r" -> Ink.R;
                case "h" -> tilde ? Ink.CANDIDATE : Ink.H;
                default -> Ink.INK;
            };
        }

        private void sign(char c) {
            switch (c) {
                case 'σ' -> add(at + 1, Ink.INK, "\\sigma");
                case 'Σ' -> add(at + 1, Ink.INK, "\\Sigma\\,");
                case '√' -> add(at + 1, Ink.INK, "\\surd ");
                case '⊙' -> add(at + 1, Ink.INK, Formulas.DOT);
                case '·' -> add(at + 1, Ink.INK, "\\mathord{\\cdot}");
                case '=' -> add(at + 1, Ink.INK, at == 0 ? "\\;=" : "=");
                case '‖' -> add(at + 1, Ink.INK, "\\Vert ");
                case '(' -> open();
                case ')' -> close();
                case '−', '-' -> add(at + 1, Ink.INK, one() ? "\\mathord{-}" : "-");
                case TILDE -> at++;
                case '²' -> add(at + 1, Ink.INK, "^2");
                case 'ᵀ' -> add(at + 1, Ink.INK, "^{\\top}");
                case '_', '%', '#', '&', '$', '{', '}' -> add(at + 1, Ink.INK, "\\" + c);
                default -> add(at + 1, Ink.INK, c < 128 ? String.valueOf(c) : "\\text{" + c + "}");
            }
        }

        /** A bracket behind a curve stands off what it holds. */
        private void open() {
            Piece before = pieces.isEmpty() ? null : pieces.get(pieces.size() - 1);
            boolean curve = before != null && before.tex().matches("\\\\(sigma|tanh|exp|ln|surd |mathrm.*)");
            closing.push(curve ? "\\,)" : ")");
            add(at + 1, Ink.INK, curve ? "(\\," : "(");
        }

        private void close() {
            add(at + 1, Ink.INK, closing.isEmpty() ? ")" : closing.pop());
        }

        /** What is left of 1 is set close: 1−z. */
        private boolean one() {
            return !pieces.isEmpty() && pieces.get(pieces.size() - 1).tex().equals("1");
        }
    }
}
