package grulab.interop.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import grulab.model.CellOptions;
import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.Weights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LabWeightsTest {
    private static final String RNN = "{'cell': 'rnn', 'weights': {'W_ih': [[0.5, -0.0, 5e-324]], 'W_hh': [[2]]}%s}";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"GRU,0,false", "GRU,5,true", "LSTM,3,true", "RNN,0,true"})
    void whatIsWrittenIsReadBitForBit(CellType cell, int outputs, boolean biases) throws BadModel {
        Random random = new Random();
        for (Convention convention : Convention.ALL) {
            Weights weights = weights(cell, 3, 4, outputs, biases, random);
            Path file = folder.resolve("cell.json");
            LabWeights.write(file, weights, convention, CellOptions.PLAIN);
            LabWeights read = LabWeights.read(file);
            assertThat(read.weights().arrays().keySet())
                    .isEqualTo(weights.arrays().keySet());
            for (String name : weights.arrays().keySet()) {
                assertThat(read.weights().get(name)).isEqualTo(weights.get(name));
            }
            assertThat(read.weights().outputs()).isEqualTo(outputs);
            assertThat(read.convention()).isEqualTo(cell == CellType.GRU ? convention : Convention.PYTORCH);
        }
    }

    @Test
    void aWholeCaseIsReadForItsCell() throws Exception {
        assertThat(read("").weights().get("W_ih")).containsExactly(0.5, -0.0, Double.MIN_VALUE);
        assertThat(read(", 'x': [[[1, 2, 3]]], 'h0': [[7]], 'name': 'a case'")
                        .weights()
                        .inputs())
                .isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                ", 'x': [[[1, 2]]]            | $.weights.W_ih has shape [1][3]; it must be [H][I] = [1][2] (H from $.weights.W_hh, I from $.x)",
                ", 'h0': [[7]]                | $.x is missing",
                ", 'head': {'W_hq': [[1], [2]]} | $.head.W_hq has shape [2][1]; it must be [H][O] = [1][1]",
                ", 'reset': 'after'           | $.reset is unknown; an rnn is written in one way",
                ", 'y': 1                     | $.y is unknown",
            })
    void whatDoesNotFitIsRefusedAsInACase(String more, String sentence) throws IOException {
        BadModel refusal = catchThrowableOfType(BadModel.class, () -> read(more));
        assertThat(refusal).hasMessageStartingWith(folder.resolve("cell.json") + ": " + sentence);
    }

    @Test
    void withoutAnInputTheWidthComesFromTheWeights() throws Exception {
        String gru = "{'cell': 'gru', 'reset': 'after', 'update': 'keep', 'weights': {'W_ir': [[1, 2]], 'W_iz': [[1]],"
                + " 'W_in': [[1, 2]], 'W_hr': [[1]], 'W_hz': [[1]], 'W_hn': [[1]]}}";
        Path file = Files.writeString(folder.resolve("cell.json"), gru.replace('\'', '"'));
        assertThat(Cost.ofRefusal(file, LabWeights::read))
                .isEqualTo("$.weights.W_iz has shape [1][1]; it must be [H][I] = [1][2]"
                        + " (H from $.weights.W_hr, I from $.weights.W_ir)");
    }

    @Test
    void weightsThatAreNoNumbersAreNotWritten() {
        Weights weights = new Weights(
                CellType.RNN, 1, 1, 0, Map.of("W_ih", new double[] {1}, "W_hh", new double[] {Double.POSITIVE_INFINITY
                }));
        assertThat(Cost.ofRefusal(
                        folder.resolve("cell.json"),
                        file -> LabWeights.write(file, weights, Convention.PYTORCH, CellOptions.PLAIN)))
                .isEqualTo("array W_hh: [0][0] is Infinity; a weight must be a finite number");
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[[ |       |, |3700001 | ]] | $.weights.W_hh[0][3700000]: too many numbers; a case may hold 7,400,000",
                "[  | [9]   |, |3700001 | ]  | $.weights.W_hh[3700000][0]: too many numbers; a case may hold 7,400,000",
                "[[ | 0     |, |3000000 | ]] | $.weights.W_ih is missing",
            })
    void whatIsWrongBehindManyNumbersCostsLittle(
            String open, @Nullable String number, String comma, int count, String close, String sentence)
            throws IOException {
        String one = number == null ? "0" : number;
        Path file = Files.writeString(
                folder.resolve("cell.json"),
                "{\"cell\":\"rnn\",\"weights\":{\"W_hh\":" + open + (one + comma).repeat(count - 1) + one + close
                        + "}}");
        assertThat(Cost.ofRefusal(file, LabWeights::read)).startsWith(sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"meta\":{", "{\"weights\":{", "{\"meta\":[{", "{\"expected\":{"})
    void namesThatMeanNothingAreNotRememberedForEver(String start) throws IOException {
        StringBuilder text = new StringBuilder(start);
        for (int i = 0; i < 500_000; i++) {
            text.append("\"k").append(i).append("\":1,");
        }
        Path file = Files.writeString(folder.resolve("cell.json"), text);
        assertThat(Cost.ofRefusal(file, LabWeights::read)).contains("more than 100,000 names that mean nothing here");
    }

    private LabWeights read(String more) throws IOException, BadModel {
        Path file = Files.writeString(
                folder.resolve("cell.json"), RNN.formatted(more).replace('\'', '"'));
        return LabWeights.read(file);
    }

    private static Weights weights(CellType cell, int inputs, int hidden, int outputs, boolean biases, Random random) {
        Map<String, double[]> arrays = new LinkedHashMap<>();
        for (String side : biases ? new String[] {"W_i", "W_h", "b_i", "b_h"} : new String[] {"W_i", "W_h"}) {
            cell.gates().forEach(gate -> arrays.put(side + gate, new double[0]));
        }
        if (outputs > 0) {
            arrays.put("W_hq", new double[0]);
            arrays.put("b_q", new double[0]);
        }
        arrays.replaceAll((name, none) -> {
            int size = 1;
            for (int n : Weights.shape(cell, name, inputs, hidden, outputs)) {
                size *= n;
            }
            return random.doubles(size, -2, 2).toArray();
        });
        return new Weights(cell, inputs, hidden, outputs, arrays);
    }
}
