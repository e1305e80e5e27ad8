package grulab.text;

import grulab.model.Passage;
import grulab.model.Tokens;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A corpus as the model reads it.
 *
 * @param ids class number of every token [N]; must not be written
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once and never written
public record TokenText(Corpus corpus, Tokens tokens, Vocabulary vocabulary, int[] ids) {

    /**
     * Reads a corpus by code point or by word.
     *
     * @throws UnusableText if it has no token, or more different ones than {@link Vocabulary#LARGEST}
     */
    public static TokenText of(Corpus corpus, Tokens tokens) {
        TokenText text = tokens == Tokens.CHAR ? ofCharacters(corpus) : ofWords(corpus);
        if (text.length() == 0) {
            throw new UnusableText(
                    UnusableText.Reason.TOO_SHORT,
                    0,
                    1,
                    "%s has no %s; it needs some text."
                            .formatted(corpus.name(), tokens == Tokens.CHAR ? "characters" : "words"));
        }
        return text;
    }

    private static TokenText ofCharacters(Corpus corpus) {
        BitSet points = new BitSet();
        corpus.text().codePoints().forEach(points::set);
        List<String> symbols = points.stream().mapToObj(Character::toString).toList();
        Vocabulary vocabulary = new Vocabulary(Tokens.CHAR, symbols);
        int[] numbers = new int[points.length()];
        for (int i = 0; i < vocabulary.size(); i++) {
            numbers[vocabulary.symbol(i).codePointAt(0)] = i;
        }
        int[] ids = corpus.text().codePoints().map(p -> numbers[p]).toArray();
        return new TokenText(corpus, Tokens.CHAR, vocabulary, ids);
    }

    private static TokenText ofWords(Corpus corpus) {
        Set<String> symbols = new HashSet<>();
        Tokenizer.split(corpus.text(), Tokens.WORD, symbols::add);
        Vocabulary vocabulary = new Vocabulary(Tokens.WORD, symbols);
        return new TokenText(corpus, Tokens.WORD, vocabulary, vocabulary.encode(corpus.text()));
    }

    /** N, in tokens. */
    public int length() {
        return ids.length;
    }

    /**
     * T tokens from an offset on, and the token that followed each.
     *
     * @throws IllegalArgumentException unless 0 ≤ offset and offset + steps &lt; N
     */
    public Passage passage(int offset, int steps) {
        if (offset < 0 || steps < 1 || offset + (long) steps >= ids.length) {
            throw new IllegalArgumentException("There are no %d tokens and one more from token %d on in %d tokens."
                    .formatted(steps, offset, ids.length));
        }
        List<String> labels = new ArrayList<>(steps);
        for (int t = 0; t < steps; t++) {
            labels.add(vocabulary.label(ids[offset + t]));
        }
        return new Passage(
                offset,
                Arrays.copyOfRange(ids, offset, offset + steps),
                Arrays.copyOfRange(ids, offset + 1, offset + steps + 1),
                labels);
    }

    /** Where the text proper begins: after its first line if that is short enough to be a title, else at 0. */
    public int opening() {
        int end = tokens == Tokens.CHAR ? Math.min(ids.length, 80) : 0;
        for (int i = 0; i < end; i++) {
            if (vocabulary.symbol(ids[i]).equals("\n") && i + 1 < ids.length && isLetter(i + 1)) {
                return i + 1;
            }
        }
        return 0;
    }

    /** The tokens from an offset on that belong to one word, at least one and at most so many. */
    public int[] word(int offset, int most) {
        int end = offset + 1;
        while (tokens == Tokens.CHAR && end < Math.min(ids.length, offset + most) && isLetter(end)) {
            end++;
        }
        return Arrays.copyOfRange(ids, offset, end);
    }

    private boolean isLetter(int i) {
        return Character.isLetterOrDigit(vocabulary.symbol(ids[i]).codePointAt(0));
    }
}
