package grulab.interop.weights;

import grulab.interop.file.ArrayFile;
import grulab.interop.file.BadModel;
import grulab.interop.file.ElementType;
import grulab.interop.file.LabWeights;
import grulab.interop.file.ModelHints;
import grulab.interop.file.ModelLayer;
import grulab.interop.file.NpzFile;
import grulab.interop.file.SafetensorsFile;
import grulab.interop.onnx.OnnxFile;
import grulab.model.Array;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A model file of any kind that is read, and the recurrent layers in it. What a layer is called: the path of its module, then nn.GRU's
 * own l0, l0_reverse, l1 …: encoder.gru.l0_reverse, gru.gru_cell; arr_1 after its first array where arrays have no names;
 * after its cell where nothing names it.
 */
public final class ModelFile {
    private final String name;
    private final LayerSource source;

    private ModelFile(String name, LayerSource source) {
        this.name = name;
        this.source = source;
    }

    /**
     * Reads what a file says of its layers; of safetensors and npz no numbers yet.
     *
     * @param hints what the file may not say itself; a hint that contradicts it is refused when the layer is read
     * @throws BadModel if it is no model file that can be read, or has no recurrent layer; one sentence that begins with
     *     the name of the file
     */
    public static ModelFile open(Path file, ModelHints hints) throws BadModel {
        Kind kind = Kind.of(file);
        String name = Names.safe(file.toString());
        return switch (kind) {
            case SAFETENSORS -> of(name, SafetensorsFile.open(file), hints);
            case NPZ -> of(name, NpzFile.open(file), hints);
            case ONNX -> {
                OnnxFile onnx = OnnxFile.open(file, hints.reset());
                yield ready(name, onnx.layers(), onnx.unsupported(), hints);
            }
            case JSON -> {
                LabWeights lab = LabWeights.read(file);
                ModelLayer layer = new ModelLayer(
                        lab.weights().cell().id(),
                        lab.convention(),
                        lab.weights(),
                        false,
                        Rows.lab(lab.weights().cell(), lab.convention()),
                        ElementType.F64,
                        lab.options());
                yield ready(name, List.of(layer), List.of(), hints);
            }
        };
    }

    /** The layers among the arrays of a file. */
    static ModelFile of(String name, ArrayFile arrays, ModelHints hints) throws BadModel {
        try {
            return new ModelFile(name, new ArrayLayers(arrays, hints));
        } catch (BadModel e) {
            throw e.in(name);
        }
    }

    private static ModelFile ready(String name, List<ModelLayer> layers, List<String> unsupported, ModelHints hints)
            throws BadModel {
        try {
            return new ModelFile(name, new ReadyLayers(layers, unsupported, hints));
        } catch (BadModel e) {
            throw e.in(name);
        }
    }

    /** The file, as sentences about it begin. */
    public String name() {
        return name;
    }

    /** What can be chosen, in the order of the file; at least one. */
    public List<LayerOutline> layers() {
        return source.outlines();
    }

    /** What was found and cannot be used, and why: one sentence each. */
    public List<String> unsupported() {
        return source.unsupported();
    }

    /**
     * Which layer is meant.
     *
     * @param layer its name, or the end, the beginning or a part of it between separators that only it has ("_l0",
     *     "rnn._l0_reverse", "encoder.gru"); null if there is only one
     * @throws BadModel if none or several are meant; it lists the names
     */
    public LayerOutline outline(@Nullable String layer) throws BadModel {
        return layers().get(index(layer));
    }

    /**
     * Reads the numbers of a layer, named as in {@link #outline}.
     *
     * @throws BadModel also if its numbers are none that can be used, if the file does not say its convention and nobody
     *     did, or says another than the hints
     */
    public ModelLayer layer(@Nullable String layer) throws BadModel {
        int index = index(layer);
        try {
            return source.read(index);
        } catch (BadModel e) {
            throw named(e);
        }
    }

    /** The table of an embedding that stands in front of a layer, [V][I]. */
    public Array table(Embedding embedding) throws BadModel {
        try {
            return source.table(embedding);
        } catch (BadModel e) {
            throw named(e);
        }
    }

    private int index(@Nullable String layer) throws BadModel {
        try {
            return Choice.layer(layers(), layer);
        } catch (BadModel e) {
            throw e.in(name);
        }
    }

    /** Readers begin with the file's name already. */
    private BadModel named(BadModel e) {
        String sentence = String.valueOf(e.getMessage());
        return sentence.startsWith(name) ? e : e.in(name);
    }
}
