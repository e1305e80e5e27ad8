package grulab.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.ResetPosition;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ButtonBase;
import org.junit.jupiter.api.Test;

class MicroStepBarTest {
    private final List<Integer> asked = new ArrayList<>();
    private final MicroStepBar bar = Screens.onFx(() -> {
        MicroStepBar b = new MicroStepBar();
        b.words(SampleWords.diagram());
        b.microStep(6);
        b.onMicroStep(step -> {
            asked.add(step);
            b.microStep(step);
        });
        Screens.draw(b, 456, 38, Look.STANDARD);
        return b;
    });

    @Test
    void aSegmentAsksForItsStep() {
        press("micro-3");
        assertThat(asked).containsExactly(3);
        int shown = Screens.onFx(bar::microStep);
        assertThat(shown).isEqualTo(3);
    }

    @Test
    void aChosenSegmentStaysChosen() {
        press("micro-6");
        assertThat(asked).isEmpty();
        assertThat(Screens.onFx(() -> ((MicroStepSegment) bar.lookup("#micro-6")).isSelected()))
                .isTrue();
    }

    @Test
    void backAndForwardEndAtTheEnds() {
        press("micro-forward");
        assertThat(asked).isEmpty();
        press("micro-back");
        press("micro-back");
        press("micro-forward");
        assertThat(asked).containsExactly(5, 4, 5);
        press("micro-1");
        assertThat(Screens.onFx(() -> bar.lookup("#micro-back").isDisabled())).isTrue();
    }

    @Test
    void playStartsAgainFromAWholeStep() {
        press("micro-play");
        assertThat(asked).containsExactly(1);
        assertThat(Screens.onFx(bar::isPlaying)).isTrue();
        press("micro-play");
        assertThat(Screens.onFx(bar::isPlaying)).isFalse();
    }

    @Test
    void anotherChoiceStopsPlaying() {
        press("micro-play");
        Screens.onFx(() -> {
            bar.microStep(4);
            return null;
        });
        assertThat(Screens.onFx(bar::isPlaying)).isFalse();
        press("micro-play");
        press("micro-2");
        assertThat(Screens.onFx(bar::isPlaying)).isFalse();
    }

    @Test
    void theClockGoesOnIntoTheNextTimeStepsAndStopsAfterTheLastOfAll() {
        List<Integer> steps = new ArrayList<>();
        List<Boolean> playing = new ArrayList<>();
        int[] left = {1};
        boolean running = Screens.onFx(() -> {
            StepClock clock = new StepClock(2, steps::add, playing::add);
            clock.onward(() -> {
                if (left[0] == 0) {
                    return false;
                }
                left[0]--;
                steps.add(1);
                clock.shown(1);
                return true;
            });
            clock.toggle(1);
            for (int i = 0; i < 3; i++) {
                clock.tick();
            }
            return clock.isPlaying();
        });
        assertThat(steps).containsExactly(2, 1, 2);
        assertThat(playing).containsExactly(true, false);
        assertThat(running).isFalse();
    }

    @Test
    void theClockAsksStepByStepAndStopsAtTheLast() {
        List<Integer> steps = new ArrayList<>();
        List<Boolean> playing = new ArrayList<>();
        boolean running = Screens.onFx(() -> {
            StepClock clock = new StepClock(6, steps::add, playing::add);
            clock.toggle(3);
            clock.tick();
            clock.tick();
            clock.tick();
            return clock.isPlaying();
        });
        assertThat(steps).containsExactly(4, 5, 6);
        assertThat(playing).containsExactly(true, false);
        assertThat(running).isFalse();
    }

    @Test
    void segmentsSayTheirFormula() {
        assertThat(name("micro-3")).contains("U h + c, reset unit by unit");
        Screens.onFx(() -> {
            bar.cell(CellType.GRU, Convention.PYTORCH.with(ResetPosition.BEFORE));
            return null;
        });
        assertThat(name("micro-3")).contains("before U");
    }

    @Test
    void targetsAreLargeEnough() {
        for (String id : List.of("micro-back", "micro-play", "micro-forward", "micro-1", "micro-6")) {
            ButtonBase button = Screens.onFx(() -> (ButtonBase) bar.lookup("#" + id));
            assertThat(button.getWidth()).as(id).isGreaterThanOrEqualTo(28);
            assertThat(button.getHeight()).as(id).isGreaterThanOrEqualTo(28);
        }
    }

    @Test
    void anotherCellHasOtherMicroSteps() {
        Screens.onFx(() -> {
            bar.microStep(4);
            bar.cell(CellType.LSTM, Convention.PYTORCH);
            return null;
        });
        assertThat(shown()).isEqualTo(4);
        assertThat(name("micro-1")).startsWith("1: Forget gate");
        assertThat(name("micro-4")).startsWith("4: Cell state");
        Screens.onFx(() -> {
            bar.cell(CellType.RNN, Convention.PYTORCH);
            return null;
        });
        assertThat(shown()).isEqualTo(2);
        assertThat(Screens.onFx(() -> bar.lookup("#micro-3"))).isNull();
        assertThat(Screens.onFx(() -> bar.lookup("#micro-forward").isDisabled()))
                .isTrue();
        press("micro-play");
        assertThat(asked).containsExactly(1);
        press("micro-forward");
        assertThat(asked).containsExactly(1, 2);
        Screens.onFx(() -> {
            bar.cell(CellType.LSTM, Convention.PYTORCH);
            return null;
        });
        assertThat(shown()).isEqualTo(6);
    }

    @Test
    void anotherCellEndsPlaying() {
        press("micro-play");
        Screens.onFx(() -> {
            bar.cell(CellType.LSTM, Convention.PYTORCH);
            return null;
        });
        assertThat(Screens.onFx(bar::isPlaying)).isFalse();
    }

    @Test
    void segmentsEndWhereTheDiagramsColumnsEndAndAreLargeEnough() {
        for (CellType cell : List.of(CellType.LSTM, CellType.RNN)) {
            for (double width : new double[] {408, 456, 900}) {
                Screens.onFx(() -> {
                    bar.cell(cell, Convention.PYTORCH);
                    Screens.draw(bar, width, 38, Look.STANDARD);
                    List<Double> ends = MicroSteps.ends(cell, false);
                    for (int i = 1; i < ends.size(); i++) {
                        ButtonBase segment = (ButtonBase) bar.lookup("#micro-" + i);
                        assertThat(segment.getLayoutX() + segment.getWidth())
                                .isCloseTo(ends.get(i - 1) * width, within(1.0));
                        assertThat(segment.getWidth()).isGreaterThanOrEqualTo(28);
                    }
                    return null;
                });
            }
        }
    }

    @Test
    void inAWideBarEverySegmentEndsWhereItsColumnEnds() {
        double[] shares = {0.125, 0.15, 0.215, 0.14, 0.15, 0.22};
        Screens.onFx(() -> {
            bar.wide(true);
            assertThat(bar.getPrefHeight()).isEqualTo(46);
            Screens.draw(bar, 844, 46, Look.STANDARD);
            assertThat(bar.lookup("#micro-play")).isNull();
            double x = 0;
            for (int i = 1; i <= 6; i++) {
                ButtonBase segment = (ButtonBase) bar.lookup("#micro-" + i);
                x += shares[i - 1] * 844;
                assertThat(segment.getLayoutX() + segment.getWidth()).isCloseTo(x, within(1.5));
                assertThat(bar.lookup("#micro-" + i + "-name").isVisible()).isEqualTo(i != 3);
            }
            return null;
        });
    }

    @Test
    void onTheWayBackSegmentsStandUnderTheirColumnsFromRightToLeft() {
        for (CellType cell : CellType.values()) {
            Screens.onFx(() -> {
                bar.wide(true);
                bar.cell(cell, Convention.PYTORCH);
                bar.backward(true);
                Screens.draw(bar, 844, 46, Look.STANDARD);
                int last = MicroSteps.count(cell);
                for (int i = 2; i <= last; i++) {
                    double left = bar.lookup("#micro-" + i).getLayoutX();
                    assertThat(left).isLessThan(bar.lookup("#micro-" + (i - 1)).getLayoutX());
                }
                assertThat(bar.lookup("#micro-1").getAccessibleText()).contains("Gradient of the new state");
                assertThat(bar.lookup("#micro-" + last).getAccessibleText()).contains("old state");
                bar.backward(false);
                Screens.draw(bar, 844, 46, Look.STANDARD);
                assertThat(bar.lookup("#micro-1").getLayoutX())
                        .isLessThan(bar.lookup("#micro-2").getLayoutX());
                assertThat(bar.lookup("#micro-1").getAccessibleText()).doesNotContain("Gradient");
                return null;
            });
        }
    }

    @Test
    void playAndPauseCanBeAskedForFromElsewhere() {
        List<Boolean> heard = new ArrayList<>();
        Screens.onFx(() -> {
            bar.playingProperty().addListener((o, was, now) -> heard.add(now));
            bar.microStep(2);
            bar.play();
            bar.play();
            bar.pause();
            return null;
        });
        assertThat(heard).containsExactly(true, false);
        assertThat(asked).containsExactly(3);
    }

    private int shown() {
        return Screens.onFx(bar::microStep);
    }

    private void press(String id) {
        Screens.onFx(() -> {
            ((ButtonBase) bar.lookup("#" + id)).fire();
            return null;
        });
    }

    private String name(String id) {
        return Screens.onFx(() -> bar.lookup("#" + id).getAccessibleText());
    }
}
