package grulab.text;

import grulab.model.SeededRandom;
import java.util.ArrayDeque;
import java.util.Deque;

/** Generated languages: always the same text, because the random numbers start from a fixed seed. */
final class Languages {
    static final int DEPTH = 4;
    static final int COPIED = 4;
    static final int DELAY = 8;
    static final int HIGHEST = 10;

    private static final int LENGTH = 24_000;
    private static final String OPENING = "([{";
    private static final String CLOSING = ")]}";
    private static final String LETTERS = "abcdefgh";

    private Languages() {}

    /** Lines of balanced brackets, never more than {@link #DEPTH} open: a Dyck language of bounded depth. */
    static String brackets() {
        SeededRandom random = SeededRandom.stream(1, "brackets");
        StringBuilder text = new StringBuilder();
        while (text.length() < LENGTH) {
            Deque<Character> open = new ArrayDeque<>();
            int pairs = 4 + random.nextInt(9);
            while (pairs > 0 || !open.isEmpty()) {
                boolean opens = pairs > 0 && open.size() < DEPTH && (open.isEmpty() || random.nextDouble() < 0.55);
                if (opens) {
                    int kind = random.nextInt(OPENING.length());
                    text.append(OPENING.charAt(kind));
                    open.push(CLOSING.charAt(kind));
                    pairs--;
                } else {
                    text.append((char) open.pop());
                }
            }
            text.append('\n');
        }
        return text.toString();
    }

    /** Lines of random letters, a run of dots, and the same letters again. */
    static String copy() {
        SeededRandom random = SeededRandom.stream(1, "copy");
        StringBuilder text = new StringBuilder();
        while (text.length() < LENGTH) {
            StringBuilder letters = new StringBuilder();
            for (int i = 0; i < COPIED; i++) {
                letters.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
            }
            text.append(letters).append(".".repeat(DELAY)).append(letters).append('\n');
        }
        return text.toString();
    }

    /** Lines of aⁿbⁿ, n from 1 to {@link #HIGHEST}, each as likely. */
    static String counting() {
        SeededRandom random = SeededRandom.stream(1, "counting");
        StringBuilder text = new StringBuilder();
        while (text.length() < LENGTH) {
            int n = 1 + random.nextInt(HIGHEST);
            text.append("a".repeat(n)).append("b".repeat(n)).append('\n');
        }
        return text.toString();
    }
}
