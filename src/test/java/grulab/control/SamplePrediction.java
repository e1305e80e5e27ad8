package grulab.control;

import grulab.model.Prediction;
import grulab.model.SeededRandom;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** What a head might say of the letters, blanks and signs of a text. */
final class SamplePrediction {
    static final List<String> SYMBOLS = List.of(
            " ", "-", "a", "b", "c", "d", "e", "f", "g", "h", "i", "l", "n", "o", "r", "t", "u", "v", "w", "\n");

    private SamplePrediction() {}

    static Prediction of(long seed, int target) {
        SeededRandom random = new SeededRandom(seed);
        return ofLogits(
                IntStream.range(0, SYMBOLS.size())
                        .mapToDouble(i -> random.nextGaussian() * 2.4)
                        .toArray(),
                target);
    }

    static Prediction ofLogits(double[] logits, int target) {
        double sum = Arrays.stream(logits).map(Math::exp).sum();
        double[] p = Arrays.stream(logits).map(y -> Math.exp(y) / sum).toArray();
        return new Prediction(logits, p, target, -Math.log(p[target]));
    }
}
