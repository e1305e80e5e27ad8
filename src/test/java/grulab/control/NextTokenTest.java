package grulab.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import grulab.model.Prediction;
import grulab.model.arithmetic.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class NextTokenTest {
    private static final List<String> SYMBOLS = List.of(" ", "a", "b", "c", "d", "e", "f", "g", "h", "\n");
    /** Of 1, 2, 4 … 512, so that the probabilities are 1/1023, 2/1023 … */
    private static final double[] LOGITS =
            IntStream.range(0, 10).mapToDouble(i -> i * Math.log(2)).toArray();

    private final List<Subject> asked = new ArrayList<>();
    private NextToken next;

    @Start
    void start(Stage stage) {
        next = new NextToken();
        next.words(Screens.plotWords("en"));
        next.setManaged(false);
        next.resize(908, 152);
        next.onAsk(asked::add);
        next.show(SamplePrediction.ofLogits(LOGITS, 8), null, SYMBOLS, 12, true, 6);
        stage.setScene(new Scene(new Pane(next), 908, 200));
        stage.show();
    }

    private static List<String> texts(FxRobot robot, String id) {
        Node bar = robot.lookup(id).query();
        return bar.lookupAll("Text").stream().map(n -> ((Text) n).getText()).toList();
    }

    private static Rectangle bar(FxRobot robot) {
        return (Rectangle)
                robot.lookup("#next-bar-9").queryAs(NextBar.class).getChildren().get(0);
    }

    private List<Integer> order() {
        return next.lookupAll("*").stream()
                .filter(NextBar.class::isInstance)
                .map(n -> ((NextBar) n).symbol())
                .toList();
    }

    @Test
    void theHeadIsNamedAsEverywhere() {
        assertThat(next.lookupAll("*").stream()
                        .filter(TexNode.class::isInstance)
                        .map(n -> ((TexNode) n)
                                .text().terms().stream()
                                        .map(FormulaText.Term::tex)
                                        .reduce("", String::concat)))
                .anyMatch(tex -> tex.contains("W_q") && tex.contains("b_q"));
    }

    @Test
    void theEightMostLikelyAreShownWithProbabilityAndLogit(FxRobot robot) {
        assertThat(order()).containsExactly(9, 8, 7, 6, 5, 4, 3, 2);
        assertThat(texts(robot, "#next-bar-9")).contains("0.50", "\u21b5", "6.24");
        assertThat(texts(robot, "#next-bar-2")).contains("<0.01", "b", "1.39");
        assertThat(texts(robot, "#next-bar-8")).contains("actual");
        assertThat(texts(robot, "#next-bar-9")).doesNotContain("actual");
    }

    @Test
    void theActualOneIsShownEvenIfItIsUnlikely(FxRobot robot) {
        robot.interact(() -> next.show(SamplePrediction.ofLogits(LOGITS, 0), null, SYMBOLS, 12, true, 6));
        assertThat(order()).containsExactly(9, 8, 7, 6, 5, 4, 3, 0);
        assertThat(texts(robot, "#next-bar-0")).contains("\u2423", "actual", "0.00");
    }

    @Test
    void fewerFitInANarrowWindowAndNoneStandsOutOfIt(FxRobot robot) {
        for (double width : new double[] {908, 584, 420, 330, 260}) {
            robot.interact(() -> next.resize(width, 152));
            assertThat(order()).as("at " + width).contains(8);
            for (Node bar : robot.lookup(n -> n instanceof NextBar).queryAll()) {
                assertThat(bar.getBoundsInParent().getMaxX()).isLessThanOrEqualTo(width + 1);
            }
        }
        assertThat(order().size()).isBetween(1, 4);
    }

    @Test
    void aBarAsksForItsProbabilityItsNumberForTheLogitAndTheLossForItself(FxRobot robot) {
        robot.clickOn("#next-bar-9");
        assertThat(asked).containsExactly(new Subject.Probability(12, 9));
        robot.clickOn("#next-logit-7");
        assertThat(asked.get(1)).isEqualTo(new Subject.Logit(12, 7));
        robot.clickOn("#next-loss");
        assertThat(asked.get(2)).isEqualTo(new Subject.Loss(12));
    }

    @Test
    void whatWasPredictedBeforeTheNumbersWereChangedIsAGhost(FxRobot robot) {
        Prediction original = SamplePrediction.ofLogits(new double[10], 8);
        robot.interact(() -> next.show(SamplePrediction.ofLogits(LOGITS, 8), original, SYMBOLS, 12, true, 6));
        Rectangle even = robot.lookup("#next-ghost-9").queryAs(Rectangle.class);
        assertThat(even.getHeight())
                .isCloseTo(
                        robot.lookup("#next-ghost-2").queryAs(Rectangle.class).getHeight(), within(1e-9));
        // 0.1 of the largest bar, which is 512/1023
        Rectangle bar = bar(robot);
        assertThat(even.getHeight() / bar.getHeight()).isCloseTo(0.1 / (512.0 / 1023), within(1e-6));
        // −ln(256/1023) is printed as 1.39, −ln 0.1 as 2.30
        assertThat(robot.lookup("#next-loss-change").queryAs(Text.class).getText())
                .isEqualTo("\u0394 " + Numbers.fixed(1.39 - 2.30, 2));
    }

    @Test
    void beforeTheStateIsReadyOneSentenceSaysWhenItWillBe(FxRobot robot) {
        robot.interact(() -> next.show(SamplePrediction.ofLogits(LOGITS, 8), null, SYMBOLS, 12, false, 6));
        assertThat(order()).isEmpty();
        assertThat(next.getAccessibleText()).isEqualTo("The prediction appears when h_t is ready (micro-step 6).");
        robot.interact(() -> next.show(null, null, SYMBOLS, 12, true, 6));
        assertThat(next.getAccessibleText()).isEqualTo("Not computed yet.");
    }

    @Test
    void logitsSoftmaxAndLossComeOneAfterTheOther(FxRobot robot) {
        Node loss = robot.lookup("#next-loss").query();
        Rectangle bar = bar(robot);
        double full = bar.getHeight();
        Node logit = robot.lookup("#next-logit-9").query().getParent();
        robot.interact(() -> next.progressProperty().set(0.5));
        assertThat(logit.getOpacity()).isEqualTo(0.5);
        assertThat(bar.getHeight()).isZero();
        assertThat(loss.getOpacity()).isZero();
        robot.interact(() -> next.progressProperty().set(1.5));
        assertThat(logit.getOpacity()).isEqualTo(1);
        assertThat(bar.getHeight()).isBetween(0.3 * full, 0.9 * full);
        assertThat(loss.getOpacity()).isZero();
        robot.interact(() -> next.progressProperty().set(3));
        assertThat(bar.getHeight()).isEqualTo(full);
        assertThat(loss.getOpacity()).isEqualTo(1);
    }

    @Test
    void theyComeWhenTheStateGetsReadyAndAtOnceWithReducedMotion(FxRobot robot) throws TimeoutException {
        Prediction p = SamplePrediction.ofLogits(LOGITS, 8);
        robot.interact(() -> {
            next.show(p, null, SYMBOLS, 12, false, 6);
            next.show(p, null, SYMBOLS, 12, true, 6);
            assertThat(next.progressProperty().get()).isZero();
        });
        WaitForAsyncUtils.waitFor(
                10, TimeUnit.SECONDS, () -> next.progressProperty().get() == 3);
        robot.interact(() -> {
            next.look(Look.STANDARD.withReducedMotion(true));
            next.show(p, null, SYMBOLS, 12, false, 6);
            next.show(p, null, SYMBOLS, 12, true, 6);
            assertThat(next.progressProperty().get()).isEqualTo(3);
        });
    }

    @Test
    void anotherStepFinishesTheMovementAtOnce(FxRobot robot) {
        Prediction p = SamplePrediction.ofLogits(LOGITS, 8);
        robot.interact(() -> {
            next.show(p, null, SYMBOLS, 12, false, 6);
            next.show(p, null, SYMBOLS, 12, true, 6);
            next.show(p, null, SYMBOLS, 13, true, 6);
            assertThat(next.progressProperty().get()).isEqualTo(3);
        });
    }
}
