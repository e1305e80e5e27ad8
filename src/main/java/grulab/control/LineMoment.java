package grulab.control;

import grulab.control.ResultMark.Sign;
import grulab.control.TermDigits.Span;
import grulab.model.arithmetic.Curve;
import grulab.model.arithmetic.Line;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a line says at a moment.
 *
 * @param line null before anything is computed
 * @param between what the micro-step makes on the way to the line; null if nothing
 * @param computed whether the micro-step has come to it
 * @param spans its numbers, or words in their place
 * @param words whether the spans are words
 * @param note beside the result
 * @param reach end of the axis of its bars
 * @param lever null if the line is a sum
 * @param way pattern of the lever's sentence
 */
record LineMoment(
        @Nullable Line line,
        @Nullable Line between,
        boolean computed,
        List<Span> spans,
        boolean words,
        Ink ink,
        String result,
        Sign sign,
        String note,
        double reach,
        @Nullable LeverSpan lever,
        String way) {
    static final LineMoment EMPTY = later(null, "", false);

    LineMoment {
        spans = List.copyOf(spans);
    }

    /** Still to come. */
    static LineMoment later(@Nullable Line line, String sentence, boolean backward) {
        List<Span> spans = sentence.isEmpty() ? List.of() : List.of(new Span(Ink.INK, sentence, null));
        LeverSpan lever = line == null || line.given() ? null : LeverSpan.of(line, backward);
        return new LineMoment(line, null, false, spans, true, Ink.FAINT, "–", Sign.NONE, "", 3, lever, "");
    }

    /** Still to come, but this much of it is there. */
    static LineMoment between(@Nullable Line line, Line part) {
        LeverSpan lever = line == null || line.given() ? null : LeverSpan.of(line, false);
        return new LineMoment(line, part, false, digits(part), false, Ink.INK, "–", Sign.NONE, "", 3, lever, "");
    }

    /** "0.369·(0.497 − 0.020) = 0.18"; a number that nothing made here stands for itself. */
    static List<Span> digits(Line part) {
        List<Span> spans = new ArrayList<>(TermDigits.of(part).spans());
        if (!part.given() && SumHead.isMade(part)) {
            spans.add(new Span(Ink.INK, (part.exact() ? " = " : " ≈ ") + part.result(), null));
        }
        return spans;
    }

    static LineMoment of(Line line, StepLineWords words, double reach, boolean backward) {
        LeverSpan lever = line.given() ? null : LeverSpan.of(line, backward);
        String way = lever == null || lever.blend() ? words.way() : words.share();
        boolean wrong = !line.agrees() && !line.given();
        List<Span> spans = wrong
                ? List.of(new Span(Ink.INK, words.mismatch(line), null))
                : TermDigits.of(line).spans();
        String about = line.exact() || line.given() || wrong ? "" : "≈ ";
        Sign sign = line.given() ? Sign.NONE : wrong ? Sign.WRONG : Sign.RIGHT;
        String note = line.given() ? words.given() : "";
        Ink ink = line.given() ? Ink.FAINT : Ink.INK;
        return new LineMoment(
                line, null, true, spans, wrong, ink, about + line.result(), sign, note, reach, lever, way);
    }

    /** A value that was set by hand has no sum, one that is not finite no length, and one product is no sum. */
    boolean hasBars() {
        Line l = line;
        return l != null
                && !l.given()
                && (l.parts().size() > 1 || l.curve() != Curve.NONE)
                && SumBars.runOf(l).finite();
    }

    String spoken() {
        StringBuilder text = new StringBuilder();
        Line part = between;
        if (part != null) {
            text.append(part.formula()).append(" = ");
        }
        spans.forEach(s -> text.append(s.text()));
        return computed ? text + " = " + result + (note.isEmpty() ? "" : ", " + note) : text.toString();
    }
}
