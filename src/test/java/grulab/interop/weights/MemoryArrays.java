package grulab.interop.weights;

import grulab.interop.file.ArrayEntry;
import grulab.interop.file.ArrayFile;
import grulab.interop.file.ElementType;
import grulab.model.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A model file that was never written: arrays of random numbers, and a list of which of them were read. */
final class MemoryArrays implements ArrayFile {
    private final Map<String, Array> arrays = new LinkedHashMap<>();
    private final List<ArrayEntry> entries = new ArrayList<>();
    private final Random random = new Random(7);
    final List<String> read = new ArrayList<>();

    MemoryArrays with(String name, int... shape) {
        double[] values = random.doubles(Arrays.stream(shape).reduce(1, (a, b) -> a * b), -1, 1)
                .toArray();
        return with(name, new Array(shape, values));
    }

    MemoryArrays with(String name, Array array) {
        arrays.put(name, array);
        entries.add(new ArrayEntry(name, array.shape(), ElementType.F32));
        return this;
    }

    /** Numbers that no weight has. */
    MemoryArrays withIntegers(String name, int... shape) {
        entries.add(new ArrayEntry(name, shape, null));
        return this;
    }

    /** nn.GRU (3 gates), nn.LSTM (4) or nn.RNN (1). */
    MemoryArrays withTorch(String prefix, String suffix, int gates, int inputs, int hidden) {
        return with(prefix + "weight_ih" + suffix, gates * hidden, inputs)
                .with(prefix + "weight_hh" + suffix, gates * hidden, hidden)
                .with(prefix + "bias_ih" + suffix, gates * hidden)
                .with(prefix + "bias_hh" + suffix, gates * hidden);
    }

    /** keras.layers.GRU with reset after. */
    MemoryArrays withKeras(String prefix, int inputs, int hidden) {
        return with(prefix + "kernel", inputs, 3 * hidden)
                .with(prefix + "recurrent_kernel", hidden, 3 * hidden)
                .with(prefix + "bias", 2, 3 * hidden);
    }

    Array get(String name) {
        return arrays.get(name);
    }

    @Override
    public List<ArrayEntry> entries() {
        return entries;
    }

    @Override
    public Array read(String name) {
        read.add(name);
        return arrays.get(name);
    }
}
