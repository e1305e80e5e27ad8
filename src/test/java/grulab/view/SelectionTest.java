package grulab.view;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class SelectionTest extends WindowFixture {
    private int time() {
        return model.selection().time().get();
    }

    private int unit() {
        return model.selection().unit().get();
    }

    @Test
    void arrowsMoveTimeAndUnit() {
        robot.interact(() -> model.selection().time(5));
        robot.push(KeyCode.RIGHT);
        assertThat(time()).isEqualTo(6);
        robot.push(KeyCode.SHIFT, KeyCode.LEFT);
        assertThat(time()).isEqualTo(1);
        robot.push(KeyCode.END);
        assertThat(time()).isEqualTo(19);
        robot.push(KeyCode.RIGHT);
        assertThat(time()).isEqualTo(19);
        robot.push(KeyCode.HOME);
        assertThat(time()).isZero();
        robot.interact(() -> model.selection().unit(4));
        robot.push(KeyCode.DOWN);
        assertThat(unit()).isEqualTo(5);
        robot.push(KeyCode.UP);
        robot.push(KeyCode.UP);
        assertThat(unit()).isEqualTo(3);
    }

    @Test
    void theTitleAndTheArithmeticFollowTheCursor() {
        robot.interact(() -> {
            model.selection().time(2);
            model.selection().unit(3);
        });
        String label = model.snapshot().get().passage().labels().get(2);
        assertThat(robot.lookup("#step-title .label").queryAllAs(javafx.scene.control.Label.class))
                .extracting(javafx.scene.control.Label::getText)
                .containsExactly("One step:", "= 3, reading “" + label + "”");
        assertThat(model.arithmetic().lines().get()).hasSize(4).allMatch(l -> l.agrees());
        float h = model.snapshot().get().trace().at(grulab.model.Quantity.STATE, 2, 3);
        assertThat(model.arithmetic().lines().get().get(3).value()).isEqualTo(h);
    }

    @Test
    void draggingOverTheTextScrubsTime() {
        Node stack = find("time-stack");
        Bounds box = stack.localToScreen(stack.getBoundsInLocal());
        double column = (box.getWidth() - 94 - 59) / 20;
        double y = box.getMinY() + 71;
        robot.drag(new Point2D(box.getMinX() + 94 + column * 2.5, y));
        assertThat(time()).isEqualTo(2);
        robot.moveTo(new Point2D(box.getMinX() + 94 + column * 9.5, y));
        assertThat(time()).isEqualTo(9);
        robot.drop();
        assertThat(time()).isEqualTo(9);
    }

    @Test
    void microStepsGoBackAndForward() {
        assertThat(model.selection().microStep().get()).isEqualTo(6);
        robot.push(KeyCode.COMMA);
        robot.push(KeyCode.COMMA);
        assertThat(model.selection().microStep().get()).isEqualTo(4);
        robot.push(KeyCode.PERIOD);
        assertThat(model.selection().microStep().get()).isEqualTo(5);
    }

    @Test
    void selectionStaysWhileTraining() {
        robot.interact(() -> {
            model.selection().time(7);
            model.selection().unit(9);
        });
        oneBatch();
        assertThat(time()).isEqualTo(7);
        assertThat(unit()).isEqualTo(9);
    }
}
