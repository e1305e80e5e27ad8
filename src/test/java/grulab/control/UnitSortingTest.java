package grulab.control;

import static org.assertj.core.api.Assertions.assertThat;

import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.Quantity;
import grulab.model.Snapshot;
import grulab.model.StepTrace;
import grulab.model.UpdateMeaning;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UnitSortingTest {
    /** Two steps of three units, step after step. */
    private static Snapshot snapshot(Convention convention, long batch, float[] z, float[] h) {
        Map<Quantity, float[]> values = new EnumMap<>(Quantity.class);
        for (Quantity q : Quantity.values()) {
            values.put(q, new float[6]);
        }
        values.put(Quantity.UPDATE, z);
        values.put(Quantity.STATE, h);
        return Snapshots.of(
                new StepTrace(
                        CellType.GRU,
                        convention,
                        2,
                        3,
                        new float[3],
                        new float[0],
                        values,
                        Map.of(Quantity.STATE, new float[6])),
                batch);
    }

    private static final float[] Z = {0.1f, 0.9f, 0.5f, 0.2f, 0.8f, 0.5f};
    private static final float[] H = {0.0f, 0.1f, -1f, 0.5f, 0.1f, 1f};
    private static final Convention ADMIT = Convention.PYTORCH.with(UpdateMeaning.ADMIT);

    @Test
    void slowUnitsAreThoseThatKeepTheirPastUnderEitherConvention() {
        assertThat(UnitSorting.SLOW_TO_FAST.sort(
                        snapshot(Convention.PYTORCH, 1, Z, H).trace()))
                .isEqualTo(UnitOrder.of(1, 2, 0));
        assertThat(UnitSorting.SLOW_TO_FAST.sort(snapshot(ADMIT, 1, Z, H).trace()))
                .isEqualTo(UnitOrder.of(0, 2, 1));
    }

    @Test
    void mostVaryingUnitsComeFirst() {
        assertThat(UnitSorting.MOST_VARYING.sort(snapshot(ADMIT, 1, Z, H).trace()))
                .isEqualTo(UnitOrder.of(2, 0, 1));
        assertThat(UnitSorting.startingWith(48)).isEqualTo(UnitSorting.INDEX);
        assertThat(UnitSorting.startingWith(49)).isEqualTo(UnitSorting.MOST_VARYING);
    }

    @Test
    void brokenUnitsComeLast() {
        float[] h = H.clone();
        h[2] = Float.NaN;
        assertThat(UnitSorting.MOST_VARYING.sort(snapshot(ADMIT, 1, Z, h).trace()))
                .isEqualTo(UnitOrder.of(0, 1, 2));
    }

    @Test
    void theOrderStandsStillUntilTheBatchesHaveDoubled() {
        ShownUnits units = new ShownUnits();
        float[] other = {1f, 0.1f, 0f, -1f, 0.1f, 0f};
        units.fit(3, 0);
        units.choose(UnitSorting.MOST_VARYING, null, 0);
        units.take(snapshot(ADMIT, 100, Z, H), 0);
        assertThat(units.order()).isEqualTo(UnitOrder.of(2, 0, 1));
        units.take(snapshot(ADMIT, 150, Z, other), 0);
        assertThat(units.order()).isEqualTo(UnitOrder.of(2, 0, 1));
        units.take(snapshot(ADMIT, 201, Z, other), 0);
        assertThat(units.order()).isEqualTo(UnitOrder.of(0, 1, 2));
        units.take(snapshot(ADMIT, 0, Z, H), 0);
        assertThat(units.order()).isEqualTo(UnitOrder.of(2, 0, 1));
    }

    @Test
    void theWindowFollowsTheSelectedUnit() {
        UnitOrder order = UnitOrder.index(100).window(0, 40);
        assertThat(order.showing(70).first()).isEqualTo(31);
        assertThat(order.showing(70).showing(50).first()).isEqualTo(31);
        assertThat(order.showing(70).showing(5).first()).isEqualTo(5);
        assertThat(order.window(90, 40).first()).isEqualTo(60);
    }
}
