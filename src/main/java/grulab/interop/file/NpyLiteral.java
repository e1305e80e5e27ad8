package grulab.interop.file;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one Python literal that an .npy header holds: a dict with exactly the keys descr, fortran_order and shape. Nothing
 * else of Python is understood, and nothing is evaluated.
 *
 * @param descr null if it is a list
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once and never written
record NpyLiteral(@Nullable String descr, boolean fortranOrder, int[] shape) {

    static NpyLiteral read(String text) throws BadModel {
        return new Parser(text).dict();
    }

    private static final class Parser {
        private final String text;
        private int at;
        private @Nullable String descr;
        private @Nullable Boolean fortranOrder;
        private int @Nullable [] shape;
        private boolean structured;

        Parser(String text) {
            this.text = text;
        }

        NpyLiteral dict() throws BadModel {
            expect('{');
            while (!accept('}')) {
                String key = string();
                expect(':');
                value(key);
                if (!accept(',')) {
                    expect('}');
                    break;
                }
            }
            space();
            if (at < text.length()) {
                throw unreadable();
            }
            if ((descr == null && !structured) || fortranOrder == null || shape == null) {
                throw new BadModel("has a header without descr, fortran_order and shape");
            }
            return new NpyLiteral(descr, fortranOrder, shape);
        }

        private void value(String key) throws BadModel {
            switch (key) {
                case "descr" -> {
                    once(descr == null && !structured);
                    if (peek() == '[') {
                        structured = true;
                        skipList();
                    } else {
                        descr = string();
                    }
                }
                case "fortran_order" -> {
                    once(fortranOrder == null);
                    fortranOrder = truth();
                }
                case "shape" -> {
                    once(shape == null);
                    shape = tuple();
                }
                default -> throw new BadModel("has the unknown field " + ZipNames.shown(key) + " in its header");
            }
        }

        private static void once(boolean first) throws BadModel {
            if (!first) {
                throw new BadModel("has a field twice in its header");
            }
        }

        private boolean truth() throws BadModel {
            space();
            for (boolean value : new boolean[] {true, false}) {
                String word = value ? "True" : "False";
                if (text.startsWith(word, at)) {
                    at += word.length();
                    return value;
                }
            }
            throw unreadable();
        }

        private int[] tuple() throws BadModel {
            List<Integer> sizes = new ArrayList<>();
            expect('(');
            while (!accept(')')) {
                if (sizes.size() == Limits.AXES) {
                    throw new BadModel("has too many axes");
                }
                sizes.add(size());
                if (!accept(',')) {
                    expect(')');
                    // (3) is a number in brackets, (3,) a shape
                    if (sizes.size() == 1) {
                        throw unreadable();
                    }
                    break;
                }
            }
            return sizes.stream().mapToInt(n -> n).toArray();
        }

        private int size() throws BadModel {
            space();
            int from = at;
            long size = 0;
            while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
                size = Math.min(size * 10 + text.charAt(at++) - '0', Integer.MAX_VALUE + 1L);
            }
            if (at == from) {
                throw unreadable();
            }
            if (size > Integer.MAX_VALUE) {
                throw new BadModel("has an axis of more than 2,147,483,647 numbers; no layer has");
            }
            // Python 2 wrote long numbers with an L
            accept('L');
            return (int) size;
        }

        private String string() throws BadModel {
            char quote = peek();
            if (quote != '\'' && quote != '"') {
                throw unreadable();
            }
            int end = text.indexOf(quote, at + 1);
            if (end < 0 || text.substring(at, end).indexOf('\\') >= 0) {
                throw unreadable();
            }
            String string = text.substring(at + 1, end);
            at = end + 1;
            return string;
        }

        /** A list of fields, which is passed over: brackets are counted, strings taken whole. */
        private void skipList() throws BadModel {
            int depth = 0;
            do {
                char c = peek();
                if (c == '\'' || c == '"') {
                    string();
                    continue;
                }
                if (at >= text.length()) {
                    throw unreadable();
                }
                depth += c == '[' || c == '(' ? 1 : c == ']' || c == ')' ? -1 : 0;
                at++;
            } while (depth > 0);
        }

        private boolean accept(char c) {
            if (peek() != c) {
                return false;
            }
            at++;
            return true;
        }

        private void expect(char c) throws BadModel {
            if (!accept(c)) {
                throw unreadable();
            }
        }

        /** The next character that is no space; 0 at the end. */
        private char peek() {
            space();
            return at < text.length() ? text.charAt(at) : 0;
        }

        private void space() {
            while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
        }

        private BadModel unreadable() {
            return BadModel.of(
                    "has a header that cannot be read at its character %d; it must be as NumPy writes it", at + 1);
        }
    }
}
