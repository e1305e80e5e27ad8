package grulab.interop;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers out of a text, in order.
 *
 * @param shape as the brackets say; [n] if there are none, or if they are not regular
 * @param digits how finely they were written
 */
@SuppressWarnings("ArrayRecordComponent") // read once and handed on
record PastedText(double[] values, int[] shape, WrittenDigits digits) {
    private static final int DEPTH = 8;
    /** What the libraries print around their numbers. */
    private static final Pattern AROUND = Pattern.compile("<tf\\.Tensor:|numpy="
            + "|\\b(?:dtype|device|grad_fn|requires_grad|shape|size|names)\\s*="
            + "\\s*(?:'[^']*'|<[^<>]*>|\\([^()]*\\)|[\\w.]+)"
            + "|(?:\\b(?:torch|np|numpy|jnp|jax|tf)\\.)?\\b(?:[tT]ensor|[aA]rray|constant)\\s*\\(");

    private static final Pattern TOKEN = Pattern.compile(
            "(?<number>[+\\-\u2212]?(?:\\d++\\.?+\\d*+|\\.\\d++)(?:[eE][+\\-\u2212]?\\d{1,4})?)(?![\\w.])"
                    + "|(?<open>[\\[(])|(?<close>[\\])])|(?<gap>[\\s,;>]+)|(?<dots>\\.\\.\\.|…)"
                    + "|(?<word>[^\\s,;\\[\\]()]+)");

    static PastedText of(String text) throws BadCase {
        if (text.isBlank()) {
            throw new BadCase("there are no numbers; paste some, such as [[0.1, 0.2], [0.3, 0.4]]");
        }
        Matcher token =
                TOKEN.matcher(AROUND.matcher(text).replaceAll(m -> m.group().endsWith("(") ? "(" : ","));
        GatheredNumbers values = new GatheredNumbers();
        WrittenDigits digits = new WrittenDigits();
        Nesting nesting = new Nesting();
        while (token.find()) {
            if (token.group("dots") != null) {
                throw new BadCase(
                        "the text leaves numbers out (…); print all of them, as with torch.set_printoptions(threshold=10**9)"
                                + " or numpy.set_printoptions(threshold=10**9)");
            } else if (token.group("word") != null) {
                throw new BadCase(
                        token.group("word").matches("(?i)[+-]?(nan|inf(inity)?)")
                                ? "number %,d is %s; it must be a number"
                                        .formatted(values.size() + 1, token.group("word"))
                                : "'%s' after %,d numbers is no number"
                                        .formatted(JsonPlace.quoted(token.group("word")), values.size()));
            } else if (token.group("number") != null) {
                String number = token.group("number").replace('\u2212', '-');
                values.add(value(number, values.size() + 1));
                digits.add(number);
                nesting.number();
            } else if (token.group("gap") == null) {
                nesting.bracket(token.group().charAt(0));
            }
        }
        double[] all = values.joined();
        if (all.length == 0) {
            throw new BadCase("there are no numbers in the text; paste some, such as [[0.1, 0.2], [0.3, 0.4]]");
        }
        return new PastedText(all, nesting.shape(all.length), digits);
    }

    private static double value(String number, int place) throws BadCase {
        double value = Double.parseDouble(number);
        if (!(Math.abs(value) <= CaseLimits.MAGNITUDE)) {
            throw BadCase.of("number %,d is too large: at most ±3.4e38 fits float32", place);
        }
        if (place > CaseLimits.USUAL.numbers()) {
            throw BadCase.of("too many numbers; at most %,d can be held against a case", CaseLimits.USUAL.numbers());
        }
        return value;
    }

    /** Square brackets, and how many entries the lists of each depth have. */
    private static final class Nesting {
        private final int[] size = new int[DEPTH];
        private final int[] count = new int[DEPTH];
        private int depth;
        private int deepest;
        private boolean regular = true;

        Nesting() {
            Arrays.fill(size, -1);
        }

        void number() {
            regular &= depth > 0 && (deepest == 0 || deepest == depth);
            deepest = Math.max(deepest, depth);
            if (regular) {
                count[depth - 1]++;
            }
        }

        void bracket(char bracket) {
            if (bracket == '[') {
                regular &= depth < DEPTH && (depth > 0 || deepest == 0);
                if (regular) {
                    if (depth > 0) {
                        count[depth - 1]++;
                    }
                    count[depth++] = 0;
                }
            } else if (bracket == ']') {
                regular &= depth > 0;
                if (regular) {
                    depth--;
                    regular = size[depth] < 0 || size[depth] == count[depth];
                    size[depth] = count[depth];
                }
            }
        }

        int[] shape(int numbers) {
            int[] shape = Arrays.copyOf(size, deepest);
            boolean whole = regular && depth == 0 && deepest > 0;
            return whole && Arrays.stream(shape).reduce(1, (a, b) -> a * b) == numbers ? shape : new int[] {numbers};
        }
    }
}
