package grulab.interop.weights;

import grulab.interop.file.ArrayEntry;
import grulab.interop.file.ArrayFile;
import grulab.interop.file.BadModel;
import grulab.interop.file.ElementType;
import grulab.interop.file.ModelHints;
import grulab.interop.file.ModelLayer;
import grulab.interop.layout.Layouts;
import grulab.model.Array;
import grulab.model.ArrayLayout;
import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.FrameworkRow;
import grulab.model.Weights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The layers of a file of named arrays. Names and shapes are read at once, numbers when a layer is. */
final class ArrayLayers implements LayerSource {
    /** More than any model has that is looked at here, and few enough to be looked through at once. */
    private static final int MOST = 256;

    private final ArrayFile file;
    private final ModelHints hints;
    private final List<FoundLayer> layers;
    private final Surroundings around;
    private final List<String> unsupported = new ArrayList<>();

    ArrayLayers(ArrayFile file, ModelHints hints) throws BadModel {
        this.file = file;
        this.hints = hints;
        Entries entries = new Entries(file.entries());
        if (entries.numbered()) {
            layers = new NumberedSearch(entries, hints).layers();
        } else {
            LayerSearch search = new LayerSearch(entries, hints);
            layers = search.layers();
            unsupported.addAll(search.unsupported());
        }
        if (layers.size() > MOST) {
            throw BadModel.of("%,d recurrent layers are too many; a model may have %d", layers.size(), MOST);
        }
        if (layers.isEmpty()) {
            throw new BadModel(unsupported.isEmpty() ? nothing(entries) : unsupported.get(0));
        }
        around = new Surroundings(entries, layers);
        unsupported.addAll(around.notes());
        layers.stream()
                .filter(layer -> layer.fits().get(0).row().cell() == CellType.RNN)
                .map(layer -> Names.safe(layer.name())
                        + ": tanh assumed; an RNN may have been given relu, which no file of arrays says")
                .forEach(unsupported::add);
    }

    private String nothing(Entries entries) throws BadModel {
        List<String> names = entries.all().stream().map(ArrayEntry::name).toList();
        String found = names.isEmpty()
                ? "it holds no weights"
                : "its arrays (%s) are no recurrent layer".formatted(Names.listed(names));
        if (hints.framework() == null) {
            return found + "; nn.GRU has weight_ih_l0, weight_hh_l0 …, a Keras GRU kernel, recurrent_kernel, bias";
        }
        FrameworkRow row = Rows.of(hints).get(0);
        return "%s as %s has it, which would be %s"
                .formatted(
                        found,
                        row.name(),
                        Names.listed(
                                row.arrays().stream().map(ArrayLayout::name).toList()));
    }

    @Override
    public List<LayerOutline> outlines() {
        return layers.stream().map(this::outline).toList();
    }

    private LayerOutline outline(FoundLayer layer) {
        Linear head = around.head(layer);
        Linear table = around.table(layer);
        FrameworkRow row = layer.fits().get(0).row();
        return new LayerOutline(
                layer.name(),
                List.of(),
                row.cell(),
                Choice.convention(layer, hints),
                layer.inputs(),
                layer.hidden(),
                head == null ? 0 : head.outputs(),
                layer.reverse(),
                row.name(),
                table == null ? null : new Embedding(table.weight().name(), table.symbols(), table.width()),
                false);
    }

    @Override
    public List<String> unsupported() {
        return unsupported;
    }

    @Override
    public ModelLayer read(int index) throws BadModel {
        FoundLayer layer = layers.get(index);
        Fit fit = Choice.fit(layer, hints);
        Map<String, Array> arrays = new LinkedHashMap<>();
        for (Map.Entry<String, ArrayEntry> e : fit.entries().entrySet()) {
            Array array = file.read(e.getValue().name());
            arrays.put(e.getKey(), fit.directions() == 1 ? array : direction(array, layer.direction()));
        }
        Weights weights = Layouts.unpack(fit.row(), arrays, layer.name());
        Linear head = around.head(layer);
        Convention convention = fit.row().convention();
        return new ModelLayer(
                layer.name(),
                convention,
                head == null ? weights : withHead(weights, head),
                layer.reverse(),
                fit.row(),
                widest(layer));
    }

    @Override
    public Array table(Embedding embedding) throws BadModel {
        return file.read(embedding.name());
    }

    /** One direction [1, …] of arrays whose first axis is both. */
    private static Array direction(Array both, int which) {
        int[] shape = both.shape().clone();
        int size = both.values().length / shape[0];
        shape[0] = 1;
        return new Array(shape, Arrays.copyOfRange(both.values(), which * size, (which + 1) * size));
    }

    private Weights withHead(Weights weights, Linear head) throws BadModel {
        Map<String, double[]> arrays = new LinkedHashMap<>(weights.arrays());
        double[] given = file.read(head.weight().name()).values();
        arrays.put("W_hq", head.transposed() ? transposed(given, head.outputs(), head.inputs()) : given);
        if (head.bias() != null) {
            arrays.put("b_q", file.read(head.bias().name()).values());
        }
        return new Weights(weights.cell(), weights.inputs(), weights.hidden(), head.outputs(), arrays);
    }

    private static double[] transposed(double[] values, int rows, int columns) {
        double[] other = new double[values.length];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                other[j * rows + i] = values[i * columns + j];
            }
        }
        return other;
    }

    private static ElementType widest(FoundLayer layer) {
        ElementType widest = ElementType.F16;
        for (ArrayEntry entry : layer.arrays()) {
            ElementType type = entry.type();
            if (type != null && type.compareTo(widest) > 0) {
                widest = type;
            }
        }
        return widest;
    }
}
