package grulab.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import grulab.model.Baselines;
import grulab.model.Tokens;
import grulab.text.Baseline;
import grulab.text.BuiltInCorpus;
import grulab.text.Corpora;
import grulab.text.TokenText;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "corpus",
        sortOptions = false,
        description = {
            "The built-in texts: their names for train --corpus, sizes, and the perplexities that need no network.",
            ""
        },
        footer = {"", "Example: gru-lab corpus --list"})
final class CorpusCommand implements Callable<Integer> {
    @Option(names = "--list", required = true, description = "lists them")
    private boolean list;

    @Option(names = "--json", description = "as JSON")
    private boolean json;

    private final Console console;

    CorpusCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        ObjectNode root = Json.object();
        ArrayNode all = root.putArray("corpora");
        if (!json) {
            console.out()
                    .println("name           characters  kinds  unigram   bigram  (perplexities that need no network)");
        }
        for (BuiltInCorpus corpus : Corpora.builtIn()) {
            TokenText text = TokenText.of(Corpora.load(corpus.id()), Tokens.CHAR);
            Baselines baselines = Baseline.of(text);
            double unigram = Math.exp(baselines.unigram());
            double bigram = Math.exp(baselines.bigram());
            if (json) {
                all.addObject()
                        .put("name", corpus.id())
                        .put("title", corpus.title())
                        .put("about", corpus.about())
                        .put("characters", text.length())
                        .put("vocabulary", text.vocabulary().size())
                        .put("unigramPerplexity", unigram)
                        .put("bigramPerplexity", bigram);
            } else {
                console.out()
                        .println(Given.format(
                                "%-14s %10d %6d %8.2f %8.2f  %s",
                                corpus.id(), text.length(), text.vocabulary().size(), unigram, bigram, corpus.about()));
            }
        }
        if (json) {
            console.out().println(root.toPrettyString());
        }
        return 0;
    }
}
