package grulab.control;

import static org.assertj.core.api.Assertions.assertThat;

import grulab.model.Convention;
import grulab.model.FrameworkRow;
import grulab.model.ResetPosition;
import grulab.model.UpdateMeaning;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Group;
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
class ConventionMapTest {
    private static final Convention BEFORE_ADMIT = new Convention(ResetPosition.BEFORE, UpdateMeaning.ADMIT);

    private final List<Convention> chosen = new ArrayList<>();
    private ConventionMap map;

    @Start
    void start(Stage stage) {
        map = new ConventionMap();
        map.setManaged(false);
        map.resize(500, 342);
        map.words(new ConventionWords(Screens.texts("en")));
        map.rows(FrameworkRow.ALL);
        map.twins(Convention.PYTORCH, BEFORE_ADMIT);
        map.onChoose(chosen::add);
        stage.setScene(new Scene(new Pane(map), 700, 500));
        stage.show();
    }

    private static List<String> texts(Node node) {
        List<String> all = new ArrayList<>();
        for (Node child : ((Group) node).getChildren()) {
            if (child instanceof Text text) {
                all.add(text.getText());
            } else if (child instanceof Group group) {
                all.addAll(texts(group));
            }
        }
        return all;
    }

    @Test
    void aClickOnAQuarterChoosesItAndArrowsGoFromOneToTheNext(FxRobot robot) {
        robot.clickOn("#quarter-after-admit");
        assertThat(chosen).containsExactly(new Convention(ResetPosition.AFTER, UpdateMeaning.ADMIT));
        robot.type(KeyCode.LEFT, KeyCode.ENTER, KeyCode.UP, KeyCode.SPACE, KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.ENTER);
        assertThat(chosen)
                .containsExactly(
                        new Convention(ResetPosition.AFTER, UpdateMeaning.ADMIT),
                        BEFORE_ADMIT,
                        new Convention(ResetPosition.BEFORE, UpdateMeaning.KEEP),
                        Convention.PYTORCH);
    }

    @Test
    void eachTwinHasItsBadgeWhereItsConventionIs(FxRobot robot) {
        assertThat(texts(robot.lookup("#quarter-after-keep-badges").query())).containsExactly("A");
        assertThat(texts(robot.lookup("#quarter-before-admit-badges").query())).containsExactly("B");
        robot.interact(() -> map.twins(BEFORE_ADMIT, BEFORE_ADMIT));
        assertThat(texts(robot.lookup("#quarter-after-keep-badges").query())).isEmpty();
        assertThat(texts(robot.lookup("#quarter-before-admit-badges").query())).containsExactlyInAnyOrder("A", "B");
    }

    @Test
    void whatWasMeasuredIsPrintedAsABoundAndNothingBefore(FxRobot robot) {
        Text bound = robot.lookup("#convention-map-bound").queryAs(Text.class);
        assertThat(bound.getText()).isEmpty();
        robot.interact(() -> map.measured(1.6e-15));
        assertThat(bound.getText()).isEqualTo("|Δh| ≤ 2·10⁻¹⁵");
        robot.interact(() -> map.measured(0.0));
        assertThat(bound.getText()).isEqualTo("|Δh| = 0");
        robot.interact(() -> map.measured(0.31));
        assertThat(bound.getText()).isEqualTo("|Δh| ≤ 0.4");
    }

    @Test
    void namesAreWholeOrCountedInQuartersOfAnySize(FxRobot robot) {
        List<String> after = FrameworkRow.ALL.stream()
                .filter(r -> r.convention().equals(Convention.PYTORCH))
                .map(FrameworkRow::name)
                .toList();
        for (double[] size : new double[][] {{440, 300}, {500, 342}, {608, 440}, {900, 900}}) {
            for (boolean projector : new boolean[] {false, true}) {
                robot.interact(() -> {
                    map.look(Look.STANDARD.withProjector(projector));
                    map.resize(projector ? Math.max(608, size[0]) : size[0], size[1]);
                });
                Node names = robot.lookup("#quarter-after-keep-names").query();
                Bounds box = names.getParent().getLayoutBounds();
                Bounds seen = names.getBoundsInParent();
                assertThat(seen.getMaxX()).isLessThanOrEqualTo(box.getWidth());
                assertThat(seen.getMaxY()).isLessThanOrEqualTo(box.getHeight());
                String shown = String.join(" ", texts(names))
                        .replace("\u2003", "")
                        .replace("_ ", "_")
                        .replace("= ", "=");
                long whole = after.stream().filter(shown::contains).count();
                assertThat(whole).isPositive();
                if (whole < after.size()) {
                    assertThat(shown).endsWith("and " + (after.size() - whole) + " more");
                } else {
                    assertThat(shown).doesNotContain("more");
                }
            }
        }
        assertThat(texts(robot.lookup("#quarter-after-admit-names").query())).containsExactly("(no preset uses this)");
    }

    @Test
    void aQuarterSaysWhoIsInIt(FxRobot robot) {
        assertThat(robot.lookup("#quarter-before-admit").query().getAccessibleText())
                .startsWith("z admits the new, reset before U: ")
                .contains("Chung et al. 2014")
                .endsWith("Here is cell B.");
    }
}
