package grulab.engine.diagnose;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What is added in the argument of each gate, and whose it is.
 *
 * @param constants by gate, for all units alike
 * @param input whose bias each gate has on the input side
 * @param recurrent on the other
 * @param firstWithout gates whose recurrent bias is missing at the first step
 */
record Addends(List<Double> constants, List<Integer> input, List<Integer> recurrent, List<Integer> firstWithout) {

    static Addends own(int gates) {
        List<Integer> own = IntStream.range(0, gates).boxed().toList();
        return new Addends(Collections.nCopies(gates, 0.0), own, own, List.of());
    }

    Addends plus(int gate, double constant) {
        List<Double> other = new ArrayList<>(constants);
        other.set(gate, other.get(gate) + constant);
        return new Addends(List.copyOf(other), input, recurrent, firstWithout);
    }

    Addends from(List<Integer> inputs, List<Integer> recurrents) {
        return new Addends(constants, inputs, recurrents, firstWithout);
    }

    Addends firstWithout(List<Integer> gates) {
        return new Addends(constants, input, recurrent, List.copyOf(gates));
    }
}
