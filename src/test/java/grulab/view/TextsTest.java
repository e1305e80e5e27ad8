package grulab.view;

import static org.assertj.core.api.Assertions.assertThat;

import grulab.presentation.ExperimentPreset;
import grulab.presentation.Message;
import grulab.text.Corpora;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {
    private static final Pattern PLACE = Pattern.compile("\\{\\d\\}");

    private static Properties bundle(String name) throws IOException {
        Properties all = new Properties();
        try (InputStream in = TextsTest.class.getResourceAsStream("/grulab/view/" + name)) {
            all.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return all;
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages", "step", "conventions", "diagnosis"})
    void bothLanguagesHaveEverySentenceWithTheSamePlaces(String name) throws IOException {
        Properties english = bundle(name + ".properties");
        Properties chinese = bundle(name + "_zh.properties");
        assertThat(chinese.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertThat(places(chinese.getProperty(key))).as(key).isEqualTo(places(english.getProperty(key)));
            assertThat(english.getProperty(key)).as(key).isNotBlank();
            assertThat(chinese.getProperty(key)).as(key).isNotBlank();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages", "step", "conventions", "diagnosis"})
    void noSentenceIsThereTwice(String name) throws IOException {
        for (String file : List.of(name + ".properties", name + "_zh.properties")) {
            try (InputStream in = TextsTest.class.getResourceAsStream("/grulab/view/" + file);
                    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                assertThat(lines.lines()
                                .filter(line -> line.matches("[^#=]+=.*"))
                                .map(line -> line.substring(0, line.indexOf('='))))
                        .as(file)
                        .doesNotHaveDuplicates();
            }
        }
    }

    /** Those of a formula or a shape stay as mathematics has them. */
    @ParameterizedTest
    @ValueSource(strings = {"messages_zh", "step_zh", "conventions_zh", "diagnosis_zh"})
    void signsBetweenChineseWordsAreAsWideAsTheWords(String name) throws IOException {
        Pattern narrow = Pattern.compile("[\\u4e00-\\u9fff] ?[,:;?!]|[,:;?!] ?[\\u4e00-\\u9fff]");
        bundle(name + ".properties")
                .forEach((key, text) ->
                        assertThat((String) text).as((String) key).doesNotContainPattern(narrow));
    }

    /** 单元 is a unit, never a whole cell, but for the name of the GRU itself; a case is 算例, what a state starts from 初始. */
    @ParameterizedTest
    @ValueSource(strings = {"messages", "step", "conventions", "diagnosis"})
    void oneChineseWordForOneThing(String name) throws IOException {
        Properties english = bundle(name + ".properties");
        bundle(name + "_zh.properties").forEach((key, text) -> {
            String words = ((String) text).replace("门控循环单元", "GRU");
            assertThat(words).as((String) key).doesNotContain("案例", "起始");
            if (words.contains("单元")) {
                assertThat(english.getProperty((String) key)).as((String) key).containsIgnoringCase("unit");
            }
        });
    }

    private static Set<String> places(String text) {
        Set<String> found = new TreeSet<>();
        PLACE.matcher(text).results().forEach(r -> found.add(r.group()));
        return found;
    }

    @Test
    void everyTextAndPresetHasAName() throws IOException {
        Properties english = bundle("messages.properties");
        Corpora.builtIn().forEach(c -> assertThat(english).containsKey("corpus." + c.id()));
        ExperimentPreset.ALL.forEach(p -> assertThat(english).containsKey("preset." + p.id()));
    }

    @Test
    void aSentenceIsPutIntoTheLanguageOfTheMoment() {
        SimpleObjectProperty<Locale> language = new SimpleObjectProperty<>(Locale.ENGLISH);
        Texts texts = new Texts(language);
        Message message = Message.of("error.number", Message.of("setting.clip"), "0.001", "1\u2009000");
        assertThat(texts.of(message)).isEqualTo("Clip gradient at must be a number from 0.001 to 1\u2009000.");
        var bound = texts.bind("experiment.over");
        language.set(Locale.SIMPLIFIED_CHINESE);
        assertThat(texts.of(message)).isEqualTo("梯度裁剪阈值必须是 0.001 到 1\u2009000 之间的数。");
        assertThat(bound.get()).isEqualTo("重新开始");
    }
}
