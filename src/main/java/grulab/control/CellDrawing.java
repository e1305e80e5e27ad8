package grulab.control;

import grulab.model.CellType;
import grulab.model.Convention;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Group;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/**
 * The nodes of a cell's diagram: placed once for a box, coloured and filled anew for every frame. A cell says which
 * nodes it has, and its {@link Circuit} where they stand.
 */
abstract class CellDrawing extends Group {
    static final FormulaText TEXT = FormulaText.EMPTY;
    static final double CHIP = 1.08;

    /** Under the wires. */
    final Group ghosts = new Group();
    /** Over them, moving along. */
    final Group riders = new Group();

    private final Group wireLayer = new Group();
    private final Group nodeLayer = new Group();
    private final Group letterLayer = new Group();
    private final List<WireNode> wires = new ArrayList<>();
    private final Map<DiagramPart, GateNode> gates = new LinkedHashMap<>();
    private final Map<DiagramPart, StripNode> strips = new LinkedHashMap<>();
    private final Map<DiagramPart, TexNode> letters = new LinkedHashMap<>();
    private final Map<DiagramPart, ChipNode> chips = new LinkedHashMap<>();
    private final Map<DiagramPart, OperatorNode> operators = new LinkedHashMap<>();
    private final Map<DiagramPart, SquashNode> squashes = new LinkedHashMap<>();
    private final DiagramPart read;
    private final DiagramPart previous;
    private final DiagramPart state;
    private final InputBox input;
    private final StripNode slide = new StripNode();
    private Circuit circuit;
    private Look look = Look.STANDARD;

    /**
     * @param read the box of x
     * @param previous the strip of h_{t−1}
     * @param state the strip of h_t
     */
    CellDrawing(DiagramPart read, DiagramPart previous, DiagramPart state) {
        this.read = read;
        this.previous = previous;
        this.state = state;
        input = new InputBox(read);
        circuit = circuit(new DiagramBox(456, 263, 13, 1));
        setManaged(false);
        letterLayer.setMouseTransparent(true);
        slide.setMouseTransparent(true);
        ghosts.setMouseTransparent(true);
        getChildren().addAll(ghosts, wireLayer, nodeLayer, riders, input, letterLayer, slide);
        strip(previous, TEXT.h("h_{t-1}"));
        strip(state, TEXT.h("h_t"));
    }

    static CellDrawing of(CellType cell) {
        return switch (cell) {
            case GRU -> new GruDrawing();
            case LSTM -> new LstmDrawing();
            case RNN -> new RnnDrawing();
        };
    }

    abstract Circuit circuit(DiagramBox box);

    /** Places what only this cell has. */
    void placed(Circuit where, Look how, DiagramWords words) {}

    /** Draws what only this cell has. */
    void drawn(DiagramFrame frame, DiagramShade shade) {}

    final void gate(DiagramPart part, FormulaText letter, Ink ink, boolean sigmoid) {
        gates.put(part, add(new GateNode(part, letter, ink, sigmoid)));
    }

    /** A strip beside the gates, its letter under it. */
    final void strip(DiagramPart part, FormulaText letter) {
        strip(part);
        TexNode text = new TexNode(letter, 13);
        letters.put(part, text);
        letterLayer.getChildren().add(text);
    }

    final void strip(DiagramPart part) {
        StripNode strip = new StripNode();
        strip.setId(part.id());
        strips.put(part, add(strip));
    }

    final void chip(DiagramPart part, String tex) {
        chips.put(part, add(new ChipNode(part, TEXT.ink(tex), CHIP)));
    }

    final void times(DiagramPart part, Ink outline) {
        operators.put(part, add(OperatorNode.times(part, outline)));
    }

    final void plus(DiagramPart part) {
        operators.put(part, add(OperatorNode.plus(part)));
    }

    final void squash(DiagramPart part) {
        squashes.put(part, add(new SquashNode(part)));
    }

    private <N extends Node> N add(N node) {
        nodeLayer.getChildren().add(node);
        return node;
    }

    /** The node of every part that is no wire. */
    Map<DiagramPart, Node> parts() {
        Map<DiagramPart, Node> all = new LinkedHashMap<>();
        all.putAll(gates);
        all.putAll(strips);
        all.putAll(chips);
        all.putAll(operators);
        all.putAll(squashes);
        all.put(read, input.input());
        return all;
    }

    List<WireNode> wires() {
        return wires;
    }

    /** The strips that can be clicked to choose a unit. */
    List<StripNode> strips() {
        List<StripNode> all = new ArrayList<>(strips.values());
        gates.values().forEach(g -> all.add(g.strip()));
        return all;
    }

    final void place(DiagramBox box, Look newLook, DiagramWords words) {
        circuit = circuit(box);
        look = newLook;
        double font = box.font();
        wires.clear();
        input.place(circuit.spot(read), font, look);
        gates.forEach((part, gate) -> {
            Spot at = circuit.spot(part);
            gate.place(at, box.strip(at.x(), at.y(), circuit.stripHeight()), font, look);
        });
        strips.forEach((part, strip) -> strip.place(circuit.spot(part), font, look));
        letters.forEach((part, letter) -> {
            Spot at = circuit.spot(part);
            GateNode.set(letter, 1.4 * font, at.x(), at.bottom() + 1.35 * font);
        });
        chips.forEach((part, chip) -> place(chip, circuit.spot(part)));
        operators.forEach((part, operator) -> operator.place(circuit.spot(part), box.scale()));
        squashes.forEach((part, squash) -> squash.place(circuit.spot(part), font, look));
        placed(circuit, look, words);
    }

    final void place(ChipNode chip, Spot at) {
        chip.place(at, circuit.box.font(), look.px(3), look.px(1.25));
    }

    /** Puts what is read into its box; true if the wires are new, because the box has become wider or narrower. */
    boolean input(String label) {
        double was = input.right();
        DiagramBox box = circuit.box;
        input.show(label, circuit.spot(read), box.font(), circuit.inputLimit());
        if (!wires.isEmpty() && input.right() == was) {
            return false;
        }
        wires.clear();
        circuit.wires(input.right()).forEach(w -> wires.add(new WireNode(w, box.arrow())));
        wireLayer.getChildren().setAll(wires);
        return true;
    }

    void draw(DiagramFrame frame) {
        DiagramShade shade = new DiagramShade(look.palette());
        Convention convention = frame.convention();
        for (WireNode wire : wires) {
            wire.draw(frame, wire.wire().part().microStep(convention), shade);
        }
        gates.forEach((part, gate) -> {
            int step = part.microStep(convention);
            gate.draw(shade, frame.strength(step));
            strip(gate.strip(), part, frame, step);
        });
        strips.forEach((part, strip) -> strip(strip, part, frame, part.microStep(convention)));
        letters.forEach((part, letter) -> shade.apply(letter, frame.strength(part.microStep(convention))));
        chips.forEach((part, chip) -> chip.outlined(shade, Ink.INK, frame.strength(part.microStep(convention))));
        operators.forEach((part, operator) -> operator.draw(shade, frame.strength(part.microStep(convention))));
        squashes.forEach((part, squash) -> squash.draw(shade, frame.strength(part.microStep(convention))));
        input.draw(shade);
        drawn(frame, shade);
        slide(frame);
    }

    private void strip(StripNode node, DiagramPart part, DiagramFrame frame, int step) {
        double inked = part == state ? frame.outline() : 0;
        node.draw(column(frame, part), frame.fill(step), frame.strength(step), inked);
    }

    private @Nullable StripColumn column(DiagramFrame frame, DiagramPart part) {
        DiagramMoment now = frame.now();
        if (now == null) {
            return null;
        }
        StripColumn column = StripColumn.of(fitting(now), part, look.palette());
        DiagramMoment earlier = frame.earlier();
        return earlier == null
                ? column
                : column.from(StripColumn.of(fitting(earlier), part, look.palette()), frame.mix());
    }

    /** Of more units than the strip has pixels, those around the selected one. */
    DiagramMoment fitting(DiagramMoment moment) {
        int most = (int) ((circuit.stripHeight() - circuit.box.font()) * look.pixelRatio());
        UnitOrder order = moment.order();
        if (order.count() <= most) {
            return moment;
        }
        UnitOrder fewer = order.window(order.first(), most).showing(moment.unit());
        return new DiagramMoment(moment.trace(), moment.t(), moment.unit(), fewer, moment.label(), moment.inputs());
    }

    /** One column of the state, from the edge beside the maps to the strip at the left. */
    private void slide(DiagramFrame frame) {
        DiagramMoment now = frame.now();
        boolean seen = frame.column() < 1 && now != null;
        slide.setVisible(seen);
        if (!seen || now == null) {
            return;
        }
        Spot to = circuit.spot(previous);
        double from = -to.width();
        double x = from + (to.x() - from) * frame.column();
        slide.place(new Spot(x, to.y(), to.width(), to.height()), circuit.box.font(), look);
        slide.draw(StripColumn.of(fitting(now), state, look.palette()), 1, 1, 0.5);
        slide.setOpacity(1 - frame.column() * frame.column());
    }
}
