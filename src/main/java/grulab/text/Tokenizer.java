package grulab.text;

import grulab.model.Tokens;
import java.util.Arrays;
import java.util.function.Consumer;

/** Cuts text into tokens, and says what stands between two of them when they are written out again. */
final class Tokenizer {
    private Tokenizer() {}

    /** Calls {@code token} for each token of the text, in order. */
    static void split(String text, Tokens tokens, Consumer<String> token) {
        int at = 0;
        while (at < text.length()) {
            int point = text.codePointAt(at);
            int end = at + Character.charCount(point);
            if (tokens == Tokens.WORD && isWordPart(point)) {
                while (end < text.length() && isWordPart(text.codePointAt(end))) {
                    end += Character.charCount(text.codePointAt(end));
                }
            }
            if (tokens == Tokens.CHAR || !isSpace(point)) {
                token.accept(text.substring(at, end));
            }
            at = end;
        }
    }

    /** True if a space has to be written between the two tokens: between words, and after a mark that ends a clause. */
    static boolean spaceBetween(String left, String right) {
        return isWordPart(right.codePointAt(0))
                && (isWordPart(left.codePointBefore(left.length())) || ",.;:!?".contains(left));
    }

    /** Letters, digits and the marks that belong to them; an ideograph is a word of its own. */
    private static boolean isWordPart(int point) {
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> Character.isLetterOrDigit(point) && !Character.isIdeographic(point);
        };
    }

    private static boolean isSpace(int point) {
        return Character.isWhitespace(point) || Character.isSpaceChar(point);
    }

    /** Orders by code point; String's own order takes surrogates for what they are not. */
    static int byCodePoint(String a, String b) {
        return Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray());
    }
}
