package grulab.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import grulab.model.BatchSource;
import grulab.model.Sampling;
import grulab.model.Tokens;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WindowSamplerTest {
    /** Every token of this text occurs once, so that a window can be found again. */
    private static TokenText counted(int length) {
        String text = IntStream.range(0, length)
                .mapToObj(i -> Character.toString(0x4E00 + i))
                .collect(Collectors.joining());
        return TokenText.of(new Corpus("counted", text), Tokens.CHAR);
    }

    @Property(tries = 200)
    void everyWindowIsAPieceOfTheTextAndEveryTargetTheNextToken(
            @ForAll @IntRange(min = 1, max = 7) int rows,
            @ForAll @IntRange(min = 2, max = 9) int steps,
            @ForAll @IntRange(min = 0, max = 300) int more,
            @ForAll Sampling sampling,
            @ForAll long seed) {
        int length = (int) WindowSampler.shortest(rows, steps, sampling) + more;
        WindowSampler source = new WindowSampler(counted(length), rows, steps, sampling, seed);
        int[] inputs = new int[rows * steps];
        int[] targets = new int[rows * steps];
        for (int epoch = 0; epoch < 3; epoch++) {
            Set<Integer> read = new HashSet<>();
            int[] ends = new int[rows];
            for (int batch = 0; batch < source.batchesPerEpoch(); batch++) {
                assertThat(source.position().epoch()).isEqualTo(epoch);
                assertThat(source.position().batch()).isEqualTo(batch);
                boolean carried = source.next(inputs, targets);
                assertThat(carried).isEqualTo(sampling == Sampling.SEQUENTIAL && batch > 0);
                for (int b = 0; b < rows; b++) {
                    if (carried) {
                        assertThat(inputs[b]).as("row goes on where it ended").isEqualTo(ends[b] + 1);
                    }
                    for (int t = 0; t < steps; t++) {
                        assertThat(inputs[t * rows + b]).isEqualTo(inputs[b] + t);
                        assertThat(targets[t * rows + b]).isEqualTo(inputs[b] + t + 1);
                        assertThat(read.add(inputs[t * rows + b]))
                                .as("no token twice")
                                .isTrue();
                    }
                    ends[b] = inputs[(steps - 1) * rows + b];
                }
            }
            assertThat(read).hasSize(source.batchesPerEpoch() * rows * steps);
            // at most what does not fill a batch, and the offset, is left out
            assertThat(length - read.size()).isLessThan(rows * steps + 2 * steps + rows + 1);
        }
    }

    @Property(tries = 100)
    void goesOnFromAnyPositionWithTheSameBatches(
            @ForAll @IntRange(min = 0, max = 40) int before, @ForAll Sampling sampling, @ForAll long seed) {
        TokenText text = counted(120);
        WindowSampler first = new WindowSampler(text, 3, 5, sampling, seed);
        batches(first, before);
        BatchSource.Position position = first.position();
        List<List<Integer>> expected = batches(first, 30);
        WindowSampler second = new WindowSampler(text, 3, 5, sampling, seed + 1);
        second.moveTo(position);
        assertThat(batches(second, 30)).isEqualTo(expected);
        first.moveTo(position);
        assertThat(batches(first, 30)).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(Sampling.class)
    void theSeedDecidesAndEpochsDiffer(Sampling sampling) {
        TokenText text = counted(400);
        WindowSampler one = new WindowSampler(text, 4, 10, sampling, 7);
        int epoch = one.batchesPerEpoch();
        List<List<Integer>> first = batches(one, epoch);
        List<List<Integer>> second = batches(one, epoch);
        List<List<Integer>> third = batches(one, epoch);
        assertThat(Set.of(first, second, third)).hasSizeGreaterThan(1);
        assertThat(batches(new WindowSampler(text, 4, 10, sampling, 7), epoch)).isEqualTo(first);
        assertThat(batches(new WindowSampler(text, 4, 10, sampling, 8), epoch)).isNotEqualTo(first);
    }

    @ParameterizedTest
    @EnumSource(Sampling.class)
    void theShortestTextGivesABatchWhateverTheOffset(Sampling sampling) {
        int needed = (int) WindowSampler.shortest(4, 6, sampling);
        for (long seed = 0; seed < 50; seed++) {
            WindowSampler source = new WindowSampler(counted(needed), 4, 6, sampling, seed);
            assertThat(source.batchesPerEpoch()).isEqualTo(1);
            assertThat(batches(source, 20)).hasSize(20);
        }
        assertThatThrownBy(() -> new WindowSampler(counted(needed - 1), 4, 6, sampling, 1))
                .isInstanceOfSatisfying(UnusableText.class, e -> {
                    assertThat(e.reason()).isEqualTo(UnusableText.Reason.TOO_SHORT);
                    assertThat(e.limit()).isEqualTo(needed);
                    assertThat(e.found()).isEqualTo(needed - 1);
                })
                .hasMessage("The text needs at least 30 characters for a batch of 4 windows of 6; it has 29.");
    }

    @Test
    void refusesArraysOfAnotherSizeAndPositionsOfAnotherText() {
        WindowSampler source = new WindowSampler(counted(100), 2, 5, Sampling.RANDOM, 1);
        assertThatThrownBy(() -> source.next(new int[10], new int[9])).hasMessageContaining("10 tokens");
        assertThatThrownBy(() -> source.moveTo(new BatchSource.Position(0, 1000, 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<List<Integer>> batches(WindowSampler source, int count) {
        List<List<Integer>> all = new ArrayList<>();
        int[] inputs = new int[source.tokensPerBatch()];
        int[] targets = new int[inputs.length];
        for (int i = 0; i < count; i++) {
            source.next(inputs, targets);
            all.add(IntStream.of(inputs).boxed().toList());
        }
        return all;
    }
}
