package grulab.control;

import grulab.model.arithmetic.Line;
import grulab.model.arithmetic.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A line's substituted formula, cut where a number of a term begins and ends. */
record TermDigits(List<Span> spans) {
    /** A number with the sign that it has, or a negative one in brackets; a minus that takes away stands apart. */
    private static final Pattern NUMBER = Pattern.compile("\\([−-][0-9.]+\\)|[−-]?[0-9]+(?:\\.[0-9]+)?");

    /** @param term the one whose number this is, null for what joins them */
    record Span(Ink ink, String text, @Nullable String term) {}

    TermDigits {
        spans = List.copyOf(spans);
    }

    static TermDigits of(Line line) {
        List<Span> spans = new ArrayList<>();
        String text = line.substituted();
        Matcher number = NUMBER.matcher(text);
        int next = 0;
        int at = 0;
        while (number.find()) {
            int found = termOf(line, next, number.group());
            if (found >= 0) {
                String name = line.terms().get(found).name();
                if (number.start() > at) {
                    spans.add(new Span(Ink.INK, text.substring(at, number.start()), null));
                }
                spans.add(new Span(TermNames.ink(name), number.group(), name));
                at = number.end();
                next = found + 1;
            }
        }
        if (at < text.length()) {
            spans.add(new Span(Ink.INK, text.substring(at), null));
        }
        return new TermDigits(spans);
    }

    /** The first term not yet met that is printed as this; a rest of 1 may be off by one of the last digit. */
    private static int termOf(Line line, int from, String printed) {
        double value = Double.parseDouble(printed.replaceAll("[()−-]", ""));
        double close = 1.01 * Math.pow(10, -line.decimals());
        for (int i = from; i < line.terms().size(); i++) {
            Term term = line.terms().get(i);
            double plain = Math.abs(term.value());
            if (Math.abs(plain - value) <= close || Math.abs(plain * Math.pow(10, -line.exponent()) - value) <= close) {
                return i;
            }
        }
        return -1;
    }
}
