package grulab.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CorporaTest {
    static java.util.List<BuiltInCorpus> all() {
        return Corpora.builtIn();
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyBuiltInTextIsThereLongEnoughAndAlwaysTheSame(BuiltInCorpus corpus) {
        Corpus text = Corpora.load(corpus.id());
        assertThat(text.name()).isEqualTo(corpus.id());
        assertThat(text.text()).hasSizeGreaterThan(corpus.id().equals("tea-mountain") ? 5_000 : 20_000);
        assertThat(text.text()).doesNotContain("\r").doesNotContain("\uFEFF");
        assertThat(Corpora.load(corpus.id())).isEqualTo(text);
        assertThat(corpus.about()).endsWith(".");
    }

    @Test
    void bracketsAreBalancedAndNeverDeeperThanSaid() {
        int deepest = 0;
        for (String line : Corpora.load("brackets").text().split("\n")) {
            Deque<Character> open = new ArrayDeque<>();
            for (char c : line.toCharArray()) {
                int kind = "([{".indexOf(c);
                if (kind >= 0) {
                    open.push(")]}".charAt(kind));
                } else {
                    assertThat(open.pop()).isEqualTo(c);
                }
                deepest = Math.max(deepest, open.size());
            }
            assertThat(open).isEmpty();
        }
        assertThat(deepest).isEqualTo(Languages.DEPTH);
    }

    @Test
    void copiesComeBackAfterTheDelay() {
        for (String line : Corpora.load("copy").text().split("\n")) {
            assertThat(line).matches("([a-h]{4})\\.{8}\\1");
        }
    }

    @Test
    void countsAgree() {
        for (String line : Corpora.load("counting").text().split("\n")) {
            int n = line.length() / 2;
            assertThat(line).isEqualTo("a".repeat(n) + "b".repeat(n));
            assertThat(n).isBetween(1, Languages.HIGHEST);
        }
    }

    @Test
    void anUnknownNameIsRefusedWithThoseThatThereAre() {
        assertThatThrownBy(() -> Corpora.load("moby"))
                .hasMessage("There is no built-in text moby; there are lighthouse, tea-mountain, brackets, copy,"
                        + " counting.");
    }
}
