package grulab.control;

import grulab.model.CellType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleConsumer;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.text.Text;

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

    private final LitLayer halo = new LitLayer();
    private final Group wireLayer = new Group();
    private final Group nodeLayer = new Group();
    private final Group letterLayer = new Group();
    private final List<WireNode> wires = new ArrayList<>();
    private final Map<DiagramPart, GateNode> gates = new LinkedHashMap<>();
    private final Map<DiagramPart, StripNode> strips = new LinkedHashMap<>();
    private final Map<DiagramPart, LetterNode> letters = new LinkedHashMap<>();
    private final Map<DiagramPart, ChipNode> chips = new LinkedHashMap<>();
    private final Map<DiagramPart, OperatorNode> operators = new LinkedHashMap<>();
    private final Map<DiagramPart, SquashNode> squashes = new LinkedHashMap<>();
    /** How strong each node is drawn, so that the same is not drawn again. */
    private final Map<DiagramPart, Double> strengths = new HashMap<>();

    private final DiagramPart read;
    private final DiagramPart previous;
    private final DiagramPart state;
    private final InputBox input;
    private final StripNode slide = new StripNode();
    private final Text power = new Text();
    private final StripColumns columns = new StripColumns();
    private Set<DiagramPart> lit = Set.of();
    private Circuit circuit;
    private Look look = Look.STANDARD;
    private boolean detailed;
    private boolean backward;
    private boolean haloStale;

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
        power.setId("diagram-power");
        for (Node node : new Node[] {letterLayer, slide, ghosts, power}) {
            node.setMouseTransparent(true);
        }
        getChildren().addAll(halo, ghosts, wireLayer, nodeLayer, riders, input, letterLayer, power, slide);
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
        LetterNode text = new LetterNode(letter, SlopeFormulas.of(letter));
        letters.put(part, text);
        letterLayer.getChildren().add(text);
    }

    final void strip(DiagramPart part) {
        StripNode strip = new StripNode();
        strip.setId(part.id());
        strips.put(part, add(strip));
        ghosts.getChildren().add(strip.place());
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

    /** The strips, whose cells can be clicked to choose a unit. */
    Map<DiagramPart, StripNode> strips() {
        Map<DiagramPart, StripNode> all = new LinkedHashMap<>(strips);
        gates.forEach((part, gate) -> all.put(part, gate.strip()));
        return all;
    }

    /** @param inDetail as the Step workspace shows it */
    final void place(DiagramBox box, Look newLook, DiagramWords words, boolean inDetail) {
        circuit = circuit(box);
        look = newLook;
        detailed = inDetail;
        double font = box.font();
        wires.clear();
        strengths.clear();
        columns.clear();
        strips().values().forEach(strip -> strip.detailed(detailed));
        slide.detailed(detailed);
        input.place(circuit.spot(read), font, look);
        gates.forEach((part, gate) -> {
            Spot at = circuit.spot(part);
            gate.place(at, box.strip(at.x(), at.y(), circuit.stripHeight()), font, look);
        });
        strips.forEach((part, strip) -> strip.place(circuit.spot(part), font, look));
        letters.forEach((part, letter) -> {
            Spot at = circuit.spot(part);
            letter.place(1.4 * font, 1.3 * font, at.x(), at.bottom() + 1.35 * font);
        });
        chips.forEach((part, chip) -> place(chip, circuit.spot(part)));
        operators.forEach((part, operator) -> operator.place(circuit.spot(part), box.scale()));
        squashes.forEach((part, squash) -> squash.place(circuit.spot(part), font, look));
        power.setFont(Fonts.mono(0.8 * font));
        placed(circuit, look, words);
    }

    final void place(ChipNode chip, Spot at) {
        chip.place(at, circuit.box.font(), look.px(3), look.px(1.25));
    }

    /**
     * Puts what is read into its box; true if the wires are new, because the box has become wider or narrower, or they
     * run the other way.
     */
    boolean wire(String label, boolean back) {
        double was = input.right();
        DiagramBox box = circuit.box;
        input.show(label, circuit.spot(read), box.font(), circuit.inputLimit());
        if (!wires.isEmpty() && input.right() == was && back == backward) {
            return false;
        }
        backward = back;
        wires.clear();
        circuit.wires(input.right()).forEach(w -> wires.add(new WireNode(back ? w.reversed() : w, box.arrow())));
        wireLayer.getChildren().setAll(wires);
        strengths.clear();
        return true;
    }

    /** Draws some parts as strong as if they were done, on a halo. */
    void light(Set<DiagramPart> parts) {
        lit = parts;
        strengths.clear();
        haloStale = true;
    }

    private void halo() {
        if (haloStale) {
            haloStale = false;
            List<Node> nodes = new ArrayList<>();
            parts().forEach((part, node) -> {
                if (lit.contains(part)) {
                    nodes.add(node);
                }
            });
            halo.show(wires.stream().filter(w -> lit.contains(w.wire().part())).toList(), nodes, look);
        }
    }

    final double strength(DiagramFrame frame, DiagramPart part) {
        return lit.contains(part) ? 1 : frame.strength(part);
    }

    void draw(DiagramFrame frame) {
        DiagramShade shade = new DiagramShade(look.palette());
        wires.forEach(wire -> wire.draw(frame, shade, lit.contains(wire.wire().part())));
        boolean back = frame.isBackward();
        gates.forEach((part, gate) -> {
            changed(part, frame, strength -> gate.draw(shade, strength, back));
            strip(gate.strip(), part, frame);
        });
        strips.forEach((part, strip) -> strip(strip, part, frame));
        letters.forEach((part, letter) -> changed(part, frame, strength -> letter.draw(shade, strength, back)));
        chips.forEach((part, chip) -> changed(part, frame, strength -> chip.outlined(shade, Ink.INK, strength)));
        operators.forEach((part, operator) -> changed(part, frame, strength -> operator.draw(shade, strength)));
        squashes.forEach((part, squash) -> changed(part, frame, strength -> squash.draw(shade, strength)));
        if (strengths.put(read, 1.0) == null) {
            input.draw(shade);
        }
        drawn(frame, shade);
        slide(frame);
        power(frame);
        halo();
    }

    /** How strong a node is to be drawn, if that is not how it is drawn already. */
    private void changed(DiagramPart part, DiagramFrame frame, DoubleConsumer draw) {
        double strength = strength(frame, part);
        Double was = strengths.put(part, strength);
        if (was == null || was != strength) {
            draw.accept(strength);
        }
    }

    private void strip(StripNode node, DiagramPart part, DiagramFrame frame) {
        double inked = part == state ? frame.outline() : 0;
        // a wire that comes in with its head is not to be covered, nor the letter of a gate
        boolean passed = !gates.containsKey(part) && !part.isPast();
        node.ghostAtRight(passed && (part == state || !frame.isBackward()));
        node.draw(columns.of(frame, part, this), frame.fill(frame.step(part)), strength(frame, part), inked);
    }

    /** Whether strips have room for numbers. */
    boolean isNumbered() {
        return detailed && circuit.box.isNumbered();
    }

    boolean isDetailed() {
        return detailed;
    }

    Look shownLook() {
        return look;
    }

    /** Of more units than the strip has rows, those around the selected one. */
    DiagramMoment fitting(DiagramMoment moment) {
        double room = circuit.stripHeight() - circuit.box.font();
        int most = (int) (detailed ? room / look.px(2) : room * look.pixelRatio());
        UnitOrder order = moment.order();
        return order.count() <= most
                ? moment
                : moment.with(order.window(order.first(), most).showing(moment.unit()));
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

    /** In which power of ten the numbers of gradients are printed. */
    private void power(DiagramFrame frame) {
        DiagramMoment now = frame.now();
        int exponent = now == null || !isNumbered() ? 0 : StripColumn.exponent(now);
        power.setVisible(exponent != 0);
        if (exponent != 0) {
            power.setText("× 10" + Numbers.superscript(exponent));
            power.setFill(look.palette().text2);
            Spot at = circuit.spot(state);
            power.setX(circuit.box.width() - power.getLayoutBounds().getWidth() - look.px(2));
            power.setY(at.bottom() + 3 * circuit.box.font());
        }
    }
}
