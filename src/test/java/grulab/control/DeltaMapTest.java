package grulab.control;

import static org.assertj.core.api.Assertions.assertThat;

import grulab.model.Convention;
import grulab.model.Passage;
import grulab.model.Quantity;
import grulab.model.TwinDifference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
class DeltaMapTest {
    private static final int H = 24;
    private static final Passage PASSAGE = SampleTwins.passage();

    private final List<TwinDifference> asked = new ArrayList<>();
    private DeltaMap map;

    @Start
    void start(Stage stage) {
        map = new DeltaMap();
        map.setManaged(false);
        map.resize(940, 256);
        map.words(new ConventionWords(Screens.texts("en")));
        map.sentence("equal: |Δh| ≤ 2·10⁻¹⁵");
        map.show(PASSAGE, apart(4), H);
        map.onFirst(asked::add);
        stage.setScene(new Scene(new Pane(map), 940, 300));
        stage.show();
    }

    /** |Δh| of unit u at step t is 0.01·t + 0.02·u from a step on, 0 before it. */
    private static TwinDifference apart(int from) {
        float[] delta = new float[PASSAGE.steps() * H];
        for (int i = from * H; i < delta.length; i++) {
            delta[i] = 0.01f * (i / H) + 0.02f * (i % H);
        }
        return new TwinDifference(delta, 0.31 + 0.46, 0.77, from, H - 1, Quantity.RESET);
    }

    private String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Text.class).getText();
    }

    private Point2D cell(int unit, int t) {
        StackState s = map.state();
        int row = s.order().rowOf(unit) - s.order().first();
        return map.localToScreen(
                s.columns().x(t) + s.columns().column() / 2,
                s.frame().maps() + s.rows().middle(row));
    }

    @Test
    void aClickSelectsUnitAndTimeAndTheirNumbersAreBesideThem(FxRobot robot) {
        robot.moveTo(cell(18, 20)).clickOn(MouseButton.PRIMARY);
        assertThat(map.unitProperty().get()).isEqualTo(18);
        assertThat(map.timeProperty().get()).isEqualTo(20);
        assertThat(text(robot, "#delta-value")).isEqualTo("0.56");
        assertThat(text(robot, "#delta-mean-value")).isEqualTo("0.43");
        assertThat(text(robot, "#delta-max")).isEqualTo("max 0.77");
        assertThat(robot.lookup("#delta-map-cells").query().getAccessibleText())
                .isEqualTo("|Δh|, unit 19, time 21, character ␣: 0.56");
    }

    @Test
    void aDragOnTheTextScrubsTime(FxRobot robot) {
        StackState s = map.state();
        double y = s.frame().text() + 5;
        robot.drag(map.localToScreen(s.columns().x(8) + 5, y))
                .dropTo(map.localToScreen(s.columns().x(30) + 5, y));
        assertThat(map.timeProperty().get()).isEqualTo(30);
        Node cursor = robot.lookup("#delta-map-cursor").query();
        assertThat(cursor.getTranslateX()).isEqualTo(s.columns().x(30));
    }

    @Test
    void theFlagStandsAtTheFirstDifferenceAndGoesThere(FxRobot robot) {
        Node flag = robot.lookup("#delta-first").query();
        StackState s = map.state();
        assertThat(flag.getLayoutX()).isBetween(s.columns().x(4), s.columns().x(5));
        assertThat(robot.from(flag).lookup("first: t 5").tryQuery()).isPresent();
        robot.clickOn("#delta-first");
        assertThat(map.timeProperty().get()).isEqualTo(4);
        assertThat(map.unitProperty().get()).isEqualTo(H - 1);
        assertThat(asked).hasSize(1);
        robot.interact(() -> map.show(PASSAGE, apart(PASSAGE.steps() - 1), H));
        assertThat(flag.getBoundsInParent().getMaxX()).isLessThan(s.columns().right() + 4);
    }

    @Test
    void whereNothingDiffersASentenceSaysSoAndStaysClearOfTheCursor(FxRobot robot) {
        robot.interact(() -> map.show(
                PASSAGE, new TwinDifference(new float[PASSAGE.steps() * H], 1.6e-15, 0, -1, 0, Quantity.STATE), H));
        assertThat(text(robot, "#delta-sentence")).isEqualTo("equal: |Δh| ≤ 2·10⁻¹⁵");
        assertThat(robot.lookup("#delta-first").query().isVisible()).isFalse();
        assertThat(robot.lookup("#delta-max").query().isVisible()).isFalse();
        Node sentence = robot.lookup("#delta-sentence").query();
        Node cursor = robot.lookup("#delta-map-cursor").query();
        for (int t = 0; t < PASSAGE.steps(); t++) {
            int step = t;
            robot.interact(() -> map.timeProperty().set(step));
            assertThat(sentence.localToScene(sentence.getBoundsInLocal())
                            .intersects(cursor.localToScene(cursor.getBoundsInLocal())))
                    .as("time " + t)
                    .isFalse();
        }
        robot.interact(() -> map.show(PASSAGE, apart(4), H));
        assertThat(sentence.isVisible()).isFalse();
    }

    @Test
    void theCardReadsTheCellUnderThePointer(FxRobot robot) throws TimeoutException {
        robot.moveTo(cell(3, 25));
        Node card = robot.lookup("#delta-card").query();
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, card::isVisible);
        assertThat(text(robot, "#delta-card-value")).isEqualTo("0.310");
        robot.moveTo(map.localToScreen(500, 290));
        assertThat(card.isVisible()).isFalse();
    }

    @Test
    void colourRunsFromNothingToTwo(FxRobot robot) {
        float[] delta = new float[PASSAGE.steps() * H];
        delta[10 * H + 2] = 1;
        delta[11 * H + 2] = 1.999f;
        robot.interact(() -> map.show(PASSAGE, new TwinDifference(delta, 1.999, 2, 10, 2, Quantity.STATE), H));
        var image = Screens.onFx(() -> Screens.draw(map, 940, 256, Look.STANDARD));
        StackState s = map.state();
        int y = (int) (s.frame().maps() + s.rows().middle(2));
        for (int t : new int[] {9, 10, 11}) {
            int x = (int) (s.columns().x(t) + s.columns().column() / 2);
            assertThat(image.getPixelReader().getColor(x, y))
                    .isEqualTo(Palette.LIGHT.gates.color(delta[t * H + 2] / 2));
        }
    }

    @Test
    void smallDifferencesAreNotPrintedAsNone() {
        assertThat(TwinDeltas.print(0)).isEqualTo("0.00");
        assertThat(TwinDeltas.print(0.0031)).isEqualTo(".0031");
        assertThat(TwinDeltas.print(2.1e-6)).isEqualTo("2.1e−6");
        assertThat(TwinDeltas.print(0.68)).isEqualTo("0.68");
    }

    @Test
    void manyUnitsHaveAWindowThatFollowsTheSelection(FxRobot robot) {
        int hidden = 256;
        robot.interact(() -> {
            map.show(PASSAGE, SampleTwins.difference(Convention.PYTORCH, Convention.ALL.get(1), hidden), hidden);
            map.order(UnitOrder.index(hidden));
            map.unitProperty().set(200);
        });
        assertThat(map.state().order().isWindow()).isTrue();
        assertThat(map.state().order().shows(200)).isTrue();
        String[] lines = map.table().split("\n");
        assertThat(lines).hasSize(3 + hidden);
        assertThat(lines[3].split("\t")).hasSize(1 + PASSAGE.steps());
    }
}
