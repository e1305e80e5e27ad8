package grulab.cli;

import grulab.model.arithmetic.Perplexity;
import java.util.function.LongSupplier;

/** How far training is, on stderr: one line written over and over on a terminal, else a line every few seconds. */
final class Progress {
    private static final long LIVE_NANOS = 200_000_000;
    private static final long PLAIN_NANOS = 3_000_000_000L;

    private final Console console;
    private final LongSupplier nanos;
    private long shown;
    private int width;

    Progress(Console console) {
        this(console, System::nanoTime);
    }

    /** @param nanos a clock */
    Progress(Console console, LongSupplier nanos) {
        this.console = console;
        this.nanos = nanos;
        this.shown = nanos.getAsLong();
    }

    /**
     * @param loss smoothed, nats per token
     * @param seconds of training
     * @param goal batches after which training ends at the latest, or as good as infinite
     */
    void show(double loss, long batches, double seconds, long goal, long tokens) {
        long now = nanos.getAsLong();
        if (now - shown < (console.live() ? LIVE_NANOS : PLAIN_NANOS)) {
            return;
        }
        shown = now;
        double rate = batches / seconds;
        String left = goal == Long.MAX_VALUE ? "" : "  %s left".formatted(clock((goal - batches) / rate));
        String line = Given.format(
                "batch %d%s  %.1f batches/s  %.0f tokens/s%s  smoothed loss %.4f  perplexity %s",
                batches,
                goal == Long.MAX_VALUE ? "" : " of " + goal,
                rate,
                tokens / seconds,
                left,
                loss,
                Perplexity.of(loss, 4));
        if (console.live()) {
            console.err().print("\r" + line + " ".repeat(Math.max(0, width - line.length())));
            console.err().flush();
            width = line.length();
        } else {
            console.err().println(line);
        }
    }

    /** Leaves the line as it is. */
    void end() {
        if (width > 0) {
            console.err().println();
        }
    }

    private static String clock(double seconds) {
        long whole = Math.round(seconds);
        return whole < 3600
                ? Given.format("%d:%02d", whole / 60, whole % 60)
                : Given.format("%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
    }
}
