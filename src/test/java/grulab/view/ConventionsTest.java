package grulab.view;

import static org.assertj.core.api.Assertions.assertThat;

import grulab.model.Convention;
import grulab.model.EqualCase;
import grulab.model.Pairing;
import grulab.model.ResetPosition;
import grulab.model.Twin;
import grulab.model.UpdateMeaning;
import grulab.presentation.TwinModel;
import java.util.function.Predicate;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The Conventions workspace, as somebody uses it. */
class ConventionsTest extends WindowFixture {
    private TwinModel twin;

    @BeforeEach
    void goToConventions() {
        twin = model.twin();
        robot.push(KeyCode.DIGIT3);
        untilTwin(t -> true);
    }

    private Twin untilTwin(Predicate<Twin> condition) {
        until(() -> {
            Twin now = twin.twin().get();
            return now != null && !twin.computing().get() && condition.test(now);
        });
        Twin now = twin.twin().get();
        assertThat(now).isNotNull();
        return now;
    }

    @Test
    void theTwinsReadTheSameTextAndTheFirstDifferenceIsGoneTo() {
        Twin now = untilTwin(t -> t.pairing() == Pairing.SAME_WEIGHTS);
        assertThat(shown("conventions-workspace")).isTrue();
        assertThat(now.difference().equal()).isFalse();
        assertThat(now.relabelled()).isBetween(0.0, 1e-12);
        assertThat(((javafx.scene.text.Text) find("convention-map-bound")).getText())
                .startsWith("|Δh| ");
        assertThat(text("twin-sentence"))
                .contains("first apart at t " + (now.difference().t() + 1))
                .contains("unit " + (now.difference().unit() + 1));
        robot.interact(() -> model.selection().time(5));
        robot.clickOn("#twin-first");
        assertThat(model.selection().time().get()).isEqualTo(now.difference().t());
        assertThat(model.selection().unit().get()).isEqualTo(now.difference().unit());
        until(() -> shown("twin-a-terms") && shown("twin-b-terms"));
        assertThat(twin.linesA().get().get(3).value())
                .isNotEqualTo(twin.linesB().get().get(3).value());
        robot.clickOn("#twin-terms");
        until(() -> shown("twin-a-diagram") && !shown("twin-a-terms"));
    }

    @Test
    void aFrameworkChosenFromTheMenuIsB() {
        robot.clickOn("#twin-b-row").clickOn("#twin-b-row-keras-before");
        Twin now = untilTwin(t -> t.b().convention().reset() == ResetPosition.BEFORE
                && t.b().convention().update() == UpdateMeaning.KEEP);
        assertThat(now.a().convention()).isEqualTo(Convention.PYTORCH);
        assertThat(text("outcome-b-loss")).isNotEqualTo(text("outcome-a-loss"));
    }

    @Test
    void relabellingZLeavesTheStateAndTheMeasuredErrorIsSaid() {
        robot.interact(() -> twin.choose(ResetPosition.AFTER));
        robot.clickOn("#twin-relabelled");
        Twin now = untilTwin(
                t -> t.pairing() == Pairing.RELABELLED && t.b().convention().reset() == ResetPosition.AFTER);
        assertThat(now.difference().equal()).isTrue();
        assertThat(now.difference().largest()).isLessThan(1e-12);
        assertThat(text("twin-sentence")).contains("equal, |Δh| ≤").contains("float32");
        assertThat(text("outcome-b-loss")).isEqualTo(text("outcome-a-loss"));
    }

    @Test
    void relabellingTheResetPositionIsRefusedWithTheReason() {
        robot.clickOn("#twin-relabelled");
        until(() -> text("twin-sentence").contains("cannot be relabelled"));
        assertThat(twin.refused().get()).isNotNull();
    }

    @Test
    void theCasesInWhichBeforeIsAfterAreMadeSoAndUndone() {
        for (EqualCase equal : EqualCase.values()) {
            String id = "twin-equal-"
                    + equal.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
            robot.clickOn("#" + id);
            Twin now = untilTwin(t -> t.equal() == equal);
            assertThat(now.a().convention().reset())
                    .isNotEqualTo(now.b().convention().reset());
            if (equal == EqualCase.FIRST_STEP) {
                assertThat(now.difference().t()).isGreaterThan(0);
                until(() -> text("twin-sentence").contains("equal before t 2, |Δh| ≤ "));
            } else {
                assertThat(now.difference().largest()).isLessThan(1e-12);
            }
            robot.clickOn("#" + id);
            assertThat(untilTwin(t -> t.equal() == null).difference().equal()).isFalse();
        }
    }

    @Test
    void aRowOfTheTableIsLoadedAsBAndShowsItsLayout() {
        robot.clickOn("#framework-keras-before");
        until(() -> shown("row-card"));
        assertThat(twin.row().get())
                .isNotNull()
                .satisfies(row -> assertThat(row.id()).isEqualTo("keras-before"));
        robot.clickOn("#page-map");
        assertThat(shown("convention-map")).isTrue();
        assertThat(shown("row-card")).isFalse();
    }

    @Test
    void theExampleOfAMismatchIsFoundAndShownAsB() {
        robot.clickOn("#diagnose");
        until(() -> shown("diagnosis") && !shown("twin-bar"));
        robot.clickOn("#diagnosis-example");
        until(() -> text("diagnosis-verdict").contains("reset before, z admits, gates in z r n order"));
        assertThat(text("diagnosis-parting-1")).contains("t = 1");
        assertThat(text("diagnosis-weights"))
                .startsWith("This experiment: GRU, I ")
                .contains("z keeps, reset after");
        assertThat(Double.parseDouble(text("finding-1-error").replace('\u2212', '-')))
                .isLessThan(2e-6);
        robot.clickOn("#diagnosis-as-b");
        until(() -> shown("twin-bar"));
        assertThat(twin.other().get()).isEqualTo(new Convention(ResetPosition.BEFORE, UpdateMeaning.ADMIT));
    }

    @Test
    void numbersThatAreNoneAreRefusedInPlaceAndEscapeLeadsBack() {
        robot.clickOn("#diagnose");
        robot.clickOn("#diagnosis-own");
        robot.clickOn("#diagnosis-expected").write("0.1 zwei 0.3");
        robot.clickOn("#diagnosis-run");
        until(() -> !text("diagnosis-problem").isEmpty());
        assertThat(text("diagnosis-verdict")).isEmpty();
        robot.push(KeyCode.ESCAPE);
        until(() -> shown("twin-bar"));
        assertThat(shown("diagnosis")).isFalse();
    }

    @Test
    void theProgramOfTheExperimentIsCopied() {
        robot.clickOn("#code").clickOn("#code-numpy").clickOn("#code-copy-numpy");
        until(() -> shown("code-notice"));
        String[] copied = new String[1];
        robot.interact(() ->
                copied[0] = javafx.scene.input.Clipboard.getSystemClipboard().getString());
        assertThat(copied[0]).contains("import numpy as np").contains("np.tanh");
        robot.push(KeyCode.ESCAPE);
        until(() -> !shown("code-notice"));
    }

    @Test
    void inANarrowWindowTheFrameworksAreAPageOfTheirOwn() {
        robot.interact(() -> {
            stage.setWidth(1024);
            stage.setHeight(700);
        });
        until(() -> shown("twin-frameworks") && !shown("frameworks"));
        robot.clickOn("#twin-frameworks");
        until(() -> shown("frameworks") && !shown("twin-bar"));
        robot.clickOn("#frameworks-back");
        until(() -> shown("twin-bar"));
    }

    @Test
    void inANarrowWindowTheFrameworksOfAnLstmAreShownAtOnce() {
        robot.interact(() -> {
            stage.setWidth(1024);
            stage.setHeight(700);
            model.draft().choose(grulab.model.CellType.LSTM);
            model.startOver();
        });
        until(() -> shown("frameworks") && !shown("twin-bar"));
        assertThat(shown("frameworks-back")).isFalse();
        assertThat(shown("twin-sentence")).isFalse();
    }

    @Test
    void aTwinFromTheSameSeedSaysWhenTheFirstWasChangedOnTheWay() {
        robot.clickOn("#twin-same-seed");
        untilTwin(t -> t.pairing() == Pairing.SAME_SEED);
        assertThat(text("twin-sentence")).startsWith("Each trained from the same seed");
        robot.interact(model::oneBatch);
        until(() -> model.snapshot().get().batch() == 1);
        robot.interact(() -> model.convention().choose(UpdateMeaning.ADMIT));
        until(() -> text("twin-sentence").startsWith("A was changed on the way"));
    }

    @Test
    void whatOnlyAGruHasCannotBePressedForAnLstm() {
        assertThat(find("twin-pairing").isDisabled()).isFalse();
        robot.interact(() -> {
            model.draft().choose(grulab.model.CellType.LSTM);
            model.startOver();
        });
        until(() ->
                find("twin-pairing").isDisabled() && find("twin-equal-diagonal").isDisabled());
        assertThat(find("twin-b-row").isDisabled()).isTrue();
        assertThat(shown("twin-terms")).isFalse();
        assertThat(shown("twin-a")).isFalse();
        assertThat(shown("outcome-b")).isFalse();
        assertThat(shown("twin-sentence")).isFalse();
        assertThat(shown("frameworks")).isTrue();
        assertThat(shown("convention-map-bound")).isFalse();
        until(() -> shown("diagnosis") && !shown("diagnosis-back") && !shown("diagnose"));
    }
}
