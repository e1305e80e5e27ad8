package grulab.model;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The parameters of a cell and its linear head by name, in float64 (in which every float32 is exact), row-major.
 * Names and shapes are those of the case files: W_i* [H×I], W_h* [H×H], b_i* and b_h* [H] with * a gate of the cell
 * (W_ir, W_iz, W_in …), W_hq [H×O], b_q [O]; logits = h W_hq + b_q. A bias that is absent is zero and no parameter. Without W_hq there is
 * no head and outputs is 0. The arrays are shared, and never written after construction.
 *
 * @param inputs I
 * @param hidden H
 * @param outputs O, 0 without a head
 */
public record Weights(CellType cell, int inputs, int hidden, int outputs, Map<String, double[]> arrays) {
    public Weights {
        arrays = Collections.unmodifiableMap(new LinkedHashMap<>(arrays));
        for (Map.Entry<String, double[]> e : arrays.entrySet()) {
            int[] shape = shape(cell, e.getKey(), inputs, hidden, outputs);
            int size = Arrays.stream(shape).reduce(1, Math::multiplyExact);
            if (e.getValue().length != size) {
                throw new IllegalArgumentException("%s must have shape %s, not %d values"
                        .formatted(e.getKey(), Arrays.toString(shape), e.getValue().length));
            }
        }
    }

    /** Shape of a named parameter; refuses a name that no parameter of the cell has. */
    public static int[] shape(CellType cell, String name, int inputs, int hidden, int outputs) {
        if (name.equals("W_hq")) {
            return new int[] {hidden, outputs};
        }
        if (name.equals("b_q")) {
            return new int[] {outputs};
        }
        boolean known = name.length() == 4 && cell.gates().contains(name.substring(3));
        if (known && name.startsWith("W_i")) {
            return new int[] {hidden, inputs};
        }
        if (known && name.startsWith("W_h")) {
            return new int[] {hidden, hidden};
        }
        if (known && (name.startsWith("b_i") || name.startsWith("b_h"))) {
            return new int[] {hidden};
        }
        throw new IllegalArgumentException(name + " is not a parameter of " + cell.title());
    }

    public boolean has(String name) {
        return arrays.containsKey(name);
    }

    /** The named array; it must be there. */
    public double[] get(String name) {
        double[] values = arrays.get(name);
        if (values == null) {
            throw new IllegalArgumentException("no parameter " + name);
        }
        return values;
    }

    /** One entry of a bias, 0 where the bias is absent. */
    public double bias(String name, int unit) {
        double[] values = arrays.get(name);
        return values == null ? 0 : values[unit];
    }

    /** The shape of one of these parameters, or of one that they might have. */
    public int[] shape(String name) {
        return shape(cell, name, inputs, hidden, outputs);
    }

    /** How many numbers are trained. */
    public long parameters() {
        return arrays.values().stream().mapToLong(a -> a.length).sum();
    }

    /** A GRU that is the same function under the other meaning of z: W_z, U_z, b_z, c_z negated. */
    public Weights relabelled() {
        Map<String, double[]> other = new LinkedHashMap<>(arrays);
        for (String name : List.of("W_iz", "W_hz", "b_iz", "b_hz")) {
            other.computeIfPresent(name, (k, v) -> Arrays.stream(v).map(a -> -a).toArray());
        }
        return new Weights(cell, inputs, hidden, outputs, other);
    }
}
