package grulab.view;

import static org.assertj.core.api.Assertions.assertThat;

import grulab.presentation.Workspace;
import java.util.ArrayList;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.util.Duration;
import org.junit.jupiter.api.Test;

/** What all controls of the window have in common. */
class ControlsTest extends WindowFixture {
    private List<Node> all() {
        List<Node> found = new ArrayList<>();
        robot.interact(() -> gather(window.root(), found));
        return found;
    }

    private static void gather(Node node, List<Node> found) {
        found.add(node);
        if (node instanceof ScrollPane scroll) {
            gather(scroll.getContent(), found);
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> gather(child, found));
        }
    }

    @Test
    void everyControlSaysWhatItDoes() {
        for (Workspace workspace : Workspace.values()) {
            robot.interact(() -> model.workspace().set(workspace));
            assertThat(all().stream()
                            .filter(n -> n instanceof Labeled && !(n instanceof Label)
                                    || n instanceof TextInputControl
                                    || n instanceof Slider)
                            .map(n -> (Control) n)
                            .filter(c -> c.getTooltip() == null
                                    || c.getTooltip().getText().isBlank())
                            .map(c -> c.getId() + " " + c.getStyleClass()))
                    .as("%s", workspace)
                    .isEmpty();
        }
    }

    @Test
    void anUnderscoreIsPartOfAName() {
        assertThat(all().stream()
                        .filter(n -> n instanceof Labeled l && l.isMnemonicParsing())
                        .map(Node::getId))
                .isEmpty();
        assertThat(all().stream()
                        .filter(n -> n instanceof MenuButton)
                        .flatMap(n -> items(((MenuButton) n).getItems()).stream())
                        .filter(item -> item.getText() != null && item.isMnemonicParsing())
                        .map(MenuItem::getId))
                .isEmpty();
    }

    private static List<MenuItem> items(List<MenuItem> items) {
        List<MenuItem> found = new ArrayList<>(items);
        items.stream().filter(i -> i instanceof Menu).forEach(i -> found.addAll(items(((Menu) i).getItems())));
        return found;
    }

    @Test
    void whatWasDoneLeavesAfterSixSecondsAndWhatWentWrongStaysUntilItIsClosed() {
        robot.interact(() -> window.notices().say("state.copied"));
        assertThat(text("said-words")).isEqualTo("Copied");
        PauseTransition leaving = window.notices().leaving("said");
        assertThat(leaving.getDuration()).isEqualTo(Duration.seconds(6));
        robot.interact(() -> leaving.getOnFinished().handle(null));
        assertThat(shown("said")).isFalse();
        robot.interact(() -> model.exchange().exports().export(grulab.model.FrameworkRow.ALL.get(0), nowhere()));
        until(() -> shown("exported") && !text("exported-words").startsWith("Writing"));
        assertThat(window.notices().leaving("exported").getStatus())
                .isEqualTo(javafx.animation.Animation.Status.STOPPED);
        assertThat(find("exported").localToScene(0, 0).getY())
                .as("under the bars, over no result")
                .isLessThan(find("time-stack").localToScene(0, 0).getY());
        robot.clickOn("#exported-close");
        assertThat(shown("exported")).isFalse();
    }

    private static java.nio.file.Path nowhere() {
        return java.nio.file.Path.of("no", "such", "folder", "weights.npz");
    }

    @Test
    void whoCopiesIsToldSo() {
        robot.push(KeyCode.DIGIT2);
        robot.interact(() -> model.step()
                .ask(new grulab.model.arithmetic.Subject.Value(
                        grulab.model.Quantity.UPDATE,
                        model.selection().time().get(),
                        model.selection().unit().get())));
        until(() -> shown("sum-copy-text"));
        robot.clickOn("#sum-copy-text");
        until(() -> shown("said"));
        assertThat(text("said-words")).isEqualTo("Copied");
    }

    @Test
    void aFieldWhoseNumberIsTakenGivesTheKeysBack() {
        type("field-lr", "0.01");
        robot.push(KeyCode.ENTER);
        robot.push(KeyCode.SPACE);
        until(this::running);
        robot.push(KeyCode.SPACE);
        until(() -> !running());
        type("field-hidden", "none");
        robot.push(KeyCode.ENTER);
        assertThat(find("field-hidden").isFocused())
                .as("what is wrong stays to be mended")
                .isTrue();
    }

    @Test
    void afterANumberWasSetByHandUndoTakesItBack() {
        robot.push(KeyCode.DIGIT2);
        robot.interact(() -> model.step()
                .ask(new grulab.model.arithmetic.Subject.Value(
                        grulab.model.Quantity.UPDATE,
                        model.selection().time().get(),
                        model.selection().unit().get())));
        until(() -> shown("sum-field"));
        type("sum-field", "0.5");
        robot.push(KeyCode.ENTER);
        until(() -> !model.step().whatIf().edits().get().isEmpty());
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        until(() -> model.step().whatIf().edits().get().isEmpty());
    }

    @Test
    void trainSaysThatItBeginsWithWhatIsNewAndDoes() {
        oneBatch();
        type("field-hidden", "5");
        robot.push(KeyCode.ENTER);
        until(() -> text("train").equals("Train with the new settings"));
        assertThat(text("top-train")).isEqualTo("Train new settings");
        assertThat(find("call-experiment").getPseudoClassStates()).contains(NumberRow.WAITING);
        robot.interact(() -> model.text().choose("tea-mountain"));
        until(() -> text("train").equals("Train with the new text"));
        robot.push(KeyCode.SPACE);
        discardIfAsked();
        until(() -> running() && model.experiment().get().corpus().equals("tea-mountain"));
        assertThat(model.experiment().get().hidden()).isEqualTo(5);
        assertThat(text("train")).isEqualTo("Pause");
        robot.push(KeyCode.SPACE);
        until(() -> text("train").equals("Train"));
    }

    @Test
    void theHeaderKeepsItsPartsBetweenWorkspaces() {
        for (double width : new double[] {1024, 1280, 1366, 1440, 1900}) {
            List<List<Double>> places = new ArrayList<>();
            for (Workspace workspace : Workspace.values()) {
                robot.interact(() -> {
                    model.workspace().set(workspace);
                    for (int i = 0; i < 2; i++) {
                        window.root().resize(width, 800);
                        window.root().applyCss();
                        window.root().layout();
                    }
                });
                places.add(List.of("tab-train", "tab-step", "tab-conventions", "projector", "language", "help").stream()
                        .map(id -> find(id).localToScene(0, 0).getX())
                        .toList());
            }
            assertThat(places).as("at %s", width).containsOnly(places.get(0));
        }
    }

    @Test
    void customGoesWhenAPresetFitsAgain() {
        String preset = text("preset");
        robot.push(KeyCode.Z);
        until(() -> text("preset").equals("custom"));
        robot.push(KeyCode.Z);
        until(() -> text("preset").equals(preset));
    }

    @Test
    void theQuestionMarkOpensTheTableOfKeys() {
        robot.clickOn("#help");
        assertThat(shown("keys-table")).isTrue();
        robot.push(KeyCode.ESCAPE);
        assertThat(shown("keys-table")).isFalse();
    }
}
