package grulab.view;

import static org.assertj.core.api.Assertions.assertThat;

import grulab.control.Palette;
import grulab.presentation.Workspace;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;

class AppearanceTest extends WindowFixture {
    /** Pixels that are free of text and fields. */
    private static final int INSIDE = 6;

    /** Inside the left edge of the experiment's panel, before anything that stands in it. */
    private Color panel() {
        Color[] found = new Color[1];
        robot.interact(() -> {
            Image picture = window.picture(1440, 900, 1);
            Node panel = find("experiment");
            Bounds bounds = panel.localToScene(panel.getLayoutBounds());
            found[0] = picture.getPixelReader().getColor((int) bounds.getMinX() + INSIDE, (int) bounds.getCenterY());
        });
        return found[0];
    }

    @Test
    void theThemeChangesWhileTheWindowIsOpen() {
        assertThat(panel()).isEqualTo(Palette.LIGHT.surface);
        robot.clickOn("#theme");
        robot.clickOn("#theme-dark");
        assertThat(preferences.dark().get()).isTrue();
        assertThat(text("theme")).isEqualTo("Dark");
        assertThat(panel()).isEqualTo(Palette.DARK.surface);
    }

    @Test
    void theLanguageChangesEveryWord() {
        robot.clickOn("#language");
        robot.clickOn("#language-zh");
        assertThat(text("train")).isEqualTo("训练");
        assertThat(text("start-over")).isEqualTo("重新开始");
        assertThat(text("untrained-words")).isEqualTo("尚未训练。按空格键开始训练。");
        assertThat(text("text-menu")).isEqualTo("灯塔");
        robot.clickOn("#language");
        robot.clickOn("#language-en");
        assertThat(text("train")).isEqualTo("Train");
    }

    @Test
    void theBarsHaveRoomForAllTheirWordsInEveryWidth() {
        oneBatch();
        for (boolean chinese : new boolean[] {false, true}) {
            for (Workspace workspace : Workspace.values()) {
                for (double width : new double[] {1024, 1200, 1280, 1340, 1400}) {
                    robot.interact(() -> {
                        preferences.chinese(chinese);
                        model.workspace().set(workspace);
                        for (int i = 0; i < 2; i++) {
                            window.root().resize(width, 800);
                            window.root().applyCss();
                            window.root().layout();
                        }
                        List<String> cut = Stream.of("top-bar", "convention-bar")
                                .flatMap(bar -> find(bar).lookupAll("*").stream())
                                .filter(n -> n instanceof Labeled && seen(n))
                                .filter(n -> n.getLayoutBounds().getWidth() < n.prefWidth(-1) - 0.5)
                                .map(n -> ((Labeled) n).getText())
                                .toList();
                        assertThat(cut).as("%s at %s", workspace, width).isEmpty();
                    });
                }
            }
        }
    }

    @Test
    void projectorModeHidesWhatAHallDoesNotNeed() {
        robot.push(KeyCode.F11);
        assertThat(window.projector().get()).isTrue();
        assertThat(shown("projector-bar")).isTrue();
        robot.interact(() -> window.root().layout());
        for (String hidden : new String[] {"top-bar", "convention-bar", "experiment", "micro-step-bar"}) {
            assertThat(shown(hidden)).as(hidden).isFalse();
        }
        Node stack = find("time-stack");
        assertThat(stack.getLayoutBounds().getWidth()).isEqualTo(831);
        robot.push(KeyCode.Z);
        until(() -> model.snapshot().get().convention().update() == grulab.model.UpdateMeaning.ADMIT);
        robot.push(KeyCode.ESCAPE);
        assertThat(window.projector().get()).isFalse();
        robot.interact(() -> window.root().layout());
        assertThat(shown("top-bar")).isTrue();
    }

    @Test
    void theDrawerComesToThePointerInProjectorMode() {
        robot.push(KeyCode.F11);
        robot.moveTo(stage.getScene().getWindow().getX() + 400, 500.0);
        robot.interact(() -> window.root().layout());
        assertThat(shown("experiment")).isFalse();
        robot.moveTo(stage.getScene().getWindow().getX() + 1, 500.0);
        until(() -> shown("experiment"));
        robot.moveTo(stage.getScene().getWindow().getX() + 700, 500.0);
        until(() -> !shown("experiment"));
    }

    @Test
    void questionMarkOpensTheTableOfKeys() {
        robot.write("?");
        assertThat(shown("keys-table")).isTrue();
        robot.push(KeyCode.ESCAPE);
        assertThat(shown("keys-table")).isFalse();
    }

    @Test
    void aNarrowWindowHasADrawerAndTheRunsButtonsAbove() {
        robot.interact(() -> {
            stage.setWidth(1100);
            stage.setHeight(720);
        });
        until(() -> shown("top-train") && !shown("experiment"));
        assertThat(shown("switch-mode")).isFalse();
        assertThat(shown("switch-mode-menu")).isTrue();
        robot.push(KeyCode.CONTROL, KeyCode.B);
        until(() -> shown("experiment"));
        robot.push(KeyCode.ESCAPE);
        until(() -> !shown("experiment"));
        robot.clickOn("#top-batch");
        until(() -> batches() == 1);
    }
}
