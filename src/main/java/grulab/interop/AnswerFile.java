package grulab.interop;

import grulab.model.Answer;
import grulab.model.Array;
import java.io.IOException;
import java.io.Writer;

/**
 * Writes an answer as JSON: nested lists, every number the shortest that reads back to the same float64. JSON knows no
 * NaN and no infinity: they are written as null.
 */
public final class AnswerFile {
    private AnswerFile() {}

    /** Writes the answer and a line feed; the writer stays open. */
    public static void write(Answer answer, Writer out) throws IOException {
        JsonArrays.write(out, json -> {
            json.arrays(answer.forward());
            if (answer.loss() != null) {
                json.number("loss", answer.loss());
                json.number("perplexity", Math.exp(answer.loss()));
            }
            if (!answer.gradients().isEmpty()) {
                json.object("gradients", () -> json.arrays(answer.gradients()));
            }
            Answer.TrainingResult training = answer.training();
            if (training != null) {
                json.object("training", () -> training(training, json));
            }
        });
    }

    private static void training(Answer.TrainingResult result, JsonArrays json) throws IOException {
        json.array("loss", Array.of(result.loss(), result.loss().length));
        json.array("gradNorm", Array.of(result.gradientNorm(), result.gradientNorm().length));
        json.object("weights", () -> json.weights(result.weights(), name -> true));
    }
}
