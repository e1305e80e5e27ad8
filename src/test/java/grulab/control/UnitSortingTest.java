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

    /** h, z and r of as many units as there are rows. */
    private static StepTrace trace(float[][] h, float[][] z, float[][] r) {
        int hidden = h.length;
        int steps = h[0].length;
        Map<Quantity, float[]> values = new EnumMap<>(Quantity.class);
        values.put(Quantity.STATE, columns(h));
        values.put(Quantity.UPDATE, columns(z));
        values.put(Quantity.RESET, columns(r));
        return new StepTrace(
                CellType.GRU,
                Convention.PYTORCH,
                steps,
                hidden,
                new float[hidden],
                new float[0],
                values,
                Map.of(Quantity.STATE, new float[steps * hidden]));
    }

    private static float[] columns(float[][] rows) {
        float[] all = new float[rows.length * rows[0].length];
        for (int unit = 0; unit < rows.length; unit++) {
            for (int t = 0; t < rows[0].length; t++) {
                all[t * rows.length + unit] = rows[unit][t];
            }
        }
        return all;
    }

    private static final float[][] ANY = {{0.5f, 0.5f}, {0.5f, 0.5f}, {0.5f, 0.5f}, {0.5f, 0.5f}};

    @Test
    void theLongestMemoryIsThatOfTheLargestGeometricMeanNotOfTheLargestMean() {
        // means 0.5, 0.5, 0.4, 1; geometric means 0.3, 0.5, 0.4, 1
        float[][] z = {{0.1f, 0.9f}, {0.5f, 0.5f}, {0.4f, 0.4f}, {1, 1}};
        assertThat(UnitSorting.HALF_LIFE.sort(trace(ANY, z, ANY))).isEqualTo(UnitOrder.of(3, 1, 2, 0));
        z[1][0] = Float.NaN;
        assertThat(UnitSorting.HALF_LIFE.sort(trace(ANY, z, ANY))).isEqualTo(UnitOrder.of(3, 2, 0, 1));
    }

    @Test
    void theMostSaturatedUnitsHaveTheirGatesMostOftenAtEitherEnd() {
        float[][] z = {{0.5f, 0.5f}, {0.05f, 0.95f}, {0.5f, 0.99f}, {0.5f, 0.5f}};
        float[][] r = {{0.01f, 0.5f}, {0.01f, 0.5f}, {0.5f, 0.02f}, {0.89f, 0.11f}};
        assertThat(UnitSorting.SATURATION.sort(trace(ANY, z, r))).isEqualTo(UnitOrder.of(1, 2, 0, 3));
        r[1][1] = Float.NaN;
        assertThat(UnitSorting.SATURATION.sort(trace(ANY, z, r))).isEqualTo(UnitOrder.of(2, 0, 3, 1));
    }

    @Test
    void unitsThatRiseAndFallTogetherStandTogether() {
        // 0 and 3 rise, however far; 1 and 4 fall; 2 rises late: less unlike those that fall, so it stands between; 5
        // rests
        float[][] h = {
            {-0.9f, -0.3f, 0.3f, 0.9f},
            {0.1f, 0.05f, 0, -0.05f},
            {0, 0, 0, 0.5f},
            {0, 0.1f, 0.2f, 0.3f},
            {0.9f, 0.3f, -0.3f, -0.9f},
            {0.2f, 0.2f, 0.2f, 0.2f}
        };
        float[][] any = new float[6][4];
        assertThat(UnitSorting.SIMILARITY.sort(trace(h, any, any))).isEqualTo(UnitOrder.of(0, 3, 2, 1, 4, 5));
        h[0][2] = Float.NaN;
        UnitOrder broken = UnitSorting.SIMILARITY.sort(trace(h, any, any));
        assertThat(broken.unitAt(5)).isZero();
        assertThat(broken.unitAt(4)).isEqualTo(5);
    }

    @Test
    void aCellWithoutGatesIsNotOrderedByThem() {
        assertThat(UnitSorting.of(CellType.RNN))
                .containsExactly(UnitSorting.INDEX, UnitSorting.MOST_VARYING, UnitSorting.SIMILARITY);
        assertThat(UnitSorting.of(CellType.LSTM)).containsExactly(UnitSorting.values());
        for (UnitSorting sorting : UnitSorting.values()) {
            assertThat(sorting.sort(Snapshots.of(CellType.LSTM, 30, 9).trace()).size())
                    .isEqualTo(30);
        }
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
