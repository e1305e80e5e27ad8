package grulab.presentation;

import grulab.engine.twin.TwinCells;
import grulab.model.LoadedText;
import grulab.model.Passage;
import grulab.model.Tokens;
import grulab.text.Vocabulary;
import java.util.Arrays;

/** What the symbols of a learned text stand for. */
final class TextWriting implements TwinCells.Writing {
    /** Most tokens that a sample is given to go on from. */
    private static final int PREFIX = 12;

    private final Vocabulary vocabulary;

    TextWriting(LoadedText text) {
        vocabulary = new Vocabulary(text.tokens(), text.symbols());
    }

    /** The passage's first word, as far as it goes. */
    @Override
    public int[] prefix(Passage passage) {
        int end = 1;
        int most = vocabulary.tokens() == Tokens.CHAR ? Math.min(PREFIX, passage.steps()) : 1;
        while (end < most && isLetter(passage.inputs()[end])) {
            end++;
        }
        return Arrays.copyOf(passage.inputs(), end);
    }

    private boolean isLetter(int symbol) {
        return Character.isLetterOrDigit(vocabulary.symbol(symbol).codePointAt(0));
    }

    @Override
    public String text(int[] symbols) {
        return vocabulary.decode(symbols);
    }
}
