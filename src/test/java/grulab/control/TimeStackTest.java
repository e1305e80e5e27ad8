package grulab.control;

import static org.assertj.core.api.Assertions.assertThat;

import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.Quantity;
import grulab.model.Snapshot;
import grulab.model.UpdateMeaning;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Pane;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class TimeStackTest {
    private static final Snapshot SNAPSHOT = Snapshots.of(24, 32);

    private TimeStack stack;

    @Start
    void start(Stage stage) {
        stack = new TimeStack(Screens.words("en"));
        stack.setManaged(false);
        stack.resize(716, 594);
        stack.unitProperty().set(13);
        stack.timeProperty().set(12);
        stack.snapshot(SNAPSHOT);
        stage.setScene(new Scene(new Pane(stack), 716, 594));
        stage.show();
    }

    /** The middle of a cell of a map on the screen. */
    private Point2D cell(MapQuantity what, int unit, int t) {
        StackState s = stack.state();
        double x = s.columns().x(t) + s.columns().column() / 2;
        int row = s.order().rowOf(unit) - s.order().first();
        double y = s.mapTop(what) + s.rows().middle(row);
        return stack.localToScreen(x, y);
    }

    private static void await(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, condition);
    }

    @Test
    void aClickSelectsUnitAndTime(FxRobot robot) {
        robot.moveTo(cell(MapQuantity.CANDIDATE, 18, 20)).clickOn(MouseButton.PRIMARY);
        assertThat(stack.unitProperty().get()).isEqualTo(18);
        assertThat(stack.timeProperty().get()).isEqualTo(20);
        robot.moveTo(cell(MapQuantity.UPDATE, 2, 0)).clickOn(MouseButton.PRIMARY);
        assertThat(stack.unitProperty().get()).isEqualTo(2);
        assertThat(stack.timeProperty().get()).isZero();
    }

    @Test
    void aDragScrubsTimeAndLeavesTheUnit(FxRobot robot) {
        robot.drag(cell(MapQuantity.STATE, 5, 3)).dropTo(cell(MapQuantity.STATE, 22, 27));
        assertThat(stack.timeProperty().get()).isEqualTo(27);
        assertThat(stack.unitProperty().get()).isEqualTo(5);
    }

    @Test
    void aDragOnTheTextScrubsTime(FxRobot robot) {
        Point2D from = stack.localToScreen(stack.state().columns().x(8) + 5, 70);
        Point2D to = stack.localToScreen(stack.state().columns().x(30) + 5, 72);
        robot.drag(from).dropTo(to);
        assertThat(stack.timeProperty().get()).isEqualTo(30);
        assertThat(stack.unitProperty().get()).isEqualTo(13);
    }

    @Test
    void theCardComesAfterAMomentWithTheHoveredNumbersAndGoesAtOnce(FxRobot robot) throws TimeoutException {
        robot.moveTo(cell(MapQuantity.CANDIDATE, 18, 18));
        Node card = robot.lookup("#hover-card").query();
        await(card::isVisible);
        String expected = Numbers.fixed(SNAPSHOT.trace().at(Quantity.CANDIDATE, 18, 18), 3);
        assertThat(robot.from(card).lookup(expected).queryAll()).isNotEmpty();
        Bounds box = card.localToScreen(card.getBoundsInLocal());
        assertThat(box.contains(cell(MapQuantity.CANDIDATE, 18, 18))).isFalse();
        Node cursor = robot.lookup("#stack-cursor").query();
        assertThat(box.intersects(cursor.localToScreen(cursor.getBoundsInLocal())))
                .isFalse();
        robot.moveTo(stack.localToScreen(50, 20));
        assertThat(card.isVisible()).isFalse();
    }

    @Test
    void theCardShowsTheNewestNumbersUnderAPointerThatRests(FxRobot robot) throws TimeoutException {
        robot.moveTo(cell(MapQuantity.STATE, 4, 25));
        Node card = robot.lookup("#hover-card").query();
        await(card::isVisible);
        Snapshot newer = Snapshots.with(SNAPSHOT, Quantity.STATE, 25, 4, 0.123f);
        robot.interact(() -> stack.snapshot(newer));
        assertThat(robot.from(card).lookup("0.123").queryAll()).isNotEmpty();
    }

    @Test
    void theCursorStandsOnItsColumn(FxRobot robot) {
        robot.interact(() -> stack.timeProperty().set(29));
        Node cursor = robot.lookup("#stack-cursor").query();
        assertThat(cursor.getTranslateX()).isEqualTo(stack.state().columns().x(29));
        assertThat(text(robot, "#time-here")).isEqualTo("30");
    }

    @Test
    void valuesAndSpokenSentenceFollowTheSelection(FxRobot robot) {
        robot.interact(() -> {
            stack.unitProperty().set(6);
            stack.timeProperty().set(1);
        });
        String z = Numbers.fixed(SNAPSHOT.trace().at(Quantity.UPDATE, 1, 6), 2);
        assertThat(text(robot, "#map-z-value")).isEqualTo(z);
        assertThat(robot.lookup("#map-z").query().getAccessibleText())
                .isEqualTo("update z, unit 7, time 2, character h: " + z + ". 1 = keep old");
    }

    @Test
    void theNoteSaysWhatAOneMeansUnderTheConventionThatMadeTheNumbers(FxRobot robot) {
        assertThat(text(robot, "#map-z-note")).isEqualTo("1 = keep old");
        Convention admit = Convention.PYTORCH.with(UpdateMeaning.ADMIT);
        robot.interact(() -> stack.snapshot(Snapshots.of(24, 32, 5, admit, 1241)));
        assertThat(text(robot, "#map-z-note")).isEqualTo("1 = take new");
        assertThat(text(robot, "#map-r-note")).isEqualTo("1 = use past");
    }

    @Test
    void everyMapOfAnLstmKeepsANameWhicheverUnitIsSelected(FxRobot robot) {
        for (String language : new String[] {"en", "zh"}) {
            robot.interact(() -> {
                stack.words(Screens.words(language));
                stack.snapshot(SampleCells.of(CellType.LSTM, 40));
            });
            for (int i = 0; i < 2 * 40; i++) {
                int unit = i / 2;
                double height = i % 2 == 0 ? 594 : 454;
                robot.interact(() -> {
                    stack.resize(584, height);
                    stack.unitProperty().set(unit);
                });
                for (MapQuantity what : MapQuantity.of(CellType.LSTM)) {
                    Text name = robot.lookup("#" + what.id() + "-name").queryAs(Text.class);
                    assertThat(name.isVisible())
                            .as(what + ", unit " + unit + ", " + language)
                            .isTrue();
                    assertThat(name.getBoundsInParent().getMaxX())
                            .isLessThan(stack.state().columns().left());
                }
            }
        }
    }

    @Test
    void aStateOfManyDigitsStaysInItsColumn(FxRobot robot) {
        Snapshot snapshot = SampleCells.of(CellType.LSTM, 40);
        int at = 12 * 40 + 13;
        snapshot.trace().of(Quantity.CELL)[at] = -10.42f;
        robot.interact(() -> stack.snapshot(snapshot));
        Text value = robot.lookup("#map-c-value").queryAs(Text.class);
        assertThat(value.getText()).isEqualTo("\u221210.4");
        assertThat(value.getBoundsInParent().getMaxX()).isLessThanOrEqualTo(716);
    }

    @Test
    void aCellOfOneQuantityHasNoGradientToChoose(FxRobot robot) {
        Node chooser = robot.lookup("#gradient-quantity").query();
        assertThat(chooser.isFocusTraversable()).isTrue();
        robot.interact(() -> stack.snapshot(SampleCells.of(CellType.RNN, 24)));
        assertThat(chooser.isFocusTraversable()).isFalse();
        robot.clickOn("#gradient-quantity");
        assertThat(robot.lookup("#gradient-of-state").tryQuery()).isEmpty();
    }

    @Test
    void arrowsMoveTheUnitInTheShownOrder(FxRobot robot) {
        robot.interact(() -> stack.sorting(UnitSorting.MOST_VARYING));
        UnitOrder order = stack.orderProperty().get();
        robot.interact(() -> stack.unitProperty().set(order.unitAt(3)));
        robot.interact(() -> stack.moveUnit(1));
        assertThat(stack.unitProperty().get()).isEqualTo(order.unitAt(4));
        robot.interact(() -> stack.moveUnit(-100));
        assertThat(stack.unitProperty().get()).isEqualTo(order.unitAt(0));
    }

    @Test
    void theOrderIsChosenFromTheMenu(FxRobot robot) {
        robot.clickOn("#unit-order").clickOn(Screens.words("en").orderSlow());
        assertThat(stack.sorting()).isEqualTo(UnitSorting.SLOW_TO_FAST);
        assertThat(stack.orderProperty().get()).isEqualTo(UnitSorting.SLOW_TO_FAST.sort(SNAPSHOT.trace()));
    }

    @Test
    void newNumbersBuildNoNewNodes(FxRobot robot) {
        int before = count(stack);
        Node strip = robot.lookup("#text-strip").query();
        Node child = ((Pane) strip).getChildren().get(0);
        robot.interact(() -> stack.snapshot(Snapshots.of(24, 32, 9, Convention.PYTORCH, 1241)));
        assertThat(count(stack)).isEqualTo(before);
        assertThat(((Pane) strip).getChildren().get(0)).isSameAs(child);
    }

    @Test
    void aMapIsCopiedAsATable() {
        String[] lines = stack.table(Quantity.RESET).split("\n", -1);
        assertThat(lines).hasSize(24 + 2 + 1);
        assertThat(lines[0]).startsWith("t\t1\t2\t3");
        assertThat(lines[1]).startsWith("x\tt\th\te");
        assertThat(Float.parseFloat(lines[2 + 7].split("\t", -1)[1 + 4]))
                .isEqualTo(SNAPSHOT.trace().at(Quantity.RESET, 4, 7));
    }

    @Test
    void beforeAnythingIsComputedNothingIsClaimed(FxRobot robot) {
        robot.interact(() -> stack.awaiting(CellType.GRU, 16));
        assertThat(robot.lookup("#stack-cursor").query().isVisible()).isFalse();
        assertThat(text(robot, "#map-h-value")).isEmpty();
        assertThat(robot.lookup("#map-h").query().getAccessibleText()).contains("not computed yet");
        robot.moveTo(stack.localToScreen(300, 150)).clickOn(MouseButton.PRIMARY);
        assertThat(stack.timeProperty().get()).isEqualTo(12);
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Text.class).getText();
    }

    private static int count(Node node) {
        return node instanceof javafx.scene.Parent p
                ? 1
                        + p.getChildrenUnmodifiable().stream()
                                .mapToInt(TimeStackTest::count)
                                .sum()
                : 1;
    }
}
