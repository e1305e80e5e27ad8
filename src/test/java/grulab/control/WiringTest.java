package grulab.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import javafx.geometry.Point2D;
import org.junit.jupiter.api.Test;

class WiringTest {
    private static final DiagramBox BOX = new DiagramBox(456, 263, 13, 1);

    @Test
    void linesHaveThePatternOfTheirSymbol() {
        List<Wire> wires = wires(900, 500);
        assertThat(of(wires, GruPart.R_TO_TIMES).dashes()).containsExactly(7.0, 3.0);
        assertThat(of(wires, GruPart.Z_TO_OLD).dashes()).containsExactly(2.5, 2.5);
        assertThat(of(wires, GruPart.HIGHWAY).width()).isEqualTo(3.2);
        assertThat(of(wires, GruPart.HIGHWAY_TO_R).width()).isEqualTo(2);
        assertThat(of(wires, GruPart.INPUT_TO_R).width()).isEqualTo(1.8);
        assertThat(of(wires, GruPart.CANDIDATE_TO_MIXER).width()).isEqualTo(2.4);
        assertThat(of(wires, GruPart.CANDIDATE_TO_MIXER).ink()).isEqualTo(Ink.CANDIDATE);
    }

    @Test
    void partOfAWireFollowsItFromItsSource() {
        Wire wire = of(wires(456, 263), GruPart.NEW_TO_PLUS);
        Point2D corner = wire.points().get(1);
        double first = wire.source().distance(corner);
        assertThat(wire.upTo(first + 5)).hasSize(3).startsWith(wire.source(), corner);
        assertThat(wire.at(first + 5).distance(corner)).isCloseTo(5, within(1e-9));
        assertThat(wire.at(wire.length()).distance(wire.target())).isLessThan(1e-9);
    }

    @Test
    void theLaterWireHopsWhicheverWayItGoes() {
        for (double[] ends : new double[][] {{90, 10}, {10, 90}}) {
            Wiring wiring = new Wiring(BOX);
            wiring.solid(RnnPart.STATE_TO_PLUS, Ink.H, 2, 0, 50, 100, 50);
            wiring.solid(RnnPart.INPUT_TO_PLUS, Ink.X, 2, 40, ends[0], 40, ends[1]);
            wiring.solid(RnnPart.PLUS_TO_SUM, Ink.X, 2, 140, ends[0], 140, ends[1]);
            List<Wire> wires = wiring.done();
            assertThat(wires.get(0).points()).hasSize(2);
            assertThat(wires.get(1).points()).anyMatch(p -> p.distance(40 + BOX.hopRadius(), 50) < 1e-9);
            assertThat(wires.get(2).points()).hasSize(2);
        }
    }

    @Test
    void aHeadThatWouldCoverItsLineIsLeftOut() {
        Spot left = BOX.operator(100, 50);
        for (double gap : new double[] {4, 40}) {
            Wiring wiring = new Wiring(BOX);
            wiring.between(GruPart.OLD_TO_PLUS, Ink.H, 3.2, left, BOX.operator(100 + left.width() + gap, 50));
            assertThat(wiring.done().get(0).arrow()).isEqualTo(gap == 40);
        }
    }

    private static List<Wire> wires(double width, double height) {
        Circuit circuit = new GruCircuit(DiagramBox.fit(width, height, Look.STANDARD));
        return circuit.wires(circuit.spot(GruPart.INPUT).right());
    }

    private static Wire of(List<Wire> wires, DiagramPart part) {
        return wires.stream().filter(w -> w.part() == part).findFirst().orElseThrow();
    }
}
