package grulab.control;

import static org.assertj.core.api.Assertions.assertThat;

import grulab.control.NumberSpans.Span;
import grulab.model.Convention;
import grulab.model.ResetPosition;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class NumberSpansTest {
    private static final Convention BEFORE = Convention.PYTORCH.with(ResetPosition.BEFORE);

    @Test
    void sharesAndStatesOfTheBlendHaveTheirColours() {
        String line = "0.678·0.688 + 0.322·(−0.789)";
        List<Span> spans = NumberSpans.of(FormulaKind.H, Convention.PYTORCH, line);
        assertThat(spans)
                .containsExactly(
                        new Span(Ink.Z, "0.678"),
                        new Span(Ink.SOFT, "·"),
                        new Span(Ink.H, "0.688"),
                        new Span(Ink.SOFT, " + "),
                        new Span(Ink.Z, "0.322"),
                        new Span(Ink.SOFT, "·"),
                        new Span(Ink.CANDIDATE, "(−0.789)"));
    }

    @Test
    void withResetAfterTheFactorOfTheBracketIsTheResetGate() {
        String line = "tanh(−0.072 + 0.484·(−2.063))";
        List<Span> spans = NumberSpans.of(FormulaKind.CANDIDATE, Convention.PYTORCH, line);
        assertThat(spans)
                .containsExactly(
                        new Span(Ink.SOFT, "tanh(−0.072 + "),
                        new Span(Ink.R, "0.484"),
                        new Span(Ink.SOFT, "·(−2.063))"));
    }

    @Test
    void sumsAreOneColour() {
        assertThat(NumberSpans.of(FormulaKind.R, Convention.PYTORCH, "σ(1.440 − 0.975)"))
                .containsExactly(new Span(Ink.SOFT, "σ(1.440 − 0.975)"));
        assertThat(NumberSpans.of(FormulaKind.CANDIDATE, BEFORE, "tanh(0.5 − 0.975)"))
                .containsExactly(new Span(Ink.SOFT, "tanh(0.5 − 0.975)"));
    }

    @Test
    void noCharacterIsLost() {
        for (String line : List.of("0.1·(−0.2) + 0.9·0.3", "1·0 + 0·1", "", "NaN")) {
            for (FormulaKind kind : FormulaKind.values()) {
                String all = NumberSpans.of(kind, Convention.PYTORCH, line).stream()
                        .map(Span::text)
                        .collect(Collectors.joining());
                assertThat(all).isEqualTo(line);
            }
        }
    }
}
