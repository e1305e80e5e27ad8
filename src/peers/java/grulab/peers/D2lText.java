package grulab.peers;

import grulab.model.Tokens;
import grulab.text.Corpus;
import grulab.text.TokenText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** A text file as Dive into Deep Learning (section 9.2) reads it: letters in lower case, and one space for all else. */
final class D2lText {
    /** Dive into Deep Learning's vocabulary also has a symbol for what is unknown. */
    private static final int UNKNOWN = 1;

    private final TokenText text;

    /** @param most characters that are used, from the start */
    D2lText(Path file, int most) throws IOException {
        String letters = Files.readString(file).replaceAll("[^A-Za-z]+", " ").toLowerCase(Locale.ROOT);
        String part = letters.substring(0, Math.min(most, letters.length()));
        text = TokenText.of(new Corpus(file.toString(), part), Tokens.CHAR);
    }

    TokenText text() {
        return text;
    }

    int vocabulary() {
        return text.vocabulary().size() + UNKNOWN;
    }
}
