package grulab.control;

import grulab.engine.explain.Explanation;
import grulab.engine.whatif.Replay;
import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.Edit;
import grulab.model.Experiment;
import grulab.model.Passage;
import grulab.model.Snapshot;
import grulab.model.StepTrace;
import grulab.model.Weights;
import grulab.model.arithmetic.Line;
import grulab.model.arithmetic.Subject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** A window of a random model with a head, computed forward and back, and the arithmetic of its numbers. */
record SampleWindow(Snapshot snapshot, int t, int unit) {
    private static final String TEXT = "the rabbit-hole went straight on";
    private static final List<String> SYMBOLS =
            TEXT.chars().distinct().sorted().mapToObj(Character::toString).toList();

    static SampleWindow of(CellType cell, Convention convention, int hidden) {
        Random random = new Random(hidden + 3L);
        int symbols = SYMBOLS.size();
        Map<String, double[]> arrays = new LinkedHashMap<>();
        for (String gate : cell.gates()) {
            arrays.put("W_i" + gate, spread(random, hidden * symbols, 2));
            arrays.put("W_h" + gate, spread(random, hidden * hidden, 4 / Math.sqrt(hidden)));
            arrays.put("b_i" + gate, spread(random, hidden, 0.6));
            arrays.put("b_h" + gate, spread(random, hidden, 0.6));
        }
        arrays.put("W_hq", spread(random, hidden * symbols, 1));
        arrays.put("b_q", spread(random, symbols, 0.5));
        Weights weights = new Weights(cell, symbols, hidden, symbols, arrays);
        int[] read = IntStream.range(0, TEXT.length())
                .map(t -> SYMBOLS.indexOf(String.valueOf(TEXT.charAt(t))))
                .toArray();
        int[] targets = IntStream.range(0, read.length)
                .map(t -> read[(t + 1) % read.length])
                .toArray();
        List<String> labels = IntStream.of(read).mapToObj(SYMBOLS::get).toList();
        StepTrace empty = new StepTrace(
                cell,
                convention,
                read.length,
                hidden,
                new float[hidden],
                new float[cell.hasCellState() ? hidden : 0],
                Map.of(),
                Map.of());
        Snapshot base = new Snapshot(
                1,
                1240,
                Experiment.standard().withConvention(convention),
                new Passage(0, read, targets, labels),
                empty,
                weights,
                Double.NaN);
        return new SampleWindow(new Replay(base, SYMBOLS).with(List.of()), 12, Math.min(13, hidden - 1));
    }

    List<Line> forward() {
        return Explanation.of(snapshot, t, unit, List.of()).lines();
    }

    List<Line> backward() {
        return Explanation.backward(snapshot, t, unit, List.of()).lines();
    }

    Line other() {
        return Explanation.otherMeaning(snapshot, t, unit, List.of());
    }

    Line line(Subject subject, Edit... edits) {
        return Explanation.line(snapshot, subject, List.of(edits));
    }

    String symbol(int index) {
        return SYMBOLS.get(index).replace(' ', '␣');
    }

    private static double[] spread(Random random, int count, double most) {
        return random.doubles(count, -most, most).toArray();
    }
}
