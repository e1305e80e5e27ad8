package grulab.interop.onnx;

import com.google.protobuf.ByteString;
import grulab.interop.JsonPlace;
import grulab.interop.file.BadModel;
import grulab.model.Activation;
import grulab.model.Activation.Function;
import grulab.model.CellOptions;
import grulab.model.CellOptions.Coupling;
import grulab.model.CellType;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import onnx.format.AttributeProto;
import onnx.format.AttributeProto.AttributeType;
import org.jspecify.annotations.Nullable;

/** What the attributes activations, activation_alpha, activation_beta, clip and input_forget mean, there and back. */
final class NodeOptions {
    private NodeOptions() {}

    /** The gates that share an activation, in the order in which ONNX lists these. */
    private static List<List<String>> shared(CellType cell) {
        return switch (cell) {
            case GRU -> List.of(List.of("r", "z"), List.of("n"));
            case LSTM -> List.of(List.of("i", "o", "f"), List.of("g"), List.of("h"));
            case RNN -> List.of(List.of("h"));
        };
    }

    /** What a node does in each of its directions. */
    static List<CellOptions> of(Attributes attributes, CellType cell, int directions) throws BadModel {
        List<Activation> activations = activations(attributes, cell, directions);
        CellOptions all = CellOptions.PLAIN;
        if (attributes.names().contains("clip")) {
            double clip = attributes.number("clip", 0);
            if (!(clip > 0 && Double.isFinite(clip))) {
                throw BadModel.of("its clip is %s; it must be above 0", clip);
            }
            all = all.withClip(clip);
        }
        if (attributes.integer("input_forget", 0) != 0) {
            if (!cell.hasCellState()) {
                throw BadModel.of("it has an attribute input_forget, which %s has not", cell);
            }
            all = all.withCoupled(Coupling.FORGET_FROM_INPUT);
        }
        int each = shared(cell).size();
        List<CellOptions> options = new ArrayList<>();
        for (int d = 0; d < directions; d++) {
            List<Activation> own = activations.isEmpty() ? activations : activations.subList(d * each, (d + 1) * each);
            options.add(all.withActivations(cell, byGate(cell, own, all.coupled())));
        }
        return options;
    }

    private static Map<String, Activation> byGate(CellType cell, List<Activation> own, @Nullable Coupling coupled) {
        Map<String, Activation> byGate = new LinkedHashMap<>();
        for (int i = 0; i < own.size(); i++) {
            for (String gate : shared(cell).get(i)) {
                if (coupled == null || !coupled.gate().equals(gate)) {
                    byGate.put(gate, own.get(i));
                }
            }
        }
        return byGate;
    }

    /** Of all directions, one after the other; empty if the node names none. Each takes the constants it has from the lists. */
    private static List<Activation> activations(Attributes attributes, CellType cell, int directions) throws BadModel {
        List<String> names = attributes.texts("activations");
        if (names == null) {
            return List.of();
        }
        int needed = directions * shared(cell).size();
        if (names.size() != needed) {
            throw BadModel.of("it has %d activations; %d are needed", names.size(), needed);
        }
        Iterator<Double> alphas = attributes.numbers("activation_alpha").iterator();
        Iterator<Double> betas = attributes.numbers("activation_beta").iterator();
        List<Activation> activations = new ArrayList<>();
        for (String name : names) {
            Function function = Function.byName(name)
                    .orElseThrow(
                            () -> BadModel.of("its activation %s is none that ONNX names", JsonPlace.quoted(name)));
            activations.add(new Activation(
                    function,
                    constant(function, 1, alphas, "activation_alpha"),
                    constant(function, 2, betas, "activation_beta")));
        }
        return activations;
    }

    private static double constant(Function function, int number, Iterator<Double> given, String attribute)
            throws BadModel {
        if (number > function.constants()) {
            return 0;
        }
        if (given.hasNext()) {
            double value = given.next();
            if (!Double.isFinite(value)) {
                throw BadModel.of("%s holds %s, which is no number", attribute, value);
            }
            return value;
        }
        Activation usual = function.usual()
                .orElseThrow(() -> BadModel.of(
                        "its activation %s needs %s: ONNX and its runtimes do not agree on what it is without",
                        function.onnx(), attribute));
        return number == 1 ? usual.alpha() : usual.beta();
    }

    /** The attributes of a node that does as options say, which ONNX can. */
    static List<AttributeProto> attributes(CellType cell, CellOptions options) {
        List<AttributeProto> attributes = new ArrayList<>();
        if (!options.activations().isEmpty()) {
            AttributeProto.Builder names = named("activations", AttributeType.STRINGS);
            AttributeProto.Builder alphas = named("activation_alpha", AttributeType.FLOATS);
            AttributeProto.Builder betas = named("activation_beta", AttributeType.FLOATS);
            for (List<String> gates : shared(cell)) {
                Activation activation = options.activation(cell, gates.get(0));
                names.addStrings(ByteString.copyFromUtf8(activation.function().onnx()));
                if (activation.function().constants() > 0) {
                    alphas.addFloats((float) activation.alpha());
                }
                if (activation.function().constants() > 1) {
                    betas.addFloats((float) activation.beta());
                }
            }
            attributes.add(names.build());
            if (alphas.getFloatsCount() > 0) {
                attributes.add(alphas.build());
            }
            if (betas.getFloatsCount() > 0) {
                attributes.add(betas.build());
            }
        }
        if (options.clip() != null) {
            double clip = options.clip();
            attributes.add(named("clip", AttributeType.FLOAT).setF((float) clip).build());
        }
        if (options.coupled() != null) {
            attributes.add(named("input_forget", AttributeType.INT).setI(1).build());
        }
        return attributes;
    }

    private static AttributeProto.Builder named(String name, AttributeType type) {
        return AttributeProto.newBuilder().setName(name).setType(type);
    }
}
