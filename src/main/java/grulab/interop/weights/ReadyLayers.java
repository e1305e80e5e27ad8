package grulab.interop.weights;

import grulab.interop.file.BadModel;
import grulab.interop.file.ModelHints;
import grulab.interop.file.ModelLayer;
import grulab.model.Array;
import grulab.model.Weights;
import java.util.List;

/** Layers of a file that says all about them itself: ONNX, the lab's JSON. */
final class ReadyLayers implements LayerSource {
    private final List<ModelLayer> layers;
    private final List<String> unsupported;
    private final ModelHints hints;

    ReadyLayers(List<ModelLayer> layers, List<String> unsupported, ModelHints hints) throws BadModel {
        if (hints.framework() != null) {
            throw new BadModel("this file says its layout itself; name none", "leave --from away");
        }
        this.layers = layers;
        this.unsupported = unsupported;
        this.hints = hints;
    }

    @Override
    public List<LayerOutline> outlines() {
        return layers.stream()
                .map(layer -> {
                    Weights w = layer.weights();
                    return new LayerOutline(
                            layer.name(),
                            layer.alsoAs(),
                            w.cell(),
                            layer.convention(),
                            w.inputs(),
                            w.hidden(),
                            w.outputs(),
                            layer.reverse(),
                            layer.layout().name(),
                            null,
                            layer.resetDoubted());
                })
                .toList();
    }

    @Override
    public List<String> unsupported() {
        return unsupported;
    }

    @Override
    public ModelLayer read(int index) throws BadModel {
        ModelLayer layer = layers.get(index);
        BadModel refusal = Choice.refusal(
                layer.weights().cell(), layer.convention(), layer.layout().name(), hints);
        if (refusal != null) {
            throw refusal.in(layer.name());
        }
        return layer;
    }

    @Override
    public Array table(Embedding embedding) throws BadModel {
        throw new BadModel(embedding.name() + " is no array of this file");
    }
}
