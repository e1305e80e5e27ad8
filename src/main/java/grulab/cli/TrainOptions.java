package grulab.cli;

import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.Experiment;
import grulab.model.Initialization;
import grulab.model.Optimizer;
import grulab.model.ResetPosition;
import grulab.model.Sampling;
import grulab.model.Setting;
import grulab.model.Tokens;
import grulab.model.UpdateMeaning;
import grulab.text.BuiltInCorpus;
import grulab.text.Corpora;
import grulab.text.Corpus;
import grulab.text.TextFile;
import grulab.text.TokenText;
import grulab.text.UnreadableText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The experiment, as options. What is not given is as the lab opens. */
final class TrainOptions {
    private static final Experiment STANDARD = Experiment.standard();
    private static final String DEFAULT = " (default: ${DEFAULT-VALUE})";

    /** What cannot change while an experiment goes on. */
    private static final List<String> OF_THE_LAB = List.of(
            "--cell",
            "--reset",
            "--update",
            "--hidden",
            "--batch",
            "--steps",
            "--optimizer",
            "--sampling",
            "--init",
            "--seed",
            "--corpus",
            "--tokens",
            "--max-tokens");

    @Option(names = "--cell", paramLabel = "gru|lstm|rnn", description = "the recurrent cell" + DEFAULT)
    private String cell = STANDARD.cell().id();

    @Option(
            names = "--reset",
            paramLabel = "before|after",
            description = "gru: the reset gate acts before U_n (textbooks) or after it (PyTorch) (default: after)")
    private @Nullable String reset;

    @Option(
            names = "--update",
            paramLabel = "keep|admit",
            description = "gru: the update gate z keeps the past or admits the new (default: keep)")
    private @Nullable String update;

    @Option(names = "--hidden", paramLabel = "H", description = "hidden units, 1 to 1024" + DEFAULT)
    private String hidden = String.valueOf(STANDARD.hidden());

    @Option(names = "--batch", paramLabel = "B", description = "windows in a batch, 1 to 512" + DEFAULT)
    private String batch = String.valueOf(STANDARD.batch());

    @Option(names = "--steps", paramLabel = "T", description = "tokens in a window, 2 to 512" + DEFAULT)
    private String steps = String.valueOf(STANDARD.steps());

    @Option(names = "--lr", paramLabel = "X", description = "learning rate, 1e-6 to 100 (default: 0.006; lstm 0.012)")
    private @Nullable String learningRate;

    @Option(
            names = "--clip",
            paramLabel = "X",
            description = "largest L2 norm of the whole gradient, 0.001 to 1000, or off" + DEFAULT)
    private String clip = String.valueOf(STANDARD.clip());

    @Option(names = "--optimizer", paramLabel = "sgd|adam", description = "how a gradient becomes a step" + DEFAULT)
    private String optimizer = STANDARD.optimizer().id();

    @Option(
            names = "--sampling",
            paramLabel = "sequential|random",
            description =
                    "sequential: rows read on and carry their state; random: every window starts from zero" + DEFAULT)
    private String sampling = STANDARD.sampling().id();

    @Option(
            names = "--init",
            paramLabel = "d2l|pytorch",
            description = "first weights: d2l N(0, 0.01²) and zero biases, pytorch U(±1/√H)" + DEFAULT)
    private String initialization = STANDARD.initialization().id();

    @Option(names = "--seed", paramLabel = "N", description = "the same seed gives the same run, bit for bit" + DEFAULT)
    private String seed = String.valueOf(STANDARD.seed());

    @Option(
            names = "--corpus",
            paramLabel = "NAME|FILE",
            description = "a built-in text (corpus --list) or a text file, UTF-8 or GB18030" + DEFAULT)
    private String corpus = STANDARD.corpus();

    @Option(names = "--tokens", paramLabel = "char|word", description = "what one step reads" + DEFAULT)
    private String tokens = STANDARD.tokens().id();

    @Option(names = "--max-tokens", paramLabel = "N", description = "only the first N tokens of the text")
    private @Nullable String maxTokens;

    /** The experiment; its corpus is the name that {@link #text} gave. */
    Experiment experiment(String corpusName) {
        CellType kind = Given.choice("--cell", cell, CellType.values());
        return new Experiment(
                kind,
                convention(kind, reset, update),
                (int) Given.setting("--hidden", hidden, Setting.HIDDEN),
                (int) Given.setting("--batch", batch, Setting.BATCH),
                (int) Given.setting("--steps", steps, Setting.STEPS),
                learningRate == null
                        ? Experiment.standard(kind).learningRate()
                        : Given.setting("--lr", learningRate, Setting.LEARNING_RATE),
                clip(),
                Given.choice("--optimizer", optimizer, Optimizer.values()),
                Given.choice("--sampling", sampling, Sampling.values()),
                Given.choice("--init", initialization, Initialization.values()),
                (long) Given.setting("--seed", seed, Setting.SEED),
                corpusName,
                Given.choice("--tokens", tokens, Tokens.values()));
    }

    /**
     * The experiment of a lab that goes on, with what may change on the way.
     *
     * @param given names of the options that were typed
     */
    Experiment changed(Experiment begun, List<String> given) {
        for (String option : OF_THE_LAB) {
            if (given.contains(option)) {
                throw new BadRequest("%s is what the lab has it to be; leave it out with --lab, or train without --lab"
                        .formatted(option));
            }
        }
        Experiment changed = begun;
        if (learningRate != null) {
            changed = changed.withLearningRate(Given.setting("--lr", learningRate, Setting.LEARNING_RATE));
        }
        return given.contains("--clip") ? changed.withClip(clip()) : changed;
    }

    private double clip() {
        if (clip.equals("off")) {
            return Experiment.UNCLIPPED;
        }
        try {
            return Given.setting("--clip", clip, Setting.CLIP);
        } catch (BadRequest e) {
            throw new BadRequest(e.getMessage() + "; off clips nothing");
        }
    }

    /** A GRU's, PyTorch's where nothing was given. */
    static Convention convention(CellType kind, @Nullable String reset, @Nullable String update) {
        Convention usual = STANDARD.convention();
        if (kind != CellType.GRU && (reset != null || update != null)) {
            throw new BadRequest("%s is for gru: %s has only one form, so leave it out"
                    .formatted(reset != null ? "--reset" : "--update", kind.id()));
        }
        return new Convention(
                reset == null ? usual.reset() : Given.choice("--reset", reset, ResetPosition.values()),
                update == null ? usual.update() : Given.choice("--update", update, UpdateMeaning.values()));
    }

    /** The text that was asked for, cut to the tokens that were asked for. */
    TokenText text() throws UnreadableText {
        Tokens kind = Given.choice("--tokens", tokens, Tokens.values());
        int most = maxTokens == null
                ? Integer.MAX_VALUE
                : (int) Given.whole("--max-tokens", maxTokens, 1, Integer.MAX_VALUE);
        TokenText all = TokenText.of(load(), kind);
        if (all.length() <= most) {
            return all;
        }
        String start = all.vocabulary().decode(Arrays.copyOf(all.ids(), most));
        return TokenText.of(new Corpus(all.corpus().name(), start), kind);
    }

    private Corpus load() throws UnreadableText {
        if (Corpora.isBuiltIn(corpus)) {
            return Corpora.load(corpus);
        }
        Path file = Given.path("--corpus", corpus);
        if (!Files.exists(file)) {
            throw new BadRequest("--corpus '%s' is neither a file nor a built-in text; these are built in: %s"
                    .formatted(
                            Given.shown(corpus),
                            Corpora.builtIn().stream().map(BuiltInCorpus::id).collect(Collectors.joining(", "))));
        }
        return TextFile.read(file);
    }
}
