package grulab.interop.code;

import java.util.Collection;

/** The text of a program, line by line. */
final class Page {
    private final StringBuilder text = new StringBuilder();

    /** Lines as they are. */
    Page add(String... lines) {
        for (String line : lines) {
            text.append(line.stripTrailing()).append('\n');
        }
        return this;
    }

    Page add(Collection<String> lines) {
        lines.forEach(this::add);
        return this;
    }

    /** Lines with the same in front of each. */
    Page behind(String start, Collection<String> lines) {
        lines.forEach(line -> add(start + line));
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
