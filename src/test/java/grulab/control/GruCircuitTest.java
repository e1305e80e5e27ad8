package grulab.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import javafx.geometry.Point2D;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class GruCircuitTest {
    /** Centres in the table of the design, in thousandths of width and height. */
    private static final Map<GruPart, List<Integer>> TABLE = Map.ofEntries(
            Map.entry(GruPart.PREVIOUS, List.of(55, 235)),
            Map.entry(GruPart.INPUT, List.of(55, 945)),
            Map.entry(GruPart.R, List.of(200, 640)),
            Map.entry(GruPart.W_R, List.of(200, 885)),
            Map.entry(GruPart.U_R, List.of(200, 335)),
            Map.entry(GruPart.TIMES_R, List.of(314, 640)),
            Map.entry(GruPart.PRODUCT, List.of(386, 640)),
            Map.entry(GruPart.CANDIDATE, List.of(566, 640)),
            Map.entry(GruPart.W_N, List.of(566, 885)),
            Map.entry(GruPart.Z, List.of(702, 640)),
            Map.entry(GruPart.W_Z, List.of(702, 885)),
            Map.entry(GruPart.TIMES_OLD, List.of(852, 235)),
            Map.entry(GruPart.TIMES_NEW, List.of(852, 415)),
            Map.entry(GruPart.PLUS, List.of(900, 235)),
            Map.entry(GruPart.STATE, List.of(963, 235)));

    private final DiagramBox box = DiagramBox.fit(456, 263, Look.STANDARD);
    private final GruCircuit train = new GruCircuit(box);

    @Test
    void nodesStandWhereTheTableSays() {
        Circuit g = new GruCircuit(new DiagramBox(1000, 1000, 13, 1));
        TABLE.forEach((part, at) -> {
            assertThat(g.spot(part).x()).as("%s x", part).isCloseTo(at.get(0), within(1e-9));
            assertThat(g.spot(part).y()).as("%s y", part).isCloseTo(at.get(1), within(1e-9));
        });
        assertThat(g.spot(GruPart.U_Z).y()).isCloseTo(335 - 0.25 * 13, within(1e-9));
    }

    @Test
    void inTheTrainWorkspaceSizesAreThoseOfTheDesign() {
        assertThat(box.font()).isCloseTo(13, within(0.1));
        assertThat(box.stripWidth()).isBetween(0.9 * 13, 1.05 * 13);
        assertThat(train.spot(GruPart.R).width()).isCloseTo(box.stripWidth() + 2.9 * box.font(), within(1e-9));
        assertThat(train.spot(GruPart.W_N).width()).isCloseTo(1.9 * box.font(), within(1e-9));
        assertThat(train.spot(GruPart.W_N).height()).isCloseTo(1.6 * box.font(), within(1e-9));
        assertThat(box.operatorRadius()).isCloseTo(0.72 * box.font(), within(1e-9));
    }

    @Test
    void theRecurrentWeightsOfTheCandidateStandInOneOfTwoPlaces() {
        Spot before = train.recurrentCandidate(0);
        Spot after = train.recurrentCandidate(1);
        assertThat(before.x()).isCloseTo(0.460 * 456, within(1e-9));
        assertThat(before.y()).isCloseTo(0.640 * 263, within(1e-9));
        assertThat(after.x()).isCloseTo(0.314 * 456, within(1e-9));
        assertThat(after.y()).isCloseTo(0.335 * 263 + 0.2 * box.font(), within(1e-9));
        Spot half = train.recurrentCandidate(0.5);
        // on an arc above the straight line between the two places
        assertThat(half.y()).isLessThan((before.y() + after.y()) / 2 - box.font());
    }

    @Test
    void badgesTradePlacesOnOppositeSides() {
        Point2D old = new Point2D(0.784 * 456, 0.325 * 263);
        Point2D fresh = new Point2D(0.852 * 456, 0.540 * 263);
        assertThat(centre(train.badge(0, 1, false)).distance(old)).isLessThan(1e-6);
        assertThat(centre(train.badge(1, 1, false)).distance(fresh)).isLessThan(1e-6);
        Point2D z = centre(train.badge(0.5, 1, false));
        Point2D rest = centre(train.badge(0.5, -1, true));
        assertThat(z.midpoint(rest).distance(old.midpoint(fresh))).isLessThan(1e-6);
        assertThat(z.distance(rest)).isGreaterThan(box.font());
    }

    @Property(tries = 300)
    void whatMovesHasRoomInAnyBox(
            @ForAll @DoubleRange(min = 408, max = 900) double width,
            @ForAll @DoubleRange(min = 200, max = 500) double height) {
        GruCircuit g = new GruCircuit(DiagramBox.fit(width, height, Look.STANDARD));
        double head = g.box.arrow();
        assertThat(g.recurrentCandidate(1).bottom() + head)
                .isLessThan(g.spot(GruPart.TIMES_R).top());
        assertThat(g.recurrentCandidate(0).right())
                .isLessThan(g.spot(GruPart.CANDIDATE).left());
        assertThat(g.recurrentCandidate(0).left())
                .isGreaterThan(g.spot(GruPart.PRODUCT).right());
    }

    private static Point2D centre(Spot s) {
        return new Point2D(s.x(), s.y());
    }
}
