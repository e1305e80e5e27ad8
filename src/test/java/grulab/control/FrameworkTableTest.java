package grulab.control;

import static org.assertj.core.api.Assertions.assertThat;

import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.FrameworkRow;
import grulab.model.ResetPosition;
import grulab.model.UpdateMeaning;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class FrameworkTableTest {
    private final List<String> chosen = new ArrayList<>();
    private FrameworkTable table;

    @Start
    void start(Stage stage) {
        table = new FrameworkTable();
        table.setManaged(false);
        table.resize(500, 420);
        table.words(new ConventionWords(Screens.texts("en")));
        table.rows(FrameworkRow.ALL);
        table.twins(Convention.PYTORCH, new Convention(ResetPosition.BEFORE, UpdateMeaning.ADMIT));
        table.onChoose(row -> chosen.add(row.id()));
        stage.setScene(new Scene(new Pane(table), 700, 500));
        stage.show();
    }

    @Test
    void aLineIsChosenByAClickAndItsNeighboursByKeys(FxRobot robot) {
        robot.clickOn("#framework-cudnn");
        robot.type(KeyCode.DOWN, KeyCode.ENTER, KeyCode.END, KeyCode.DOWN, KeyCode.HOME, KeyCode.UP);
        String last = FrameworkRow.ALL.get(FrameworkRow.ALL.size() - 1).id();
        assertThat(chosen).containsExactly("cudnn", "keras", "keras", last, last, "pytorch", "pytorch");
        assertThat(robot.lookup("#framework-pytorch-frame").query().isVisible()).isTrue();
        assertThat(robot.lookup("#framework-cudnn-frame").query().isVisible()).isFalse();
    }

    @Test
    void aLineReachedByKeyIsScrolledIntoView(FxRobot robot) {
        robot.clickOn("#framework-cudnn").type(KeyCode.END);
        Node last = robot.lookup("#framework-" + chosen.get(chosen.size() - 1)).query();
        Node list = robot.lookup("#framework-list").query();
        Bounds seen = list.sceneToLocal(last.localToScene(last.getBoundsInLocal()));
        assertThat(seen.getMinY()).isGreaterThanOrEqualTo(0);
        assertThat(seen.getMaxY()).isLessThanOrEqualTo(list.getLayoutBounds().getHeight() + 1);
    }

    @Test
    void aBarSaysWhichTwinComputesTheSame(FxRobot robot) {
        for (FrameworkRow row : FrameworkRow.ALL) {
            boolean a = row.convention().equals(Convention.PYTORCH);
            boolean b = row.id().matches("paddle-fluid|rllib|chainer|mps-graph|chung");
            assertThat(robot.lookup("#framework-" + row.id() + "-as-a")
                            .tryQuery()
                            .isPresent())
                    .as(row.id())
                    .isEqualTo(a);
            assertThat(robot.lookup("#framework-" + row.id() + "-as-b")
                            .tryQuery()
                            .isPresent())
                    .as(row.id())
                    .isEqualTo(b);
        }
    }

    @Test
    void anLstmHasNoColumnsForZAndR(FxRobot robot) {
        robot.interact(() -> table.rows(FrameworkRow.of(CellType.LSTM)));
        assertThat(robot.lookup("keeps").tryQuery()).isEmpty();
        assertThat(robot.lookup("i o f c").tryQuery()).isPresent();
        assertThat(robot.lookup("#framework-onnx").query().getAccessibleText())
                .isEqualTo("ONNX LSTM: biases 2, gate order i o f c");
        assertThat(table.table()).contains("ONNX LSTM\t2\ti o f c\n").doesNotContain("keep");
    }

    private static List<Node> texts(Node line) {
        return line.lookupAll("*").stream().filter(n -> n instanceof Text).toList();
    }

    @Test
    void whereThereIsLittleRoomNothingIsCut(FxRobot robot) {
        for (String language : List.of("en", "zh")) {
            for (double width : new double[] {440, 500, 900}) {
                robot.interact(() -> {
                    table.words(new ConventionWords(Screens.texts(language)));
                    table.resize(width, 420);
                });
                for (Node line : table.lookupAll("*")) {
                    if (!(line instanceof FrameworkLine)) {
                        continue;
                    }
                    for (Node text : texts(line)) {
                        Bounds b = text.getBoundsInParent();
                        assertThat(b.getMaxX()).as(((Text) text).getText()).isLessThanOrEqualTo(width - 32);
                        for (Node other : texts(line)) {
                            assertThat(other == text
                                            || !other.getBoundsInParent()
                                                    .intersects(
                                                            b.getMinX(),
                                                            b.getMinY() + 4,
                                                            b.getWidth(),
                                                            b.getHeight() - 8))
                                    .as(language + width + ((Text) text).getText() + " over "
                                            + ((Text) other).getText())
                                    .isTrue();
                        }
                    }
                }
            }
        }
    }
}
