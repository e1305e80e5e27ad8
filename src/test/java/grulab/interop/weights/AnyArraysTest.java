package grulab.interop.weights;

import static org.assertj.core.api.Assertions.assertThat;

import grulab.interop.file.BadModel;
import grulab.interop.file.ModelHints;
import grulab.interop.file.ModelLayer;
import grulab.model.ArrayLayout;
import grulab.model.CellType;
import grulab.model.FrameworkRow;
import grulab.model.ResetPosition;
import grulab.model.UpdateMeaning;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Whatever arrays a file has, it is read or refused in one line, and a layer has the sizes that its outline says. */
class AnyArraysTest {
    private record Named(String name, int[] shape) {}

    @Property(tries = 1000)
    void areReadOrRefused(@ForAll("files") List<Named> file, @ForAll("hints") ModelHints hints) {
        MemoryArrays arrays = new MemoryArrays();
        Set<String> names = new LinkedHashSet<>();
        for (Named one : file) {
            if (names.add(one.name)) {
                arrays.with(one.name, one.shape);
            }
        }
        ModelFile model;
        try {
            model = ModelFile.of("m", arrays, hints);
        } catch (BadModel e) {
            assertThat(e.getMessage()).startsWith("m: ").doesNotContain("\n");
            return;
        }
        assertThat(model.layers()).isNotEmpty();
        for (LayerOutline outline : model.layers()) {
            try {
                ModelLayer layer = model.layer(outline.name());
                assertThat(layer.name()).isEqualTo(outline.name());
                assertThat(layer.weights().inputs()).isEqualTo(outline.inputs()).isPositive();
                assertThat(layer.weights().hidden()).isEqualTo(outline.hidden()).isPositive();
                assertThat(layer.weights().outputs()).isEqualTo(outline.outputs());
                assertThat(outline.convention()).isEqualTo(layer.convention());
            } catch (BadModel e) {
                assertThat(e.getMessage()).startsWith("m: ").doesNotContain("\n");
            }
        }
    }

    /** A few of the arrays of one or two frameworks in sizes that nearly fit, with linear layers between. */
    @Provide
    Arbitrary<List<Named>> files() {
        List<String> others =
                List.of("fc.weight", "fc.bias", "embedding.weight", "dense/kernel", "dense/bias", "x", "arr_7");
        Arbitrary<List<Named>> some = Arbitraries.of(FrameworkRow.ALL).flatMap(row -> {
            List<String> names = Stream.concat(row.arrays().stream().map(ArrayLayout::name), others.stream())
                    .toList();
            Arbitrary<Named> right =
                    Arbitraries.of(row.arrays()).map(array -> new Named(array.name(), shape(array, row)));
            Arbitrary<Named> any = Combinators.combine(
                            Arbitraries.of("", "rnn.", "a/b/", "arr_"),
                            Arbitraries.of(names),
                            Arbitraries.of("", "_l0", "_l1", "_l0_reverse", ":0", "0", "1"),
                            Arbitraries.of(0, 1, 2, 4, 6, 12, 18, 24)
                                    .array(int[].class)
                                    .ofMaxSize(3))
                    .as((prefix, name, suffix, shape) -> new Named(prefix + name + suffix, shape));
            return Arbitraries.frequencyOf(Tuple.of(4, right), Tuple.of(1, any))
                    .list()
                    .ofMaxSize(14);
        });
        Arbitrary<List<Named>> numbered = Arbitraries.of(0, 1, 2, 4, 6, 18)
                .array(int[].class)
                .ofMaxSize(3)
                .list()
                .ofMaxSize(8)
                .map(shapes -> IntStream.range(0, shapes.size())
                        .mapToObj(k -> new Named("arr_" + k, shapes.get(k)))
                        .toList());
        return Arbitraries.oneOf(some, some, numbered);
    }

    private static int[] shape(ArrayLayout array, FrameworkRow row) {
        int[] inner = RowShapes.shape(array, row.rules().square() ? 6 : 4, 6);
        int[] shape = new int[array.leading() + inner.length];
        Arrays.fill(shape, 1);
        System.arraycopy(inner, 0, shape, array.leading(), inner.length);
        return shape;
    }

    @Provide
    Arbitrary<ModelHints> hints() {
        Arbitrary<String> frameworks =
                Arbitraries.of(FrameworkRow.ALL).map(FrameworkRow::id).injectNull(0.7);
        return Combinators.combine(
                        Arbitraries.of(CellType.values()).injectNull(0.8),
                        Arbitraries.of(ResetPosition.values()).injectNull(0.5),
                        Arbitraries.of(UpdateMeaning.values()).injectNull(0.7),
                        frameworks)
                .as(ModelHints::new);
    }
}
