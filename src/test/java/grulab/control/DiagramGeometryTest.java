package grulab.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import grulab.control.DiagramGeometry.Spot;
import java.util.List;
import java.util.Map;
import javafx.geometry.Point2D;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class DiagramGeometryTest {
    /** Centres in the table of the design, in thousandths of width and height. */
    private static final Map<DiagramPart, List<Integer>> TABLE = Map.ofEntries(
            Map.entry(DiagramPart.PREVIOUS, List.of(55, 235)),
            Map.entry(DiagramPart.INPUT, List.of(55, 945)),
            Map.entry(DiagramPart.R, List.of(200, 640)),
            Map.entry(DiagramPart.W_R, List.of(200, 885)),
            Map.entry(DiagramPart.U_R, List.of(200, 335)),
            Map.entry(DiagramPart.TIMES_R, List.of(314, 640)),
            Map.entry(DiagramPart.PRODUCT, List.of(386, 640)),
            Map.entry(DiagramPart.CANDIDATE, List.of(566, 640)),
            Map.entry(DiagramPart.W_N, List.of(566, 885)),
            Map.entry(DiagramPart.Z, List.of(702, 640)),
            Map.entry(DiagramPart.W_Z, List.of(702, 885)),
            Map.entry(DiagramPart.TIMES_OLD, List.of(852, 235)),
            Map.entry(DiagramPart.TIMES_NEW, List.of(852, 415)),
            Map.entry(DiagramPart.PLUS, List.of(900, 235)),
            Map.entry(DiagramPart.STATE, List.of(963, 235)));

    private final DiagramGeometry train = DiagramGeometry.fit(456, 263, Look.STANDARD);

    @Test
    void nodesStandWhereTheTableSays() {
        DiagramGeometry g = new DiagramGeometry(1000, 1000, 13, 1);
        TABLE.forEach((part, at) -> {
            assertThat(g.spot(part).x()).as("%s x", part).isCloseTo(at.get(0), within(1e-9));
            assertThat(g.spot(part).y()).as("%s y", part).isCloseTo(at.get(1), within(1e-9));
        });
        assertThat(g.spot(DiagramPart.U_Z).y()).isCloseTo(335 - 0.25 * 13, within(1e-9));
    }

    @Test
    void inTheTrainWorkspaceSizesAreThoseOfTheDesign() {
        assertThat(train.font()).isCloseTo(13, within(0.1));
        assertThat(train.stripWidth()).isBetween(0.9 * 13, 1.05 * 13);
        assertThat(train.spot(DiagramPart.R).width()).isCloseTo(train.stripWidth() + 2.9 * train.font(), within(1e-9));
        assertThat(train.spot(DiagramPart.W_N).width()).isCloseTo(1.9 * train.font(), within(1e-9));
        assertThat(train.spot(DiagramPart.W_N).height()).isCloseTo(1.6 * train.font(), within(1e-9));
        assertThat(train.operatorRadius()).isCloseTo(0.72 * train.font(), within(1e-9));
    }

    @Test
    void theRecurrentWeightsOfTheCandidateStandInOneOfTwoPlaces() {
        Spot before = train.recurrentCandidate(0);
        Spot after = train.recurrentCandidate(1);
        assertThat(before.x()).isCloseTo(0.460 * 456, within(1e-9));
        assertThat(before.y()).isCloseTo(0.640 * 263, within(1e-9));
        assertThat(after.x()).isCloseTo(0.314 * 456, within(1e-9));
        assertThat(after.y()).isCloseTo(0.335 * 263 + 0.2 * train.font(), within(1e-9));
        Spot half = train.recurrentCandidate(0.5);
        // on an arc above the straight line between the two places
        assertThat(half.y()).isLessThan((before.y() + after.y()) / 2 - train.font());
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
        assertThat(z.distance(rest)).isGreaterThan(train.font());
    }

    @Property(tries = 300)
    void nothingOverlapsInAnyBox(
            @ForAll @DoubleRange(min = 408, max = 900) double width,
            @ForAll @DoubleRange(min = 200, max = 500) double height) {
        DiagramGeometry g = DiagramGeometry.fit(width, height, Look.STANDARD);
        double head = g.arrow();
        assertThat(g.spot(DiagramPart.R).bottom() + head)
                .isLessThan(g.spot(DiagramPart.W_R).top() + 0.5);
        assertThat(g.spot(DiagramPart.U_R).bottom() + head)
                .isLessThan(g.spot(DiagramPart.R).top());
        assertThat(g.recurrentCandidate(1).bottom() + head)
                .isLessThan(g.spot(DiagramPart.TIMES_R).top());
        assertThat(g.spot(DiagramPart.R).right() + head)
                .isLessThan(g.spot(DiagramPart.TIMES_R).left());
        assertThat(g.recurrentCandidate(0).right())
                .isLessThan(g.spot(DiagramPart.CANDIDATE).left());
        assertThat(g.spot(DiagramPart.CANDIDATE).right())
                .isLessThan(g.spot(DiagramPart.Z).left());
        assertThat(g.spot(DiagramPart.TIMES_OLD).right())
                .isLessThan(g.spot(DiagramPart.PLUS).left());
        assertThat(g.spot(DiagramPart.PREVIOUS).top()).isGreaterThanOrEqualTo(0);
        assertThat(g.spot(DiagramPart.INPUT).bottom()).isLessThanOrEqualTo(height);
        assertThat(g.spot(DiagramPart.STATE).right()).isLessThan(width);
    }

    private static Point2D centre(Spot s) {
        return new Point2D(s.x(), s.y());
    }
}
