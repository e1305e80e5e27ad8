package grulab.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import grulab.model.Passage;
import grulab.model.Tokens;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class VocabularyTest {

    @Property(tries = 300)
    void charactersDecodeToTheSameText(@ForAll @StringLength(min = 1, max = 60) String any) {
        String text = wellFormed(any);
        Assume.that(!text.isEmpty());
        TokenText read = TokenText.of(new Corpus("any", text), Tokens.CHAR);
        assertThat(read.vocabulary().decode(read.ids())).isEqualTo(text);
        assertThat(read.vocabulary().encode(text)).isEqualTo(read.ids());
        assertThat(read.length()).isEqualTo(text.codePointCount(0, text.length()));
    }

    @Property(tries = 300)
    void wordsDecodeToATextOfTheSameWords(@ForAll @StringLength(min = 1, max = 60) String any) {
        String text = wellFormed(any) + " a";
        TokenText read = TokenText.of(new Corpus("any", text), Tokens.WORD);
        String written = read.vocabulary().decode(read.ids());
        assertThat(read.vocabulary().encode(written)).isEqualTo(read.ids());
    }

    @Property(tries = 300)
    void symbolsAreSortedByCodePoint(@ForAll @StringLength(min = 1, max = 60) String any) {
        String text = wellFormed(any);
        Assume.that(!text.isEmpty());
        int[] points = TokenText.of(new Corpus("any", text), Tokens.CHAR).vocabulary().symbols().stream()
                .mapToInt(s -> s.codePointAt(0))
                .toArray();
        assertThat(points).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void readsByCodePointNotBySurrogate() {
        TokenText text = TokenText.of(new Corpus("faces", "\uFF01😀a😀"), Tokens.CHAR);
        assertThat(text.vocabulary().symbols()).containsExactly("a", "\uFF01", "😀");
        assertThat(text.ids()).containsExactly(1, 2, 0, 2);
    }

    @Test
    void wordsAreRunsOfLettersAndMarksStandAlone() {
        TokenText text = TokenText.of(new Corpus("w", "The lamp, the lamp went out!\n3 ships. 茶山"), Tokens.WORD);
        List<String> words =
                IntStream.of(text.ids()).mapToObj(text.vocabulary()::symbol).toList();
        assertThat(words)
                .containsExactly("The", "lamp", ",", "the", "lamp", "went", "out", "!", "3", "ships", ".", "茶", "山");
        assertThat(text.vocabulary().decode(text.ids())).isEqualTo("The lamp, the lamp went out! 3 ships.茶山");
    }

    @Test
    void labelsShowWhatCannotBeSeen() {
        Vocabulary v = new Vocabulary(Tokens.CHAR, List.of(" ", "\n", "\t", "a", "\u3000", "\u0301", "\u200B"));
        assertThat(IntStream.range(0, v.size()).mapToObj(v::label).collect(Collectors.joining(" ")))
                .isEqualTo("⇥ ↵ ␣ a ◌\u0301 ◌ ␣");
    }

    @Test
    void namesTheSymbolThatItDoesNotKnow() {
        Vocabulary v = new Vocabulary(Tokens.CHAR, List.of("a", "b"));
        assertThatThrownBy(() -> v.encode("abé"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("\"é\" does not occur in the text that the model learned.");
        assertThat(v.knows("ab")).isTrue();
        assertThat(v.knows("c")).isFalse();
    }

    @Test
    void refusesTooManyDifferentSymbols() {
        String text = IntStream.range(0, Vocabulary.LARGEST + 1)
                .mapToObj(i -> "w" + i)
                .collect(Collectors.joining(" "));
        assertThatThrownBy(() -> TokenText.of(new Corpus("big", text), Tokens.WORD))
                .isInstanceOfSatisfying(
                        UnusableText.class, e -> assertThat(e.limit()).isEqualTo(8192))
                .hasMessage("The text has 8193 different words; 8192 are possible, so read it by character or take a"
                        + " shorter text.");
        String fits = text.substring(0, text.lastIndexOf(' '));
        assertThat(TokenText.of(new Corpus("fits", fits), Tokens.WORD)
                        .vocabulary()
                        .size())
                .isEqualTo(8192);
    }

    @Test
    void refusesATextWithoutTokens() {
        assertThatThrownBy(() -> TokenText.of(new Corpus("blank.txt", " \n "), Tokens.WORD))
                .hasMessage("blank.txt has no words; it needs some text.");
    }

    @Test
    void aPassageIsAPieceOfTheTextAndItsTargetsFollow() {
        TokenText text = TokenText.of(new Corpus("t", "abcabcab"), Tokens.CHAR);
        Passage passage = text.passage(2, 4);
        assertThat(passage.inputs()).containsExactly(2, 0, 1, 2);
        assertThat(passage.targets()).containsExactly(0, 1, 2, 0);
        assertThat(passage.labels()).containsExactly("c", "a", "b", "c");
        assertThatThrownBy(() -> text.passage(4, 4)).hasMessageContaining("8 tokens");
        assertThatThrownBy(() -> text.passage(-1, 2)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void opensAfterTheTitleAndSeesWords() {
        TokenText story = TokenText.of(Corpora.load("lighthouse"), Tokens.CHAR);
        int opening = story.opening();
        assertThat(opening).isPositive();
        assertThat(story.vocabulary().decode(story.word(opening, 12))).isEqualTo("There");
        assertThat(TokenText.of(new Corpus("one line", "no title here"), Tokens.CHAR)
                        .opening())
                .isZero();
    }

    private static String wellFormed(String any) {
        return any.codePoints()
                .filter(p -> p < 0xD800 || p > 0xDFFF)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }
}
