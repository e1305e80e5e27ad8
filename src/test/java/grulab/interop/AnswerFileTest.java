package grulab.interop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import grulab.model.Answer;
import grulab.model.Array;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class AnswerFileTest {
    @Property(tries = 1000)
    void everyNumberReadsBackToItself(@ForAll double value) throws IOException {
        double back = written(new Answer(Map.of("h", Array.of(new double[] {value}, 1, 1, 1)), null, Map.of(), null))
                .at("/h/0/0/0")
                .asDouble();
        assertThat(back).isEqualTo(value);
    }

    @Test
    void numbersAreAsShortAsTheyCanBe() throws IOException {
        StringWriter text = new StringWriter();
        // JDK 17's own Double.toString makes 9.999999999999999E22 of the third
        Array h = Array.of(new double[] {0.1, 2e-44, 1.0E23, -0.0}, 1, 1, 4);
        AnswerFile.write(new Answer(Map.of("h", h), null, Map.of(), null), text);
        assertThat(text.toString()).contains("0.1, 2.0E-44, 1.0E23, -0.0").endsWith("}\n");
    }

    @Test
    void listsAreNestedAsTheShapeSays() throws IOException {
        Array h = Array.of(new double[] {1, 2, 3, 4, 5, 6}, 3, 1, 2);
        JsonNode json =
                written(new Answer(Map.of("h", h), 0.5, Map.of("h0", Array.of(new double[] {7, 8}, 1, 2)), null));
        assertThat(json.get("h")).isEqualTo(new ObjectMapper().readTree("[[[1.0,2.0]],[[3.0,4.0]],[[5.0,6.0]]]"));
        assertThat(json.get("gradients").get("h0")).isEqualTo(new ObjectMapper().readTree("[[7.0,8.0]]"));
        assertThat(json.get("loss").asDouble()).isEqualTo(0.5);
        assertThat(json.get("perplexity").asDouble()).isEqualTo(Math.exp(0.5));
        assertThat(json.has("training")).isFalse();
    }

    @Test
    void whatIsNotFiniteIsNullBecauseJsonHasNoNameForIt() throws IOException {
        Array h = Array.of(new double[] {Double.NaN, Double.POSITIVE_INFINITY}, 1, 1, 2);
        JsonNode json = written(new Answer(Map.of("h", h), Double.NaN, Map.of(), null));
        assertThat(json.at("/h/0/0/0").isNull()).isTrue();
        assertThat(json.at("/h/0/0/1").isNull()).isTrue();
        assertThat(json.get("loss").isNull()).isTrue();
    }

    private static JsonNode written(Answer answer) throws IOException {
        StringWriter text = new StringWriter();
        AnswerFile.write(answer, text);
        return new ObjectMapper().readTree(text.toString());
    }
}
