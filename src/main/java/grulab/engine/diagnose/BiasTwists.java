package grulab.engine.diagnose;

import grulab.model.CellType;
import grulab.model.Deviation;
import grulab.model.Deviation.BiasSide;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Biases at other gates than they were given for: one of them everywhere, one in place of another, or another order of them. */
final class BiasTwists {
    private static final int KNOWN = 3;
    private static final int ODD = 4;

    private final List<String> gates;
    private final List<Integer> own;
    private final List<Twist> twists = new ArrayList<>();

    private BiasTwists(CellType cell) {
        gates = cell.gates();
        own = Addends.own(gates.size()).input();
    }

    static List<Twist> of(CellType cell) {
        BiasTwists twists = new BiasTwists(cell);
        twists.oneForAll();
        twists.oneForAnother();
        twists.reordered(new ArrayList<>());
        return twists.twists;
    }

    private void oneForAll() {
        for (int gate : own) {
            add(Collections.nCopies(own.size(), gate), KNOWN);
        }
    }

    private void oneForAnother() {
        for (int gate : own) {
            for (int of : own) {
                List<Integer> sources = new ArrayList<>(own);
                sources.set(gate, of);
                add(sources, ODD);
            }
        }
    }

    private void reordered(List<Integer> start) {
        if (start.size() == own.size()) {
            int moved = (int) own.stream().filter(k -> !start.get(k).equals(k)).count();
            add(List.copyOf(start), KNOWN + moved);
            return;
        }
        for (int k : own) {
            if (!start.contains(k)) {
                start.add(k);
                reordered(start);
                start.remove(start.size() - 1);
            }
        }
    }

    private void add(List<Integer> sources, int weight) {
        if (sources.equals(own)) {
            return;
        }
        for (BiasSide side : BiasSide.values()) {
            List<Integer> input = side == BiasSide.RECURRENT ? own : sources;
            List<Integer> recurrent = side == BiasSide.INPUT ? own : sources;
            int more = side == BiasSide.BOTH ? weight : weight + 1;
            Deviation[] named = own.stream()
                    .filter(k -> !sources.get(k).equals(k))
                    .map(k -> new Deviation.Bias(gates.get(k), gates.get(sources.get(k)), side))
                    .toArray(Deviation[]::new);
            twists.add(new Twist(
                    Twist.Family.BIAS, more, v -> v.with(v.addends().from(input, recurrent), more, named)));
        }
    }
}
