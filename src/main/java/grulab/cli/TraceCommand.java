package grulab.cli;

import grulab.engine.reference.Reference;
import grulab.engine.train.CaseRun;
import grulab.interop.AnswerFile;
import grulab.interop.weights.TimeReversed;
import grulab.model.Answer;
import grulab.model.Case;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "trace",
        sortOptions = false,
        description = {
            "Reads one case, or a model file and an input, and writes every gate, state and logit, the loss, and on request every"
                    + " gradient.",
            ""
        },
        footer = {
            "",
            "A case is JSON; sizes are T steps, B rows, I inputs, H units, O classes:",
            "  { \"cell\": \"gru\", \"reset\": \"before\" or \"after\", \"update\": \"keep\" or \"admit\",",
            "    \"weights\": { \"W_ir\" \"W_iz\" \"W_in\": [H][I], \"W_hr\" \"W_hz\" \"W_hn\": [H][H],",
            "                 \"b_ir\" \"b_iz\" \"b_in\" \"b_hr\" \"b_hz\" \"b_hn\": [H] },",
            "    \"x\": [T][B][I], \"h0\": [B][H],",
            "    \"head\": { \"W_hq\": [H][O], \"b_q\": [O] }, \"targets\": [T][B],",
            "    \"train\": { \"steps\": 5, \"lr\": 0.5, \"clip\": 1.0 } }",
            "A \"cell\": \"lstm\" has W_ii W_if W_ig W_io, W_hi … b_ho and \"c0\"; an \"rnn\" W_ih W_hh b_ih",
            "b_hh; neither has reset and update. h0, c0, biases, head, targets and train may be left out; a",
            "bias, h0 or c0 that is missing is zero. The answer has r, z, n, h (lstm: i, f, g, o, c, h; rnn:",
            "h), then logits, loss, perplexity, gradients, training as far as the case goes.",
            "",
            "What a cell does otherwise, computed in f64:",
            "  \"activations\": { \"r\": \"hard-sigmoid-0.2\", \"n\": \"relu\" }: by gate, and h for what an RNN applies or",
            "    an LSTM to c on its way out; sigmoid, tanh, relu, hard-sigmoid-0.2, hard-sigmoid-1/6, or",
            "    { \"function\": ONNX's name, \"alpha\", \"beta\" }",
            "  \"forgetBias\": added to f, \"cellClip\": for c, \"coupled\": \"i=1-f\" or \"f=1-i\", of an LSTM;",
            "  \"clip\": for what goes into every gate; \"lengths\": [B] with \"after\": \"zero\" or \"held\", what states",
            "    are after a row's end. Targets after a row's end do not count.",
            "",
            "A model is .safetensors, .npz, .onnx or the lab's .json. Its input is JSON with x, h0, c0 and",
            "targets as in a case, or \"tokens\": [T][B] for x where the model has an embedding. A linear layer",
            "right behind the layer makes the logits. A layer that reads backwards is given x, and answers, in",
            "the order of time.",
            "",
            "Examples: gru-lab trace --case gru.json --precision f32 --backward --out answer.json",
            "          gru-lab trace --model gru.safetensors --input x.json --layer encoder.gru"
        })
final class TraceCommand implements Callable<Integer> {
    static final List<String> PRECISIONS = List.of("f64", "f32");

    @Option(names = "--case", paramLabel = "FILE", description = "the case")
    private @Nullable String file;

    @Mixin
    private ModelOptions model = new ModelOptions();

    @Option(
            names = "--precision",
            paramLabel = "f64|f32",
            description = "f64: the formulas as they are written; f32: the engine that trains (default: f64)")
    private String precision = "f64";

    @Option(names = "--backward", description = "also the gradients; needs targets and a head")
    private boolean backward;

    @Option(names = "--out", paramLabel = "FILE", description = "where to write the answer (default: stdout)")
    private @Nullable String out;

    private final Console console;

    TraceCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        Given.choice("--precision", precision, PRECISIONS);
        model.check(file);
        Path target = out == null ? null : WholeFile.checked("--out", out);
        ModelOptions.Problem problem = model.read(file, backward);
        Answer answer = problem.reverse()
                ? TimeReversed.of(answer(TimeReversed.of(problem.given()), precision, backward), problem.given())
                : answer(problem.given(), precision, backward);
        if (target == null) {
            AnswerFile.write(answer, console.out());
        } else {
            write(answer, target);
        }
        model.tellLeftOut(problem, "trace", console);
        return 0;
    }

    /**
     * The answer to a case at a precision.
     *
     * @throws BadRequest if the engine of that precision does not know the cell
     */
    static Answer answer(Case problem, String precision, boolean backward) {
        if (precision.equals("f32") && !problem.options().isPlain()) {
            throw new BadRequest(CaseRun.PLAIN_ONLY + "; leave --precision f32 away");
        }
        return precision.equals("f32") ? CaseRun.run(problem, backward) : Reference.run(problem, backward);
    }

    private static void write(Answer answer, Path target) throws IOException {
        try (WholeFile whole = new WholeFile(target)) {
            AnswerFile.write(answer, whole.writer());
            whole.commit();
        }
    }
}
