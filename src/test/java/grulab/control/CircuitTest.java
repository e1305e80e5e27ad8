package grulab.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import grulab.model.CellType;
import grulab.model.Convention;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Point2D;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What holds of the diagrams of all cells in boxes of every size that the window gives them. */
class CircuitTest {
    private static final Map<CellType, Map<DiagramPart, DiagramPart>> TARGETS = targets();
    private static final Map<CellType, List<DiagramPart>> HOPPING = Map.of(
            CellType.GRU, List.of(GruPart.HIGHWAY_TO_Z, GruPart.Z_TO_OLD),
            CellType.LSTM, List.of(LstmPart.F_TO_OLD, LstmPart.NEW_TO_PLUS),
            CellType.RNN, List.of());

    @Property(tries = 100)
    void nothingOverlapsAndAllIsInside(
            @ForAll CellType cell,
            @ForAll @DoubleRange(min = 408, max = 900) double width,
            @ForAll @DoubleRange(min = 200, max = 500) double height,
            @ForAll boolean projector) {
        Circuit circuit = circuit(cell, width, height, projector);
        List<Map.Entry<DiagramPart, Spot>> places = List.copyOf(circuit.places().entrySet());
        for (int i = 0; i < places.size(); i++) {
            Spot a = places.get(i).getValue();
            String name = places.get(i).getKey() + " of " + circuit.box;
            assertThat(a.left()).as(name).isGreaterThanOrEqualTo(0);
            assertThat(a.top()).as(name).isGreaterThanOrEqualTo(0);
            assertThat(a.right()).as(name).isLessThanOrEqualTo(circuit.box.width());
            assertThat(a.bottom()).as(name).isLessThanOrEqualTo(circuit.box.height());
            for (int j = 0; j < i; j++) {
                Spot b = places.get(j).getValue();
                double apart = Math.max(
                        Math.abs(a.x() - b.x()) - (a.width() + b.width()) / 2,
                        Math.abs(a.y() - b.y()) - (a.height() + b.height()) / 2);
                assertThat(apart).as("%s and %s", name, places.get(j).getKey()).isGreaterThan(0);
            }
        }
    }

    @Property(tries = 100)
    void nothingOverlapsInTheStepWorkspace(
            @ForAll CellType cell,
            @ForAll @DoubleRange(min = 560, max = 1300) double width,
            @ForAll @DoubleRange(min = 300, max = 600) double height,
            @ForAll @IntRange(min = 1, max = 40) int units) {
        Circuit circuit = circuit(cell, DiagramBox.detailed(width, height, Look.STANDARD, units));
        List<Map.Entry<DiagramPart, Spot>> places = List.copyOf(circuit.places().entrySet());
        for (int i = 0; i < places.size(); i++) {
            Spot a = places.get(i).getValue();
            String name = places.get(i).getKey() + " of " + circuit.box;
            assertThat(Math.min(a.left(), a.top())).as(name).isGreaterThanOrEqualTo(0);
            assertThat(a.right()).as(name).isLessThanOrEqualTo(width);
            assertThat(a.bottom()).as(name).isLessThanOrEqualTo(height);
            for (int j = 0; j < i; j++) {
                Spot b = places.get(j).getValue();
                double apart = Math.max(
                        Math.abs(a.x() - b.x()) - (a.width() + b.width()) / 2,
                        Math.abs(a.y() - b.y()) - (a.height() + b.height()) / 2);
                assertThat(apart).as("%s and %s", name, places.get(j).getKey()).isGreaterThan(0);
            }
        }
    }

    @Property(tries = 100)
    void everyWireEndsOnTheBorderOfItsTarget(
            @ForAll CellType cell,
            @ForAll @DoubleRange(min = 408, max = 900) double width,
            @ForAll @DoubleRange(min = 200, max = 500) double height) {
        Circuit circuit = circuit(cell, width, height, false);
        List<Wire> wires = wires(circuit, cell);
        assertThat(wires)
                .extracting(Wire::part)
                .containsExactlyInAnyOrderElementsOf(TARGETS.get(cell).keySet());
        for (Wire wire : wires) {
            Spot node = circuit.spot(TARGETS.get(cell).get(wire.part()));
            assertThat(outside(wire.target(), node, circuit.box))
                    .as("%s", wire.part())
                    .isCloseTo(0, within(1e-6));
        }
    }

    @Property(tries = 100)
    void noWireRunsThroughANodeButItsOwnWeights(
            @ForAll CellType cell,
            @ForAll @DoubleRange(min = 408, max = 900) double width,
            @ForAll @DoubleRange(min = 200, max = 500) double height) {
        Circuit circuit = circuit(cell, width, height, false);
        for (Wire wire : wires(circuit, cell)) {
            double length = wire.length();
            List<Point2D> points = new ArrayList<>();
            for (double at = 0; at <= length; at += 2) {
                points.add(wire.at(at));
            }
            for (Map.Entry<DiagramPart, Spot> place : circuit.places().entrySet()) {
                String name = wire.part() + " and " + place.getKey() + " in " + circuit.box;
                boolean weights = place.getKey().name().matches("[WU](_.)?");
                for (int i = 0; i < points.size(); i++) {
                    double apart = outside(points.get(i), place.getValue(), circuit.box);
                    if (weights && apart < 0) {
                        assertThat(place.getKey().microStep(Convention.PYTORCH))
                                .as(name)
                                .isEqualTo(wire.part().microStep(Convention.PYTORCH));
                        assertThat(length - 2 * i).as(name).isGreaterThan(circuit.box.arrow() - 1.5);
                    } else if (!weights) {
                        assertThat(apart).as(name).isGreaterThan(-1e-6);
                    }
                }
            }
        }
    }

    @Property(tries = 100)
    void wiresCrossOnlyInHops(
            @ForAll CellType cell,
            @ForAll @DoubleRange(min = 408, max = 900) double width,
            @ForAll @DoubleRange(min = 200, max = 500) double height) {
        Circuit circuit = circuit(cell, width, height, false);
        List<Wire> wires = wires(circuit, cell);
        List<DiagramPart> hopping = new ArrayList<>();
        for (Wire under : wires) {
            for (Wire over : wires) {
                for (double x : crossings(over, under)) {
                    hopping.add(over.part());
                    double column = over.points().get(over.points().size() - 1).getX();
                    if (over.part() == GruPart.Z_TO_OLD) {
                        column = over.source().getX();
                    }
                    assertThat(x - column)
                            .as("%s", over.part())
                            .isCloseTo(circuit.box.hopRadius(), within(0.02 * circuit.box.font()));
                }
            }
        }
        assertThat(hopping).containsExactlyInAnyOrderElementsOf(HOPPING.get(cell));
    }

    @Test
    void columnsOfTheBarHoldWhatTheirMicroStepComputes() {
        Map<CellType, List<DiagramPart>> computed = Map.of(
                CellType.LSTM,
                List.of(LstmPart.F, LstmPart.I, LstmPart.G, LstmPart.CELL, LstmPart.O, LstmPart.STATE),
                CellType.RNN,
                List.of(RnnPart.SUM, RnnPart.STATE));
        computed.forEach((cell, parts) -> {
            Circuit circuit = circuit(cell, 408, 240, false);
            List<Double> ends = MicroSteps.ends(cell, false);
            assertThat(ends).hasSize(MicroSteps.count(cell)).endsWith(1.0);
            for (int i = 0; i < parts.size(); i++) {
                Spot spot = circuit.spot(parts.get(i));
                assertThat(parts.get(i).microStep(Convention.PYTORCH)).isEqualTo(i + 1);
                assertThat(spot.right()).isLessThan(ends.get(i) * 408);
                assertThat(spot.left()).isGreaterThan(i == 0 ? 0 : ends.get(i - 1) * 408);
            }
        });
    }

    static Circuit circuit(CellType cell, double width, double height, boolean projector) {
        DiagramBox box = DiagramBox.fit(
                projector ? Math.max(540, width) : width,
                projector ? Math.max(380, height) : height,
                Look.STANDARD.withProjector(projector));
        return circuit(cell, box);
    }

    private static Circuit circuit(CellType cell, DiagramBox box) {
        return switch (cell) {
            case GRU -> new GruCircuit(box);
            case LSTM -> new LstmCircuit(box);
            case RNN -> new RnnCircuit(box);
        };
    }

    private static List<Wire> wires(Circuit circuit, CellType cell) {
        DiagramPart input = switch (cell) {
            case GRU -> GruPart.INPUT;
            case LSTM -> LstmPart.INPUT;
            case RNN -> RnnPart.INPUT;
        };
        return circuit.wires(circuit.spot(input).right());
    }

    /** How far a point is from the border of a node, negative inside. */
    private static double outside(Point2D point, Spot node, DiagramBox box) {
        boolean circle = node.width() == 2 * box.operatorRadius();
        return circle
                ? point.distance(node.x(), node.y()) - box.operatorRadius()
                : Math.max(
                        Math.abs(point.getX() - node.x()) - node.width() / 2,
                        Math.abs(point.getY() - node.y()) - node.height() / 2);
    }

    /** Where a wire goes from one side of a horizontal stretch of another to its other side. */
    private static List<Double> crossings(Wire wire, Wire level) {
        List<Double> xs = new ArrayList<>();
        for (int i = 1; i < level.points().size(); i++) {
            Point2D p = level.points().get(i - 1);
            Point2D q = level.points().get(i);
            for (int j = 1; p.getY() == q.getY() && j < wire.points().size(); j++) {
                Point2D a = wire.points().get(j - 1);
                Point2D b = wire.points().get(j);
                // counted half open, so that a vertex on the line is met once
                if (a.getY() < p.getY() == b.getY() < p.getY()) {
                    continue;
                }
                double x = a.getX() + (b.getX() - a.getX()) * (p.getY() - a.getY()) / (b.getY() - a.getY());
                boolean leaves = Math.abs(wire.source().getY() - p.getY()) < 1e-9
                        || Math.abs(wire.target().getY() - p.getY()) < 1e-9;
                if (!leaves && x > Math.min(p.getX(), q.getX()) && x < Math.max(p.getX(), q.getX())) {
                    xs.add(x);
                }
            }
        }
        return xs;
    }

    private static Map<CellType, Map<DiagramPart, DiagramPart>> targets() {
        Map<DiagramPart, DiagramPart> gru = new HashMap<>();
        gru.put(GruPart.HIGHWAY, GruPart.TIMES_OLD);
        gru.put(GruPart.HIGHWAY_TO_R, GruPart.R);
        gru.put(GruPart.HIGHWAY_TO_TIMES, GruPart.TIMES_R);
        gru.put(GruPart.HIGHWAY_TO_Z, GruPart.Z);
        gru.put(GruPart.INPUT_TO_R, GruPart.R);
        gru.put(GruPart.INPUT_TO_CANDIDATE, GruPart.CANDIDATE);
        gru.put(GruPart.INPUT_TO_Z, GruPart.Z);
        gru.put(GruPart.R_TO_TIMES, GruPart.TIMES_R);
        gru.put(GruPart.TIMES_TO_PRODUCT, GruPart.PRODUCT);
        gru.put(GruPart.PRODUCT_TO_CANDIDATE, GruPart.CANDIDATE);
        gru.put(GruPart.CANDIDATE_TO_MIXER, GruPart.TIMES_NEW);
        gru.put(GruPart.Z_TO_NEW, GruPart.TIMES_NEW);
        gru.put(GruPart.Z_TO_OLD, GruPart.TIMES_OLD);
        gru.put(GruPart.OLD_TO_PLUS, GruPart.PLUS);
        gru.put(GruPart.NEW_TO_PLUS, GruPart.PLUS);
        gru.put(GruPart.PLUS_TO_STATE, GruPart.STATE);
        Map<DiagramPart, DiagramPart> lstm = new HashMap<>();
        lstm.put(LstmPart.HIGHWAY, LstmPart.TIMES_OLD);
        lstm.put(LstmPart.OLD_TO_PLUS, LstmPart.PLUS);
        lstm.put(LstmPart.PLUS_TO_CELL, LstmPart.CELL);
        lstm.put(LstmPart.CELL_TO_TANH, LstmPart.TANH);
        lstm.put(LstmPart.TANH_TO_SHOWN, LstmPart.TIMES_SHOWN);
        lstm.put(LstmPart.SHOWN_TO_STATE, LstmPart.STATE);
        lstm.put(LstmPart.STATE_TO_F, LstmPart.F);
        lstm.put(LstmPart.STATE_TO_I, LstmPart.I);
        lstm.put(LstmPart.STATE_TO_G, LstmPart.G);
        lstm.put(LstmPart.STATE_TO_O, LstmPart.O);
        lstm.put(LstmPart.INPUT_TO_F, LstmPart.F);
        lstm.put(LstmPart.INPUT_TO_I, LstmPart.I);
        lstm.put(LstmPart.INPUT_TO_G, LstmPart.G);
        lstm.put(LstmPart.INPUT_TO_O, LstmPart.O);
        lstm.put(LstmPart.F_TO_OLD, LstmPart.TIMES_OLD);
        lstm.put(LstmPart.I_TO_NEW, LstmPart.TIMES_NEW);
        lstm.put(LstmPart.G_TO_NEW, LstmPart.TIMES_NEW);
        lstm.put(LstmPart.NEW_TO_PLUS, LstmPart.PLUS);
        lstm.put(LstmPart.O_TO_SHOWN, LstmPart.TIMES_SHOWN);
        Map<DiagramPart, DiagramPart> rnn = new HashMap<>();
        rnn.put(RnnPart.STATE_TO_PLUS, RnnPart.PLUS);
        rnn.put(RnnPart.INPUT_TO_PLUS, RnnPart.PLUS);
        rnn.put(RnnPart.PLUS_TO_SUM, RnnPart.SUM);
        rnn.put(RnnPart.SUM_TO_TANH, RnnPart.TANH);
        rnn.put(RnnPart.TANH_TO_STATE, RnnPart.STATE);
        return new EnumMap<>(Map.of(CellType.GRU, gru, CellType.LSTM, lstm, CellType.RNN, rnn));
    }
}
