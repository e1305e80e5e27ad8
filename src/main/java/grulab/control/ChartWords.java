package grulab.control;

import java.util.function.UnaryOperator;

/** What a loss chart says; patterns have {0}, {1} … for what changes. The names of the keys are those of the bundles. */
public record ChartWords(
        String title,
        String titlePerplexity,
        String unit,
        String unitWords,
        String smoothed,
        String each,
        String clipped,
        String loss,
        String perplexity,
        String logarithmic,
        String uniform,
        String unigram,
        String bigram,
        String here,
        String copy,
        String spoken,
        String trend,
        String below,
        String above,
        String spokenEmpty) {

    /** Looks every pattern up. */
    public static ChartWords of(UnaryOperator<String> text) {
        return new ChartWords(
                text.apply("loss.title"),
                text.apply("loss.title.perplexity"),
                text.apply("loss.unit"),
                text.apply("loss.unit.words"),
                text.apply("loss.smoothed"),
                text.apply("loss.each"),
                text.apply("loss.clipped"),
                text.apply("loss.loss"),
                text.apply("loss.perplexity"),
                text.apply("loss.log"),
                text.apply("loss.uniform"),
                text.apply("loss.unigram"),
                text.apply("loss.bigram"),
                text.apply("loss.here"),
                text.apply("stack.copy"),
                text.apply("loss.spoken"),
                text.apply("loss.spoken.trend"),
                text.apply("loss.spoken.below"),
                text.apply("loss.spoken.above"),
                text.apply("loss.spoken.empty"));
    }
}
