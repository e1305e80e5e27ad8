package grulab.peers;

import grulab.model.BatchSource;
import grulab.model.SeededRandom;
import grulab.model.Weights;
import grulab.text.WindowSampler;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * A process of its own for one side, so that neither disturbs the other's threads, memory or compiled code. It does what
 * the lines on its standard input ask for, and answers each with a line of numbers, or with ! and what is wrong.
 */
final class Worker {
    private final Side side;
    private final BatchSource source;

    private Worker(Side side, BatchSource source) {
        this.side = side;
        this.source = source;
    }

    /** Arguments: lab or libtorch, a {@link Work#id}, threads; then, to read a text, file and number of characters. */
    public static void main(String[] args) throws IOException {
        PrintStream answers = System.out;
        System.setOut(System.err);
        BufferedReader questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try {
            Worker worker = of(args);
            answers.println();
            for (String line = questions.readLine(); line != null; line = questions.readLine()) {
                answers.println(Arrays.stream(worker.answer(line.split(" ")))
                        .mapToObj(Double::toString)
                        .collect(Collectors.joining(" ")));
            }
            worker.side.close();
        } catch (RuntimeException | LinkageError e) {
            e.printStackTrace();
            answers.println("! " + e.getMessage());
        }
    }

    private static Worker of(String[] args) throws IOException {
        Work work = Work.of(args[1]);
        SeededRandom random = new SeededRandom(Work.SEED);
        Weights start =
                RandomWeights.uniform(work.cell(), work.vocabulary(), work.hidden(), work.vocabulary(), true, random);
        BatchSource source = args.length > 3
                ? WindowSampler.of(new D2lText(Path.of(args[3]), Integer.parseInt(args[4])).text(), work.experiment())
                : new RandomSymbols(work);
        int threads = Integer.parseInt(args[2]);
        Side side = switch (args[0].toLowerCase(Locale.ROOT)) {
            case "lab" -> new LabSide(work, start, source, threads);
            case "libtorch" -> new TorchSide(work, start, source, threads);
            default -> throw new IllegalArgumentException("lab or libtorch, not " + args[0]);
        };
        return new Worker(side, source);
    }

    private double[] answer(String[] question) {
        return switch (question[0]) {
            case "losses" ->
                DoubleStream.generate(side::step)
                        .limit(Integer.parseInt(question[1]))
                        .toArray();
            case "round" -> round(Double.parseDouble(question[1]));
            case "epochs" -> epochs(Integer.parseInt(question[1]));
            default -> throw new IllegalArgumentException("losses, round or epochs, not " + question[0]);
        };
    }

    /** The median time of a step in so many seconds, ms. */
    private double[] round(double seconds) {
        double[] times = new double[16];
        int count = 0;
        long began = System.nanoTime();
        for (long now = began; now - began < seconds * 1e9; count++) {
            side.step();
            long then = System.nanoTime();
            if (count == times.length) {
                times = Arrays.copyOf(times, 2 * count);
            }
            times[count] = (then - now) * 1e-6;
            now = then;
        }
        double[] sorted = Arrays.copyOf(times, count);
        Arrays.sort(sorted);
        return new double[] {sorted[count / 2]};
    }

    /** Perplexity of the last epoch, and seconds of all. */
    private double[] epochs(int epochs) {
        long began = System.nanoTime();
        double sum = 0;
        for (int e = 0; e < epochs; e++) {
            sum = 0;
            for (int b = 0; b < source.batchesPerEpoch(); b++) {
                sum += side.step();
            }
        }
        return new double[] {Math.exp(sum / source.batchesPerEpoch()), (System.nanoTime() - began) * 1e-9};
    }
}
