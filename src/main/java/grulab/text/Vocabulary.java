package grulab.text;

import grulab.model.Tokens;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The different tokens of a text, sorted by code point and numbered from 0. */
public final class Vocabulary {
    /** Most symbols that a vocabulary may have: more than the characters of a long Chinese novel. */
    public static final int LARGEST = 8192;

    private final Tokens tokens;
    private final List<String> symbols;
    private final Map<String, Integer> numbers;

    /**
     * @param symbols may repeat
     * @throws UnusableText if there are more than {@link #LARGEST} different ones
     */
    public Vocabulary(Tokens tokens, Collection<String> symbols) {
        this.tokens = tokens;
        TreeSet<String> sorted = new TreeSet<>(Tokenizer::byCodePoint);
        sorted.addAll(symbols);
        if (sorted.size() > LARGEST) {
            String kind = tokens == Tokens.CHAR ? "characters" : "words";
            throw new UnusableText(
                    UnusableText.Reason.TOO_MANY_SYMBOLS,
                    sorted.size(),
                    LARGEST,
                    "The text has %d different %s; %d are possible%s."
                            .formatted(
                                    sorted.size(),
                                    kind,
                                    LARGEST,
                                    tokens == Tokens.CHAR ? "" : ", so read it by character or take a shorter text"));
        }
        this.symbols = List.copyOf(sorted);
        this.numbers = new HashMap<>();
        for (String symbol : this.symbols) {
            numbers.put(symbol, numbers.size());
        }
    }

    /** V. */
    public int size() {
        return symbols.size();
    }

    /** What one token is. */
    public Tokens tokens() {
        return tokens;
    }

    /** All symbols, sorted by code point. */
    public List<String> symbols() {
        return symbols;
    }

    /** The token with number i, as it stands in the text. */
    public String symbol(int i) {
        return symbols.get(i);
    }

    /** The token with number i as something that can be seen: ␣ for a space, ↵ for the end of a line. */
    public String label(int i) {
        String symbol = symbols.get(i);
        int point = symbol.codePointAt(0);
        if (point == '\n') {
            return "↵";
        }
        if (point == '\t') {
            return "⇥";
        }
        if (Character.isSpaceChar(point) || Character.isWhitespace(point)) {
            return "␣";
        }
        return switch (Character.getType(point)) {
            // a mark needs something to sit on; what is invisible needs something to be seen
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> "◌" + symbol;
            case Character.CONTROL, Character.FORMAT -> "◌";
            default -> symbol;
        };
    }

    /** True if every token of the text is known. */
    public boolean knows(String text) {
        return firstUnknown(text) == null;
    }

    /** The numbers of the tokens of a text; {@link IllegalArgumentException} names the first that is unknown. */
    public int[] encode(String text) {
        String unknown = firstUnknown(text);
        if (unknown != null) {
            throw new IllegalArgumentException(
                    "\"%s\" does not occur in the text that the model learned.".formatted(unknown));
        }
        List<Integer> ids = new ArrayList<>();
        Tokenizer.split(text, tokens, t -> ids.add(numbers.get(t)));
        return ids.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The text of the tokens; words are set apart by spaces where writing needs them. */
    public String decode(int[] ids) {
        StringBuilder text = new StringBuilder();
        String last = "";
        for (int id : ids) {
            String symbol = symbols.get(id);
            if (tokens == Tokens.WORD && !last.isEmpty() && Tokenizer.spaceBetween(last, symbol)) {
                text.append(' ');
            }
            text.append(symbol);
            last = symbol;
        }
        return text.toString();
    }

    private @Nullable String firstUnknown(String text) {
        List<String> unknown = new ArrayList<>();
        Tokenizer.split(text, tokens, t -> {
            if (unknown.isEmpty() && !numbers.containsKey(t)) {
                unknown.add(t);
            }
        });
        return unknown.isEmpty() ? null : unknown.get(0);
    }
}
