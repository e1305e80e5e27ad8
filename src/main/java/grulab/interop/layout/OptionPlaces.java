package grulab.interop.layout;

import grulab.interop.file.BadModel;
import grulab.model.Activation;
import grulab.model.CellOptions;
import grulab.model.CellOptions.Coupling;
import grulab.model.CellType;
import grulab.model.FrameworkRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How a framework is told what a cell does otherwise, or why it cannot be. A forget bias goes into what is stored. */
final class OptionPlaces {
    /** Of Keras 3, without constants of their own. */
    private static final Map<Activation, String> KERAS = Map.of(
            Activation.SIGMOID,
            "sigmoid",
            Activation.TANH,
            "tanh",
            Activation.RELU,
            "relu",
            Activation.HARD_SIGMOID_SIXTH,
            "hard_sigmoid",
            new Activation(Activation.Function.SOFTSIGN, 0, 0),
            "softsign",
            new Activation(Activation.Function.SOFTPLUS, 0, 0),
            "softplus",
            new Activation(Activation.Function.ELU, 1, 0),
            "elu");

    private final FrameworkRow row;
    private final CellOptions options;
    private final List<String> told = new ArrayList<>();

    private OptionPlaces(FrameworkRow row, CellOptions options) {
        this.row = row;
        this.options = options;
    }

    /**
     * What the framework has to be told beside its arrays, an item each; empty if nothing.
     *
     * @throws BadModel if it cannot compute the cell
     */
    static List<String> told(FrameworkRow row, CellOptions options) throws BadModel {
        OptionPlaces places = new OptionPlaces(row, options);
        if (row.id().startsWith("onnx")) {
            places.onnx();
        } else {
            places.activations();
            places.cellClip();
            if (options.clip() != null) {
                throw places.cannot("cuts nothing off what goes into a gate", "clip %s".formatted(options.clip()));
            }
            if (options.coupled() != null) {
                throw places.cannot("has i and f apart", options.coupled().id());
            }
        }
        return places.told;
    }

    private void onnx() throws BadModel {
        boolean usual = options.activations().isEmpty();
        List<String> functions = new ArrayList<>();
        for (List<String> gates : shared(row.cell(), false)) {
            functions.add(same(gates).id());
        }
        if (!usual) {
            told.add("activations " + String.join(" ", functions));
        }
        if (options.clip() != null) {
            told.add("clip %s".formatted(options.clip()));
        }
        if (options.cellClip() != null) {
            throw cannot("cuts what goes into a gate, never c", "cellClip %s".formatted(options.cellClip()));
        }
        if (options.coupled() == Coupling.INPUT_FROM_FORGET) {
            throw cannot("couples its gates by f = 1 − i", options.coupled().id());
        }
        if (options.coupled() != null) {
            told.add("input_forget 1");
        }
    }

    private void activations() throws BadModel {
        if (options.activations().isEmpty()) {
            return;
        }
        boolean gru = row.cell() == CellType.GRU;
        if (row.id().startsWith("keras") || row.id().startsWith("flax")) {
            boolean keras = row.id().startsWith("keras");
            List<List<String>> shared = shared(row.cell(), true);
            Activation state = same(shared.get(shared.size() - 1));
            tell(keras ? "activation" : "activation_fn", state, keras);
            if (shared.size() > 1) {
                tell(keras ? "recurrent_activation" : "gate_fn", same(shared.get(0)), keras);
            }
        } else if (row.cell() == CellType.RNN
                && row.id().equals("pytorch")
                && Activation.RELU.equals(options.activations().get("h"))) {
            told.add("nonlinearity='relu'");
        } else {
            Map.Entry<String, Activation> first =
                    options.activations().entrySet().iterator().next();
            throw cannot(
                    row.cell() == CellType.RNN ? "has tanh" : gru ? "has σ and tanh" : "has σ, tanh and tanh of c",
                    "%s goes through %s"
                            .formatted(first.getKey(), first.getValue().id()));
        }
    }

    private void tell(String argument, Activation activation, boolean keras) throws BadModel {
        if (!keras) {
            told.add("%s that makes %s of a".formatted(argument, activation.definition()));
            return;
        }
        String name = KERAS.get(activation);
        if (name == null) {
            throw cannot(
                    activation.function() == Activation.Function.HARD_SIGMOID
                            ? "has a hard_sigmoid that is a / 6 + 0.5"
                            : "has no activation of that name",
                    "the cell has " + activation.id());
        }
        told.add("%s='%s'".formatted(argument, name));
    }

    private void cellClip() throws BadModel {
        if (options.cellClip() == null) {
            return;
        }
        if (!row.id().equals("tensorflow")) {
            throw cannot("lets c grow", "cellClip %s".formatted(options.cellClip()));
        }
        told.add("cell_clip=%s".formatted(options.cellClip()));
    }

    /** Gates that have one activation together. @param output whether an LSTM's h has that of its candidate */
    private static List<List<String>> shared(CellType cell, boolean output) {
        return switch (cell) {
            case GRU -> List.of(List.of("r", "z"), List.of("n"));
            case LSTM ->
                output
                        ? List.of(List.of("i", "f", "o"), List.of("g", "h"))
                        : List.of(List.of("i", "o", "f"), List.of("g"), List.of("h"));
            case RNN -> List.of(List.of("h"));
        };
    }

    private Activation same(List<String> gates) throws BadModel {
        List<String> computed = gates.stream()
                .filter(gate ->
                        options.coupled() == null || !options.coupled().gate().equals(gate))
                .toList();
        Activation first = options.activation(row.cell(), computed.get(0));
        for (String gate : computed) {
            Activation other = options.activation(row.cell(), gate);
            if (!other.equals(first)) {
                throw cannot(
                        "has one activation for " + String.join(" and ", computed),
                        "%s goes through %s and %s through %s"
                                .formatted(computed.get(0), first.id(), gate, other.id()));
            }
        }
        return first;
    }

    private BadModel cannot(String has, String but) {
        return BadModel.of("%s %s, but %s; choose a framework that can be told so, or a .json", row.name(), has, but);
    }
}
