package grulab.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** The built-in texts: two stories, and three generated languages of which it is known what has to be remembered. */
public final class Corpora {
    private static final List<BuiltInCorpus> ALL = List.of(
            new BuiltInCorpus(
                    "lighthouse",
                    "The lighthouse",
                    "An English story: spelling takes a few letters of memory, grammar takes several words."),
            new BuiltInCorpus(
                    "tea-mountain",
                    "Tea mountain",
                    "A Chinese story: many characters, each of them rare, and words of one to four characters."),
            new BuiltInCorpus(
                    "brackets",
                    "Nested brackets",
                    "Three kinds of brackets nested up to four deep: every closing bracket needs the kinds that are"
                            + " still open, innermost first."),
            new BuiltInCorpus(
                    "copy",
                    "Copy after a delay",
                    "Four letters, eight dots, the same four letters: the letters must be held over all the dots."),
            new BuiltInCorpus(
                    "counting",
                    "Counting",
                    "As many b as there were a, from one to ten: the number of a must be counted, then counted down."));

    private Corpora() {}

    /** In the order in which they are offered. */
    public static List<BuiltInCorpus> builtIn() {
        return ALL;
    }

    public static boolean isBuiltIn(String id) {
        return ALL.stream().anyMatch(c -> c.id().equals(id));
    }

    /**
     * The built-in text of that name.
     *
     * @throws IllegalArgumentException if there is none; the message lists the names that there are
     */
    public static Corpus load(String id) {
        return switch (id) {
            case "brackets" -> new Corpus(id, Languages.brackets());
            case "copy" -> new Corpus(id, Languages.copy());
            case "counting" -> new Corpus(id, Languages.counting());
            default -> {
                if (!isBuiltIn(id)) {
                    throw new IllegalArgumentException("There is no built-in text %s; there are %s."
                            .formatted(id, ALL.stream().map(BuiltInCorpus::id).collect(Collectors.joining(", "))));
                }
                yield new Corpus(id, story("/grulab/assets/corpora/" + id + ".txt"));
            }
        };
    }

    private static String story(String resource) {
        try (InputStream in = Corpora.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The program is incomplete: " + resource + " is missing.");
            }
            return Lines.normalized(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
