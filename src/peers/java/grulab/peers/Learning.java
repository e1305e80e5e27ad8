package grulab.peers;

import grulab.model.CellType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Dive into Deep Learning's run: letters and space in lower case, sequential sampling. Both sides start from the same
 * weights and read the same batches in the same order.
 */
@Command(
        name = "learning",
        description = "perplexity and wall time of Dive into Deep Learning's run, beside libtorch's")
final class Learning implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "a text")
    private Path file = Path.of("");

    @Option(names = "--characters", description = "of the text that are used (default: ${DEFAULT-VALUE})")
    private int characters = 10_000;

    @Option(names = "--cells", split = ",", description = "which cells (default: gru,lstm,rnn)")
    private List<CellType> cells = List.of(CellType.values());

    @Option(names = "--epochs", description = "how often the text is read (default: ${DEFAULT-VALUE})")
    private int epochs = 500;

    @Option(names = "--lr", description = "learning rate (default: ${DEFAULT-VALUE})")
    private double learningRate = 1;

    @Option(names = "--clip", description = "largest norm of the gradient (default: ${DEFAULT-VALUE})")
    private double clip = 1;

    @Option(names = "--threads", description = "of each side (default: ${DEFAULT-VALUE})")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--sides", split = ",", description = "lab, libtorch (default: both)")
    private List<String> sides = List.of("libtorch", "lab");

    @Override
    public Integer call() throws IOException {
        int vocabulary = new D2lText(file, characters).vocabulary();
        Work usual = Work.USUAL.withVocabulary(vocabulary).with(learningRate, clip);
        System.out.printf(
                "%s, %d epochs, lr %s, clip %s, %d threads, Java %s%n%n",
                usual.sizes(),
                epochs,
                learningRate,
                clip,
                threads,
                Runtime.version().feature());
        System.out.println("| cell | side | perplexity | seconds |");
        System.out.println("|---|---|---|---|");
        boolean complete = true;
        for (CellType cell : cells) {
            for (String side : sides) {
                complete &= print(usual.with(cell), side);
            }
        }
        return complete ? 0 : 1;
    }

    private boolean print(Work work, String side) {
        String[] text = {file.toString(), String.valueOf(characters)};
        try (Remote remote =
                side.equals("lab") ? Remote.lab(work, threads, true, text) : Remote.libtorch(work, threads, text)) {
            double[] result = remote.epochs(epochs);
            System.out.printf("| %s | %s | %.3f | %.1f |%n", work.cell().title(), side, result[0], result[1]);
            return true;
        } catch (IllegalStateException e) {
            System.out.printf("| %s | %s | %s | |%n", work.cell().title(), side, e.getMessage());
            return false;
        }
    }
}
