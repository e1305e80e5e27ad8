package grulab.control;

import grulab.model.Convention;
import grulab.model.ResetPosition;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which colour each number of a substituted line has: factors are known by their place. */
final class NumberSpans {
    /** A factor: a number, or a negative one in brackets. */
    private static final Pattern FACTOR = Pattern.compile("\\([−-][0-9.]+\\)|[0-9.]+");

    private NumberSpans() {}

    record Span(Ink ink, String text) {}

    static List<Span> of(FormulaKind kind, Convention convention, String substituted) {
        return switch (kind) {
            case CANDIDATE ->
                convention.reset() == ResetPosition.AFTER
                        ? reset(substituted)
                        : List.of(new Span(Ink.SOFT, substituted));
            case H -> colored(substituted, 0, List.of(Ink.Z, Ink.H, Ink.Z, Ink.CANDIDATE));
            default -> List.of(new Span(Ink.SOFT, substituted));
        };
    }

    /** tanh(a + r·m): the number before the dot is r. */
    private static List<Span> reset(String line) {
        int dot = line.indexOf('·');
        if (dot < 0) {
            return List.of(new Span(Ink.SOFT, line));
        }
        int start = dot;
        while (start > 0 && "0123456789.".indexOf(line.charAt(start - 1)) >= 0) {
            start--;
        }
        return colored(line, start, List.of(Ink.R));
    }

    private static List<Span> colored(String line, int from, List<Ink> inks) {
        List<Span> spans = new ArrayList<>();
        Matcher factor = FACTOR.matcher(line);
        int at = 0;
        int start = from;
        for (Ink ink : inks) {
            if (!factor.find(start)) {
                break;
            }
            if (factor.start() > at) {
                spans.add(new Span(Ink.SOFT, line.substring(at, factor.start())));
            }
            spans.add(new Span(ink, factor.group()));
            at = factor.end();
            start = at;
        }
        if (at < line.length()) {
            spans.add(new Span(Ink.SOFT, line.substring(at)));
        }
        return spans;
    }
}
