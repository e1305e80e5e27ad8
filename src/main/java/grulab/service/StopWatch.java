package grulab.service;

import grulab.model.StopRule;

/** Decides after each batch whether training goes on. */
final class StopWatch {
    /** How far one press of a button trains. */
    enum Span {
        ON,
        BATCH,
        EPOCH
    }

    private StopRule rule = StopRule.NONE;
    private Span span = Span.ON;
    /** Off once it has stopped a run, so that the next one may go on; on again when the perplexity is above it. */
    private boolean perplexityArmed = true;

    void rule(StopRule other) {
        rule = other;
        perplexityArmed = true;
    }

    void span(Span other) {
        span = other;
    }

    /** A new experiment starts. */
    void rearm() {
        perplexityArmed = true;
    }

    boolean stops(long batch, double smoothedLoss, boolean epochEnded) {
        boolean reached = rule.perplexity() > 0 && Math.exp(smoothedLoss) <= rule.perplexity();
        boolean byPerplexity = reached && perplexityArmed;
        perplexityArmed = !reached;
        boolean bySpan = span == Span.BATCH || (span == Span.EPOCH && epochEnded);
        return bySpan || byPerplexity || batch == rule.batch();
    }
}
