package grulab.cli;

import grulab.engine.train.Trainer;
import grulab.model.Experiment;
import grulab.model.SeededRandom;
import grulab.model.Setting;
import grulab.service.SavedLab;
import grulab.text.TokenText;
import grulab.text.Vocabulary;
import grulab.text.WindowSampler;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "generate",
        sortOptions = false,
        description = {"Lets a saved lab write: the prefix and what it makes of it, on stdout.", ""},
        footer = {
            "",
            "Example: gru-lab train --max-batches 2000 --save my.grulab",
            "         gru-lab generate --lab my.grulab --prefix \"the \" --length 300 --temperature 0.7"
        })
final class GenerateCommand implements Callable<Integer> {
    private static final int LONGEST = 1_000_000;
    private static final int LONGEST_WORD = 12;

    @Option(names = "--lab", paramLabel = "FILE", required = true, description = "a lab file (.grulab)")
    private String lab = "";

    @Option(
            names = "--prefix",
            paramLabel = "TEXT",
            description = "what to go on from; it must be made of symbols that the lab has learned (default: the first"
                    + " word of its text)")
    private @Nullable String prefix;

    @Option(names = "--length", paramLabel = "N", description = "characters, or words, to write (default: 200)")
    private String length = "200";

    @Option(
            names = "--temperature",
            paramLabel = "X",
            description = "divides the logits, 0 to 100; 0 always takes the likeliest (default: 0.7)")
    private String temperature = "0.7";

    @Option(
            names = "--top-k",
            paramLabel = "K",
            description = "draw among the K likeliest only; 0 for all (default: 0)")
    private String topK = "0";

    @Option(names = "--seed", paramLabel = "N", description = "of the draws (default: the experiment's)")
    private @Nullable String seed;

    private final Console console;

    GenerateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        int tokens = (int) Given.whole("--length", length, 1, LONGEST);
        double heat = Given.number("--temperature", temperature, 0, 100);
        int among = (int) Given.whole("--top-k", topK, 0, Vocabulary.LARGEST);
        SavedLab saved = GivenLab.read(lab);
        Experiment experiment = saved.state().experiment();
        long draws = seed == null ? experiment.seed() : (long) Given.setting("--seed", seed, Setting.SEED);
        TokenText text = TokenText.of(saved.corpus(), experiment.tokens());
        int[] start = start(text);
        try (Trainer trainer =
                new Trainer(experiment, text.vocabulary().size(), WindowSampler.of(text, experiment), 1)) {
            GivenLab.restore(trainer, saved, lab);
            int[] written = trainer.generate(start, tokens, heat, among, SeededRandom.stream(draws, "generate"));
            int[] all = new int[start.length + written.length];
            System.arraycopy(start, 0, all, 0, start.length);
            System.arraycopy(written, 0, all, start.length, written.length);
            console.out().println(text.vocabulary().decode(all));
        }
        return 0;
    }

    private int[] start(TokenText text) {
        if (prefix == null) {
            return text.word(text.opening(), LONGEST_WORD);
        }
        try {
            int[] ids = text.vocabulary().encode(prefix);
            if (ids.length > 0) {
                return ids;
            }
        } catch (IllegalArgumentException e) {
            throw new BadRequest("--prefix: " + Given.line(String.valueOf(e.getMessage())));
        }
        throw new BadRequest("--prefix must hold at least one symbol of the text that the model learned");
    }
}
