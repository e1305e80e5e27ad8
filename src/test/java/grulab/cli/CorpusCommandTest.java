package grulab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class CorpusCommandTest {
    private final Shell shell = new Shell();

    @Test
    void everyTextIsListedWithTheNameThatTrainTakes() {
        assertThat(shell.run("corpus", "--list").out().lines())
                .hasSize(6)
                .anyMatch(line -> line.startsWith("lighthouse "))
                .anyMatch(line -> line.startsWith("tea-mountain "));
    }

    @Test
    void asJsonItHasSizesAndBaselines() throws IOException {
        JsonNode corpora = new ObjectMapper()
                .readTree(shell.run("corpus", "--list", "--json").out())
                .get("corpora");
        assertThat(corpora).hasSize(5);
        for (JsonNode corpus : corpora) {
            assertThat(corpus.get("characters").asInt()).isGreaterThan(5000);
            assertThat(corpus.get("bigramPerplexity").asDouble())
                    .isBetween(1.0, corpus.get("unigramPerplexity").asDouble());
            assertThat(corpus.get("unigramPerplexity").asDouble())
                    .isLessThan(corpus.get("vocabulary").asDouble());
        }
    }
}
