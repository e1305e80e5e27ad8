package grulab.control;

import static org.assertj.core.api.Assertions.assertThat;

import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.Quantity;
import grulab.model.Snapshot;
import grulab.model.arithmetic.Subject;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class StateRowsTest {
    private static final Snapshot SNAPSHOT = Snapshots.of(24, 32);

    private final List<Subject> asked = new ArrayList<>();
    private final List<String> terms = new ArrayList<>();
    private StateRows rows;

    @Start
    void start(Stage stage) {
        rows = new StateRows(Screens.words("en"));
        rows.setManaged(false);
        rows.resize(908, 160);
        rows.unitProperty().set(13);
        rows.timeProperty().set(12);
        rows.snapshot(SNAPSHOT, null);
        rows.onAsk(asked::add);
        rows.onHoverTerm(term -> terms.add(String.valueOf(term)));
        stage.setScene(new Scene(new Pane(rows), 908, 200));
        stage.show();
    }

    private Point2D cell(int unit, int t) {
        StackState s = rows.state();
        int row = s.order().rowOf(unit) - s.order().first();
        return rows.localToScreen(
                s.columns().x(t) + s.columns().column() / 2,
                s.frame().maps() + s.rows().middle(row));
    }

    @Test
    void aClickSelectsAndAnotherOnTheSameCellAsksWhatMadeIt(FxRobot robot) {
        robot.moveTo(cell(18, 20)).clickOn(MouseButton.PRIMARY);
        assertThat(rows.unitProperty().get()).isEqualTo(18);
        assertThat(rows.timeProperty().get()).isEqualTo(20);
        assertThat(asked).isEmpty();
        robot.moveTo(cell(18, 20)).clickOn(MouseButton.PRIMARY);
        assertThat(asked).containsExactly(new Subject.Value(Quantity.STATE, 20, 18));
        robot.type(KeyCode.ENTER);
        assertThat(asked).hasSize(2);
    }

    @Test
    void aDragOnTheTextScrubsTimeAndAsksNothing(FxRobot robot) {
        StackState s = rows.state();
        double y = s.frame().text() + 5;
        robot.drag(rows.localToScreen(s.columns().x(8) + 5, y))
                .dropTo(rows.localToScreen(s.columns().x(30) + 5, y));
        assertThat(rows.timeProperty().get()).isEqualTo(30);
        assertThat(rows.unitProperty().get()).isEqualTo(13);
        assertThat(asked).isEmpty();
    }

    @Test
    void thePointerSaysWhichTermItIsOverAndATermFramesItsRow(FxRobot robot) {
        StackState s = rows.state();
        robot.moveTo(rows.localToScreen(s.columns().x(3), s.frame().text() + 4));
        robot.moveTo(cell(4, 25));
        robot.moveTo(rows.localToScreen(500, 190));
        assertThat(terms).containsSubsequence("x", "h", "null");
        Rectangle frame = robot.lookup("#state-rows-lit").queryAs(Rectangle.class);
        assertThat(frame.isVisible()).isFalse();
        robot.interact(() -> rows.lit("x"));
        assertThat(frame.isVisible()).isTrue();
        assertThat(frame.getY()).isBetween(s.frame().text() - 4, s.frame().text());
        robot.interact(() -> rows.lit("h\u2032"));
        assertThat(frame.getY()).isBetween(s.frame().maps() - 4, s.frame().maps());
        robot.interact(() -> rows.lit("W_r x"));
        assertThat(frame.getY()).isBetween(s.frame().text() - 4, s.frame().text());
        robot.interact(() -> rows.lit("U_n (r \u2299 h)"));
        assertThat(frame.getY()).isBetween(s.frame().maps() - 4, s.frame().maps());
        for (String other : List.of("b_r + c_r", "h\u0303", "1 \u2212 z", "")) {
            robot.interact(() -> rows.lit(other));
            assertThat(frame.isVisible()).as(other).isFalse();
        }
    }

    @Test
    void theOrderOfOtherMapsIsItsOwnAndTheSelectedUnitIsInItsWindow(FxRobot robot) {
        Snapshot many = Snapshots.of(256, 20);
        UnitOrder order = UnitSorting.MOST_VARYING.sort(many.trace());
        robot.interact(() -> {
            rows.snapshot(many, null);
            rows.order(order.window(40, 50));
            rows.unitProperty().set(order.unitAt(200));
        });
        UnitOrder shown = rows.state().order();
        assertThat(shown.isWindow()).isTrue();
        assertThat(shown.shows(order.unitAt(200))).isTrue();
        assertThat(shown.rowOf(77)).isEqualTo(order.rowOf(77));
    }

    @Test
    void theRowOfChangesHasTheLargestChangeOfEachStepAndAHatchBeforeTheFirst(FxRobot robot) {
        Snapshot changed = Snapshots.with(SNAPSHOT, Quantity.STATE, 6, 3, 0.9f);
        changed = Snapshots.with(changed, Quantity.STATE, 6, 9, SNAPSHOT.trace().at(Quantity.STATE, 6, 9) - 0.01f);
        changed = Snapshots.with(
                changed, Quantity.STATE, 10, 20, -SNAPSHOT.trace().at(Quantity.STATE, 10, 20));
        Snapshot shown = changed;
        robot.interact(() -> {
            rows.snapshot(shown, SNAPSHOT);
            rows.timeProperty().set(6);
        });
        double[] expected = new double[32];
        for (int t = 0; t < 32; t++) {
            for (int unit = 0; unit < 24; unit++) {
                double now = shown.trace().at(Quantity.STATE, t, unit);
                expected[t] =
                        Math.max(expected[t], Math.abs(now - SNAPSHOT.trace().at(Quantity.STATE, t, unit)));
            }
        }
        assertThat(expected[6]).isGreaterThan(0.02);
        assertThat(robot.lookup("#state-rows-change-value").queryAs(Text.class).getText())
                .isEqualTo(Numbers.fixed(expected[6], 2));
        var image = Screens.onFx(() -> Screens.draw(rows, 908, 160, Look.STANDARD));
        StackState s = rows.state();
        int y = (int) (s.frame().bars() + s.frame().barHeight() / 2);
        for (int t = 7; t < 32; t++) {
            int x = (int) (s.columns().x(t) + s.columns().column() / 2);
            Color color = Palette.LIGHT.gates.color(expected[t] / 2);
            assertThat(image.getPixelReader().getColor(x, y)).as("step " + t).isEqualTo(color);
        }
        assertThat(colors(image, s.columns().x(0) + 3, s.columns().x(5), y))
                .contains(Palette.LIGHT.sunk)
                .doesNotContain(Palette.LIGHT.gates.color(0))
                .anyMatch(c -> c.getBrightness() < Palette.LIGHT.sunk.getBrightness() - 0.05);
        robot.interact(() -> rows.snapshot(SNAPSHOT, null));
        assertThat(robot.lookup("#state-rows-change").query().isVisible()).isFalse();
    }

    private static List<Color> colors(javafx.scene.image.WritableImage image, double from, double to, int y) {
        List<Color> found = new ArrayList<>();
        for (int x = (int) from; x < to; x++) {
            found.add(image.getPixelReader().getColor(x, y));
            found.add(image.getPixelReader().getColor(x, y + 1));
        }
        return found;
    }

    @Test
    void aChangeThatIsNoNumberIsNotTakenForNone() {
        Snapshot broken = Snapshots.with(SNAPSHOT, Quantity.STATE, 6, 3, Float.NaN);
        double[] changes = ChangeRow.changes(broken, SNAPSHOT);
        assertThat(changes[6]).isNaN();
        assertThat(changes[7]).isZero();
        assertThat(ChangeRow.changes(broken, Snapshots.of(20, 32))).isEmpty();
    }

    @Test
    void fromTwoUnitsToAThousandAndFiveStepsToManyNothingLeavesItsPlace(FxRobot robot) {
        for (int hidden : new int[] {2, 8, 32, 1024}) {
            for (int steps : new int[] {5, 64}) {
                Snapshot snapshot = Snapshots.of(hidden, steps);
                robot.interact(() -> {
                    rows.resize(584, 140);
                    rows.snapshot(snapshot, Snapshots.of(hidden, steps, 8, Convention.PYTORCH, 1));
                    rows.unitProperty().set(hidden - 1);
                    rows.timeProperty().set(steps - 1);
                });
                StackState s = rows.state();
                assertThat(s.order().shows(hidden - 1)).isTrue();
                assertThat(s.columns().x(steps - 1) + s.columns().column())
                        .isLessThan(s.columns().right() + 1);
                assertThat(s.frame().bottom()).isLessThan(140);
                Node value = robot.lookup("#map-h-value").query();
                assertThat(value.getBoundsInParent().getMaxX()).isLessThanOrEqualTo(584);
                assertThat(rows.columnsProperty().get()).isEqualTo(s.columns());
            }
        }
    }

    @Test
    void beforeAnythingIsComputedNothingIsSelectedOrAsked(FxRobot robot) {
        robot.interact(() -> rows.awaiting(CellType.LSTM, 20));
        assertThat(robot.lookup("#state-rows-cursor").query().isVisible()).isFalse();
        robot.moveTo(rows.localToScreen(300, 90)).clickOn(MouseButton.PRIMARY).clickOn(MouseButton.PRIMARY);
        assertThat(rows.timeProperty().get()).isEqualTo(12);
        assertThat(asked).isEmpty();
    }
}
