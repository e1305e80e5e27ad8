package grulab.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import grulab.model.Baselines;
import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.Divergence;
import grulab.model.Experiment;
import grulab.model.arithmetic.Perplexity;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What came of a training.
 *
 * @param epochs complete ones
 * @param loss mean of the last complete epoch, of all batches where there is none; nats per token
 * @param clipped how many batches were clipped
 * @param divergent where it ran away, or null
 */
record TrainingReport(
        Experiment experiment,
        long parameters,
        long batches,
        long epochs,
        long tokens,
        double seconds,
        double loss,
        Baselines baselines,
        long clipped,
        Stopped stopped,
        @Nullable Divergence divergent) {

    /** What ended it. */
    enum Stopped {
        EPOCHS("all epochs that were asked for"),
        BATCHES("all batches that were asked for"),
        PERPLEXITY("the perplexity that was asked for is reached"),
        INTERRUPTED("interrupted"),
        DIVERGED("diverged");

        private final String words;

        Stopped(String words) {
            this.words = words;
        }

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    double tokensPerSecond() {
        return seconds > 0 ? tokens / seconds : 0;
    }

    String json() {
        boolean switches = experiment.cell() == CellType.GRU;
        ObjectNode node = Json.object()
                .put("cell", experiment.cell().id())
                .put("reset", switches ? experiment.convention().reset().id() : null)
                .put("update", switches ? experiment.convention().update().id() : null)
                .put("hidden", experiment.hidden())
                .put("parameters", parameters)
                .put("seed", experiment.seed())
                .put("batches", batches)
                .put("epochs", epochs)
                .put("tokens", tokens)
                .put("seconds", seconds)
                .put("tokensPerSecond", tokensPerSecond());
        node.set("loss", Json.number(loss));
        node.set("perplexity", Json.number(Math.exp(loss)));
        node.set("bigramPerplexity", Json.number(Math.exp(baselines.bigram())));
        return node.put("clipped", clipped).put("stopped", stopped.id()).toString();
    }

    String sentences() {
        return Given.format(
                "%s, %d units, %d parameters, seed %d, on %s%n"
                        + "%d batches, %d complete epochs in %.1f s (%.0f tokens/s), %d batches clipped; %s%n"
                        + "loss of %s %.4f nats, perplexity %s (uniform %.2f, unigram %.2f, bigram %.2f)",
                cell(),
                experiment.hidden(),
                parameters,
                experiment.seed(),
                experiment.corpus(),
                batches,
                epochs,
                seconds,
                tokensPerSecond(),
                clipped,
                stopped.words,
                epochs > 0 ? "the last complete epoch" : "all batches",
                loss,
                Perplexity.of(loss, 4),
                Math.exp(baselines.uniform()),
                Math.exp(baselines.unigram()),
                Math.exp(baselines.bigram()));
    }

    private String cell() {
        Convention convention = experiment.convention();
        return experiment.cell() == CellType.GRU
                ? "gru, reset %s, update %s"
                        .formatted(convention.reset().id(), convention.update().id())
                : experiment.cell().id();
    }

    /** One sentence for who sees a training that ran away. */
    String divergence() {
        return divergent == null
                ? ""
                : "gru-lab train: loss became %s at batch %d; lower --lr or --clip (the weights of batch %d are kept)"
                        .formatted(
                                Double.isNaN(divergent.loss()) ? "NaN" : "infinite",
                                divergent.batch(),
                                divergent.lastGood());
    }
}
