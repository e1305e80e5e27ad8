package grulab.control;

import grulab.control.DiagramGeometry.Column;
import grulab.control.DiagramGeometry.Row;
import grulab.control.DiagramGeometry.Spot;
import grulab.model.Convention;
import grulab.model.ResetPosition;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Group;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** The nodes of the diagram: placed once for a geometry, coloured and filled anew for every frame. */
final class DiagramDrawing extends Group {
    private static final FormulaText TEXT = FormulaText.EMPTY;
    private static final double CHIP = 1.08;

    private final Group wireLayer = new Group();
    private final List<WireNode> wires = new ArrayList<>();
    private final Map<DiagramPart, GateNode> gates = new EnumMap<>(DiagramPart.class);
    private final Map<DiagramPart, StripNode> strips = new EnumMap<>(DiagramPart.class);
    private final Map<DiagramPart, ChipNode> chips = new EnumMap<>(DiagramPart.class);
    private final Map<DiagramPart, OperatorNode> operators = new EnumMap<>(DiagramPart.class);
    private final ChipNode ghostBefore = new ChipNode(TEXT.ink("U_n"), CHIP);
    private final ChipNode ghostAfter = new ChipNode(TEXT.ink("U_n"), CHIP);
    private final ChipNode recurrentCandidate = new ChipNode(DiagramPart.U_N, TEXT.ink("U_n"), CHIP);
    private final ChipNode badge = new ChipNode(DiagramPart.BADGE_Z, TEXT.z("z"), 1.2);
    private final ChipNode badgeRest = new ChipNode(DiagramPart.BADGE_REST, TEXT.z("1{-}z"), 1.08);
    private final DiagramLabels labels = new DiagramLabels();
    private final StripNode slide = new StripNode();
    private DiagramGeometry geometry = new DiagramGeometry(456, 263, 13, 1);
    private Look look = Look.STANDARD;

    DiagramDrawing() {
        setManaged(false);
        gates.put(DiagramPart.R, new GateNode(DiagramPart.R, TEXT.r("r"), Ink.R, true));
        gates.put(
                DiagramPart.CANDIDATE,
                new GateNode(DiagramPart.CANDIDATE, TEXT.candidate("\\tilde{h}"), Ink.CANDIDATE, false));
        gates.put(DiagramPart.Z, new GateNode(DiagramPart.Z, TEXT.z("z"), Ink.Z, true));
        for (DiagramPart part : List.of(DiagramPart.PREVIOUS, DiagramPart.PRODUCT, DiagramPart.STATE)) {
            StripNode strip = new StripNode();
            strip.setId(part.id());
            strips.put(part, strip);
        }
        chip(DiagramPart.W_R, "W_r");
        chip(DiagramPart.W_N, "W_n");
        chip(DiagramPart.W_Z, "W_z");
        chip(DiagramPart.U_R, "U_r");
        chip(DiagramPart.U_Z, "U_z");
        operators.put(DiagramPart.TIMES_R, OperatorNode.times(DiagramPart.TIMES_R, Ink.R));
        operators.put(DiagramPart.TIMES_OLD, OperatorNode.times(DiagramPart.TIMES_OLD, Ink.Z));
        operators.put(DiagramPart.TIMES_NEW, OperatorNode.times(DiagramPart.TIMES_NEW, Ink.Z));
        operators.put(DiagramPart.PLUS, OperatorNode.plus(DiagramPart.PLUS));
        slide.setMouseTransparent(true);
        ghostBefore.setMouseTransparent(true);
        ghostAfter.setMouseTransparent(true);
        getChildren().addAll(ghostBefore, ghostAfter, wireLayer);
        getChildren().addAll(gates.values());
        getChildren().addAll(strips.values());
        getChildren().addAll(chips.values());
        getChildren().addAll(operators.values());
        getChildren().addAll(badgeRest, badge, recurrentCandidate, labels, slide);
    }

    private void chip(DiagramPart part, String tex) {
        chips.put(part, new ChipNode(part, TEXT.ink(tex), CHIP));
    }

    /** The node of every part that is no wire. */
    Map<DiagramPart, Node> parts() {
        Map<DiagramPart, Node> all = new EnumMap<>(DiagramPart.class);
        all.putAll(gates);
        all.putAll(strips);
        all.putAll(chips);
        all.putAll(operators);
        all.put(DiagramPart.U_N, recurrentCandidate);
        all.put(DiagramPart.BADGE_Z, badge);
        all.put(DiagramPart.BADGE_REST, badgeRest);
        all.put(DiagramPart.INPUT, labels.input());
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

    void place(DiagramGeometry g, Look newLook, String highway) {
        geometry = g;
        look = newLook;
        double font = g.font();
        labels.place(g, look, highway);
        wires.clear();
        gates.forEach((part, gate) -> {
            Spot at = g.spot(part);
            gate.place(at, new Spot(at.x(), at.y(), g.stripWidth(), g.stripHeight()), font, look);
        });
        strips.forEach((part, strip) -> strip.place(g.spot(part), font, look));
        chips.forEach((part, chip) -> placeChip(chip, g.spot(part)));
        operators.forEach((part, operator) -> operator.place(g.spot(part), g.scale()));
        placeChip(ghostBefore, g.recurrentCandidate(0));
        placeChip(ghostAfter, g.recurrentCandidate(1));
        ghostBefore.dashes(look.px(1), look.px(3), look.px(2.5));
        ghostAfter.dashes(look.px(1), look.px(3), look.px(2.5));
    }

    /** Puts what is read into its box; true if the wires are new, because the box has become wider or narrower. */
    boolean input(String label) {
        double was = labels.inputRight();
        labels.input(geometry, label);
        if (!wires.isEmpty() && labels.inputRight() == was) {
            return false;
        }
        wires.clear();
        Wires.of(geometry, labels.inputRight()).forEach(w -> wires.add(new WireNode(w, geometry.arrow())));
        wireLayer.getChildren().setAll(wires);
        return true;
    }

    private void placeChip(ChipNode chip, Spot at) {
        chip.place(at, geometry.font(), look.px(3), look.px(1.25));
    }

    void draw(DiagramFrame frame) {
        DiagramShade shade = new DiagramShade(look.palette());
        Convention convention = convention(frame);
        for (WireNode wire : wires) {
            wire.draw(frame, wire.wire().part().microStep(convention), shade);
        }
        gates.forEach((part, gate) -> {
            int step = part.microStep(convention);
            gate.draw(shade, frame.strength(step));
            strip(gate.strip(), part, frame, step);
        });
        strips.forEach((part, strip) -> strip(strip, part, frame, part.microStep(convention)));
        chips.forEach((part, chip) -> chip.outlined(shade, Ink.INK, frame.strength(part.microStep(convention))));
        operators.forEach((part, operator) -> operator.draw(shade, frame.strength(part.microStep(convention))));
        conventions(frame, shade, convention);
        labels.draw(frame, shade);
        slide(frame);
    }

    private static Convention convention(DiagramFrame frame) {
        return frame.now() == null ? Convention.PYTORCH : frame.now().convention();
    }

    private void strip(StripNode node, DiagramPart part, DiagramFrame frame, int step) {
        double inked = part == DiagramPart.STATE ? frame.outline() : 0;
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
        int most = (int) ((geometry.stripHeight() - geometry.font()) * look.pixelRatio());
        UnitOrder order = moment.order();
        if (order.count() <= most) {
            return moment;
        }
        UnitOrder fewer = order.window(order.first(), most).showing(moment.unit());
        return new DiagramMoment(moment.trace(), moment.t(), moment.unit(), fewer, moment.label(), moment.inputs());
    }

    private void conventions(DiagramFrame frame, DiagramShade shade, Convention convention) {
        double font = geometry.font();
        double weights = frame.strength(DiagramPart.U_N.microStep(convention));
        placeChip(recurrentCandidate, geometry.recurrentCandidate(frame.after()));
        recurrentCandidate.outlined(shade, Ink.INK, weights);
        boolean toAfter = convention.reset() == ResetPosition.AFTER;
        // the ghost stands where the chip comes from or is not; it is there as far as the chip is away
        ghostBefore.ghost(shade, frame.strength(4));
        ghostBefore.setOpacity(frame.after());
        ghostAfter.ghost(shade, frame.strength(3));
        ghostAfter.setOpacity(toAfter && frame.after() >= 1 ? 0 : 1 - frame.after());

        double strength = frame.strength(5);
        Spot one = geometry.badge(frame.admit(), 1, false);
        badge.place(one, font, one.height() / 2, look.px(1.5));
        badge.filled(shade, Ink.Z, strength);
        Spot rest = geometry.badge(1 - frame.admit(), -1, true);
        badgeRest.place(rest, font, rest.height() / 2, look.px(1.7));
        badgeRest.outlined(shade, Ink.Z, strength);
    }

    /** One column of the state, from the edge beside the maps to the strip at the left. */
    private void slide(DiagramFrame frame) {
        DiagramMoment now = frame.now();
        boolean seen = frame.column() < 1 && now != null;
        slide.setVisible(seen);
        if (!seen || now == null) {
            return;
        }
        double to = geometry.x(Column.INPUT);
        double from = -geometry.stripWidth();
        Spot at = new Spot(
                from + (to - from) * frame.column(),
                geometry.y(Row.HIGHWAY),
                geometry.stripWidth(),
                geometry.stripHeight());
        slide.place(at, geometry.font(), look);
        slide.draw(StripColumn.of(fitting(now), DiagramPart.STATE, look.palette()), 1, 1, 0.5);
        slide.setOpacity(1 - frame.column() * frame.column());
    }
}
