package grulab.peers;

import grulab.model.Weights;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The parameters as torch.nn lays them out: weight_ih [G·H×I], weight_hh [G·H×H], bias_ih and bias_hh [G·H] with the
 * gates one below the other, and nn.Linear's weight [O×H] and bias [O]. Either every gate has both biases or none has.
 */
final class TorchLayout {
    /** One array of torch.nn: the shape it has, and the parameters whose values it holds, one after the other. */
    record Packed(List<String> names, long[] shape) {}

    private final Weights weights;
    private final List<Packed> all = new ArrayList<>();

    TorchLayout(Weights weights) {
        this.weights = weights;
        long rows = (long) weights.cell().gates().size() * weights.hidden();
        cell("W_i", rows, weights.inputs());
        cell("W_h", rows, weights.hidden());
        cell("b_i", rows);
        cell("b_h", rows);
        all.add(new Packed(List.of("W_hq"), new long[] {weights.outputs(), weights.hidden()}));
        if (weights.has("b_q")) {
            all.add(new Packed(List.of("b_q"), new long[] {weights.outputs()}));
        }
    }

    private void cell(String kind, long... shape) {
        List<String> names =
                weights.cell().gates().stream().map(gate -> kind + gate).toList();
        if (names.stream().allMatch(weights::has)) {
            all.add(new Packed(names, shape));
        } else if (names.stream().anyMatch(weights::has)) {
            throw new IllegalArgumentException("torch.nn has all biases or none, not some of " + names);
        }
    }

    /** The arrays in torch.nn's order; the last one or two are nn.Linear's. */
    List<Packed> all() {
        return all;
    }

    boolean hasBiases() {
        return weights.has("b_i" + weights.cell().gates().get(0));
    }

    boolean headHasBias() {
        return weights.has("b_q");
    }

    /** The values of one array, row-major. */
    double[] pack(Packed packed) {
        if (packed.names().equals(List.of("W_hq"))) {
            return transposed(weights.get("W_hq"), weights.hidden(), weights.outputs());
        }
        int size = weights.get(packed.names().get(0)).length;
        double[] values = new double[packed.names().size() * size];
        for (int g = 0; g < packed.names().size(); g++) {
            System.arraycopy(weights.get(packed.names().get(g)), 0, values, g * size, size);
        }
        return values;
    }

    /** The parameters by name, from the values of every array; in the order of the weights. */
    Map<String, double[]> unpack(List<double[]> arrays) {
        Map<String, double[]> parts = new LinkedHashMap<>();
        weights.arrays().keySet().forEach(name -> parts.put(name, new double[0]));
        for (int k = 0; k < arrays.size(); k++) {
            List<String> names = all.get(k).names();
            int size = arrays.get(k).length / names.size();
            for (int g = 0; g < names.size(); g++) {
                double[] part = new double[size];
                System.arraycopy(arrays.get(k), g * size, part, 0, size);
                boolean head = names.get(g).equals("W_hq");
                parts.put(names.get(g), head ? transposed(part, weights.outputs(), weights.hidden()) : part);
            }
        }
        return parts;
    }

    private static double[] transposed(double[] values, int rows, int columns) {
        double[] turned = new double[values.length];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                turned[c * rows + r] = values[r * columns + c];
            }
        }
        return turned;
    }
}
