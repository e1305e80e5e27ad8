package grulab.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import grulab.model.Edit;
import grulab.model.Quantity;
import grulab.model.Snapshot;
import grulab.model.UnitMemory;
import grulab.model.arithmetic.Subject;
import grulab.presentation.AskedLine;
import grulab.presentation.StepModel;
import grulab.presentation.Workspace;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The Step workspace, as somebody uses it. */
class StepTest extends WindowFixture {
    private StepModel step;

    @BeforeEach
    void goToStep() {
        step = model.step();
        robot.push(KeyCode.DIGIT2);
        until(() -> !step.lines().get().isEmpty());
    }

    private Snapshot shownSnapshot() {
        Snapshot now = step.shown().get();
        assertThat(now).isNotNull();
        return now;
    }

    private void ask(Subject subject) {
        robot.interact(() -> step.ask(subject));
        until(() -> shown("sum-card"));
    }

    @Test
    void tabsAndDigitsChooseTheWorkspaceAndTheSelectionStays() {
        robot.interact(() -> model.selection().time(4));
        assertThat(shown("step-workspace")).isTrue();
        assertThat(shown("train-workspace")).isFalse();
        robot.clickOn("#tab-train");
        assertThat(model.workspace().get()).isEqualTo(Workspace.TRAIN);
        assertThat(shown("train-workspace")).isTrue();
        robot.clickOn("#tab-step");
        assertThat(shown("step-workspace")).isTrue();
        assertThat(model.selection().time().get()).isEqualTo(4);
    }

    @Test
    void spacePlaysMicroStepsAndTrainsNothing() {
        robot.interact(() -> {
            model.selection().time(19);
            model.selection().microStep(5);
        });
        robot.push(KeyCode.SPACE);
        until(() -> model.selection().microStep().get() == 6);
        assertThat(batches()).isZero();
        assertThat(running()).isFalse();
        assertThat(text("micro-count")).isEqualTo("Micro-step 6 of 6");
    }

    @Test
    void buttonsWalkBackAndForward() {
        robot.clickOn("#step-back").clickOn("#step-back");
        assertThat(model.selection().microStep().get()).isEqualTo(4);
        assertThat(text("micro-sentence")).startsWith("Candidate");
        robot.clickOn("#step-forward");
        assertThat(model.selection().microStep().get()).isEqualTo(5);
    }

    @Test
    void keysOfAPresentersRemoteGoOnIntoTheNextCharacterAndBack() {
        robot.interact(() -> {
            model.selection().time(4);
            model.selection().microStep(5);
        });
        robot.push(KeyCode.PAGE_DOWN);
        robot.push(KeyCode.PAGE_DOWN);
        assertThat(model.selection().time().get()).isEqualTo(5);
        assertThat(model.selection().microStep().get()).isEqualTo(1);
        robot.push(KeyCode.PAGE_UP);
        assertThat(model.selection().time().get()).isEqualTo(4);
        robot.push(KeyCode.G);
        robot.push(KeyCode.PERIOD);
        assertThat(model.selection().time().get())
                .as("the gradient flows to earlier steps")
                .isEqualTo(3);
        robot.push(KeyCode.DIGIT1);
        robot.push(KeyCode.PAGE_DOWN);
        assertThat(model.selection().time().get()).isEqualTo(4);
    }

    @Test
    void aUnitIsGoneToByItsNumber() {
        type("unit-field", "5");
        robot.push(KeyCode.ENTER);
        assertThat(model.selection().unit().get()).isEqualTo(4);
        type("unit-field", "999");
        robot.push(KeyCode.ENTER);
        assertThat(model.selection().unit().get()).isEqualTo(11);
        type("unit-field", "abc");
        robot.push(KeyCode.ENTER);
        assertThat(model.selection().unit().get()).isEqualTo(11);
        assertThat(((TextField) find("unit-field")).getText()).isEqualTo("12");
    }

    @Test
    void aGateIsSetByTypingAndTheRestFollowsUntilItIsUndone() {
        Snapshot original = shownSnapshot();
        ask(new Subject.Value(Quantity.UPDATE, 3, 2));
        type("sum-field", "1");
        robot.push(KeyCode.ENTER);
        until(() -> shownSnapshot().trace().at(Quantity.UPDATE, 3, 2) == 1);
        until(() -> shown("what-if-bar") && !text("what-if-effect").isEmpty());
        assertThat(shownSnapshot().trace().at(Quantity.STATE, 3, 2))
                .isCloseTo(original.trace().at(Quantity.STATE, 2, 2), within(1e-5f));
        assertThat(text("what-if-effect")).contains("loss");
        robot.clickOn("#what-if-bar-undo");
        until(() -> step.shown().get() == original);
        assertThat(shown("what-if-bar")).isFalse();
    }

    @Test
    void nonsenseIsRefusedInItsPlaceWithTheRangeThatIsRight() {
        ask(new Subject.Value(Quantity.RESET, 3, 2));
        for (String nonsense : List.of("abc", "1e99", "1.4", "-0.1")) {
            type("sum-field", nonsense);
            robot.push(KeyCode.ENTER);
            until(() -> step.editProblem().get() != null);
            assertThat(text("sum-problem")).as(nonsense).contains("0").contains("1");
            assertThat(step.whatIf().edits().get()).isEmpty();
        }
        type("sum-field", "0.25");
        robot.push(KeyCode.ENTER);
        until(() -> step.whatIf().edits().get().equals(List.of(new Edit.Value(Quantity.RESET, 3, 3, 2, 0.25))));
        until(() -> step.editProblem().get() == null);
    }

    @Test
    void escapeClosesTheCard() {
        ask(new Subject.Value(Quantity.CANDIDATE, 3, 2));
        robot.push(KeyCode.ESCAPE);
        assertThat(shown("sum-card")).isFalse();
        assertThat(shown("step-workspace")).isTrue();
    }

    @Test
    void theOpenSumFollowsTheSelection() {
        robot.interact(() -> model.selection().time(3));
        ask(new Subject.Value(Quantity.CANDIDATE, 3, model.selection().unit().get()));
        robot.push(KeyCode.RIGHT);
        until(() -> step.asked().get() != null && step.asked().get().subject().t() == 4);
    }

    @Test
    void theStateBeforeAStepStaysTheStateBeforeIt() {
        robot.interact(() -> model.selection().time(1));
        int unit = model.selection().unit().get();
        ask(new Subject.Value(Quantity.STATE, 0, unit));
        robot.push(KeyCode.LEFT);
        until(() -> new Subject.Start(Quantity.STATE, unit).equals(askedSubject()));
        robot.push(KeyCode.RIGHT).push(KeyCode.RIGHT);
        until(() -> new Subject.Value(Quantity.STATE, 1, unit).equals(askedSubject()));
        ask(new Subject.Logit(2, 3));
        robot.push(KeyCode.RIGHT);
        until(() -> new Subject.Logit(3, 3).equals(askedSubject()));
    }

    private @Nullable Subject askedSubject() {
        AskedLine now = step.asked().get();
        return now == null ? null : now.subject();
    }

    @Test
    void whatTheEditDidNotReachIsExactlyAsItWas() {
        robot.interact(() -> step.whatIf().add(new Edit.Value(Quantity.UPDATE, 5, 5, 2, 0.9)));
        until(() -> shownSnapshot().trace().at(Quantity.UPDATE, 5, 2) == 0.9f);
        Snapshot original = step.original();
        assertThat(original).isNotNull();
        for (int t = 0; t < 5; t++) {
            for (int k = 0; k < 12; k++) {
                assertThat(shownSnapshot().trace().at(Quantity.STATE, t, k))
                        .isEqualTo(original.trace().at(Quantity.STATE, t, k));
            }
        }
        assertThat(shownSnapshot().trace().at(Quantity.STATE, 5, 2))
                .isNotEqualTo(original.trace().at(Quantity.STATE, 5, 2));
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        until(() -> step.original() == null);
    }

    @Test
    void theWayBackSaysHowLargeTheDarkestGradientIs() {
        robot.push(KeyCode.G);
        until(() -> text("backward-scale").startsWith("darkest = ±"));
        String here = text("backward-scale");
        robot.push(KeyCode.HOME);
        until(() -> !text("backward-scale").equals(here));
    }

    @Test
    void aSumIsCopiedAsNumPy() {
        ask(new Subject.Value(Quantity.UPDATE, 3, 2));
        robot.clickOn("#sum-copy-numpy");
        String[] copied = new String[1];
        robot.interact(() -> copied[0] = Clipboard.getSystemClipboard().getString());
        assertThat(copied[0]).startsWith("z = ").contains("np.exp");
    }

    @Test
    void anotherCharacterIsReadAndOneThatIsNotThereIsRefused() {
        robot.interact(() -> model.selection().time(2));
        robot.clickOn("#what-if").clickOn("#what-if-character");
        type("character-field", "☃");
        robot.push(KeyCode.ENTER);
        assertThat(text("character-problem")).contains("☃");
        type("character-field", "z");
        robot.push(KeyCode.ENTER);
        until(() -> shownSnapshot().passage().labels().get(2).equals("z"));
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        until(() -> step.whatIf().edits().get().isEmpty());
        robot.push(KeyCode.CONTROL, KeyCode.Y);
        until(() -> shownSnapshot().passage().labels().get(2).equals("z"));
    }

    @Test
    void thePlainRnnAndTheWireAreOneClickAway() {
        robot.clickOn("#what-if").clickOn("#what-if-wire");
        until(() -> shownSnapshot().trace().at(Quantity.UPDATE, 0, 0) == 1);
        assertThat(shownSnapshot().trace().at(Quantity.STATE, 5, 3)).isZero();
        robot.clickOn("#what-if").clickOn("#what-if-reset");
        robot.clickOn("#what-if").clickOn("#what-if-plain");
        until(() -> shownSnapshot().trace().at(Quantity.RESET, 7, 5) == 1);
        assertThat(shownSnapshot().trace().at(Quantity.STATE, 5, 3))
                .isEqualTo(shownSnapshot().trace().at(Quantity.CANDIDATE, 5, 3));
    }

    @Test
    void oneBatchTrainsAndBracketsGoBackToEarlierWeights() {
        for (int i = 0; i < 3; i++) {
            long before = batches();
            robot.push(KeyCode.B);
            until(() -> batches() == before + 1 && !running());
        }
        until(() -> shownSnapshot().batch() == 3);
        Snapshot newest = shownSnapshot();
        robot.push(KeyCode.OPEN_BRACKET).push(KeyCode.OPEN_BRACKET);
        until(() -> shownSnapshot().batch() == 1);
        assertThat(shownSnapshot().loss()).isNotEqualTo(newest.loss());
        robot.clickOn("#batch-forward").clickOn("#batch-forward");
        until(() -> step.shown().get() == newest);
        robot.clickOn("#batch-shown");
        until(() -> shown("batch-kept"));
        assertThat(text("batch-kept")).contains("are kept");
    }

    @Test
    void anEditedWeightReachesTrainingOnlyWhenItIsApplied() {
        double was = shownSnapshot().weights().get("W_hz")[5];
        ask(new Subject.Weight("W_hz", 5));
        type("sum-field", "2.5");
        robot.push(KeyCode.ENTER);
        until(() -> shownSnapshot().weights().get("W_hz")[5] == 2.5);
        assertThat(model.snapshot().get().weights().get("W_hz")[5]).isEqualTo(was);
        robot.clickOn("#what-if-bar-apply");
        until(() -> model.snapshot().get().weights().get("W_hz")[5] == 2.5);
        until(() -> step.whatIf().edits().get().isEmpty());
    }

    @Test
    void theArrowsTurnRound() {
        robot.clickOn("#backward");
        until(() -> step.lines().get().stream().anyMatch(l -> l.symbol().equals("dz")));
        until(() -> step.spectrum().get() != null);
        assertThat(shown("gradient-time")).isTrue();
        assertThat(shown("spectrum")).isTrue();
        assertThat(shown("next-token")).isFalse();
        robot.push(KeyCode.G);
        until(() -> step.lines().get().get(0).symbol().equals("r"));
        assertThat(shown("next-token")).isTrue();
    }

    @Test
    void aSlopeIsCheckedByFiniteDifferences() {
        robot.clickOn("#backward");
        ask(new Subject.Slope(Quantity.UPDATE, 3, 2));
        robot.clickOn("#sum-check");
        until(() -> step.slopeChecked().get() != null);
        assertThat(step.slopeChecked().get())
                .isCloseTo(shownSnapshot().trace().gradient(Quantity.UPDATE)[3 * 12 + 2], within(1e-6));
    }

    @Test
    void aCellOfAMapInTrainOpensItsSumInStep() {
        robot.clickOn("#tab-train");
        Bounds lane = robot.lookup("#map-z")
                .query()
                .localToScreen(robot.lookup("#map-z").query().getLayoutBounds());
        robot.doubleClickOn(new Point2D(lane.getMinX() + lane.getWidth() / 2, lane.getMinY() + lane.getHeight() / 2));
        until(() -> shown("sum-card"));
        assertThat(model.workspace().get()).isEqualTo(Workspace.STEP);
        AskedLine asked = step.asked().get();
        assertThat(asked).isNotNull();
        assertThat(asked.subject())
                .isEqualTo(new Subject.Value(
                        Quantity.UPDATE,
                        model.selection().time().get(),
                        model.selection().unit().get()));
    }

    @Test
    void unitsArePutInOrderOfTheirMemory() {
        robot.clickOn("#outcome-memory");
        until(() -> shown("memory-plot"));
        robot.clickOn("#step-order").clickOn("#step-order-half_life");
        double[] lives = UnitMemory.of(shownSnapshot().trace()).halfLives();
        int longest = 0;
        for (int unit = 1; unit < lives.length; unit++) {
            longest = lives[unit] > lives[longest] ? unit : longest;
        }
        robot.interact(() -> model.selection().unit(3));
        for (int i = 0; i < lives.length; i++) {
            robot.push(KeyCode.UP);
        }
        assertThat(model.selection().unit().get()).isEqualTo(longest);
    }
}
