package grulab.interop;

import static org.assertj.core.api.Assertions.assertThat;

import grulab.engine.reference.Reference;
import grulab.model.Case;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Cases with numbers that libraries computed")
class LibraryCasesTest {
    /** Those that are no such cell, and why. */
    private static final Map<String, String> OTHERS = Map.of(
            "brainjs-1.6.1-lstm", "it has no cell state: c′ = f ⊙ h + i ⊙ g",
            "brainjs-2.0.0-beta.24-lstm", "it has no cell state: c′ = f ⊙ h + i ⊙ g",
            "neataptic-gru", "it has no GRU: h′ = σ(z ⊙ h + (1 − z) ⊙ h̃)",
            "nd4j-m2.1-samediff-lstmlayer-states-exchanged", "it takes cLast as h_0 and yLast as c_0");

    private static Path folder() throws URISyntaxException {
        return Path.of(LibraryCasesTest.class.getResource("/libraries").toURI());
    }

    static List<String> cases() throws IOException, URISyntaxException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.map(file -> file.getFileName().toString().replaceFirst("\\.json$", ""))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void holdButForThoseThatAreAnotherCell(String name) throws Exception {
        CaseFile file = read(name);
        Case given = file.problem();
        Comparison comparison = Comparison.of(
                file.expected(), Reference.run(given, false), 0, given.options().lengths());
        String reason = OTHERS.get(name);
        if (reason == null) {
            assertThat(comparison.miss()).isNull();
        } else {
            // far from holding, not by a rounding
            assertThat(comparison.maxError()).as(reason).isGreaterThan(0.01);
        }
    }

    @Test
    void withTheStatesExchangedSameDiffsLayerHolds() throws Exception {
        CaseFile file = read("nd4j-m2.1-samediff-lstmlayer-states-exchanged");
        Case given = file.problem();
        Case exchanged = new Case(
                given.name(),
                given.convention(),
                given.weights(),
                given.steps(),
                given.batch(),
                given.x(),
                given.c0(),
                given.h0(),
                null,
                null);
        assertThat(Comparison.of(file.expected(), Reference.run(exchanged, false), 0)
                        .miss())
                .isNull();
    }

    /** So that a case which says what its cell does otherwise would not hold if nobody read that. */
    @Test
    void noneHoldsWithoutWhatItSaysTheCellDoesOtherwise() throws Exception {
        assertThat(cases()).containsAll(OTHERS.keySet());
        int otherwise = 0;
        for (String name : cases()) {
            CaseFile file = read(name);
            Case given = file.problem();
            if (!given.options().isPlain()) {
                otherwise++;
                Case plain = new Case(
                        name,
                        given.convention(),
                        given.weights(),
                        given.steps(),
                        given.batch(),
                        given.x(),
                        given.h0(),
                        given.c0(),
                        null,
                        null);
                assertThat(Comparison.of(file.expected(), Reference.run(plain, false), 0)
                                .ok())
                        .as(name)
                        .isFalse();
            }
        }
        assertThat(otherwise).isEqualTo(11);
    }

    private static CaseFile read(String name) throws Exception {
        return CaseFile.read(folder().resolve(name + ".json"));
    }
}
