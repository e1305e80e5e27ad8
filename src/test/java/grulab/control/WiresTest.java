package grulab.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import grulab.control.DiagramGeometry.Spot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.geometry.Point2D;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class WiresTest {
    private static final Map<DiagramPart, DiagramPart> TARGETS = Map.ofEntries(
            Map.entry(DiagramPart.HIGHWAY, DiagramPart.TIMES_OLD),
            Map.entry(DiagramPart.HIGHWAY_TO_R, DiagramPart.R),
            Map.entry(DiagramPart.HIGHWAY_TO_TIMES, DiagramPart.TIMES_R),
            Map.entry(DiagramPart.HIGHWAY_TO_Z, DiagramPart.Z),
            Map.entry(DiagramPart.INPUT_TO_R, DiagramPart.R),
            Map.entry(DiagramPart.INPUT_TO_CANDIDATE, DiagramPart.CANDIDATE),
            Map.entry(DiagramPart.INPUT_TO_Z, DiagramPart.Z),
            Map.entry(DiagramPart.R_TO_TIMES, DiagramPart.TIMES_R),
            Map.entry(DiagramPart.TIMES_TO_PRODUCT, DiagramPart.PRODUCT),
            Map.entry(DiagramPart.PRODUCT_TO_CANDIDATE, DiagramPart.CANDIDATE),
            Map.entry(DiagramPart.CANDIDATE_TO_MIXER, DiagramPart.TIMES_NEW),
            Map.entry(DiagramPart.Z_TO_NEW, DiagramPart.TIMES_NEW),
            Map.entry(DiagramPart.Z_TO_OLD, DiagramPart.TIMES_OLD),
            Map.entry(DiagramPart.OLD_TO_PLUS, DiagramPart.PLUS),
            Map.entry(DiagramPart.NEW_TO_PLUS, DiagramPart.PLUS),
            Map.entry(DiagramPart.PLUS_TO_STATE, DiagramPart.STATE));

    @Property(tries = 100)
    void everyWireEndsOnTheBorderOfItsTarget(
            @ForAll @DoubleRange(min = 408, max = 900) double width,
            @ForAll @DoubleRange(min = 200, max = 500) double height) {
        DiagramGeometry g = DiagramGeometry.fit(width, height, Look.STANDARD);
        List<Wire> wires = wires(g);
        assertThat(wires).extracting(Wire::part).containsExactlyInAnyOrderElementsOf(TARGETS.keySet());
        for (Wire wire : wires) {
            Spot node = g.spot(TARGETS.get(wire.part()));
            boolean circle = node.width() == 2 * g.operatorRadius();
            double outside = circle
                    ? wire.target().distance(node.x(), node.y()) - g.operatorRadius()
                    : Math.max(
                            Math.abs(wire.target().getX() - node.x()) - node.width() / 2,
                            Math.abs(wire.target().getY() - node.y()) - node.height() / 2);
            assertThat(outside).as("%s", wire.part()).isCloseTo(0, within(1e-6));
        }
    }

    @Property(tries = 100)
    void wiresCrossOnlyInHops(
            @ForAll @DoubleRange(min = 408, max = 900) double width,
            @ForAll @DoubleRange(min = 200, max = 500) double height) {
        DiagramGeometry g = DiagramGeometry.fit(width, height, Look.STANDARD);
        List<Wire> wires = wires(g);
        List<DiagramPart> hopping = new ArrayList<>();
        for (Wire under : wires) {
            for (Wire over : wires) {
                for (double x : crossings(over, under)) {
                    hopping.add(over.part());
                    double column = over.part() == DiagramPart.HIGHWAY_TO_Z ? 0.702 * width : 0.784 * width;
                    assertThat(x - column).as("%s", over.part()).isCloseTo(g.hopRadius(), within(0.02 * g.font()));
                }
            }
        }
        assertThat(hopping).containsExactlyInAnyOrder(DiagramPart.HIGHWAY_TO_Z, DiagramPart.Z_TO_OLD);
    }

    @Test
    void linesHaveThePatternOfTheirSymbol() {
        List<Wire> wires = wires(DiagramGeometry.fit(900, 500, Look.STANDARD));
        assertThat(of(wires, DiagramPart.R_TO_TIMES).dashes()).containsExactly(7.0, 3.0);
        assertThat(of(wires, DiagramPart.Z_TO_OLD).dashes()).containsExactly(2.5, 2.5);
        assertThat(of(wires, DiagramPart.HIGHWAY).width()).isEqualTo(3.2);
        assertThat(of(wires, DiagramPart.HIGHWAY_TO_R).width()).isEqualTo(2);
        assertThat(of(wires, DiagramPart.INPUT_TO_R).width()).isEqualTo(1.8);
        assertThat(of(wires, DiagramPart.CANDIDATE_TO_MIXER).width()).isEqualTo(2.4);
        assertThat(of(wires, DiagramPart.CANDIDATE_TO_MIXER).ink()).isEqualTo(Ink.CANDIDATE);
    }

    @Test
    void partOfAWireFollowsItFromItsSource() {
        Wire wire = of(wires(DiagramGeometry.fit(456, 263, Look.STANDARD)), DiagramPart.NEW_TO_PLUS);
        Point2D corner = wire.points().get(1);
        double first = wire.source().distance(corner);
        assertThat(wire.upTo(first + 5)).hasSize(3).startsWith(wire.source(), corner);
        assertThat(wire.at(first + 5).distance(corner)).isCloseTo(5, within(1e-9));
        assertThat(wire.at(wire.length()).distance(wire.target())).isLessThan(1e-9);
    }

    private static List<Wire> wires(DiagramGeometry g) {
        return Wires.of(g, g.spot(DiagramPart.INPUT).right());
    }

    private static Wire of(List<Wire> wires, DiagramPart part) {
        return wires.stream().filter(w -> w.part() == part).findFirst().orElseThrow();
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
}
