package grulab.control;

import static org.assertj.core.api.Assertions.assertThat;

import grulab.model.Quantity;
import grulab.model.Snapshot;
import java.util.HashSet;
import java.util.Set;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeStackPixelsTest {
    private static final double WIDTH = 716;
    private static final double HEIGHT = 594;
    private static final int SELECTED = 13;
    private static final int T = 12;

    private record Drawn(WritableImage image, StackState state) {
        /** Pixels down the middle of a cell of a map. */
        int[] down(int lane, int row, int t) {
            double ratio = state.look().pixelRatio();
            RowAxis rows = state.rows();
            double top = state.frame().mapTop(lane);
            int x = (int) ((state.columns().x(t) + state.columns().column() / 2) * ratio);
            int from = (int) Math.rint((top + rows.y(row)) * ratio);
            int to = (int) Math.rint((top + rows.y(row + 1)) * ratio);
            int[] pixels = new int[to - from];
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = image.getPixelReader().getArgb(x, from + i);
            }
            return pixels;
        }
    }

    private static Drawn draw(Snapshot snapshot, Look look) {
        return Screens.onFx(() -> {
            TimeStack stack = new TimeStack(Screens.words("en"));
            stack.look(look);
            stack.resize(WIDTH, HEIGHT);
            stack.unitProperty().set(SELECTED);
            stack.timeProperty().set(T);
            stack.snapshot(snapshot);
            WritableImage image = Screens.draw(stack, WIDTH, HEIGHT, look);
            return new Drawn(image, stack.state());
        });
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 1", "LIGHT, 2", "DARK, 1", "DARK, 1.5"})
    void everyCellHasTheColourOfItsValueUnitsDownAndTimeToTheRight(Palette palette, double ratio) {
        Snapshot snapshot = Snapshots.of(24, 32);
        Drawn drawn = draw(snapshot, Look.STANDARD.with(palette).withPixelRatio(ratio));
        for (MapQuantity what : drawn.state().lanes()) {
            for (int t = 0; t < 32; t++) {
                for (int unit = 0; unit < 24; unit++) {
                    // Lines of ink lie beside the selected row, and the cursor beside its column.
                    if (Math.abs(unit - SELECTED) == 1) {
                        continue;
                    }
                    double value = snapshot.trace().at(what.quantity, t, unit);
                    int expected = what.gate ? palette.gates.argb(value) : palette.states.argb((value + 1) / 2);
                    int[] pixels = drawn.down(drawn.state().lanes().indexOf(what), unit, t);
                    assertThat(pixels[pixels.length / 2])
                            .as("%s of unit %d at %d", what, unit, t)
                            .isEqualTo(expected);
                }
            }
        }
    }

    @Test
    void atTwoPixelsAPixelNoEdgeIsBlurred() {
        Snapshot snapshot = Snapshots.of(24, 32);
        Drawn drawn = draw(snapshot, Look.STANDARD.withPixelRatio(2));
        for (int unit = 0; unit < SELECTED - 1; unit++) {
            int[] pixels = drawn.down(1, unit, 20);
            int expected = Palette.LIGHT.gates.argb(snapshot.trace().at(Quantity.RESET, 20, unit));
            for (int i = 1; i < pixels.length - 1; i++) {
                assertThat(pixels[i]).isEqualTo(expected);
            }
            int above = Palette.LIGHT.gates.argb(snapshot.trace().at(Quantity.RESET, 20, Math.max(0, unit - 1)));
            assertThat(pixels[0]).isIn(expected, above);
        }
    }

    @Test
    void theSelectedRowIsTwelveHighAndTheMapAsHighAsEver() {
        Drawn drawn = draw(Snapshots.of(24, 32), Look.STANDARD);
        assertThat(drawn.down(0, SELECTED, 3)).hasSizeBetween(12, 13);
        assertThat(drawn.state().rows().y(24)).isEqualTo(101);
    }

    @Test
    void aValueThatIsNotFiniteIsStriped() {
        Snapshot broken = Snapshots.with(Snapshots.of(24, 32), Quantity.STATE, 20, 3, Float.NaN);
        broken = Snapshots.with(broken, Quantity.UPDATE, 5, 20, Float.NEGATIVE_INFINITY);
        Drawn drawn = draw(broken, Look.STANDARD);
        assertThat(across(drawn, 3, 3, 20)).containsExactlyInAnyOrder(0xffffffff, 0xffe5007d);
        assertThat(across(drawn, 0, 20, 5)).containsExactlyInAnyOrder(0xffffffff, 0xffe5007d);
        assertThat(across(drawn, 3, 5, 20)).hasSize(1);
    }

    private static Set<Integer> across(Drawn drawn, int lane, int row, int t) {
        StackState s = drawn.state();
        int y = (int) (s.frame().mapTop(lane) + s.rows().middle(row));
        Set<Integer> colors = new HashSet<>();
        for (int x = (int) Math.ceil(s.columns().x(t)) + 1; x < s.columns().x(t + 1) - 2; x++) {
            colors.add(drawn.image().getPixelReader().getArgb(x, y));
        }
        return colors;
    }

    @Test
    void manyUnitsAreAWindowInTheOrderThatIsTold() {
        Snapshot snapshot = Snapshots.of(256, 32);
        Drawn drawn = draw(snapshot, Look.STANDARD);
        UnitOrder order = drawn.state().order();
        assertThat(order.count()).isEqualTo(45);
        assertThat(order.shows(SELECTED)).isTrue();
        for (int row = 0; row < order.count(); row++) {
            int unit = order.unitAt(order.first() + row);
            if (Math.abs(row - (order.rowOf(SELECTED) - order.first())) == 1) {
                continue;
            }
            int[] pixels = drawn.down(1, row, 20);
            int expected = Palette.LIGHT.gates.argb(snapshot.trace().at(Quantity.RESET, 20, unit));
            assertThat(pixels[pixels.length / 2]).as("row %d", row).isEqualTo(expected);
        }
    }
}
