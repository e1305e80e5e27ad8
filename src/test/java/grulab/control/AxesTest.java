package grulab.control;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AxesTest {
    private static final Look LOOK = Look.STANDARD;

    @Property(tries = 300)
    void rowsFillTheHeightAndEveryHeightBelongsToTheRowDrawnThere(
            @ForAll @IntRange(min = 1, max = 300) int units,
            @ForAll @IntRange(min = 0, max = 299) int selected,
            @ForAll @DoubleRange(min = 64, max = 240) double height) {
        int unit = selected % units;
        UnitOrder order = UnitOrder.index(units)
                .window(0, RowAxis.fitting(height, units, LOOK))
                .showing(unit);
        RowAxis rows = RowAxis.of(order, unit, height, LOOK);
        assertThat(rows.y(0)).isZero();
        assertThat(rows.y(rows.count())).isCloseTo(height, org.assertj.core.data.Offset.offset(1e-6));
        for (int row = 0; row < rows.count(); row++) {
            assertThat(rows.y(row + 1) - rows.y(row)).isGreaterThan(2 - 1e-6);
            assertThat(rows.at(rows.middle(row))).isEqualTo(row);
        }
        int at = order.rowOf(unit) - order.first();
        assertThat(rows.y(at + 1) - rows.y(at)).isGreaterThan(12 - 1e-6);
    }

    @Property(tries = 300)
    void columnsThatDoNotFitScrollSoThatTheCursorIsInTheMiddleThird(
            @ForAll @IntRange(min = 2, max = 512) int steps, @ForAll @IntRange(min = 0, max = 511) int at) {
        int t = at % steps;
        ColumnAxis c = ColumnAxis.fit(94, 431, steps, 0, LOOK).centred(t);
        assertThat(c.column()).isBetween(12.0, 28.0);
        assertThat(c.at(c.x(t) + 1)).isEqualTo(t);
        double middle = c.x(t) + c.column() / 2 - c.left();
        boolean atStart = c.offset() == 0;
        boolean atEnd = c.x(steps) <= c.right() + 1e-6;
        assertThat(atStart || middle >= c.width() / 3 - 1).isTrue();
        assertThat(atEnd || middle <= c.width() * 2 / 3 + 1).isTrue();
    }

    @Test
    void theDesignsOwnSizes() {
        StackFrame frame = StackFrame.of(594, 4, 24, LOOK);
        assertThat(frame.mapHeight()).isEqualTo(101);
        assertThat(frame.mapTop(3)).isEqualTo(424);
        assertThat(frame.bars()).isEqualTo(534);
        assertThat(ColumnAxis.fit(94, 716 - 94 - 59, 32, 0, LOOK).column()).isEqualTo(563.0 / 32);
    }

    @Property(tries = 500)
    void theCardHidesNeitherCellNorCursor(
            @ForAll @IntRange(min = 0, max = 31) int hovered,
            @ForAll @IntRange(min = 0, max = 31) int t,
            @ForAll @IntRange(min = 0, max = 431) int down) {
        for (double[] panel : new double[][] {{716, 594}, {584, 452}}) {
            double y = down * (panel[1] - 168) / 431;
            double column = (panel[0] - 153) / 32;
            double[] cell = {94 + hovered * column, 94 + y, 94 + (hovered + 1) * column - 1, 98 + y};
            double[] cursor = {94 + t * column - 4, 94 + (t + 1) * column + 3};
            CardPlace p = CardPlace.of(cell, cursor, panel, 196, 90, 12);
            assertThat(p.x()).isBetween(0.0, panel[0] - 196);
            assertThat(p.y()).isBetween(0.0, panel[1] - 90);
            assertThat(p.x() + 196 <= cursor[0] || p.x() >= cursor[1])
                    .as("cursor is free")
                    .isTrue();
            boolean beside = p.x() + 196 <= cell[0] || p.x() >= cell[2];
            boolean aboveOrBelow = p.y() + 90 <= cell[1] || p.y() >= cell[3];
            assertThat(beside || aboveOrBelow).as("cell is free").isTrue();
        }
    }
}
