package grulab.interop.weights;

import static org.assertj.core.api.Assertions.assertThat;

import grulab.interop.file.BadModel;
import grulab.interop.file.ModelHints;
import grulab.interop.file.ModelLayer;
import grulab.interop.layout.Layouts;
import grulab.model.Array;
import grulab.model.ArrayLayout;
import grulab.model.CellType;
import grulab.model.FrameworkRow;
import grulab.model.Weights;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Arrays by the names and shapes of each framework that the lab knows. */
class EveryLayoutTest {
    private static final int H = 6;

    static Stream<Named<FrameworkRow>> rows() {
        return Arrays.stream(CellType.values())
                .flatMap(cell -> FrameworkRow.of(cell).stream())
                .map(row -> Named.of(row.cell() + " " + row.id(), row));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void isReadAsItsOwnWhenItIsNamed(FrameworkRow row) throws BadModel {
        for (String prefix : new String[] {"", "encoder.0."}) {
            MemoryArrays file = file(row, prefix);
            ModelLayer layer = ModelFile.of("m", file, new ModelHints(row.cell(), null, null, row.id()))
                    .layer(null);
            assertThat(layer.layout()).isEqualTo(row);
            assertThat(layer.convention()).isEqualTo(row.convention());
            assertSame(layer.weights(), expected(row, file, prefix));
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void isNeverTakenForAnotherFunctionWhenItIsNot(FrameworkRow row) throws BadModel {
        MemoryArrays file = file(row, "");
        ModelLayer layer;
        try {
            layer = ModelFile.of("m", file, ModelHints.NONE).layer(null);
        } catch (BadModel e) {
            assertThat(e).hasMessageContaining("; say ");
            assertThat(e.options()).startsWith("--");
            return;
        }
        assertSame(layer.weights(), expected(row, file, ""));
        if (row.cell() == CellType.GRU) {
            assertThat(layer.convention()).isEqualTo(row.convention());
        }
    }

    private static MemoryArrays file(FrameworkRow row, String prefix) {
        MemoryArrays file = new MemoryArrays();
        int inputs = row.rules().square() ? H : 4;
        for (ArrayLayout array : row.arrays()) {
            int[] shape = IntStream.concat(
                            IntStream.generate(() -> 1).limit(array.leading()),
                            Arrays.stream(RowShapes.shape(array, inputs, H)))
                    .toArray();
            file.with(prefix + array.name(), shape);
        }
        return file.withIntegers("step");
    }

    private static Weights expected(FrameworkRow row, MemoryArrays file, String prefix) throws BadModel {
        Map<String, Array> arrays = new LinkedHashMap<>();
        for (ArrayLayout array : row.arrays()) {
            arrays.put(array.name(), file.get(prefix + array.name()));
        }
        return Layouts.unpack(row, arrays, "m");
    }

    private static void assertSame(Weights got, Weights expected) {
        assertThat(got.cell()).isEqualTo(expected.cell());
        assertThat(got.arrays()).containsOnlyKeys(expected.arrays().keySet());
        expected.arrays()
                .forEach((name, values) -> assertThat(got.get(name)).as(name).isEqualTo(values));
    }
}
