package grulab.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import grulab.model.Baselines;
import grulab.model.Tokens;
import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class BaselineTest {

    @Test
    void agreesWithNumbersWorkedOutByHand() {
        // abaab: a 3 times, b twice; pairs ab, ba, aa, ab
        Baselines b = of("abaab");
        assertThat(b.uniform()).isCloseTo(Math.log(2), within(1e-15));
        assertThat(b.unigram()).isCloseTo(-(0.6 * Math.log(0.6) + 0.4 * Math.log(0.4)), within(1e-15));
        // p(b|a) = (2+1)/(3+2), p(a|b) = (1+1)/(1+2), p(a|a) = (1+1)/(3+2)
        double bigram = -(2 * Math.log(3.0 / 5) + Math.log(2.0 / 3) + Math.log(2.0 / 5)) / 4;
        assertThat(b.bigram()).isCloseTo(bigram, within(1e-15));
        assertThat(b.bigram()).isCloseTo(0.585852, within(1e-6));
    }

    @Test
    void aTextOfOneTokenHasNoPairs() {
        assertThat(of("a")).isEqualTo(new Baselines(0, 0, 0));
    }

    @Property(tries = 100)
    void agreesWithTheFormulaSpeltOut(
            @ForAll @StringLength(min = 2, max = 80) @CharRange(from = 'a', to = 'f') String s) {
        Map<String, Integer> pairs = new HashMap<>();
        Map<Character, Integer> firsts = new HashMap<>();
        for (int i = 0; i + 1 < s.length(); i++) {
            pairs.merge(s.substring(i, i + 2), 1, Integer::sum);
            firsts.merge(s.charAt(i), 1, Integer::sum);
        }
        double kinds = s.chars().distinct().count();
        double sum = 0;
        for (int i = 0; i + 1 < s.length(); i++) {
            sum -= Math.log((pairs.get(s.substring(i, i + 2)) + 1) / (firsts.get(s.charAt(i)) + kinds));
        }
        assertThat(of(s).bigram()).isCloseTo(sum / (s.length() - 1), within(1e-12));
    }

    @Test
    void knowingMorePredictsBetter() {
        Baselines story = Baseline.of(TokenText.of(Corpora.load("lighthouse"), Tokens.CHAR));
        assertThat(story.bigram()).isLessThan(story.unigram());
        assertThat(story.unigram()).isLessThan(story.uniform());
    }

    private static Baselines of(String text) {
        return Baseline.of(TokenText.of(new Corpus("t", text), Tokens.CHAR));
    }
}
